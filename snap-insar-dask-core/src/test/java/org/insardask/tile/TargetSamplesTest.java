package org.insardask.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Tile;
import org.junit.jupiter.api.Test;

class TargetSamplesTest {

    @Test
    void samplesGoIntoTheBufferOfTheirType() {
        float[] floats = new float[FakeTile.LENGTH];
        double[] doubles = new double[FakeTile.LENGTH];
        int[] ints = new int[FakeTile.LENGTH];
        short[] shorts = new short[FakeTile.LENGTH];
        byte[] bytes = new byte[FakeTile.LENGTH];
        TargetSamples.write(new float[] {1, 2, 3, 4, 5, 6, 99}, tile(ProductData.TYPE_FLOAT32, floats));
        TargetSamples.write(new double[] {1, 2, 3, 4, 5, 6, 99}, tile(ProductData.TYPE_FLOAT64, doubles));
        TargetSamples.write(new int[] {1, 2, 3, 4, 5, 6}, tile(ProductData.TYPE_INT32, ints));
        TargetSamples.write(new short[] {1, 2, 3, 4, 5, 6}, tile(ProductData.TYPE_INT16, shorts));
        TargetSamples.write(new byte[] {1, 2, 3, 4, 5, 6}, tile(ProductData.TYPE_UINT8, bytes));

        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0}, floats);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0}, doubles);
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0}, ints);
        assertArrayEquals(new short[] {0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0}, shorts);
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0}, bytes);
    }

    @Test
    void doublesAreRoundedIntoFloats() {
        float[] floats = new float[FakeTile.LENGTH];
        TargetSamples.write(new double[] {0.1, 0, 0, 0, 0, Double.NaN}, tile(ProductData.TYPE_FLOAT32, floats));

        assertEquals(0.1f, floats[FakeTile.OFFSET]);
        assertEquals(Float.NaN, floats[FakeTile.OFFSET + FakeTile.STRIDE + 2]);
    }

    @Test
    void otherTypesGoThroughTheBulkMethodOfTheTile() {
        Tile tile = tile(ProductData.TYPE_INT16, new short[FakeTile.LENGTH]);
        float[] samples = new float[6];

        UnsupportedOperationException called =
                assertThrows(UnsupportedOperationException.class, () -> TargetSamples.write(samples, tile));
        assertEquals("setSamples of float[]", called.getMessage());
    }

    @Test
    void theBufferOfAFloatTileIsSeen() {
        float[] floats = new float[FakeTile.LENGTH];
        FloatView view = TargetSamples.view(tile(ProductData.TYPE_FLOAT32, floats));

        assertSame(floats, view.data());
        assertEquals(FakeTile.OFFSET, view.offset());
        assertEquals(FakeTile.STRIDE, view.stride());
        Tile other = tile(ProductData.TYPE_INT32, new int[FakeTile.LENGTH]);
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> TargetSamples.view(other));
        assertEquals("band 'b' is not of type float32 without scaling", error.getMessage());
    }

    @Test
    void anArrayThatIsTooShortIsRefused() {
        Tile tile = tile(ProductData.TYPE_INT32, new int[FakeTile.LENGTH]);
        int[] tooShort = new int[5];

        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> TargetSamples.write(tooShort, tile));
        assertEquals("array of 5 for a tile of 3 x 2", error.getMessage());
    }

    private static Tile tile(int type, Object buffer) {
        return FakeTile.of(new Band("b", type, 30, 20), buffer);
    }
}
