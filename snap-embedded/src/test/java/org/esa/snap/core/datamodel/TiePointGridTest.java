package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Interpolation of tie points, by SNAP's public API only. */
class TiePointGridTest {

    private static final float[] VALUES = {0, 10, 20, 100, 110, 124};

    private final TiePointGrid grid = new TiePointGrid("g", 3, 2, 0.5, 0.5, 4, 8, VALUES.clone());

    @Test
    void tiePointsLieAtPixelCentresWhereTheOffsetSaysSo() {
        assertEquals(0.0, grid.getPixelDouble(0, 0));
        assertEquals(10.0, grid.getPixelDouble(4, 0));
        assertEquals(124.0, grid.getPixelDouble(8, 8));
        assertEquals(10.0, grid.getPixelDouble(4.5, 0.5));
    }

    @Test
    void betweenThemItIsBilinear() {
        assertEquals(5.0, grid.getPixelDouble(2, 0), 1e-12);
        assertEquals(50.0, grid.getPixelDouble(0, 4), 1e-12);
        assertEquals((10 + 20 + 110 + 124) / 4.0, grid.getPixelDouble(6, 4), 1e-12);
        assertEquals(66, grid.getPixelInt(6, 4));
        assertEquals(66f, grid.getPixelFloat(6, 4));
    }

    @Test
    void beyondTheGridItIsExtrapolated() {
        assertEquals(-5.0, grid.getPixelDouble(-2 + 0.5, 0.5), 1e-12);
        assertEquals(25.0, grid.getPixelDouble(10 + 0.5, 0.5), 1e-12);
    }

    @Test
    void offsetsMayBeNegative() {
        TiePointGrid shifted = new TiePointGrid("g", 3, 2, -3.5, 0.5, 4, 8, VALUES.clone());
        assertEquals(10.0, shifted.getPixelDouble(0, 0), 1e-12);
        assertEquals(15.0, shifted.getPixelDouble(2, 0), 1e-12);
    }

    @Test
    void windowsEqualPixels() throws IOException {
        float[] window = grid.readPixels(1, 2, 5, 3, (float[]) null);
        double[] doubles = grid.getPixels(1, 2, 5, 3, (double[]) null, ProgressMonitor.NULL);
        for (int i = 0; i < 15; i++) {
            assertEquals(grid.getPixelDouble(1 + i % 5, 2 + i / 5), doubles[i], 1e-9);
            assertEquals((float) doubles[i], window[i]);
        }
    }

    @Test
    void anglesJumpAt180() {
        TiePointGrid lon = new TiePointGrid("lon", 2, 2, 0.5, 0.5, 10, 10, new float[] {179, -179, 179, -179},
                TiePointGrid.DISCONT_AT_180);
        assertEquals(179.4, lon.getPixelDouble(2, 0), 1e-4);
        assertEquals(-179.4, lon.getPixelDouble(8, 0), 1e-4);
    }

    @Test
    void anglesJumpAt360() {
        TiePointGrid angle = new TiePointGrid("a", 2, 2, 0.5, 0.5, 10, 10, new float[] {359, 1, 359, 1}, true);
        assertEquals(TiePointGrid.DISCONT_AT_360, angle.getDiscontinuity());
        assertEquals(359.4, angle.getPixelDouble(2, 0), 1e-4);
        assertEquals(0.6, angle.getPixelDouble(8, 0), 1e-4);
    }

    @Test
    void clonesHaveTheirOwnTiePoints() {
        grid.setUnit("deg");
        TiePointGrid clone = grid.cloneTiePointGrid();
        assertArrayEquals(VALUES, clone.getTiePoints());
        assertNotSame(grid.getTiePoints(), clone.getTiePoints());
        assertEquals("deg", clone.getUnit());
        assertEquals(4.0, clone.getSubSamplingX());
    }

    @Test
    void samplesAreReadOnly() {
        assertThrows(UnsupportedOperationException.class, () -> grid.setPixelFloat(0, 0, 1f));
        assertThrows(UnsupportedOperationException.class, () -> grid.setPixels(0, 0, 1, 1, new float[1]));
    }

    @Test
    void shapesThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TiePointGrid("g", 1, 2, 0, 0, 1, 1, new float[2]));
        assertThrows(IllegalArgumentException.class, () -> new TiePointGrid("g", 2, 2, 0, 0, 1, 1, new float[3]));
        assertThrows(IllegalArgumentException.class, () -> new TiePointGrid("g", 2, 2, 0, 0, 0, 1, new float[4]));
    }
}
