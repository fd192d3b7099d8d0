package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A product with everything, written and read back in both formats and from one to the other. */
class RoundTripTest {
    private static final int WIDTH = 701;
    private static final int HEIGHT = 83;

    @TempDir
    Path folder;

    /** A tile of a band. */
    private record Task(Band band, int x, int y, int w, int h) {
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void everythingComesBack(String format, String name) throws Exception {
        Product product = ProductsForTests.full("a", WIDTH, HEIGHT);
        write(product, format, folder.resolve(name), 64, 64, 1, 1);
        Product read = ProductIO.readProduct(folder.resolve(name).toFile());
        assertEquals(ProductsForTests.describe(product, true), ProductsForTests.describe(read, true));
        assertSamples(read);
        read.dispose();
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,ZNAP,.dim,.znap", "ZNAP,BEAM-DIMAP,.znap,.dim"})
    void throughTheOtherFormatAndBack(String format, String other, String extension, String otherExtension) throws Exception {
        Product product = ProductsForTests.full("a", WIDTH, HEIGHT);
        Path first = folder.resolve("one/a" + extension);
        write(product, format, first, 100, 7, 1, 1);
        Path between = folder.resolve("a" + otherExtension);
        Product read = ProductIO.readProduct(first.toFile());
        ProductIO.writeProduct(read, between.toString(), other);
        Product again = ProductIO.readProduct(between.toFile());
        ProductIO.writeProduct(again, folder.resolve("two/a" + extension).toString(), format);
        assertSameTree(ProductsForTests.tree(folder.resolve("one")), ProductsForTests.tree(folder.resolve("two")), "");
        read.dispose();
        again.dispose();
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void bytesDependNeitherOnTilingNorOnOrderNorOnThreads(String format, String name) throws Exception {
        write(ProductsForTests.full("a", WIDTH, HEIGHT), format, folder.resolve("ref").resolve(name), WIDTH, HEIGHT, 1, 0);
        Map<String, String> expected = ProductsForTests.tree(folder.resolve("ref"));
        int[][] tilings = {{640, 83}, {64, 64}, {701, 5}, {13, 17}};
        for (int i = 0; i < tilings.length; i++) {
            Path target = folder.resolve("t" + i).resolve(name);
            write(ProductsForTests.full("a", WIDTH, HEIGHT), format, target, tilings[i][0], tilings[i][1], 4, i);
            assertSameTree(expected, ProductsForTests.tree(target.getParent()), "tiles of " + tilings[i][0] + " x " + tilings[i][1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void manyThreadsReadTheSameSamples(String format, String name) throws Exception {
        write(ProductsForTests.full("a", WIDTH, HEIGHT), format, folder.resolve(name), 128, 64, 1, 0);
        Product read = ProductIO.readProduct(folder.resolve(name).toFile());
        List<Task> tasks = tasks(read, 57, 31, 7);
        Map<Band, ProductData> expected = samples(read);
        inThreads(tasks, 8, task -> {
            ProductData data = task.band.createCompatibleRasterData(task.w, task.h);
            read.getProductReader().readBandRasterData(task.band, task.x, task.y, task.w, task.h, data, ProgressMonitor.NULL);
            assertTrue(ProductsForTests.window(task.band, expected.get(task.band), task.x, task.y, task.w, task.h).equalElems(data),
                    () -> "samples of " + task);
        });
        read.dispose();
    }

    @Test
    void bandsOfOtherSizesKeepThem() throws Exception {
        for (String name : List.of("m.dim", "m.znap")) {
            Product product = new Product("m", "T", 20, 10);
            product.addBand("full", ProductData.TYPE_INT16);
            product.addBand(new Band("half", ProductData.TYPE_FLOAT32, 10, 5));
            write(product, name.endsWith("dim") ? "BEAM-DIMAP" : "ZNAP", folder.resolve(name), 7, 7, 1, 0);
            Product read = ProductIO.readProduct(folder.resolve(name).toFile());
            assertEquals(ProductsForTests.describe(product, true), ProductsForTests.describe(read, true));
            assertSamples(read);
            read.dispose();
        }
    }

    @Test
    void buffersOfAnotherTypeAreConverted() throws IOException {
        Product product = new Product("c", "T", 3, 2);
        Band band = product.addBand("b", ProductData.TYPE_INT16);
        Path target = folder.resolve("c.dim");
        ProductWriter writer = ProductIO.getProductWriter("BEAM-DIMAP");
        writer.writeProductNodes(product, target.toFile());
        ProductData floats = ProductData.createInstance(new float[] {1, -2, 3, 300, 5, 6});
        writer.writeBandRasterData(band, 0, 0, 3, 2, floats, ProgressMonitor.NULL);
        writer.close();
        Product read = ProductIO.readProduct(target.toFile());
        ProductData doubles = ProductData.createInstance(ProductData.TYPE_FLOAT64, 6);
        read.getProductReader().readBandRasterData(read.getBand("b"), 0, 0, 3, 2, doubles, ProgressMonitor.NULL);
        assertEquals("1.0,-2.0,3.0,300.0,5.0,6.0", doubles.getElemString());
        read.dispose();
    }

    private static void assertSameTree(Map<String, String> expected, Map<String, String> found, String message) {
        assertEquals(expected.keySet(), found.keySet(), message);
        expected.forEach((file, bytes) -> assertTrue(bytes.equals(found.get(file)), () -> file + " differs " + message));
    }

    private static void assertSamples(Product read) throws IOException {
        for (Band band : read.getBands()) {
            if (!(band instanceof VirtualBand)) {
                assertTrue(ProductsForTests.samples(band).equalElems(ProductsForTests.readAll(band)), () -> "samples of " + band.getName());
            }
        }
    }

    private static void write(Product product, String format, Path target, int tileWidth, int tileHeight, int threads, long seed)
            throws IOException, InterruptedException, ExecutionException {
        ProductWriter writer = ProductIO.getProductWriter(format);
        writer.writeProductNodes(product, target.toFile());
        Map<Band, ProductData> samples = samples(product);
        inThreads(tasks(product, tileWidth, tileHeight, seed), threads, task -> {
            ProductData data = ProductsForTests.window(task.band, samples.get(task.band), task.x, task.y, task.w, task.h);
            writer.writeBandRasterData(task.band, task.x, task.y, task.w, task.h, data, ProgressMonitor.NULL);
        });
        writer.close();
    }

    private static Map<Band, ProductData> samples(Product product) {
        Map<Band, ProductData> samples = new HashMap<>();
        for (Band band : product.getBands()) {
            samples.put(band, ProductsForTests.samples(band));
        }
        return samples;
    }

    private static List<Task> tasks(Product product, int tileWidth, int tileHeight, long seed) {
        List<Task> tasks = new ArrayList<>();
        for (Band band : product.getBands()) {
            if (band instanceof VirtualBand) {
                continue;
            }
            for (int y = 0; y < band.getRasterHeight(); y += tileHeight) {
                for (int x = 0; x < band.getRasterWidth(); x += tileWidth) {
                    tasks.add(new Task(band, x, y, Math.min(tileWidth, band.getRasterWidth() - x),
                            Math.min(tileHeight, band.getRasterHeight() - y)));
                }
            }
        }
        Collections.shuffle(tasks, new Random(seed));
        return tasks;
    }

    /** Does something with a tile. */
    @FunctionalInterface
    private interface Action {
        void accept(Task task) throws IOException;
    }

    private static void inThreads(List<Task> tasks, int threads, Action action) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> futures = new ArrayList<>();
            for (Task task : tasks) {
                futures.add(pool.submit(() -> {
                    action.accept(task);
                    return null;
                }));
            }
            for (Future<Void> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
