package org.insardask.slc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class SnapConventionTest extends SlcReconstructionContract {

    @Override
    Convention convention() {
        return Convention.SNAP;
    }

    @Override
    double[] interferogram(double a, double b, double c, double d) {
        return new double[] {a * c + b * d, b * c - a * d};
    }

    @Test
    void theLargestFloatsAreDivided() {
        float[] large = {Float.MAX_VALUE};
        float[] re = new float[1];
        float[] im = new float[1];
        ComplexWindow window = ComplexWindow.packed(large, large, 1);
        SlcReconstruction.of(Convention.SNAP).reconstruct(window, window, ComplexWindow.packed(re, im, 1), 1, 1);

        assertArrayEquals(new float[] {1, 0}, new float[] {re[0], im[0]});
    }
}
