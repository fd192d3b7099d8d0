package org.insardask.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.insardask.simulator.Noise.Stream;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private final Noise noise = new Noise(7);

    @Test
    void normalNumbersHaveTheirMoments() {
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        double lag = 0;
        double before = 0;
        for (int k = 0; k < n; k++) {
            double z = noise.normal(Stream.NOISE_REAL, k % 500, k / 500, 3);
            sum += z;
            squares += z * z;
            fourth += z * z * z * z;
            lag += z * before;
            before = z;
        }
        assertEquals(0, sum / n, 0.01);
        assertEquals(1, squares / n, 0.015);
        assertEquals(3, fourth / n, 0.1);
        assertEquals(0, lag / n, 0.01);
    }

    @Test
    void uniformNumbersFillTheUnitInterval() {
        double sum = 0;
        for (int k = 0; k < 100_000; k++) {
            double u = noise.uniform(Stream.SURFACE, k, -k, 0);
            assertTrue(u >= 0 && u < 1);
            sum += u;
        }
        assertEquals(0.5, sum / 100_000, 0.005);
    }

    @Test
    void numbersDependOnEveryArgument() {
        double z = noise.normal(Stream.NOISE_REAL, 1, 2, 3);
        assertEquals(z, new Noise(7).normal(Stream.NOISE_REAL, 1, 2, 3));
        assertNotEquals(z, new Noise(8).normal(Stream.NOISE_REAL, 1, 2, 3));
        assertNotEquals(z, noise.normal(Stream.NOISE_IMAGINARY, 1, 2, 3));
        assertNotEquals(z, noise.normal(Stream.NOISE_REAL, 2, 1, 3));
        assertNotEquals(z, noise.normal(Stream.NOISE_REAL, 1, 2, 4));
    }
}
