package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Test;

/** Missing samples and pixels of low quality. */
class ArcUnwrappingNoDataTest {

    private static final int ERASED = 5;
    private static final int GAP = 9;
    private static final int FEW = 13;

    private static ArcScene scene() {
        ArcScene scene = new ArcScene(20, 3, 25, 0.2);
        scene.erase(4, GAP);
        for (int e = 0; e < scene.epochs; e++) {
            scene.erase(e, ERASED);
            if (e > 1) {
                scene.erase(e, FEW);
            }
        }
        return scene;
    }

    @Test
    void missingEpochIsMissingInItsSeriesAlone() {
        ArcScene scene = scene();
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("outputs", new String[] {"UNWRAPPED", "ESTIMATED", "AMBIGUITIES", "PARAMETERS", "QUALITY"});
        Product product = ArcProducts.run(parameters, scene.images());
        String date = ArcProducts.snap(scene.dates[4]);
        assertTrue(Float.isNaN(ArcProducts.floats(product, "dis_unw_" + date)[GAP]));
        assertFalse(Float.isNaN(ArcProducts.floats(product, "dis_unw_" + date)[GAP + 1]));
        assertFalse(Float.isNaN(ArcProducts.floats(product, "dis_est_" + date)[GAP]));
        assertEquals(-32768.0f, ArcProducts.floats(product, "amb_" + date)[GAP]);
        assertEquals(-32768.0, product.getBand("amb_" + date).getNoDataValue());
        assertEquals(scene.velocity[GAP] - scene.velocity[0], ArcProducts.floats(product, "velocity")[GAP], 5.0);
        assertEquals(1, (int) ArcProducts.floats(product, "status")[GAP] & 1);
    }

    @Test
    void pixelsWithoutSolutionSayWhy() {
        Product product = ArcProducts.run(ArcScene.parameters(), scene().images());
        float[] status = ArcProducts.floats(product, "status");
        float[] velocity = ArcProducts.floats(product, "velocity");
        assertEquals(16.0f, status[ERASED], "no_data");
        assertEquals(64.0f, status[FEW], "too_few_epochs");
        assertTrue(Float.isNaN(velocity[ERASED]) && Float.isNaN(velocity[FEW]));
    }

    @Test
    void thresholdLeavesPixelsOut() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("quality", "NAD");
        parameters.put("qualityThreshold", 0.05);
        Product product = ArcProducts.run(parameters, scene().images());
        float[] status = ArcProducts.floats(product, "status");
        float[] velocity = ArcProducts.floats(product, "velocity");
        int below = 0;
        for (int p = 0; p < status.length; p++) {
            if (status[p] == 8.0f) {
                below++;
                assertTrue(Float.isNaN(velocity[p]), "pixel " + p);
            }
        }
        assertTrue(below > 5 && below < 55, below + " pixels are below the threshold");
    }

    @Test
    void epochThatTheReferenceLacksIsMissingEverywhere() {
        ArcScene scene = new ArcScene(6, 2, 20, 0.2);
        scene.erase(7, 0);
        Product product = ArcProducts.run(ArcScene.parameters(), scene.images());
        for (float value : ArcProducts.floats(product, "dis_unw_" + ArcProducts.snap(scene.dates[7]))) {
            assertTrue(Float.isNaN(value));
        }
        assertFalse(Float.isNaN(ArcProducts.floats(product, "velocity")[3]));
    }

    /** Calculated NaN have other bits once a method is compiled; the bytes of a product must not depend on that. */
    @Test
    void everyNaNHasTheSameBits() {
        ArcScene scene = new ArcScene(100, 60, 12, 0.2);
        for (int pixel = 1; pixel < 100 * 60; pixel += 2) {
            for (int e = 0; e < scene.epochs; e++) {
                scene.erase(e, pixel);
            }
        }
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("outputs", new String[] {"UNWRAPPED", "ESTIMATED", "PARAMETERS", "UNCERTAINTY", "QUALITY"});
        Product product = ArcProducts.run(parameters, scene.images());
        int seen = 0;
        for (Band band : product.getBands()) {
            for (float value : ArcProducts.floats(product, band.getName())) {
                if (Float.isNaN(value)) {
                    assertEquals(0x7fc00000, Float.floatToRawIntBits(value), band.getName());
                    seen++;
                }
            }
        }
        assertTrue(seen > 3000 * 12, seen + " NaN");
    }
}
