package org.insardask.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.insardask.arc.AmplitudeDispersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PixelDispersionTest {

    /** Amplitudes by pixel to dispersions. */
    private static float[] compute(AmplitudeDispersion dispersion, float[]... pixels) {
        int epochs = pixels[0].length;
        PixelDispersion kernel = new PixelDispersion(dispersion, epochs);
        for (int e = 0; e < epochs; e++) {
            float[] plane = new float[pixels.length + 1];
            for (int p = 0; p < pixels.length; p++) {
                plane[p + 1] = pixels[p][e];
            }
            kernel.setAmplitude(e, plane, 1, pixels.length, 1.0);
        }
        float[] out = new float[pixels.length + 2];
        kernel.compute(pixels.length, out, 2);
        return Arrays.copyOfRange(out, 2, out.length);
    }

    @Test
    void byHand() {
        float[] series = {2, 4, 4, 4, 5, 5, 7, 9}; // mean 5, standard deviation 2
        assertEquals(0.4f, compute(AmplitudeDispersion.NAD, series)[0]);
        // median 4.5, deviations 2.5 .5 .5 .5 .5 .5 2.5 4.5, their median .5
        assertEquals((float) (0.5 / 4.5), compute(AmplitudeDispersion.NMAD, series)[0]);
        float[] odd = {10, 11, 14}; // median 11, deviations 1 0 3
        assertEquals((float) (1.0 / 11.0), compute(AmplitudeDispersion.NMAD, odd)[0]);
    }

    @Test
    void zeroIsAnAmplitude() {
        assertEquals((float) Math.sqrt(0.5), compute(AmplitudeDispersion.NAD, new float[] {0, 3, 3})[0], 1e-7f);
        assertEquals(0.0f, compute(AmplitudeDispersion.NMAD, new float[] {0, 3, 3})[0]);
        assertEquals((float) (1.0 / 3.0), compute(AmplitudeDispersion.NMAD, new float[] {0, 2, 3, 4, 5})[0]);
    }

    @Test
    void withoutMeanOrMedianThereIsNone() {
        float[] dark = {0, 0, 0};
        assertTrue(Float.isNaN(compute(AmplitudeDispersion.NAD, dark)[0]));
        assertTrue(Float.isNaN(compute(AmplitudeDispersion.NMAD, dark)[0]));
        assertTrue(Float.isNaN(compute(AmplitudeDispersion.NMAD, new float[] {0, 0, 3})[0]));
    }

    @ParameterizedTest
    @EnumSource(AmplitudeDispersion.class)
    void anyMissingEpochDiscardsThePixel(AmplitudeDispersion dispersion) {
        float[] found = compute(dispersion, new float[] {3, 4, 5}, new float[] {3, Float.NaN, 5}, new float[] {3, 4, -1},
                new float[] {Float.NaN, 0, 5}, new float[] {3, 4, 5});
        assertTrue(found[0] > 0.0f && found[4] == found[0], Arrays.toString(found));
        assertTrue(Float.isNaN(found[1]) && Float.isNaN(found[2]) && Float.isNaN(found[3]), Arrays.toString(found));
    }

    @ParameterizedTest
    @EnumSource(AmplitudeDispersion.class)
    void aFullBlockEqualsPixelsOneByOne(AmplitudeDispersion dispersion) {
        Random random = new Random(11);
        int epochs = 14;
        float[][] pixels = new float[PixelDispersion.BLOCK][epochs];
        for (float[] pixel : pixels) {
            for (int e = 0; e < epochs; e++) {
                pixel[e] = random.nextInt(200) == 0 ? 0.0f : (float) (100.0 + 30.0 * random.nextGaussian());
            }
        }
        float[] found = compute(dispersion, pixels);
        for (int p = 0; p < pixels.length; p++) {
            double[] series = new double[epochs];
            for (int e = 0; e < epochs; e++) {
                series[e] = pixels[p][e];
            }
            assertEquals(dispersion.compute(series, epochs), found[p], 2e-7, "pixel " + p);
        }
    }

    @Test
    void complexSamplesAndIntensities() {
        PixelDispersion kernel = new PixelDispersion(AmplitudeDispersion.NAD, 2);
        kernel.setComplex(0, new float[] {3, 0, 0}, 0, new float[] {4, 0, 0}, 0, 3, false, 2.0);
        kernel.setIntensity(1, new float[] {9, 9, -9}, 0, 3, 10.0);
        float[] out = new float[3];
        kernel.compute(3, out, 0);
        assertEquals(0.5f, out[0]); // 10 and 30
        assertEquals(1.0f, out[1]); // 0 and 30
        assertTrue(Float.isNaN(out[2]));
        kernel.setComplex(0, new float[] {3, 0, 0}, 0, new float[] {4, 0, 0}, 0, 3, true, 2.0);
        kernel.compute(3, out, 0);
        assertEquals(0.5f, out[0]);
        assertTrue(Float.isNaN(out[1]));
    }

    @Test
    void hugeAndTinySamplesDoNotOverflow() {
        PixelDispersion kernel = new PixelDispersion(AmplitudeDispersion.NAD, 2);
        kernel.setComplex(0, new float[] {3e30f, 3e-30f}, 0, new float[] {4e30f, 4e-30f}, 0, 2, true, 1.0);
        kernel.setComplex(1, new float[] {15e30f, 15e-30f}, 0, new float[] {0, 0}, 0, 2, true, 1.0);
        float[] out = new float[2];
        kernel.compute(2, out, 0);
        assertEquals(0.5f, out[0], 1e-7f);
        assertEquals(0.5f, out[1], 1e-7f);
    }

    @Test
    void oneEpochIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new PixelDispersion(AmplitudeDispersion.NAD, 1));
        assertEquals("dispersion of 1 amplitudes, expected at least 2", e.getMessage());
    }
}
