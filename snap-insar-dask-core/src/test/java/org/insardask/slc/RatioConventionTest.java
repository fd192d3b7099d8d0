package org.insardask.slc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioConventionTest extends SlcReconstructionContract {

    @Override
    Convention convention() {
        return Convention.RATIO;
    }

    @Override
    double[] interferogram(double a, double b, double c, double d) {
        return new double[] {a * c - b * d, a * d + b * c};
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void hasTheBitsOfNumpy(int epoch) throws IOException {
        GoldenCase golden = GoldenCase.load();
        int n = GoldenCase.WIDTH * GoldenCase.HEIGHT;
        float[] re = new float[n];
        float[] im = new float[n];
        NoDataCounts counts = SlcReconstruction.of(Convention.RATIO).reconstruct(
                ComplexWindow.packed(golden.mother(0), golden.mother(1), GoldenCase.WIDTH),
                ComplexWindow.packed(golden.ifg(epoch, 0), golden.ifg(epoch, 1), GoldenCase.WIDTH),
                ComplexWindow.packed(re, im, GoldenCase.WIDTH), GoldenCase.WIDTH, GoldenCase.HEIGHT);

        int noData = 0;
        for (int k = 0; k < n; k++) {
            boolean data = golden.isData(epoch, k);
            assertEquals(bits(data ? golden.expected(epoch, 0)[k] : 0f), bits(re[k]), "real part of pixel " + k);
            assertEquals(bits(data ? golden.expected(epoch, 1)[k] : 0f), bits(im[k]), "imaginary part of pixel " + k);
            noData += data ? 0 : 1;
        }
        assertEquals(new NoDataCounts(noData - 1, 1, 0), counts);
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }
}
