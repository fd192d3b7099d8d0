package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.insardask.polygon.FeatureRings;
import org.insardask.vector.Attribute;
import org.insardask.vector.AttributeType;
import org.insardask.vector.FieldList;
import org.insardask.vector.PolygonLayer;
import org.insardask.vector.VectorFiles;
import org.insardask.vector.VectorRequest;
import org.junit.jupiter.api.Test;

class PolygonStatisticsOpTest extends StatisticsCase {

    private PolygonLayer run(Object... more) throws IOException {
        StatisticsScene.run(scene.product(), StatisticsScene.parameters(output, polygons, more), null);
        return VectorFiles.read(new VectorRequest(output, null, FieldList.of(VectorRequest.of(output)), null, null));
    }

    private static Attribute column(PolygonLayer layer, String name) {
        return layer.attributes().stream().filter(attribute -> attribute.name().equals(name)).findFirst().orElseThrow();
    }

    private void check(PolygonLayer layer, int minimumCount, IntPredicate counts) {
        assertEquals(StatisticsScene.FEATURES, layer.polygons().featureCount());
        for (int f = 0; f < StatisticsScene.FEATURES; f++) {
            double[] expected = scene.velocities(f, counts);
            assertEquals(expected.length, column(layer, "velocity_count").integer(f), "count of " + f);
            int feature = f;
            double[] found = Stream.of("mean", "median", "std", "min", "max")
                    .mapToDouble(measure -> column(layer, "velocity_" + measure).number(feature)).toArray();
            assertArrayEquals(expected.length < minimumCount ? none() : measures(expected), found, 1e-13, "feature " + f);
        }
    }

    private static double[] none() {
        return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }

    private static double[] measures(double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            return none();
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        double median = n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
        return new double[] {mean, median, n == 1 ? Double.NaN : Math.sqrt(squares / (n - 1)), sorted[0], sorted[n - 1]};
    }

    @Test
    void statisticsAreThoseOfThePixels() throws IOException {
        PolygonLayer layer = run();
        check(layer, 1, p -> true);
        for (int f = 0; f < StatisticsScene.FEATURES; f++) {
            int feature = f;
            long pixels = IntStream.range(0, scene.velocity.length).filter(p -> StatisticsScene.feature(p) == feature).count();
            assertEquals(pixels, column(layer, "pixels").integer(f));
            assertEquals(f, column(layer, "polygon_id").integer(f));
        }
        assertTrue(column(layer, "height_mean").isNull(4), "no pixel, no mean");
        assertEquals(List.of("fid", "polygon_id", "name", "year", "share", "old", "pixels", "velocity_count", "velocity_mean",
                "velocity_median", "velocity_std", "velocity_min", "velocity_max", "height_count", "height_mean", "height_median",
                "height_std", "height_min", "height_max"), layer.attributes().stream().map(Attribute::name).toList());
    }

    @Test
    void polygonsKeepTheirAttributesAndShapes() throws IOException {
        PolygonLayer layer = run("fields", "year,name,share,old");
        PolygonLayer source = VectorFiles.read(VectorRequest.of(polygons, "year", "name", "share", "old"));
        for (Attribute expected : source.attributes()) {
            Attribute found = column(layer, expected.name());
            assertEquals(expected.type(), found.type());
            for (int f = 0; f < StatisticsScene.FEATURES; f++) {
                assertEquals(expected.isNull(f), found.isNull(f), expected.name() + " of " + f);
                if (expected.type() == AttributeType.STRING) {
                    assertEquals(expected.text(f), found.text(f));
                } else if (expected.type() == AttributeType.FLOAT) {
                    assertEquals(expected.number(f), found.number(f));
                } else if (!expected.isNull(f)) {
                    assertEquals(expected.integer(f), found.integer(f));
                }
            }
        }
        for (int f = 0; f < StatisticsScene.FEATURES; f++) {
            List<List<double[]>> expected = FeatureRings.of(source.polygons(), f);
            List<List<double[]>> found = FeatureRings.of(layer.polygons(), f);
            assertEquals(expected.size(), found.size());
            for (int p = 0; p < expected.size(); p++) {
                assertArrayEquals(expected.get(p).toArray(), found.get(p).toArray());
            }
        }
    }

    @Test
    void onlyPixelsWithinTheMaskCount() throws IOException {
        check(run("maskBand", "temporal_coherence", "maskMinimum", 0.5), 1, p -> scene.coherence[p] >= 0.5);
        check(run("maskBand", "temporal_coherence", "maskMinimum", 0.25, "maskMaximum", 0.5), 1,
                p -> scene.coherence[p] >= 0.25 && scene.coherence[p] <= 0.5);
        check(run("requiredFlags", new String[] {"solved"}, "excludedFlags", new String[] {"not_proven"}), 1,
                p -> scene.status[p] == StatisticsScene.SOLVED);
        check(run("requiredFlags", new String[] {"solved", "not_proven"}, "maskBand", "height", "maskMaximum", 0.0), 1,
                p -> scene.status[p] == 3 && scene.height[p] <= 0);
    }

    @Test
    void fewPixelsGiveACountOnly() throws IOException {
        check(run("minimumCount", 100), 100, p -> true);
    }

