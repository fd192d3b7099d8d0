package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    private static double mean(double... values) {
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(value);
        }
        assertEquals(values.length, sum.count());
        return sum.mean();
    }

    @Test
    void nothingIsLost() {
        assertEquals(1.0 / 3.0, mean(1.0e300, 1.0, -1.0e300));
        assertEquals(Double.MIN_VALUE, mean(Double.MAX_VALUE, 2.0 * Double.MIN_VALUE, -Double.MAX_VALUE, 2.0 * Double.MIN_VALUE));
        assertEquals(Double.MAX_VALUE, mean(Double.MAX_VALUE, Double.MAX_VALUE));
        assertEquals(-0.7f, (float) mean(-0.7f));
        assertEquals(0.0, mean(0.0, -0.0));
        assertEquals(Double.NaN, mean());
    }

    @Test
    void theMeanIsThatOfDecimalArithmeticInAnyOrder() {
        Random random = new Random(5L);
        for (int round = 0; round < 50; round++) {
            double[] values = random.doubles(200, -1.0, 1.0).map(v -> v * Math.pow(2.0, random.nextInt(120) - 60)).toArray();
            BigDecimal sum = BigDecimal.ZERO;
            double[] backwards = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                sum = sum.add(new BigDecimal(values[i]));
                backwards[values.length - 1 - i] = values[i];
            }
            assertEquals(sum.divide(BigDecimal.valueOf(values.length), new MathContext(50)).doubleValue(), mean(values));
            assertEquals(mean(values), mean(backwards));
        }
    }

    @Test
    void infinityIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> mean(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> mean(Double.NaN));
    }
}
