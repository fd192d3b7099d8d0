package org.insardask.stm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    private static double parse(String text) {
        byte[] bytes = ("x" + text + ",").getBytes(StandardCharsets.UTF_8);
        return DecimalText.parse(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.0", "1", "-1", "0.1", "52.34548473", "-0.00145", "7e-05", "1E300", "123456789012345678901234567890",
        "0.1234567890123456789", ".5", "5.", "1e-400", "4.9e-324", "9007199254740993", "0.00000000000000000000000000001", "+3", " 4 "})
    void asJavaDoes(String text) {
        assertEquals(Double.parseDouble(text), parse(text), 0.0, text);
    }

    @Test
    void asJavaDoesWhateverTheDigits() {
        Random random = new Random(4);
        for (int k = 0; k < 20000; k++) {
            double value = Math.pow(10, random.nextInt(12)) * random.nextGaussian();
            String text = String.format(Locale.ROOT, "%." + random.nextInt(18) + "f", value);
            assertEquals(Double.parseDouble(text), parse(text), 0.0, text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nan", "NaN", "None", " "})
    void nothing(String text) {
        assertEquals(Double.NaN, parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5d", "1f", "1,5", "-", ".", "1-2", "0x10"})
    void noNumbers(String text) {
        assertThrows(NumberFormatException.class, () -> parse(text));
    }
}
