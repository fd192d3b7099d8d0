package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, by SNAP's public API only. */
class UtcTest {

    @ParameterizedTest
    @ValueSource(strings = {"01-JAN-2000 00:00:00.000000", "19-MAR-2023 17:25:12.345678", "31-DEC-2024 23:59:59.999999",
        "29-FEB-2024 12:00:00.000001", "05-JUN-1995 01:02:03.500000"})
    void textIsReadAndWritten(String text) throws ParseException {
        assertEquals(text, ProductData.UTC.parse(text).format());
    }

    @Test
    void monthsAreEnglishInAnyCaseAndFractionsMayBeShort() throws ParseException {
        assertEquals("19-MAR-2023 17:25:12.500000", ProductData.UTC.parse("19-Mar-2023 17:25:12.5").format());
        assertEquals("19-MAR-2023 17:25:12.000000", ProductData.UTC.parse("19-mar-2023 17:25:12").format());
    }

    @Test
    void otherPatternsAreRead() throws ParseException {
        assertEquals("19-MAR-2023 00:00:00.000000", ProductData.UTC.parse("19Mar2023", "ddMMMyyyy").format());
        assertEquals("19-MAR-2023 17:25:12.250000", ProductData.UTC.parse("2023-03-19T17:25:12.25", "yyyy-MM-dd'T'HH:mm:ss").format());
    }

    @Test
    void timesOfThreeCenturiesAreThoseOfTheDateFormat() throws ParseException {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Date date = Date.from(Instant.ofEpochSecond((random.nextInt(110_000) - 18_000) * 86_400L + random.nextInt(86_400)));
            String text = ProductData.UTC.createDateFormat().format(date).toUpperCase(Locale.ENGLISH);
            ProductData.UTC utc = ProductData.UTC.parse(text + ".000250");
            assertArrayEquals(ProductData.UTC.create(date, 250).getArray(), utc.getArray(), text);
            assertEquals(text + ".000250", utc.format());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-FEB-2023 00:00:00", "19-MAR-2023 24:00:00.5", "19-MAR-2023 23:59:60", "9-MAR-2023 1:2:3",
        "09-MAR-2023 01:02:03 ", "00-MAR-2023 01:02:03", "09-MAR-2023 01:02:03.7.000001"})
    void unusualTextIsReadAsTheDateFormatReadsIt(String text) throws ParseException {
        ProductData.UTC expected = ProductData.UTC.parse(text, ProductData.UTC.DATE_FORMAT_PATTERN);
        assertArrayEquals(expected.getArray(), ProductData.UTC.parse(text).getArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19-ANF-2023 00:00:00", "yesterday", "19-03-2023 17:25:12", "19-MAR-2023 17:25:12.1234567",
        "19-MAR-2023 17:25:12.x"})
    void otherTextIsRefused(String text) {
        assertThrows(ParseException.class, () -> ProductData.UTC.parse(text));
    }

    @Test
    void elementsAreDaysSecondsMicroseconds() throws ParseException {
        ProductData.UTC utc = ProductData.UTC.parse("02-JAN-2000 01:00:01.000250");
        assertArrayEquals(new int[] {1, 3601, 250}, utc.getArray());
        assertEquals(1.0 + 3601.00025 / 86400.0, utc.getMJD(), 1e-12);
        assertEquals("utc", utc.getTypeString());
        assertEquals("02-JAN-2000 01:00:01.000250", utc.getElemString());
    }

    @Test
    void daysWithAFractionGiveTheTime() throws ParseException {
        ProductData.UTC utc = ProductData.UTC.parse("19-MAR-2023 17:25:12.000000");
        assertEquals(utc.getMJD(), new ProductData.UTC(utc.getMJD()).getMJD(), 1e-10);
    }
}
