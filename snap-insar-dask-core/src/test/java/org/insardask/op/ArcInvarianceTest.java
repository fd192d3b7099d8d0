package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.insardask.arc.ArcMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the tiles and the threads, every method gives the same bytes in all groups of outputs, with both estimates. */
class ArcInvarianceTest {

    private static final String[] ALL = {"PARAMETERS", "UNCERTAINTY", "QUALITY", "UNWRAPPED", "WRAPPED", "ESTIMATED", "DISPLACEMENT",
        "HEIGHT", "THERMAL", "AMBIGUITIES"};
    private static final int WIDTH = 21;
    private static final int HEIGHT = 11;
    private static final int GAP = 40;
    private static final int FEW = 41;

    @TempDir
    private Path folder;

    private static ArcScene scene() {
        ArcScene scene = new ArcScene(WIDTH, HEIGHT, 16, 0.3);
        scene.erase(3, GAP);
        for (int e = 3; e < scene.epochs; e++) {
            scene.erase(e, FEW);
        }
        return scene;
    }

    private Map<String, Object> parameters(ArcScene scene, ArcMethod method, String estimate) {
        Map<String, Object> parameters = ArcScene.parameters();
        StringBuilder temperatures = new StringBuilder("date,temperature\n" + ArcProducts.MOTHER + ",4\n");
        for (int e = 0; e < scene.epochs; e++) {
            temperatures.append(scene.dates[e]).append(',').append(10.0 * Math.sin(e)).append('\n');
        }
        parameters.put("temperatureFile", ArcProducts.write(folder, "temperatures.csv", temperatures.toString()));
        parameters.put("terms", new String[] {"offset", "velocity", "height", "thermal"});
        parameters.put("method", method.name());
        parameters.put("estimate", estimate);
        parameters.put("outputs", ALL);
        parameters.put("maxSearchNodes", 20000);
        return parameters;
    }

    @ParameterizedTest
    @EnumSource(ArcMethod.class)
    void tilesAndThreadsChangeNothing(ArcMethod method) throws InterruptedException, ExecutionException {
        ArcScene scene = scene();
        for (String estimate : new String[] {"WEIGHTED", "WITH_PRIOR"}) {
            Map<String, Object> parameters = parameters(scene, method, estimate);
            Product whole = ArcProducts.run(parameters, scene.images());
            whole.setPreferredTileSize(WIDTH, HEIGHT);
            Product tiled = ArcProducts.run(parameters, scene.images());
            tiled.setPreferredTileSize(6, 4);
            Map<String, float[]> shared = readByThreads(tiled);
            assertEquals(whole.getNumBands(), shared.size());
            for (Band band : whole.getBands()) {
                assertArrayEquals(ArcProducts.floats(whole, band.getName()), shared.get(band.getName()), method + " " + band.getName());
            }
        }
    }

    private static Map<String, float[]> readByThreads(Product product) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            List<Future<float[]>> reads = new ArrayList<>();
            for (Band band : product.getBands()) {
                reads.add(executor.submit(() -> ArcProducts.floats(product, band.getName())));
            }
            Map<String, float[]> found = new TreeMap<>();
            for (int i = 0; i < reads.size(); i++) {
                found.put(product.getBandAt(i).getName(), reads.get(i).get());
            }
            return found;
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void gapsConcernTheirArcAlone() {
        ArcScene scene = scene();
        ArcScene complete = new ArcScene(WIDTH, HEIGHT, 16, 0.3);
        Product gaps = ArcProducts.run(parameters(scene, ArcMethod.ILS, "WEIGHTED"), scene.images());
        Product all = ArcProducts.run(parameters(scene, ArcMethod.ILS, "WEIGHTED"), complete.images());
        for (Band band : all.getBands()) {
            float[] expected = ArcProducts.floats(all, band.getName());
            float[] actual = ArcProducts.floats(gaps, band.getName());
            actual[GAP] = expected[GAP];
            actual[FEW] = expected[FEW];
            assertArrayEquals(expected, actual, band.getName());
        }
        assertEquals(64.0f, ArcProducts.floats(gaps, "status")[FEW], "too_few_epochs");
        assertEquals(1.0f, ArcProducts.floats(gaps, "status")[GAP], "solved");
        assertTrue(Float.isNaN(ArcProducts.floats(gaps, "dis_unw_" + ArcProducts.snap(scene.dates[3]))[GAP]));
    }

    @Test
    void thePriorMakesTheEstimateSmallerAndMoreCertain() {
        ArcScene scene = scene();
        Product weighted = ArcProducts.run(parameters(scene, ArcMethod.ILS, "WEIGHTED"), scene.images());
        Product withPrior = ArcProducts.run(parameters(scene, ArcMethod.ILS, "WITH_PRIOR"), scene.images());
        for (String term : new String[] {"offset", "velocity", "height", "thermal"}) {
            float[] free = ArcProducts.floats(weighted, "sigma_" + term);
            float[] bound = ArcProducts.floats(withPrior, "sigma_" + term);
            for (int p = 0; p < free.length; p++) {
                assertTrue(p == FEW ? Float.isNaN(bound[p]) : bound[p] < free[p], term + " of pixel " + p);
            }
        }
        assertEquals("WITH_PRIOR", withPrior.getMetadataRoot().getElement("Arc_Unwrapping").getAttributeString("estimate"));
    }
}
