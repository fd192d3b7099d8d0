package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Phases and amplitudes of more samples than a block, at other places than the first. */
class SampleKernelTest {

    private static final int COUNT = 700;
    private static final int REAL_FROM = 3;
    private static final int IMAGINARY_FROM = 5;
    private static final int TO = 2;

    private final SampleKernel kernel = new SampleKernel();
    private final float[] real = new float[COUNT + 10];
    private final float[] imaginary = new float[COUNT + 10];

    private void fill(Random random, double size) {
        for (int i = 0; i < COUNT; i++) {
            double angle = 2.0 * Math.PI * random.nextDouble();
            real[REAL_FROM + i] = (float) (size * Math.cos(angle));
            imaginary[IMAGINARY_FROM + i] = (float) (size * Math.sin(angle));
        }
    }

    private float[] phases(double referenceReal, double referenceImaginary) {
        float[] phase = new float[COUNT + 10];
        kernel.setReference(referenceReal, referenceImaginary);
        kernel.doublePhase(real, REAL_FROM, imaginary, IMAGINARY_FROM, COUNT, phase, TO);
        return phase;
    }

    private static double[] toDoubles(float[] values, int from) {
        double[] doubles = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            doubles[i] = values[from + i];
        }
        return doubles;
    }

    @Test
    void phasesOfAllSizes() {
        Random random = new Random(1L);
        for (double size : new double[] {1.0e-30, 1.0e-10, 1.0, 1.0e3, 1.0e20, 1.0e38}) {
            fill(random, size);
            double referenceReal = random.nextGaussian() / size;
            double referenceImaginary = random.nextGaussian() / size;
            float[] phase = phases(referenceReal, referenceImaginary);
            double reference = Math.atan2(referenceImaginary, referenceReal);
            for (int i = 0; i < COUNT; i++) {
                double expected = Math.atan2(imaginary[IMAGINARY_FROM + i], real[REAL_FROM + i]) - reference;
                assertEquals(0.0, Math.IEEEremainder(expected - phase[TO + i], 2.0 * Math.PI), 5.0e-7, "size " + size);
            }
            assertEquals(0.0f, phase[TO - 1]);
            assertEquals(0.0f, phase[TO + COUNT]);
        }
    }

    @Test
    void doublesAsFloats() {
        fill(new Random(2L), 50.0);
        float[] expected = phases(0.3, -0.8);
        float[] phase = new float[COUNT + 10];
        double[] re = toDoubles(real, REAL_FROM);
        double[] im = toDoubles(imaginary, IMAGINARY_FROM);
        kernel.doublePhase(re, im, COUNT, phase, TO);
        assertArrayEquals(expected, phase, 5.0e-7f);
        float[] amplitude = new float[COUNT + 10];
        float[] amplitudeOfDoubles = new float[COUNT + 10];
        kernel.amplitude(real, REAL_FROM, imaginary, IMAGINARY_FROM, COUNT, amplitude, TO);
        kernel.amplitude(re, im, COUNT, amplitudeOfDoubles, TO);
        assertArrayEquals(amplitude, amplitudeOfDoubles);
        for (int i = 0; i < COUNT; i++) {
            assertEquals((float) Math.sqrt(re[i] * re[i] + im[i] * im[i]), amplitude[TO + i]);
        }
    }

    @Test
    void sampleOfTheReferenceHasNoPhase() {
        Random random = new Random(3L);
        fill(random, 1.0e-7);
        for (int i = 0; i < COUNT; i++) {
            float[] phase = phases(real[REAL_FROM + i], imaginary[IMAGINARY_FROM + i]);
            assertEquals(0.0f, phase[TO + i]);
        }
    }

    @Test
    void missingSamples() {
        fill(new Random(4L), 1.0);
        float[] bad = {0.0f, Float.NaN, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int i = 0; i < bad.length; i++) {
            real[REAL_FROM + i] = bad[i];
            imaginary[IMAGINARY_FROM + i] = i == 1 ? 1.0f : bad[i];
        }
        float[] phase = phases(2.0, 1.0);
        float[] amplitude = new float[COUNT];
        kernel.amplitude(real, REAL_FROM, imaginary, IMAGINARY_FROM, COUNT, amplitude, 0);
        for (int i = 0; i < bad.length; i++) {
            assertTrue(Float.isNaN(phase[TO + i]), "sample " + i);
        }
        assertArrayEquals(new float[] {0.0f, Float.NaN, Float.NaN, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY},
                Arrays.copyOf(amplitude, bad.length));
        assertTrue(Float.isFinite(phase[TO + bad.length]));
    }

    @Test
    void missingReference() {
        fill(new Random(5L), 1.0);
        float[] zero = phases(0.0, 0.0);
        float[] notANumber = phases(Double.NaN, 1.0);
        for (int i = TO; i < TO + COUNT; i++) {
            assertTrue(Float.isNaN(zero[i]));
            assertTrue(Float.isNaN(notANumber[i]));
        }
    }
}
