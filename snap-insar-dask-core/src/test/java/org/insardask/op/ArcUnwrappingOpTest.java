package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Test;

/** What the operator makes of stacks that are as they should be. */
class ArcUnwrappingOpTest {

    private static final ArcScene SCENE = new ArcScene(24, 17, 30, 0.1);

    private static void assertTruth(ArcScene scene, Product product, int reference) {
        float[] velocity = ArcProducts.floats(product, "velocity");
        float[] height = ArcProducts.floats(product, "height");
        float[] status = ArcProducts.floats(product, "status");
        for (int p = 0; p < velocity.length; p++) {
            assertTrue(((int) status[p] & 1) != 0, "pixel " + p + " has status " + status[p]);
            assertEquals(scene.velocity[p] - scene.velocity[reference], velocity[p], 2.5, "velocity of pixel " + p);
            assertEquals(scene.heights[p] - scene.heights[reference], height[p], 6.0, "height of pixel " + p);
        }
    }

    @Test
    void stackOfImagesGivesTheTruth() {
        assertTruth(SCENE, ArcProducts.run(ArcScene.parameters(), SCENE.images()), 0);
    }

    @Test
    void everyMethodGivesTheTruth() {
        for (String method : List.of("ILS", "STRUCTURED", "BOOTSTRAPPING", "ROUNDING")) {
            Map<String, Object> parameters = ArcScene.parameters();
            parameters.put("method", method);
            assertTruth(SCENE, ArcProducts.run(parameters, SCENE.images()), 0);
        }
    }

