package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Amplitude dispersion, sigma curves and phase differences. */
class QualityTest {

    @Test
    void dispersionOfKnownAmplitudes() {
        assertEquals(Math.sqrt(1.25) / 2.5, AmplitudeDispersion.NAD.compute(new double[] {4.0, 1.0, 3.0, 2.0}, 4), 1.0e-15);
        assertEquals(1.0 / 2.5, AmplitudeDispersion.NMAD.compute(new double[] {4.0, 1.0, 3.0, 2.0}, 4), 1.0e-15);
        assertEquals(1.0 / 3.0, AmplitudeDispersion.NMAD.compute(new double[] {9.0, 2.0, 3.0, 4.0, 3.0, 77.0}, 5), 1.0e-15);
        assertEquals(0.0, AmplitudeDispersion.NAD.compute(new double[] {2.0, 2.0}, 2));
        assertTrue(Double.isNaN(AmplitudeDispersion.NMAD.compute(new double[] {2.0}, 1)));
    }

    @Test
    void curvesAreClampedAtZero() {
        assertEquals(0.0, SigmaCurve.NAD_2_SIGMA.sigma(0.0));
        assertEquals(0.01907808, SigmaCurve.NMAD_2_SIGMA.sigma(0.0), 1.0e-12);
        assertEquals(-1.44869469e-2 + 0.2 * 2.00028682 - 0.04 * 5.23271341 + 0.008 * 21.1111801, SigmaCurve.NMAD_MEAN.sigma(0.2), 1.0e-12);
        assertTrue(Double.isNaN(SigmaCurve.NAD_MEAN.sigma(Double.NaN)));
    }

    @Test
    void doubleDifferenceHasTheSignOfTargetMinusReference() {
        double[] motherRe = {Math.cos(0.3), 1.0, Double.NaN};
        double[] motherIm = {Math.sin(0.3), 1.0, 1.0};
        double[] re = {2.0 * Math.cos(0.1), 0.0, 1.0};
        double[] im = {2.0 * Math.sin(0.1), 0.0, 1.0};
        PhaseDifference.single(motherRe, motherIm, re, im, 3);
        float[] amplitude = new float[3];
        SampleKernel kernel = new SampleKernel();
        kernel.amplitude(re, im, 3, amplitude, 0);
        assertEquals(2.0f, amplitude[0], 1.0e-6f);
        assertEquals(0.0f, amplitude[1]);
        assertTrue(Float.isNaN(amplitude[2]));
        float[] phase = new float[4];
        kernel.setReference(Math.cos(-0.5), Math.sin(-0.5));
        kernel.doublePhase(re, im, 3, phase, 1);
        assertEquals(0.2 + 0.5, phase[1], 1.0e-7);
        assertTrue(Float.isNaN(phase[2]));
        assertTrue(Float.isNaN(phase[3]));
        kernel.setReference(0.0, 0.0);
        kernel.doublePhase(new double[] {2.0}, im, 1, phase, 0);
        assertTrue(Float.isNaN(phase[0]), "a missing reference");
    }
}
