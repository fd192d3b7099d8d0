package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Tile;
import org.junit.jupiter.api.Test;

/** Raw and geophysical samples of tiles. */
class EngineTileTest {

    private static final Rectangle RECT = new Rectangle(10, 20, 3, 2);

    private static Tile target(Band band) {
        return EngineTile.target(band, RECT, band.createCompatibleRasterData(RECT.width, RECT.height));
    }

    private static Band band(int type) {
        return new Band("b", type, 100, 100);
    }

    @Test
    void targetBufferIsTheLiveArray() {
        Tile tile = target(band(ProductData.TYPE_FLOAT32));
        tile.getDataBufferFloat()[tile.getDataBufferIndex(11, 21)] = 5;
        assertEquals(5f, tile.getSampleFloat(11, 21));
        assertEquals(0, tile.getScanlineOffset());
        assertEquals(3, tile.getScanlineStride());
        assertSame(tile.getDataBuffer(), tile.getRawSamples());
        assertNull(tile.getDataBufferDouble());
        assertEquals(List.of(10, 12, 20, 21), List.of(tile.getMinX(), tile.getMaxX(), tile.getMinY(), tile.getMaxY()));
    }

    @Test
    void samplesAreSetRowByRow() {
        Tile tile = target(band(ProductData.TYPE_INT16));
        tile.setSamples(new int[]{1, 2, 3, 4, 5, -6});
        assertArrayEquals(new short[]{1, 2, 3, 4, 5, -6}, tile.getDataBufferShort());
        assertArrayEquals(new double[]{1, 2, 3, 4, 5, -6}, tile.getSamplesDouble());
        tile.setSample(12, 21, 7.9);
        assertEquals(7, tile.getSampleInt(12, 21));
        tile.setSample(10, 20, true);
        assertTrue(tile.getSampleBoolean(10, 20));
        tile.setSample(10, 20, 3, true);
        assertEquals(9, tile.getSampleInt(10, 20));
        assertTrue(tile.getSampleBit(10, 20, 3));
        assertFalse(tile.getSampleBit(10, 20, 1));
    }

    @Test
    void unsignedSamplesStayUnsigned() {
        Tile tile = target(band(ProductData.TYPE_UINT8));
        tile.setSample(10, 20, 200);
        assertEquals(200, tile.getSampleInt(10, 20));
        assertEquals((byte) 200, tile.getDataBufferByte()[0]);
    }

    @Test
    void scalingIsAppliedBothWays() {
        Band band = band(ProductData.TYPE_INT16);
        band.setScalingFactor(0.5);
        band.setScalingOffset(10);
        Tile tile = target(band);
        tile.setSample(10, 20, 12.0);
        assertEquals(4, tile.getDataBufferShort()[0]);
        assertEquals(12.0, tile.getSampleDouble(10, 20));
        assertEquals(12, tile.getSampleInt(10, 20));
        assertEquals(12f, tile.toGeoPhysical(4f));
        assertEquals(4.0, tile.toRaw(12.0));
    }

    @Test
    void noDataIsNaNInFloatSamples() {
        Band band = band(ProductData.TYPE_FLOAT32);
        band.setNoDataValue(-9.1);
        band.setNoDataValueUsed(true);
        Tile tile = target(band);
        tile.setSamples(new float[]{1, -9.1f, 3, Float.NaN, 5, 6});
        assertArrayEquals(new float[]{1, Float.NaN, 3, Float.NaN, 5, 6}, tile.getSamplesFloat());
        assertFalse(tile.isSampleValid(11, 20));
        assertTrue(tile.isSampleValid(12, 20));
        assertArrayEquals(new float[]{1, -9.1f, 3, Float.NaN, 5, 6}, tile.getDataBufferFloat());
    }

    @Test
    void partOfALargerBlockHasOffsetAndStride() {
        Band band = band(ProductData.TYPE_FLOAT32);
        float[] block = new float[5 * 4];
        for (int i = 0; i < block.length; i++) {
            block[i] = i;
        }
        Tile tile = EngineTile.source(band, RECT, ProductData.createInstance(block), new Rectangle(9, 19, 5, 4));
        assertEquals(6, tile.getScanlineOffset());
        assertEquals(5, tile.getScanlineStride());
        assertEquals(13f, tile.getSampleFloat(12, 21));
        assertArrayEquals(new float[]{6, 7, 8, 11, 12, 13}, (float[]) tile.getRawSamples().getElems());
        assertArrayEquals(new float[]{6, 7, 8, 11, 12, 13}, tile.getSamplesFloat());
    }

    @Test
    void sourceTilesCannotBeWrittenTo() {
        Band band = band(ProductData.TYPE_FLOAT32);
        Tile tile = EngineTile.source(band, RECT, band.createCompatibleRasterData(3, 2), RECT);
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> tile.setSample(10, 20, 1f));
        assertEquals("The source tile of 'b' cannot be written to.", e.getMessage());
    }

    @Test
    void rawSamplesOfAnotherSizeOrTypeAreRefused() {
        Tile tile = target(band(ProductData.TYPE_FLOAT32));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> tile.setRawSamples(ProductData.createInstance(new int[6])));
        assertEquals("The raw samples of band 'b' must be 6 of type float32, not 6 of type int32.", e.getMessage());
    }

    @Test
    void positionsAreRowByRow() {
        List<Tile.Pos> positions = new ArrayList<>();
        target(band(ProductData.TYPE_FLOAT32)).forEach(positions::add);
        assertEquals(6, positions.size());
        assertEquals(new Tile.Pos(10, 20), positions.get(0));
        assertEquals(new Tile.Pos(12, 21), positions.get(5));
    }
}