    @Test
    void interferogramsGiveTheSamePhasesAsImages() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("outputs", new String[] {"WRAPPED", "PARAMETERS", "QUALITY"});
        Product ofImages = ArcProducts.run(parameters, SCENE.images());
        Product ofInterferograms = ArcProducts.run(parameters, SCENE.interferograms());
        for (int e = 0; e < SCENE.epochs; e++) {
            String band = "dis_wrapped_" + ArcProducts.snap(SCENE.dates[e]);
            float[] expected = ArcProducts.floats(ofImages, band);
            float[] actual = ArcProducts.floats(ofInterferograms, band);
            double cycle = 1000.0 * ArcScene.WAVELENGTH / 2.0;
            for (int p = 0; p < expected.length; p++) {
                assertEquals(0.0, Math.IEEEremainder(expected[p] - actual[p], cycle), 1.0e-4, band + " pixel " + p);
            }
        }
        assertTruth(SCENE, ofInterferograms, 0);
    }

    @Test
    void heightBandsGiveTheSameAsBaselines() {
        Product ofBands = ArcProducts.run(ArcScene.parameters(), ArcScene.withoutBaselines(SCENE.withHeightBands(SCENE.images(), 1.0)));
        assertTruth(SCENE, ofBands, 0);
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("heightToPhaseSign", -1);
        Product ofOpposite = ArcProducts.run(parameters, ArcScene.withoutBaselines(SCENE.withHeightBands(SCENE.images(), -1.0)));
        assertArrayEquals(ArcProducts.floats(ofBands, "height"), ArcProducts.floats(ofOpposite, "height"));
        parameters = ArcScene.parameters();
        parameters.put("heightToPhase", "BASELINES");
        assertTruth(SCENE, ArcProducts.run(parameters, SCENE.withHeightBands(SCENE.images(), -1.0)), 0);
    }

    @Test
    void anyTilingGivesTheSameBytes() {
        Product whole = ArcProducts.run(ArcScene.parameters(), SCENE.images());
        whole.setPreferredTileSize(24, 17);
        for (int side : new int[] {5, 8, 24}) {
            Product tiled = ArcProducts.run(ArcScene.parameters(), SCENE.images());
            tiled.setPreferredTileSize(side, Math.min(17, side + 2));
            for (Band band : whole.getBands()) {
                assertArrayEquals(ArcProducts.floats(whole, band.getName()), ArcProducts.floats(tiled, band.getName()),
                        band.getName() + " in tiles of " + side);
            }
        }
    }

    @Test
    void manyThreadsGiveTheSameBytes() throws InterruptedException, ExecutionException {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        Product single = ArcProducts.run(parameters, SCENE.images());
        Product shared = ArcProducts.run(parameters, SCENE.images());
        shared.setPreferredTileSize(7, 5);
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> reads = new ArrayList<>();
            for (Band band : shared.getBands()) {
                reads.add(executor.submit(() -> ArcProducts.floats(shared, band.getName())));
            }
            for (int i = 0; i < reads.size(); i++) {
                String name = shared.getBandAt(i).getName();
                assertArrayEquals(ArcProducts.floats(single, name), reads.get(i).get(), name);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void bestPixelIsTheReferenceWhereNoneIsGiven() {
        Map<String, Object> parameters = ArcScene.parameters();
        Product given = ArcProducts.run(parameters, SCENE.images());
        float[] sigma = ArcProducts.floats(given, "phase_sigma");
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int p = 0; p < sigma.length; p++) {
            if (sigma[p] < smallest) {
                smallest = sigma[p];
                best = p;
            }
        }
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        Product automatic = ArcProducts.run(parameters, SCENE.images());
        assertEquals(0.0f, ArcProducts.floats(automatic, "velocity")[best]);
        MetadataElement record = automatic.getMetadataRoot().getElement("Arc_Unwrapping");
        assertEquals(best % 24, record.getAttributeInt("reference_x"));
        assertEquals(best / 24, record.getAttributeInt("reference_y"));
        assertEquals("best quality", record.getAttributeString("reference_by"));
        assertTruth(SCENE, automatic, best);
    }

    @Test
    void referenceCanBeAPosition() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        parameters.put("referenceLat", 52.4 - 0.1 * 5.0 / 16.0);
        parameters.put("referenceLon", 4.8 + 0.1 * 7.0 / 23.0);
        Product product = ArcProducts.run(parameters, SCENE.images());
        assertTruth(SCENE, product, 5 * 24 + 7);
        MetadataElement record = product.getMetadataRoot().getElement("Arc_Unwrapping");
        assertEquals(7, record.getAttributeInt("reference_x"));
        assertEquals(5, record.getAttributeInt("reference_y"));
    }

    @Test
    void targetKeepsWhatTheSourceSays() {
        Product product = ArcProducts.run(ArcScene.parameters(), SCENE.images());
        assertEquals("ARCS", product.getProductType());
        assertNotNull(product.getSceneGeoCoding());
        assertTrue(product.containsTiePointGrid("latitude"));
        assertTrue(product.getMetadataRoot().containsElement("Abstracted_Metadata"));
        MetadataElement record = product.getMetadataRoot().getElement("Arc_Unwrapping");
        assertEquals("ILS", record.getAttributeString("method"));
        assertEquals(ArcScene.WAVELENGTH, record.getAttributeDouble("wavelength"), 1.0e-12);
        assertEquals(20.0, record.getAttributeDouble("prior_sigma_height"));
        assertEquals("BASELINES", record.getAttributeString("height_to_phase"));
        assertEquals("01Jan2021", record.getAttributeString("mother"));
        Band status = product.getBand("status");
        assertEquals(11, product.getFlagCodingGroup().get("status").getFlagNames().length);
        assertEquals("status", status.getSampleCoding().getName());
        assertEquals("mm/year", product.getBand("velocity").getUnit());
        Band unwrapped = product.getBand("dis_unw_" + ArcProducts.snap(SCENE.dates[3]));
        assertEquals("mm", unwrapped.getUnit());
        assertTrue(unwrapped.isNoDataValueUsed() && Double.isNaN(unwrapped.getNoDataValue()));
        assertFalse(product.containsBand("thermal"));
    }

    @Test
    void uncertaintyAndPriorAreOutputs() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("outputs", new String[] {"UNCERTAINTY", "PARAMETERS"});
        float[] without = ArcProducts.floats(ArcProducts.run(parameters, SCENE.images()), "sigma_velocity");
        parameters.put("estimate", "WITH_PRIOR");
        Product product = ArcProducts.run(parameters, SCENE.images());
        float[] with = ArcProducts.floats(product, "sigma_velocity");
        for (int p = 0; p < with.length; p++) {
            assertTrue(with[p] > 0.0f && with[p] < without[p], "sigma of pixel " + p);
        }
        assertEquals(6, product.getNumBands());
    }

    @Test
    void furtherMethodsGiveTheTruth() {
        for (String method : List.of("ILS_RATIO_TEST", "PAR", "STRUCTURED", "BOOTSTRAPPING", "PERIODOGRAM")) {
            Map<String, Object> parameters = ArcScene.parameters();
            parameters.put("method", method);
            Product product = ArcProducts.run(parameters, SCENE.images());
            assertTruth(SCENE, product, 0);
            assertEquals(method, product.getMetadataRoot().getElement("Arc_Unwrapping").getAttributeString("method"));
        }
    }

    @Test
    void rejectedPixelsHaveNoPhaseButTheirRatio() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("method", "ILS_RATIO_TEST");
        parameters.put("outputs", new String[] {"PARAMETERS", "QUALITY", "UNWRAPPED", "AMBIGUITIES"});
        float[] ratio = ArcProducts.floats(ArcProducts.run(parameters, SCENE.images()), "norm_ratio");
        float[] sorted = ratio.clone();
        Arrays.sort(sorted);
        double median = Math.nextUp(sorted[sorted.length / 2]); // bands are rounded, the threshold is not
        parameters.put("ratioThreshold", median);
        Product product = ArcProducts.run(parameters, SCENE.images());
        assertEquals("threshold " + median, product.getMetadataRoot().getElement("Arc_Unwrapping").getAttributeString("ratio_test"));
        assertArrayEquals(ratio, ArcProducts.floats(product, "norm_ratio"));
        float[] status = ArcProducts.floats(product, "status");
        float[] velocity = ArcProducts.floats(product, "velocity");
        float[] unwrapped = ArcProducts.floats(product, "dis_unw_" + ArcProducts.snap(SCENE.dates[2]));
        float[] ambiguity = ArcProducts.floats(product, "amb_" + ArcProducts.snap(SCENE.dates[2]));
        int rejected = 0;
        for (int p = 0; p < ratio.length; p++) {
            if (ratio[p] > median) {
                assertEquals(32.0f, status[p], "pixel " + p);
                assertTrue(Float.isNaN(velocity[p]) && Float.isNaN(unwrapped[p]), "pixel " + p);
                assertEquals(-32768.0f, ambiguity[p], "pixel " + p);
                rejected++;
            } else {
                assertEquals(1, (int) status[p] & 33, "pixel " + p);
            }
        }
        assertTrue(rejected > ratio.length / 4, rejected + " rejected");
    }

    @Test
    void furtherTermsHaveTheirBands() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("terms", new String[] {"offset", "velocity", "height", "quadratic", "seasonal"});
        parameters.put("sigmaQuadratic", 0.5);
        parameters.put("sigmaSeasonal", 0.5);
        parameters.put("estimate", "WITH_PRIOR");
        parameters.put("outputs", new String[] {"PARAMETERS", "UNCERTAINTY"});
        Product product = ArcProducts.run(parameters, SCENE.images());
        assertArrayEquals(new String[] {"offset", "velocity", "height", "quadratic", "seasonal_sine", "seasonal_cosine", "sigma_offset",
            "sigma_velocity", "sigma_height", "sigma_quadratic", "sigma_seasonal_sine", "sigma_seasonal_cosine"}, product.getBandNames());
        assertEquals("mm/year^2", product.getBand("quadratic").getUnit());
        assertEquals("mm", product.getBand("sigma_seasonal_sine").getUnit());
        MetadataElement record = product.getMetadataRoot().getElement("Arc_Unwrapping");
        assertEquals(0.5, record.getAttributeDouble("prior_sigma_seasonal_cosine"));
        for (String band : List.of("quadratic", "seasonal_sine", "seasonal_cosine")) {
            for (float value : ArcProducts.floats(product, band)) {
                assertEquals(0.0f, value, 2.0f, band);
            }
        }
    }

    @Test
    void otherBandsOfTheSourceAreCopied() {
        Product source = SCENE.withHeightBands(SCENE.images(), 1.0);
        float[] elevation = new float[24 * 17];
        elevation[30] = 12.5f;
        ArcProducts.add(source, "elevation", "m", elevation);
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("outputs", new String[] {"PARAMETERS"});
        Product product = ArcProducts.run(parameters, source);
        assertArrayEquals(new String[] {"offset", "velocity", "height", "elevation"}, product.getBandNames());
        assertArrayEquals(elevation, ArcProducts.floats(product, "elevation"));
        parameters.put("copySourceBands", false);
        assertEquals(3, ArcProducts.run(parameters, source).getNumBands());
    }

    @Test
    void copyOfABandWithTheNameOfAnOutputGetsAnotherName() {
        Product source = SCENE.images();
        float[] height = new float[24 * 17];
        height[30] = 12.5f;
        ArcProducts.add(source, "Height", "m", height);
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("outputs", new String[] {"PARAMETERS"});
        Product product = ArcProducts.run(parameters, source);
        assertArrayEquals(new String[] {"offset", "velocity", "height", "Height_1"}, product.getBandNames());
        assertArrayEquals(height, ArcProducts.floats(product, "Height_1"));
    }

    @Test
    void referenceIsAmongThePixelsThatReachTheThreshold() {
        ArcScene scene = new ArcScene(6, 4, 30, 0.1);
        for (int p = 0; p < 24; p++) {
            if (p != 15) {
                scene.erase(3, p);
            }
        }
        Product source = scene.images();
        float[] sigma = new float[24];
        Arrays.fill(sigma, 0.3f);
        sigma[15] = 0.9f;
        sigma[8] = 0.2f;
        ArcProducts.add(source, "sigma", "rad", sigma);
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        parameters.put("quality", "BAND");
        parameters.put("qualityBand", "sigma");
        assertReference(15, parameters, source);
        parameters.put("qualityThreshold", 0.5);
        assertReference(8, parameters, source);
    }

    private static void assertReference(int pixel, Map<String, Object> parameters, Product source) {
        Product product = ArcProducts.run(parameters, source);
        ArcProducts.floats(product, "velocity");
        MetadataElement record = product.getMetadataRoot().getElement("Arc_Unwrapping");
        assertEquals(pixel % 6, record.getAttributeInt("reference_x"));
        assertEquals(pixel / 6, record.getAttributeInt("reference_y"));
    }

    @Test
    void pixelsWhoseAmplitudesDoNotVaryAreSolved() {
        Product source = SCENE.interferograms();
        for (Band band : source.getBands()) {
            if (band.getName().startsWith("i_")) {
                toUnitAmplitude(band, source.getBand("q" + band.getName().substring(1)));
            }
        }
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("quality", "NAD");
        Product product = ArcProducts.run(parameters, source);
        assertEquals((float) ArcPlan.LEAST_SIGMA, ArcProducts.floats(product, "phase_sigma")[5]);
        assertTruth(SCENE, product, 0);
    }

    private static void toUnitAmplitude(Band real, Band imaginary) {
        float[] re = (float[]) real.getRasterData().getElems();
        float[] im = (float[]) imaginary.getRasterData().getElems();
        for (int p = 0; p < re.length; p++) {
            double amplitude = Math.hypot(re[p], im[p]);
            re[p] = (float) (re[p] / amplitude);
            im[p] = (float) (im[p] / amplitude);
        }
    }
}
