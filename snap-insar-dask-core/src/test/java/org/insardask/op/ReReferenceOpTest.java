package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator makes of unwrapped products that are as they should be. */
class ReReferenceOpTest {

    private static final ArcScene SCENE = ReReferencing.scene();
    private static final String[] ALL = {"PARAMETERS", "UNCERTAINTY", "QUALITY", "UNWRAPPED", "WRAPPED", "ESTIMATED", "DISPLACEMENT",
        "HEIGHT", "AMBIGUITIES"};
    private static final double CYCLE = 500.0 * ArcScene.WAVELENGTH;
    private static final int X = 15;
    private static final int Y = 9;

    private final Product unwrapped = ReReferencing.unwrap(SCENE, 0, 0);

    @TempDir
    private Path folder;

    private void assertMeanSubtracted(Product moved, boolean[] counts) {
        for (String band : List.of("velocity", "height", "offset", ReReferencing.unwrapped(0), ReReferencing.unwrapped(29))) {
            float[] before = ArcProducts.floats(unwrapped, band);
            float[] after = ArcProducts.floats(moved, band);
            double mean = ReReferencing.mean(before, counts);
            for (int p = 0; p < before.length; p++) {
                assertEquals(before[p] - mean, after[p], 1.0e-5, band + " of pixel " + p);
            }
        }
    }

    /** The reference can be moved after unwrapping or before: where both unwrap to the same cycles, all results are the same. */
    @Test
    void anotherPixelGivesWhatUnwrappingAgainstItGives() {
        Product moved = ReReferencing.run(ReReferencing.unwrap(SCENE, 0, 0, ALL), "referenceX", X, "referenceY", Y);
        Product direct = ReReferencing.unwrap(SCENE, X, Y, ALL);
        boolean[] same = sameCycles(moved, direct);
        int agreeing = 0;
        for (boolean agrees : same) {
            agreeing += agrees ? 1 : 0;
        }
        assertTrue(agreeing > 0.99 * same.length, agreeing + " of " + same.length);
        for (String band : relativeBands(direct)) {
            float[] expected = ArcProducts.floats(direct, band);
            float[] actual = ArcProducts.floats(moved, band);
            for (int p = 0; p < expected.length; p++) {
                double difference = actual[p] - (double) expected[p];
                double cycles = band.startsWith("dis_wrapped_") ? Math.rint(difference / CYCLE) : 0.0;
                assertEquals(0.0, same[p] ? difference - CYCLE * cycles : 0.0, 2.0e-4, band + " of pixel " + p);
            }
        }
    }

    /** Unwrapped displacements differ by whole cycles whatever the reference; where by none at all epochs, the answer is yes. */
    private static boolean[] sameCycles(Product moved, Product direct) {
        boolean[] same = ReReferencing.inside(new int[] {0, ReReferencing.WIDTH - 1, 0, ReReferencing.HEIGHT - 1});
        for (int e = 0; e < SCENE.epochs; e++) {
            float[] expected = ArcProducts.floats(direct, ReReferencing.unwrapped(e));
            float[] actual = ArcProducts.floats(moved, ReReferencing.unwrapped(e));
            for (int p = 0; p < expected.length; p++) {
                double cycles = (actual[p] - expected[p]) / CYCLE;
                assertEquals(Math.rint(cycles), cycles, 1.0e-4, "cycles of pixel " + p + " at epoch " + e);
                same[p] &= Math.rint(cycles) == 0.0;
            }
        }
        return same;
    }

    private static List<String> relativeBands(Product product) {
        List<String> names = new ArrayList<>(List.of("offset", "velocity", "height"));
        for (String name : product.getBandNames()) {
            if (name.startsWith("dis_")) {
                names.add(name);
            }
        }
        assertEquals(3 + 5 * SCENE.epochs, names.size());
        return names;
    }

    @Test
    void theReferenceItselfIsZero() {
        Product moved = ReReferencing.run(ReReferencing.unwrap(SCENE, 0, 0, ALL), "referenceX", X, "referenceY", Y);
        for (String band : relativeBands(moved)) {
            assertEquals(0.0, ArcProducts.floats(moved, band)[Y * ReReferencing.WIDTH + X], 1.0e-5, band);
        }
    }

    @Test
    void qualityAndAmbiguitiesStayAsTheyAre() {
        Product source = ReReferencing.unwrap(SCENE, 0, 0, ALL);
        Product moved = ReReferencing.run(source, "pixels", "3,4 5,6");
        assertArrayEquals(source.getBandNames(), moved.getBandNames());
        for (String band : List.of("temporal_coherence", "success_rate", "norm_ratio", "overall_model_test", "phase_sigma", "status",
                "sigma_velocity", "amb_" + ArcProducts.snap(SCENE.dates[5]))) {
            assertArrayEquals(ArcProducts.floats(source, band), ArcProducts.floats(moved, band), band);
        }
        assertEquals(source.getFlagCodingGroup().get("status").getFlagNames().length,
                moved.getBand("status").getFlagCoding().getFlagNames().length);
    }

    @Test
    void wrappedDisplacementsStayWrappedAndFitTheUnwrappedOnes() {
        Product moved = ReReferencing.run(ReReferencing.unwrap(SCENE, 0, 0, ALL), "pixels", "3,4 5,6 20,11");
        for (int e = 0; e < SCENE.epochs; e += 7) {
            float[] whole = ArcProducts.floats(moved, ReReferencing.unwrapped(e));
            float[] wrapped = ArcProducts.floats(moved, "dis_wrapped_" + ArcProducts.snap(SCENE.dates[e]));
            for (int p = 0; p < whole.length; p++) {
                assertTrue(Math.abs(wrapped[p]) <= 0.5 * CYCLE + 1.0e-5, "pixel " + p + ": " + wrapped[p]);
                assertEquals(0.0, Math.IEEEremainder(whole[p] - wrapped[p], CYCLE), 1.0e-4, "pixel " + p);
            }
        }
    }

