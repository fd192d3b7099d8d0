package org.insardask.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceSamplesTest {

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(ProductData.TYPE_INT8, new byte[FakeTile.LENGTH], (byte) -2, -2.0),
                Arguments.of(ProductData.TYPE_UINT8, new byte[FakeTile.LENGTH], (byte) -2, 254.0),
                Arguments.of(ProductData.TYPE_INT16, new short[FakeTile.LENGTH], (short) -2, -2.0),
                Arguments.of(ProductData.TYPE_UINT16, new short[FakeTile.LENGTH], (short) -2, 65534.0),
                Arguments.of(ProductData.TYPE_INT32, new int[FakeTile.LENGTH], -2, -2.0),
                Arguments.of(ProductData.TYPE_UINT32, new int[FakeTile.LENGTH], -2, 4294967294.0),
                Arguments.of(ProductData.TYPE_FLOAT32, new float[FakeTile.LENGTH], -2f, -2.0),
                Arguments.of(ProductData.TYPE_FLOAT64, new double[FakeTile.LENGTH], -2.0, -2.0));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsRead(int type, Object buffer, Object raw, double expected) {
        // The last sample of the tile; its neighbours in the buffer are not of the tile.
        Array.set(buffer, FakeTile.OFFSET + FakeTile.STRIDE + 2, raw);
        Array.set(buffer, FakeTile.OFFSET + FakeTile.WIDTH, raw);
        Array.set(buffer, FakeTile.OFFSET - 1, raw);
        Band band = band(type);
        Tile tile = FakeTile.of(band, buffer);

        assertArrayEquals(new double[] {0, 0, 0, 0, 0, expected}, SourceSamples.of(band).read(tile, new double[6]));
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, (float) expected, 7}, SourceSamples.of(band).read(tile, floats(7, 7)));
        FloatView view = SourceSamples.of(band).view(tile);
        assertEquals((float) expected, view.data()[view.offset() + view.stride() + 2]);
    }

    @Test
    void scalingIsApplied() {
        Band band = band(ProductData.TYPE_INT16);
        band.setScalingFactor(2);
        band.setScalingOffset(1);
        short[] buffer = new short[FakeTile.LENGTH];
        buffer[FakeTile.OFFSET] = 10;

        assertArrayEquals(new float[] {21, 1, 1, 1, 1, 1}, SourceSamples.of(band).read(FakeTile.of(band, buffer), new float[6]));
    }

    @Test
    void noDataBecomesNaNWhereAskedFor() {
        Band band = band(ProductData.TYPE_FLOAT32);
        band.setNoDataValue(-9999.9);
        band.setNoDataValueUsed(true);
        float[] buffer = new float[FakeTile.LENGTH];
        buffer[FakeTile.OFFSET + 1] = -9999.9f;
        Tile tile = FakeTile.of(band, buffer);
        float nan = Float.NaN;

        assertArrayEquals(new float[] {0, -9999.9f, 0, 0, 0, 0}, SourceSamples.of(band).read(tile, new float[6]));
        assertArrayEquals(new float[] {0, nan, 0, 0, 0, 0}, SourceSamples.noDataAsNaN(band).read(tile, new float[6]));
        assertArrayEquals(new double[] {0, nan, 0, 0, 0, 0}, SourceSamples.nonZeroNoDataAsNaN(band).read(tile, new double[6]));
        band.setNoDataValueUsed(false);
        assertArrayEquals(new float[] {0, -9999.9f, 0, 0, 0, 0}, SourceSamples.noDataAsNaN(band).read(tile, new float[6]));
    }

    @Test
    void zeroAsNoDataIsDataOfOnePart() {
        Band band = band(ProductData.TYPE_INT32);
        band.setNoDataValue(0);
        band.setNoDataValueUsed(true);
        int[] buffer = new int[FakeTile.LENGTH];
        buffer[FakeTile.OFFSET] = 5;
        Tile tile = FakeTile.of(band, buffer);
        float nan = Float.NaN;

        assertArrayEquals(new float[] {5, nan, nan, nan, nan, nan}, SourceSamples.noDataAsNaN(band).read(tile, new float[6]));
        assertArrayEquals(new float[] {5, 0, 0, 0, 0, 0}, SourceSamples.nonZeroNoDataAsNaN(band).read(tile, new float[6]));
    }

    @Test
    void noDataIsComparedBeforeItIsRounded() {
        Band band = band(ProductData.TYPE_INT32);
        band.setNoDataValue(16777217);
        band.setNoDataValueUsed(true);
        int[] buffer = new int[FakeTile.LENGTH];
        buffer[FakeTile.OFFSET] = 16777216;
        buffer[FakeTile.OFFSET + 1] = 16777217;
        Tile tile = FakeTile.of(band, buffer);

        assertArrayEquals(new float[] {16777216f, Float.NaN, 0, 0, 0, 0}, SourceSamples.noDataAsNaN(band).read(tile, new float[6]));
    }

    @Test
    void floatsAreNotCopiedWhereNothingChanges() {
        Band band = band(ProductData.TYPE_FLOAT32);
        float[] buffer = new float[FakeTile.LENGTH];
        Tile tile = FakeTile.of(band, buffer);

        assertSame(buffer, SourceSamples.of(band).view(tile).data());
        band.setNoDataValue(-1);
        band.setNoDataValueUsed(true);
        assertNotSame(buffer, SourceSamples.noDataAsNaN(band).view(tile).data());
    }

    @Test
    void anArrayThatIsTooShortIsRefused() {
        Band band = band(ProductData.TYPE_FLOAT32);
        Tile tile = FakeTile.of(band, new float[FakeTile.LENGTH]);
        SourceSamples samples = SourceSamples.of(band);
        float[] tooShort = new float[5];

        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> samples.read(tile, tooShort));
        assertEquals("array of 5 for a tile of 3 x 2", error.getMessage());
    }

    private static Band band(int type) {
        return new Band("b", type, 30, 20);
    }

    private static float[] floats(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}
