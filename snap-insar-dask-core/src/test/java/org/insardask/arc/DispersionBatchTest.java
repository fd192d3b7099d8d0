package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dispersions of blocks of points are those of the points. */
class DispersionBatchTest {

    private static final int EPOCHS = 31;
    private static final int STRIDE = 700;

    private static void assertSame(AmplitudeDispersion dispersion, float[] amplitude, int count) {
        double[] actual = new double[count];
        int[] valid = new int[count];
        new DispersionBatch(dispersion, EPOCHS).compute(amplitude, STRIDE, count, actual, valid);
        double[] series = new double[EPOCHS];
        for (int p = 0; p < count; p++) {
            int size = 0;
            for (int e = 0; e < EPOCHS; e++) {
                if (amplitude[e * STRIDE + p] > 0.0f) {
                    series[size++] = amplitude[e * STRIDE + p];
                }
            }
            assertEquals(size, valid[p]);
            assertEquals(dispersion.compute(series, size), actual[p], 1.0e-6, dispersion + " of point " + p);
        }
    }

    private static float[] amplitudes(Random random) {
        float[] amplitude = new float[EPOCHS * STRIDE];
        for (int i = 0; i < amplitude.length; i++) {
            amplitude[i] = (float) (100.0 * Math.exp(0.1 * (i % 17) * random.nextGaussian()));
        }
        return amplitude;
    }

    @Test
    void allNumbers() {
        for (AmplitudeDispersion dispersion : AmplitudeDispersion.values()) {
            assertSame(dispersion, amplitudes(new Random(1L)), STRIDE);
            assertSame(dispersion, amplitudes(new Random(2L)), 3);
        }
    }

    @Test
    void missingNumbers() {
        Random random = new Random(3L);
        float[] amplitude = amplitudes(random);
        for (int p = 0; p < STRIDE; p++) {
            int missing = p % (EPOCHS + 1);
            for (int k = 0; k < missing; k++) {
                amplitude[(k * 7 + p) % EPOCHS * STRIDE + p] = k % 2 == 0 ? Float.NaN : 0.0f;
            }
        }
        for (AmplitudeDispersion dispersion : AmplitudeDispersion.values()) {
            assertSame(dispersion, amplitude, STRIDE);
        }
    }

    @Test
    void equalNumbersAndNearlyEqualOnes() {
        Random random = new Random(4L);
        float[] amplitude = new float[EPOCHS * STRIDE];
        Arrays.fill(amplitude, 3.5f);
        for (int i = 0; i < amplitude.length; i++) {
            int kind = i % STRIDE % 4;
            if (kind == 1) {
                amplitude[i] = random.nextInt(3) + 1.0f;
            } else if (kind == 2) {
                amplitude[i] = Math.nextUp(amplitude[i]) * (random.nextBoolean() ? 1.0f : 1.0000001f);
            } else if (kind == 3) {
                amplitude[i] = random.nextInt(20) == 0 ? 1.0e30f : 1.0e-30f * (1.0f + random.nextFloat());
            }
        }
        for (AmplitudeDispersion dispersion : AmplitudeDispersion.values()) {
            assertSame(dispersion, amplitude, STRIDE);
        }
    }
}
