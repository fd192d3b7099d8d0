package org.insardask.slc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every convention must do.
 */
abstract class SlcReconstructionContract {

    abstract Convention convention();

    /** The interferogram of a mother a + bj and a daughter c + dj that the convention inverts: real and imaginary part. */
    abstract double[] interferogram(double a, double b, double c, double d);

    private SlcReconstruction kernel() {
        return SlcReconstruction.of(convention());
    }

    @Test
    void givesTheDaughterBack() {
        int n = 1000;
        Random random = new Random(7);
        float[] m = new float[2 * n];
        float[] i = new float[2 * n];
        float[] expected = new float[2 * n];
        for (int k = 0; k < n; k++) {
            m[k] = (float) (random.nextGaussian() * 1000);
            m[n + k] = (float) (random.nextGaussian() * 1000);
            expected[k] = (float) (random.nextGaussian() * 1000);
            expected[n + k] = (float) (random.nextGaussian() * 1000);
            double[] z = interferogram(m[k], m[n + k], expected[k], expected[n + k]);
            i[k] = (float) z[0];
            i[n + k] = (float) z[1];
        }
        float[] out = new float[2 * n];

        NoDataCounts counts = kernel().reconstruct(halves(m, n), halves(i, n), halves(out, n), n, 1);

        assertEquals(NoDataCounts.NONE, counts);
        assertArrayEquals(expected, out, 2e-3f);
    }

    @Test
    void motherOrInterferogramWithoutDataGivesZeroAndIsCounted() {
        float nan = Float.NaN;
        float inf = Float.POSITIVE_INFINITY;
        float[][] samples = {
            // mother re, im, interferogram re, im
            {0, 0, 5, 2}, {-0f, 0, 5, 2}, {0, 0, 0, 0}, {nan, 1, 1, 1}, {1, nan, 1, 1}, {inf, 0, 1, 1}, {1, -inf, nan, 1},
            {1, 1, 0, 0}, {1, 1, nan, 0}, {1, 1, 0, nan}, {1, 1, inf, 0},
            {Float.MIN_VALUE, 0, 1e30f, 0}};
        float[] out = compute(samples);

        assertArrayEquals(new float[2 * samples.length], out);
        assertEquals(new NoDataCounts(7, 4, 1), counts(samples));
    }

    @Test
    void neitherOverflowsNorUnderflowsOnTheWay() {
        float[][] samples = {{1e25f, 1e25f, 1e25f, 1e25f}, {1e-30f, 1e-30f, 1e-30f, 1e-30f}, {1e-30f, 0, 1e-36f, 0}};
        float[] out = compute(samples);

        assertArrayEquals(new float[] {1, 1, 1e-6f, 0, 0, 0}, out, 1e-6f);
        assertEquals(NoDataCounts.NONE, counts(samples));
    }

    @Test
    void anImaginaryOrRealMotherIsData() {
        float[] out = compute(new float[][] {{3, 0, 6, 3}, {0, 3, 6, 3}});
        float sign = convention() == Convention.SNAP ? -1 : 1;

        assertArrayEquals(new float[] {2, 1, sign, -2 * sign}, out);
    }

    @Test
    void windowsIntoLargerArraysAreRead() {
        float[] mre = {9, 9, 9, 9, 9, 1, 2, 9, 3, 4};
        float[] mim = {0, 0, 0, 0, 0, 0};
        float[] ire = {1, 2, 3, 4};
        float[] iim = {0, 0, 9, 9, 0, 0};
        float[] dre = new float[7];
        float[] dim = {8, 8, 8, 8};
        kernel().reconstruct(new ComplexWindow(mre, 5, 3, mim, 1, 2), new ComplexWindow(ire, 0, 2, iim, 0, 4),
                new ComplexWindow(dre, 1, 3, dim, 0, 2), 2, 2);

        assertArrayEquals(new float[] {0, 1, 1, 0, 1, 1, 0}, dre);
        assertArrayEquals(new float[4], dim, 0f);
    }

    @Test
    void aWindowThatIsTooSmallIsRefused() {
        ComplexWindow four = ComplexWindow.packed(new float[4], new float[4], 2);
        ComplexWindow three = ComplexWindow.packed(new float[4], new float[3], 2);
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> kernel().reconstruct(four, three, four, 2, 2));

        assertEquals("interferogram (imaginary): 2 x 2 samples from index 0 with stride 2 do not fit into 3", error.getMessage());
    }

    private float[] compute(float[][] samples) {
        float[] out = new float[2 * samples.length];
        run(samples, out);
        return out;
    }

    private NoDataCounts counts(float[][] samples) {
        return run(samples, new float[2 * samples.length]);
    }

    /** One sample per column; in {@code out} the real parts, then the imaginary parts. */
    private NoDataCounts run(float[][] samples, float[] out) {
        int n = samples.length;
        float[] m = new float[2 * n];
        float[] i = new float[2 * n];
        for (int k = 0; k < n; k++) {
            m[k] = samples[k][0];
            m[n + k] = samples[k][1];
            i[k] = samples[k][2];
            i[n + k] = samples[k][3];
        }
        return kernel().reconstruct(halves(m, n), halves(i, n), halves(out, n), n, 1);
    }

    private static ComplexWindow halves(float[] reThenIm, int n) {
        return new ComplexWindow(reThenIm, 0, n, reThenIm, n, n);
    }
}