    @Test
    void polygonsWithoutPixelsCanBeLeftOut() throws IOException {
        PolygonLayer layer = run("keepEmpty", false);
        assertEquals(StatisticsScene.FEATURES - 1, layer.polygons().featureCount());
        assertEquals("one", column(layer, "name").text(4));
        assertEquals(5, column(layer, "polygon_id").integer(4));
    }

    @Test
    void tilesChangeNothing() throws IOException {
        for (String name : new String[] {"a.gpkg", "a.csv"}) {
            byte[] whole = bytes(name, new Dimension(StatisticsScene.WIDTH, StatisticsScene.HEIGHT));
            for (Dimension tiles : new Dimension[] {new Dimension(StatisticsScene.WIDTH, 1), new Dimension(5, 7), new Dimension(16, 16)}) {
                assertArrayEquals(whole, bytes(name, tiles), name + " in tiles of " + tiles);
            }
        }
    }

    /** Four threads read the tiles, each in another order, so that tiles come twice and at the same time. */
    @Test
    void threadsChangeNothing() throws IOException, InterruptedException, ExecutionException {
        byte[] expected = bytes("a.gpkg", new Dimension(5, 7));
        Path file = folder.resolve("threads/a.gpkg");
        Operator operator = GPF.getDefaultInstance().createOperator("Polygon-Statistics", StatisticsScene.parameters(file, polygons),
                Map.of("source", scene.product()), new RenderingHints(GPF.KEY_TILE_SIZE, new Dimension(5, 7)));
        Band band = operator.getTargetProduct().getBandAt(0);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> readers = IntStream.range(0, 4).mapToObj(seed -> reader(band, seed)).toList();
            for (Future<Void> reader : pool.invokeAll(readers)) {
                reader.get();
            }
        } finally {
            pool.shutdown();
        }
        assertArrayEquals(expected, Files.readAllBytes(file));
    }

    private static Callable<Void> reader(Band band, int seed) {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, StatisticsScene.HEIGHT).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        return () -> {
            for (int row : rows) {
                band.readPixels(0, row, StatisticsScene.WIDTH, 1, new int[StatisticsScene.WIDTH]);
            }
            return null;
        };
    }

    private byte[] bytes(String name, Dimension tiles) throws IOException {
        Path file = folder.resolve(tiles.width + "x" + tiles.height).resolve(name);
        StatisticsScene.run(scene.product(), StatisticsScene.parameters(file, polygons, "csvGeometry", true), tiles);
        return Files.readAllBytes(file);
    }

    /** The band of Polygon-Enrichment gives what matching anew gives, and its attributes are enough for a table without polygons. */
    @Test
    void enrichedProductsKnowTheirPolygons() throws IOException {
        Product enriched = PointProducts.enrichPoints(scene.product(), polygons, "name,year,share,old");
        Path anew = folder.resolve("anew/areas.csv");
        Path byFile = folder.resolve("file/areas.csv");
        Path byBands = folder.resolve("bands/areas.csv");
        StatisticsScene.run(enriched, StatisticsScene.parameters(anew, polygons, "polygonIdBand", "none"), null);
        StatisticsScene.run(enriched, Map.of("outputFile", byFile.toFile(), "vectorFile", polygons.toFile()), null);
        StatisticsScene.run(enriched, StatisticsScene.parameters(byBands, null), null);
        assertEquals(Files.readString(anew), Files.readString(byFile));
        List<String> expected = Files.readAllLines(byFile);
        List<String> found = Files.readAllLines(byBands);
        assertEquals(7, found.size());
        assertTrue(found.get(5).startsWith("4,,,,,0,0,,,,,,0,"), "attributes of a polygon without pixels are not known: " + found.get(5));
        expected.remove(5);
        found.remove(5);
        assertEquals(expected, found);
    }

    @Test
    void numbersOfUnknownOriginWillDo() throws IOException {
        Product product = scene.product();
        double[] classes = IntStream.range(0, scene.velocity.length).mapToDouble(p -> p % 2 == 0 ? 7 : 1_000_000_000).toArray();
        PointProducts.addBand(product, "classes", classes);
        Path file = folder.resolve("classes.csv");
        String[] bands = {"height"};
        StatisticsScene.run(product, StatisticsScene.parameters(file, null, "polygonIdBand", "classes", "bands", bands), null);
        List<String> lines = Files.readAllLines(file);
        assertEquals("polygon_id,pixels,height_count,height_mean,height_median,height_std,height_min,height_max", lines.get(0));
        assertEquals(List.of("7", "537"), StatisticsScene.fields(lines.get(1)).subList(0, 2));
        assertEquals(List.of("1000000000", "536"), StatisticsScene.fields(lines.get(2)).subList(0, 2));
        assertEquals(3, lines.size());
    }

    /** A file of statistics has columns of the same names. */
    @Test
    void attributesThatAreCalledAsStatisticsStepAside() throws IOException {
        run();
        Path again = folder.resolve("again.csv");
        StatisticsScene.run(scene.product(), StatisticsScene.parameters(again, output, "bands", new String[] {"velocity"}), null);
        String header = Files.readAllLines(again).get(0);
        assertTrue(header.startsWith("polygon_id,fid,polygon_id_1,name,year,share,old,pixels_1,velocity_count_1,velocity_mean_1,"), header);
        assertTrue(header.endsWith(",pixels,velocity_count,velocity_mean,velocity_median,velocity_std,velocity_min,velocity_max"), header);
    }
}
