package org.insardask.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SummaryAccumulatorTest {

    private final SummaryAccumulator accumulator = new SummaryAccumulator();

    private Summary summary(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        accumulator.begin(sorted.length);
        for (double value : sorted) {
            accumulator.add(value);
        }
        return accumulator.finish();
    }

    @Test
    void fewNumbers() {
        assertEquals(new Summary(3, 4, 3, Math.sqrt(13), 1, 8), summary(3, 8, 1));
        assertEquals(new Summary(4, 2.5, 2.5, Math.sqrt(5.0 / 3.0), 1, 4), summary(4, 1, 3, 2));
        assertEquals(new Summary(1, -7, -7, Double.NaN, -7, -7), summary(-7));
        assertEquals(Summary.NONE, summary());
        assertEquals(new Summary(3, 0.1, 0.1, 0, 0.1, 0.1), summary(0.1, 0.1, 0.1));
    }

    /** Against a mean and a variance in decimal numbers of 60 digits. */
    @Test
    void digitsAreNotLost() {
        Random random = new Random(5);
        for (double offset : new double[] {0, 1e9, -3e15}) {
            for (int round = 0; round < 20; round++) {
                double[] values = random.doubles(1 + random.nextInt(500)).map(x -> offset + (x - 0.3) * 40).toArray();
                values[0] += round % 3 == 0 ? 1e7 : 0;
                Summary summary = summary(values);
                BigDecimal mean = mean(values);
                assertEquals(mean.doubleValue(), summary.mean(), Math.ulp(offset) + 1e-15 * Math.abs(mean.doubleValue()));
                if (values.length > 1) {
                    double deviation = deviation(values, mean);
                    assertEquals(deviation, summary.standardDeviation(), 1e-14 * deviation);
                }
            }
        }
    }

    private static BigDecimal mean(double[] values) {
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.length), new MathContext(60));
    }

    private static double deviation(double[] values, BigDecimal mean) {
        BigDecimal sum = Arrays.stream(values).mapToObj(x -> new BigDecimal(x).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Math.sqrt(sum.divide(BigDecimal.valueOf(values.length - 1L), new MathContext(60)).doubleValue());
    }

    @Test
    void mistakesAreNamed() {
        accumulator.begin(3);
        accumulator.add(2);
        refused("number 1.0 after 2.0: finite numbers in ascending order were expected", 1);
        refused("number NaN after 2.0: finite numbers in ascending order were expected", Double.NaN);
        refused("number Infinity after 2.0: finite numbers in ascending order were expected", Double.POSITIVE_INFINITY);
        assertEquals("1 numbers came, 3 were expected", assertThrows(IllegalArgumentException.class, accumulator::finish).getMessage());
    }

    private void refused(String message, double value) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> accumulator.add(value)).getMessage());
    }
}