    @Test
    void wrappedDisplacementsAloneCanBeMovedToOnePixel() {
        Product moved = ReReferencing.run(ReReferencing.unwrap(SCENE, 0, 0, "WRAPPED"), "pixels", X + "," + Y);
        Product direct = ReReferencing.unwrap(SCENE, X, Y, "WRAPPED");
        String band = "dis_wrapped_" + ArcProducts.snap(SCENE.dates[8]);
        float[] expected = ArcProducts.floats(direct, band);
        float[] actual = ArcProducts.floats(moved, band);
        for (int p = 0; p < expected.length; p++) {
            assertEquals(0.0, Math.IEEEremainder(expected[p] - actual[p], CYCLE), 1.0e-4, "pixel " + p);
        }
    }

    @Test
    void latitudeAndLongitudeArePixels() {
        Product moved = ReReferencing.run(unwrapped, "referenceLat", 52.4 - 0.1 * Y / (ReReferencing.HEIGHT - 1),
                "referenceLon", 4.8 + 0.1 * X / (ReReferencing.WIDTH - 1));
        assertMeanSubtracted(moved, ReReferencing.inside(new int[] {X, X, Y, Y}));
    }

    @Test
    void severalPixelsGiveTheirMean() {
        int[][] three = {{3, 3, 4, 4}, {20, 20, 0, 0}, {7, 7, 16, 16}};
        assertMeanSubtracted(ReReferencing.run(unwrapped, "pixels", "3,4 20,0 7,16"), ReReferencing.inside(three));
        assertMeanSubtracted(ReReferencing.run(unwrapped, "pixels", " 3,4;20,0;  7,16 "), ReReferencing.inside(three));
    }

    @Test
    void polygonsGiveTheMeanOfTheirPixels() throws IOException {
        Path polygons = ReReferencing.polygons(folder);
        assertMeanSubtracted(ReReferencing.run(unwrapped, "vectorFile", polygons.toFile()),
                ReReferencing.inside(ReReferencing.EAST, ReReferencing.WEST_ONE, ReReferencing.WEST_TWO));
        assertMeanSubtracted(ReReferencing.run(unwrapped, "vectorFile", polygons.toFile(), "polygonField", "name", "polygonValue", "west"),
                ReReferencing.inside(ReReferencing.WEST_ONE, ReReferencing.WEST_TWO));
        for (int number = 2; number <= 3; number++) {
            assertMeanSubtracted(ReReferencing.run(unwrapped, "vectorFile", polygons.toFile(), "polygonField", "number",
                    "polygonValue", Integer.toString(number)),
                    ReReferencing.inside(number == 2 ? ReReferencing.WEST_ONE : ReReferencing.WEST_TWO));
        }
    }

    @Test
    void qualityChoosesPixelsOfTheSceneOrOfPolygons() throws IOException {
        float[] coherence = ArcProducts.floats(unwrapped, "temporal_coherence");
        double median = median(coherence);
        boolean[] good = new boolean[coherence.length];
        boolean[] goodInEast = ReReferencing.inside(ReReferencing.EAST);
        for (int p = 0; p < good.length; p++) {
            good[p] = coherence[p] >= median;
            goodInEast[p] &= good[p];
        }
        assertMeanSubtracted(ReReferencing.run(unwrapped, "minimumQuality", median), good);
        assertMeanSubtracted(ReReferencing.run(unwrapped, "minimumQuality", median, "vectorFile",
                ReReferencing.polygons(folder).toFile(), "polygonField", "name", "polygonValue", "east"), goodInEast);
    }

    private static double median(float[] samples) {
        float[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Test
    void anyTilingGivesTheSameBytes() {
        double least = median(ArcProducts.floats(unwrapped, "temporal_coherence"));
        Product whole = ReReferencing.run(unwrapped, "minimumQuality", least);
        for (int side : new int[] {4, 7, 16}) {
            Product source = ReReferencing.unwrap(SCENE, 0, 0);
            source.setPreferredTileSize(side, side + 1);
            Product tiled = ReReferencing.run(source, "minimumQuality", least);
            tiled.setPreferredTileSize(side + 2, side);
            for (Band band : whole.getBands()) {
                assertArrayEquals(ArcProducts.floats(whole, band.getName()), ArcProducts.floats(tiled, band.getName()),
                        band.getName() + " in tiles of " + side);
            }
        }
    }

    @Test
    void manyThreadsGiveTheSameBytes() throws InterruptedException, ExecutionException {
        Product single = ReReferencing.run(unwrapped, "minimumQuality", 0.5);
        Product shared = ReReferencing.run(ReReferencing.unwrap(SCENE, 0, 0), "minimumQuality", 0.5);
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
    void attributesWithTheNameOfATermAreNotParameters() {
        Product images = SCENE.images();
        Band attribute = ArcProducts.add(images, "height", "", new float[ReReferencing.WIDTH * ReReferencing.HEIGHT]);
        attribute.setUnit(null);
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("outputs", new String[] {"UNWRAPPED"});
        Product moved = ReReferencing.run(ArcProducts.run(parameters, images), "referenceX", X, "referenceY", Y);
        assertFalse(moved.containsBand("velocity"));
        assertArrayEquals(new float[ReReferencing.WIDTH * ReReferencing.HEIGHT], ArcProducts.floats(moved, "height"));
    }
}
