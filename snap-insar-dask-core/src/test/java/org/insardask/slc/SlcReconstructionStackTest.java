package org.insardask.slc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All daughters in one pass are those of one pass each, and the counts are the sums. */
class SlcReconstructionStackTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 5;
    private static final float[] SPECIAL = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE};

    private final Random random = new Random(3);

    private float[] noise() {
        float[] samples = new float[WIDTH * HEIGHT];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = random.nextInt(4) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : (float) random.nextGaussian();
        }
        return samples;
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void onePassGivesTheSame(Convention convention) {
        SlcReconstruction kernel = SlcReconstruction.of(convention);
        ComplexWindow mother = ComplexWindow.packed(noise(), noise(), WIDTH);
        List<ComplexWindow> ifgs = new ArrayList<>();
        List<ComplexWindow> together = new ArrayList<>();
        List<ComplexWindow> single = new ArrayList<>();
        NoDataCounts sum = NoDataCounts.NONE;
        for (int k = 0; k < 3; k++) {
            ifgs.add(ComplexWindow.packed(noise(), noise(), WIDTH));
            together.add(ComplexWindow.packed(noise(), noise(), WIDTH));
            single.add(ComplexWindow.packed(noise(), noise(), WIDTH));
            sum = sum.plus(kernel.reconstruct(mother, ifgs.get(k), single.get(k), WIDTH, HEIGHT));
        }
        assertEquals(sum, kernel.reconstruct(mother, ifgs, together, WIDTH, HEIGHT));
        for (int k = 0; k < 3; k++) {
            assertArrayEquals(single.get(k).re(), together.get(k).re());
            assertArrayEquals(single.get(k).im(), together.get(k).im());
        }
    }

    @Test
    void listsHaveOneLength() {
        ComplexWindow window = ComplexWindow.packed(new float[4], new float[4], 2);
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> SlcReconstruction.of(Convention.SNAP).reconstruct(window, List.of(window), List.of(), 2, 2));
        assertEquals("1 interferograms for 0 daughters", error.getMessage());
    }
}
