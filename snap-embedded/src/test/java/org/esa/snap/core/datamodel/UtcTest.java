package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.ParseException;
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

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "19-03-2023 17:25:12", "19-MAR-2023 17:25:12.1234567", "19-MAR-2023 17:25:12.x"})
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
