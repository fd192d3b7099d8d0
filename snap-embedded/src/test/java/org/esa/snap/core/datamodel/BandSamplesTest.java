package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Samples of bands in memory, by SNAP's public API only. */
class BandSamplesTest {

    private final Product product = new Product("p", "t", 4, 3);

    private Band ramp(int type) {
        Band band = product.addBand("ramp" + type, type);
        ProductData data = band.createCompatibleRasterData();
        for (int i = 0; i < 12; i++) {
            data.setElemIntAt(i, i);
        }
        band.setRasterData(data);
        return band;
    }

    @Test
    void windowsAreRead() throws IOException {
        Band band = ramp(ProductData.TYPE_FLOAT32);
        assertArrayEquals(new float[] {5, 6, 9, 10}, band.readPixels(1, 1, 2, 2, (float[]) null));
        assertArrayEquals(new int[] {5, 6, 9, 10}, band.readPixels(1, 1, 2, 2, new int[4]));
        assertArrayEquals(new double[] {5, 6, 9, 10}, band.readPixels(1, 1, 2, 2, (double[]) null, ProgressMonitor.NULL));
        ProductData block = band.createCompatibleRasterData(2, 2);
        band.readRasterData(1, 1, 2, 2, block);
        assertArrayEquals(new float[] {5, 6, 9, 10}, (float[]) block.getElems());
    }

    @Test
    void pixelsAreReadAndSetInMemory() {
        Band band = ramp(ProductData.TYPE_INT16);
        assertEquals(6, band.getPixelInt(2, 1));
        assertEquals(6f, band.getPixelFloat(2, 1));
        assertEquals(6.0, band.getPixelDouble(2, 1));
        band.setPixelDouble(2, 1, 7.6);
        assertEquals(8, band.getPixelInt(2, 1));
        band.setPixels(0, 0, 2, 1, new float[] {40, 41});
        assertArrayEquals(new int[] {40, 41, 2, 3}, band.getPixels(0, 0, 4, 1, (int[]) null));
        assertEquals(41f, band.getSampleFloat(1, 0));
        assertEquals(41, band.getSampleInt(1, 0));
    }

    @Test
    void valuesAreScaled() throws IOException {
        Band band = ramp(ProductData.TYPE_INT16);
        band.setScalingFactor(0.5);
        band.setScalingOffset(10.0);
        assertTrue(band.isScalingApplied());
        assertEquals(ProductData.TYPE_FLOAT32, band.getGeophysicalDataType());
        assertEquals(13.0, band.getPixelDouble(2, 1));
        assertArrayEquals(new float[] {12.5f, 13f}, band.readPixels(1, 1, 2, 1, (float[]) null));
        band.setPixelFloat(0, 0, 20f);
        assertEquals(20, band.getRasterData().getElemIntAt(0), "the raw sample");
    }

    @Test
    void valuesAreScaledByTheLogarithm() {
        Band band = ramp(ProductData.TYPE_UINT8);
        band.setLog10Scaled(true);
        assertEquals(1000.0, band.getPixelDouble(3, 0), 1e-9);
        assertEquals(3.0, band.scaleInverse(1000.0), 1e-12);
    }

    @Test
    void noDataMarksPixels() throws IOException {
        Band band = ramp(ProductData.TYPE_FLOAT32);
        assertTrue(band.isPixelValid(2, 1), "nothing is no-data unless it is used");
        band.setNoDataValue(6);
        band.setNoDataValueUsed(true);
        assertFalse(band.isPixelValid(2, 1));
        assertTrue(band.isPixelValid(1, 1));
        assertArrayEquals(new boolean[] {true, false, true}, band.readValidMask(1, 1, 3, 1, null));
    }

    @Test
    void nanMarksPixels() {
        Band band = ramp(ProductData.TYPE_FLOAT32);
        band.setPixelFloat(3, 2, Float.NaN);
        band.setNoDataValue(Double.NaN);
        band.setNoDataValueUsed(true);
        assertTrue(Double.isNaN(band.getGeophysicalNoDataValue()));
        assertFalse(band.isPixelValid(3, 2));
        assertTrue(band.isPixelValid(0, 0));
    }

    @Test
    void theNoDataValueIsThatOfTheSampleType() {
        Band band = ramp(ProductData.TYPE_INT16);
        assertFalse(band.isNoDataValueSet());
        assertEquals(0.0, band.getNoDataValue());
        band.setNoDataValue(-9999);
        band.setScalingFactor(0.1);
        assertEquals(-9999.0, band.getNoDataValue());
        assertEquals(-999.9, band.getGeophysicalNoDataValue(), 1e-9);
    }

    @Test
    void blocksThatDoNotFitAreRefused() {
        Band band = ramp(ProductData.TYPE_FLOAT32);
        assertThrows(IllegalArgumentException.class, () -> band.setRasterData(ProductData.createInstance(new float[11])));
        assertThrows(IllegalArgumentException.class, () -> band.setRasterData(ProductData.createInstance(new int[12])));
        assertThrows(IllegalArgumentException.class, () -> band.readPixels(0, 0, 2, 2, new float[3]));
        assertThrows(IllegalArgumentException.class, () -> band.checkCompatibleRasterData(ProductData.createInstance(new int[4]), 2, 2));
    }

    @Test
    void ensureRasterDataGivesZeros() {
        Band band = product.addBand("zeros", ProductData.TYPE_INT32);
        assertFalse(band.hasRasterData());
        band.ensureRasterData();
        assertEquals(0, band.getPixelInt(3, 2));
        band.unloadRasterData();
        assertFalse(band.hasRasterData());
    }

    @Test
    void codingsNeedIntegers() {
        IndexCoding coding = new IndexCoding("use");
        product.getIndexCodingGroup().add(coding);
        Band band = ramp(ProductData.TYPE_INT32);
        band.setSampleCoding(coding);
        assertTrue(band.isIndexBand());
        assertFalse(band.isFlagBand());
        Band floats = ramp(ProductData.TYPE_FLOAT32);
        assertThrows(IllegalArgumentException.class, () -> floats.setSampleCoding(coding));
    }

    @Test
    void wideIntegersAreNoSamples() {
        assertThrows(IllegalArgumentException.class, () -> new Band("wide", ProductData.TYPE_INT64, 4, 3));
        assertThrows(IllegalArgumentException.class, () -> new Band("text", ProductData.TYPE_ASCII, 4, 3));
    }
}
