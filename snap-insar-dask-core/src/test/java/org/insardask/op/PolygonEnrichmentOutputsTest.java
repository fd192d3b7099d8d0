package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.vector.VectorSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The groups of bands that are wanted, polygons beside pixels, and that tiling and threads change nothing in any of them. */
class PolygonEnrichmentOutputsTest {
    private static final String ALL = "FIELDS,ID,COUNT,MASK";
    private static final String[] BANDS = {"polygon_id", "polygon_count", "polygon_mask", "polygon_distance", "a", "s"};

    @TempDir
    private Path folder;

    private static String square(double x, double y, double size, int number) {
        return "{\"type\":\"Feature\",\"properties\":{\"a\":" + number + ",\"s\":\"kind " + number % 7
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + x + "," + y + "],[" + (x + size) + "," + y + "],["
                + (x + size) + "," + (y + size) + "],[" + x + "," + (y + size) + "],[" + x + "," + y + "]]]}}";
    }

    private Path file(String... features) throws IOException {
        return VectorSamples.text(folder.resolve("areas.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    /** Two squares of 0.001 degrees that overlap by half, and points in both, in one, beside it, far away and nowhere. */
    private Product enrichFive(Object... more) throws IOException {
        double[] x = {5.0012, 5.0002, 4.9999, 4.9, Double.NaN};
        double[] y = {52.0005, 52.0005, 52.0005, 52.0005, 52.0005};
        Path file = file(square(5, 52, 0.0015, 10), square(5.001, 52, 0.0015, 11));
        return PointProducts.enrichPoints(PointProducts.of(x, y), file, "a,s", more);
    }

    @Test
    void theDefaultIsFieldsAndId() throws IOException {
        Product target = enrichFive("copySourceBands", false);
        assertArrayEquals(new String[] {"polygon_id", "a", "s"}, target.getBandNames());
    }

    @Test
    void countMaskAndDistance() throws IOException {
        Product target = enrichFive("outputs", ALL, "maxDistance", 50.0, "copySourceBands", false);
        assertArrayEquals(BANDS, target.getBandNames());
        assertArrayEquals(new int[] {2, 1, 0, 0, 0}, PointProducts.ints(target, "polygon_count"));
        assertArrayEquals(new int[] {1, 1, 0, 0, 0}, PointProducts.ints(target, "polygon_mask"));
        assertArrayEquals(new int[] {1, 0, 0, -1, -1}, PointProducts.ints(target, "polygon_id"));
        assertArrayEquals(new int[] {11, 10, 10, -9999, -9999}, PointProducts.ints(target, "a"));
        double[] distance = PointProducts.doubles(target, "polygon_distance");
        assertEquals(0, distance[0]);
        assertEquals(0, distance[1]);
        assertEquals(6.868, distance[2], 0.001);
        assertEquals(Double.NaN, distance[3]);
        assertEquals(Double.NaN, distance[4]);
        assertEquals("m", target.getBand("polygon_distance").getUnit());
        assertTrue(target.getBand("polygon_mask").isFlagBand());
        assertEquals(1, target.getBand("polygon_mask").getFlagCoding().getFlagMask("inside"));
        assertEquals(50, target.getMetadataRoot().getElement("Polygon_Enrichment").getAttributeDouble("maxDistance"));
    }

    @Test
    void maskAloneNeedsNoFields() throws IOException {
        double[] x = {0.5, 3};
        Path file = file(square(0, 0, 1, 1));
        Product target = PointProducts.enrichPoints(PointProducts.of(x, x), file, "", "outputs", "MASK", "copySourceBands", false);
        assertArrayEquals(new String[] {"polygon_mask"}, target.getBandNames());
        assertArrayEquals(new int[] {1, 0}, PointProducts.ints(target, "polygon_mask"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DISTANCE | | outputs has DISTANCE, and maxDistance is not given; a greatest distance in metres was expected",
        "FIELDS,AREA | | AREA",
        "ID | -1 | maxDistance"})
    void whatDoesNotFitIsRefused(String outputs, Double maxDistance, String message) {
        List<Object> more = new ArrayList<>(List.of("outputs", outputs));
        if (maxDistance != null) {
            more.addAll(List.of("maxDistance", maxDistance));
        }
        String text = assertThrows(OperatorException.class, () -> enrichFive(more.toArray())).getMessage();
        assertTrue(text.contains(message), text);
    }

    /** A scene of 12 by 7 km whose rows are turned and bent. */
    private static Product scene(int width, int height) {
        Product scene = new Product("scene", "SCENE", width, height);
        float[] lon = new float[16];
        float[] lat = new float[16];
        for (int i = 0; i < 16; i++) {
            double u = i % 4 / 3.0;
            int row = i / 4;
            double v = row / 3.0;
            lon[i] = (float) (5 + 0.12 * u - 0.02 * v + 0.01 * u * v);
            lat[i] = (float) (52 + 0.02 * u + 0.06 * v - 0.01 * u * u);
        }
        TiePointGrid lonGrid = new TiePointGrid("longitude", 4, 4, 0, 0, width / 3.0, height / 3.0, lon);
        TiePointGrid latGrid = new TiePointGrid("latitude", 4, 4, 0, 0, width / 3.0, height / 3.0, lat);
        scene.addTiePointGrid(latGrid);
        scene.addTiePointGrid(lonGrid);
        scene.setSceneGeoCoding(new TiePointGeoCoding(latGrid, lonGrid));
        return scene;
    }

    /** Squares in and around the scene; the first and the last are far away. */
    private Path squares() throws IOException {
        Random random = new Random(5);
        List<String> features = new ArrayList<>();
        features.add(square(40, 10, 1, 4_000_000));
        for (int i = 1; i < 600; i++) {
            double size = 0.001 + 0.01 * random.nextDouble();
            features.add(square(4.95 + random.nextDouble() * 0.25, 51.95 + random.nextDouble() * 0.2, size, i));
        }
        features.add(square(-40, 10, 1, 4_000_001));
        return file(features.toArray(String[]::new));
    }

    private static double[][] bands(Product product) throws IOException {
        double[][] samples = new double[BANDS.length][];
        for (int b = 0; b < BANDS.length; b++) {
            samples[b] = PointProducts.doubles(product, BANDS[b]);
        }
        return samples;
    }

    @ParameterizedTest
    @CsvSource({"7, 13", "64, 64", "200, 1", "33, 90"})
    void anyTilingAndAnyNumberOfThreadsGiveTheSame(int tileWidth, int tileHeight)
            throws IOException, InterruptedException, ExecutionException {
        Path file = squares();
        Product whole = scene(200, 90);
        whole.setPreferredTileSize(200, 90);
        double[][] expected = bands(PointProducts.enrich(whole, file, "a,s", "outputs", ALL, "maxDistance", 150.0));
        Product scene = scene(200, 90);
        scene.setPreferredTileSize(tileWidth, tileHeight);
        Product target = PointProducts.enrich(scene, file, "a,s", "outputs", ALL, "maxDistance", 150.0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<double[]>> rows = new ArrayList<>();
            for (int y = 89; y >= 0; y--) {
                int row = y;
                rows.add(threads.submit(() -> target.getBand("polygon_distance").readPixels(0, row, 200, 1, new double[200],
                        ProgressMonitor.NULL)));
            }
            for (int i = 0; i < rows.size(); i++) {
                int row = 89 - i;
                assertArrayEquals(Arrays.copyOfRange(expected[3], 200 * row, 200 * row + 200), rows.get(i).get(), "row " + row);
            }
        } finally {
            threads.shutdownNow();
        }
        double[][] samples = bands(target);
        for (int b = 0; b < BANDS.length; b++) {
            assertArrayEquals(expected[b], samples[b], BANDS[b]);
        }
        assertTrue(Arrays.stream(expected[1]).filter(v -> v > 1).count() > 500, "pixels in several polygons");
        assertTrue(Arrays.stream(expected[3]).filter(v -> v > 0).count() > 2000, "pixels beside a polygon");
    }

    /** With tie points only polygons near the scene are used; as bands of places, all of them are. */
    @Test
    void polygonsFarFromTheSceneChangeNothing() throws IOException {
        Path file = squares();
        Product scene = scene(120, 80);
        Product target = PointProducts.enrich(scene, file, "a,s", "outputs", ALL, "maxDistance", 500.0);
        Product places = new Product("places", "SCENE", 120, 80);
        double[] lon = new double[120 * 80];
        double[] lat = new double[lon.length];
        for (int i = 0; i < lon.length; i++) {
            int row = i / 120;
            GeoPos place = scene.getSceneGeoCoding().getGeoPos(new PixelPos(i % 120 + 0.5, row + 0.5), null);
            lon[i] = place.lon;
            lat[i] = place.lat;
        }
        PointProducts.addBand(places, "lon", lon);
        PointProducts.addBand(places, "lat", lat);
        Product all = PointProducts.enrichPoints(places, file, "a,s", "outputs", ALL, "maxDistance", 500.0);
        for (String band : BANDS) {
            if (!"s".equals(band)) {
                assertArrayEquals(PointProducts.doubles(all, band), PointProducts.doubles(target, band), band);
            }
        }
        assertArrayEquals(PointProducts.texts(all, "s"), PointProducts.texts(target, "s"));
        assertEquals(601, target.getMetadataRoot().getElement("Polygon_Enrichment").getAttributeInt("features"));
    }

    @Test
    void aSceneFarFromAllPolygonsGetsNone() throws IOException {
        Product target = PointProducts.enrich(scene(20, 10), file(square(40, 10, 1, 3)), "a,s");
        assertTrue(Arrays.stream(PointProducts.ints(target, "polygon_id")).allMatch(id -> id == -1));
        assertTrue(Arrays.stream(PointProducts.ints(target, "a")).allMatch(a -> a == -9999));
        assertTrue(Arrays.stream(PointProducts.ints(target, "s")).allMatch(s -> s == -1));
    }

    @Test
    void theOutputsSurviveTheDisk() throws IOException {
        Product target = PointProducts.enrich(scene(60, 40), squares(), "a,s", "outputs", ALL, "maxDistance", 100.0);
        PointProducts.write(target, folder.resolve("enriched.dim"), "BEAM-DIMAP");
        Product read = ProductIO.readProduct(folder.resolve("enriched.dim").toFile());
        for (String name : BANDS) {
            Band band = read.getBand(name);
            assertArrayEquals(PointProducts.doubles(target, name), PointProducts.doubles(read, name), name);
            assertEquals(target.getBand(name).getDataType(), band.getDataType());
        }
        assertEquals(ProductData.TYPE_UINT8, read.getBand("polygon_mask").getDataType());
        assertNotNull(read.getBand("polygon_mask").getFlagCoding());
        assertFalse(read.getBand("polygon_mask").isNoDataValueUsed());
        assertNull(read.getBand("polygon_count").getIndexCoding());
    }
}
