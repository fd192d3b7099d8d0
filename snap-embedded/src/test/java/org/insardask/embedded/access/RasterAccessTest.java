package org.insardask.embedded.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.util.ProductUtils;
import org.junit.jupiter.api.Test;

/** Where samples come from, beyond SNAP's API. */
class RasterAccessTest {

    private final Product source = new Product("source", "t", 64, 48);
    private final Product target = new Product("target", "t", 64, 48);

    private Band ramp() {
        Band band = source.addBand("ramp", ProductData.TYPE_FLOAT32);
        float[] values = new float[64 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        band.setRasterData(ProductData.createInstance(values));
        return band;
    }

    @Test
    void aCopiedBandLeadsToItsSource() {
        Band band = ramp();
        assertSame(band, EngineAccess.raster().getSampleSource(ProductUtils.copyBand("ramp", source, target, true)));
        assertNull(EngineAccess.raster().getSampleSource(ProductUtils.copyBand("ramp", source, "other", target, false)));
    }

    @Test
    void samplesInMemoryGoFirst() throws IOException {
        ramp();
        Band copy = ProductUtils.copyBand("ramp", source, target, true);
        assertArrayEquals(new float[] {65, 66}, copy.readPixels(1, 1, 2, 1, (float[]) null));
        copy.ensureRasterData();
        assertArrayEquals(new float[] {0, 0}, copy.readPixels(1, 1, 2, 1, (float[]) null));
    }

    @Test
    void sourcesMustFitAndNotLeadBack() {
        Band band = ramp();
        Band copy = ProductUtils.copyBand("ramp", source, target, true);
        RasterAccess access = EngineAccess.raster();
        assertThrows(IllegalArgumentException.class, () -> access.setSampleSource(band, copy));
        assertThrows(IllegalArgumentException.class, () -> access.setSampleSource(band, band));
        Band small = new Band("small", ProductData.TYPE_FLOAT32, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> access.setSampleSource(copy, small));
        Band integers = new Band("integers", ProductData.TYPE_INT32, 64, 48);
        assertThrows(IllegalArgumentException.class, () -> access.setSampleSource(copy, integers));
        access.setSampleSource(copy, null);
        assertNull(access.getSampleSource(copy));
    }

    @Test
    void theAccessIsRegisteredOnce() {
        RasterAccess access = EngineAccess.raster();
        assertThrows(IllegalStateException.class, () -> EngineAccess.registerRaster(access));
    }

    @Test
    void virtualBandsAreNotComputed() {
        VirtualBand virtual = new VirtualBand("Intensity_VV", ProductData.TYPE_FLOAT32, 64, 48, "i*i + q*q");
        source.addBand(virtual);
        IOException error = assertThrows(IOException.class, () -> virtual.readPixels(0, 0, 1, 1, (float[]) null));
        assertTrue(error.getMessage().contains("Intensity_VV"), error.getMessage());
        assertTrue(error.getMessage().contains("does not evaluate expressions"), error.getMessage());
        Band copy = ProductUtils.copyBand("Intensity_VV", source, target, true);
        assertThrows(IOException.class, copy::loadRasterData);
    }

    @Test
    void bandsWithoutSamplesSaySo() {
        Band band = target.addBand("empty", ProductData.TYPE_INT16);
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> band.readPixels(0, 0, 1, 1, (int[]) null));
        assertTrue(error.getMessage().contains("empty"), error.getMessage());
    }

    @Test
    void windowsOutsideAreRefusedByName() {
        Band band = ramp();
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> band.readPixels(60, 0, 5, 1, (float[]) null));
        assertTrue(error.getMessage().contains("ramp") && error.getMessage().contains("64 x 48"), error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> band.readRasterData(0, 0, 2, 2, ProductData.createInstance(new int[4])));
    }

    @Test
    void validPixelExpressionsAreNotEvaluated() {
        Band band = ramp();
        band.setValidPixelExpression("ramp > 3");
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> band.isPixelValid(0, 0));
        assertTrue(error.getMessage().contains("ramp"), error.getMessage());
    }

    @Test
    void manyThreadsReadAtOnce() throws Exception {
        ramp();
        Band copy = ProductUtils.copyBand("ramp", source, target, true);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> rows = new ArrayList<>();
            for (int y = 0; y < 48; y++) {
                int row = y;
                rows.add(threads.submit(() -> copy.readPixels(0, row, 64, 1, (float[]) null)));
            }
            for (int y = 0; y < 48; y++) {
                assertEquals(64f * y + 63f, rows.get(y).get()[63]);
            }
        } finally {
            threads.shutdown();
        }
    }
}
