package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.insardask.vector.VectorSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bands of the target: types, no-data, names, codings, places, and that tiling and threads change nothing. */
class PolygonEnrichmentBandsTest {
    private static final double[] X = {0.5, 2.5, 4.5, 6.5};
    private static final double[] Y = {0.5, 0.5, 0.5, 0.5};

    @TempDir
    private Path folder;

    private static String square(double x, double y, double size, String properties) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
                + x + "," + y + "],[" + (x + size) + "," + y + "],[" + (x + size) + "," + (y + size) + "],[" + x + "," + (y + size)
                + "],[" + x + "," + y + "]]]}}";
    }

    private Path file(String... features) throws IOException {
        return VectorSamples.text(folder.resolve("areas.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private Path threeSquares(String first, String second, String third) throws IOException {
        return file(square(0, 0, 1, first), square(2, 0, 1, second), square(4, 0, 1, third));
    }

    @Test
    void integersStayIntegers() throws IOException {
        Path file = threeSquares("\"a\":5,\"b\":-9999,\"c\":3000000000,\"d\":1",
                "\"a\":-7,\"b\":2,\"c\":1,\"d\":null", "\"a\":0,\"b\":3,\"c\":2");
        Product target = PointProducts.enrichPoints(PointProducts.of(X, Y), file, "a,b,c,d");
        assertEquals(ProductData.TYPE_INT32, target.getBand("a").getDataType());
        assertArrayEquals(new int[] {5, -7, 0, -9999}, PointProducts.ints(target, "a"));
        assertArrayEquals(new int[] {-9999, 2, 3, Integer.MIN_VALUE}, PointProducts.ints(target, "b"));
        assertEquals(Integer.MIN_VALUE, target.getBand("b").getNoDataValue());
        assertEquals(ProductData.TYPE_FLOAT64, target.getBand("c").getDataType());
        assertArrayEquals(new double[] {3e9, 1, 2, Double.NaN}, PointProducts.doubles(target, "c"));
        assertArrayEquals(new int[] {1, -9999, -9999, -9999}, PointProducts.ints(target, "d"));
        assertArrayEquals(new int[] {0, 1, 2, -1}, PointProducts.ints(target, "polygon_id"));
        for (Band band : target.getBands()) {
            assertEquals(!band.getName().startsWith("l"), band.isNoDataValueUsed(), band.getName());
        }
    }

    @Test
    void floatsTruthValuesAndTexts() throws IOException {
        Path file = threeSquares("\"f\":0.1,\"t\":true,\"s\":\"Barn\"", "\"f\":null,\"t\":false,\"s\":\"house\"",
                "\"f\":2,\"t\":null,\"s\":\"barn\"");
        Product target = PointProducts.enrichPoints(PointProducts.of(X, Y), file, "f,t,s");
        assertEquals(ProductData.TYPE_FLOAT64, target.getBand("f").getDataType());
        assertArrayEquals(new double[] {0.1, Double.NaN, 2, Double.NaN}, PointProducts.doubles(target, "f"));
        assertEquals(ProductData.TYPE_UINT8, target.getBand("t").getDataType());
        assertArrayEquals(new int[] {1, 0, 255, 255}, PointProducts.ints(target, "t"));
        assertEquals(255, target.getBand("t").getNoDataValue());
        assertEquals(ProductData.TYPE_INT32, target.getBand("s").getDataType());
        assertArrayEquals(new int[] {0, 1, 2, -1}, PointProducts.ints(target, "s"));
        IndexCoding coding = target.getBand("s").getIndexCoding();
        assertArrayEquals(new String[] {"Barn", "house", "barn (2)"}, coding.getIndexNames());
        assertEquals("barn", coding.getIndex("barn (2)").getDescription());
        assertTrue(target.getIndexCodingGroup().contains("s"));
    }

    @Test
    void namesThatAreTakenOrNotValidAreChanged() throws IOException {
        Path file = file(square(0, 0, 1, "\"lon\":1,\"a b\":2,\"polygon_id\":3,\"a_b\":4,\"d\u00e9j\u00e0\":5"));
        Product target = PointProducts.enrichPoints(PointProducts.of(X, Y), file, "lon,a b,polygon_id,a_b,d\u00e9j\u00e0");
        assertArrayEquals(new String[] {"lon", "lat", "polygon_id", "lon_1", "a_b", "polygon_id_1", "a_b_1", "d_j_"},
                target.getBandNames());
        assertArrayEquals(new int[] {4, -9999, -9999, -9999}, PointProducts.ints(target, "a_b_1"));
        assertEquals("field lon of areas.geojson", target.getBand("lon_1").getDescription());
    }

    @Test
    void sourceBandsAreCopiedOrNot() throws IOException {
        Path file = file(square(0, 0, 1, "\"a\":1"));
        Product source = PointProducts.of(X, Y);
        assertArrayEquals(X, PointProducts.doubles(PointProducts.enrichPoints(source, file, "a"), "lon"));
        Product bare = PointProducts.enrichPoints(source, file, "a", "copySourceBands", false);
        assertArrayEquals(new String[] {"polygon_id", "a"}, bare.getBandNames());
        assertArrayEquals(new int[] {1, -9999, -9999, -9999}, PointProducts.ints(bare, "a"));
    }

    @Test
    void predicateAndOverlapChoose() throws IOException {
        Path file = file(square(0, 0, 2, "\"a\":1"), square(0.25, 0.25, 0.5, "\"a\":2"), square(0, 0, 3, "\"a\":3"));
        Product points = PointProducts.of(new double[] {0.5, 3, 2.5}, new double[] {0.5, 1, 1});
        assertArrayEquals(new int[] {3, -9999, 3}, PointProducts.ints(PointProducts.enrichPoints(points, file, "a"), "a"));
        assertArrayEquals(new int[] {1, 3, 3},
                PointProducts.ints(PointProducts.enrichPoints(points, file, "a", "overlap", "FIRST", "predicate", "COVERS"), "a"));
        assertArrayEquals(new int[] {2, -9999, 3},
                PointProducts.ints(PointProducts.enrichPoints(points, file, "a", "overlap", "SMALLEST"), "a"));
    }

    @Test
    void placesWithoutDataAreOutside() throws IOException {
        Path file = file(square(-1, -1, 3, "\"a\":1"));
        Product points = PointProducts.of(new double[] {0.5, 0, Double.NaN, 0.5}, new double[] {0.5, 0.5, 0.5, Double.POSITIVE_INFINITY});
        points.getBand("lon").setNoDataValue(0);
        points.getBand("lon").setNoDataValueUsed(true);
        assertArrayEquals(new int[] {1, -9999, -9999, -9999}, PointProducts.ints(PointProducts.enrichPoints(points, file, "a"), "a"));
    }

    @Test
    void theMetadataSayWhatWasUsed() throws IOException {
        Product target = PointProducts.enrichPoints(PointProducts.of(X, Y), file(square(0, 0, 1, "\"a\":1")), "a");
        MetadataElement record = target.getMetadataRoot().getElement("Polygon_Enrichment");
        assertEquals("areas.geojson", record.getAttributeString("vectorFile"));
        assertEquals("EPSG:4326", record.getAttributeString("crs"));
        assertEquals("LAST", record.getAttributeString("overlap"));
        assertEquals(1, record.getAttributeInt("features"));
    }

    /** A scene with tie points whose longitude is 5 + x / 100 and latitude 52 - y / 100 at pixel corners. */
    private static Product scene(int width, int height) {
        Product scene = new Product("scene", "SCENE", width, height);
        Band band = scene.addBand("amplitude", ProductData.TYPE_FLOAT32);
        band.setRasterData(ProductData.createInstance(new float[width * height]));
        float[] lon = {5, 5 + width / 100f, 5, 5 + width / 100f};
        float[] lat = {52, 52, 52 - height / 100f, 52 - height / 100f};
        TiePointGrid lonGrid = new TiePointGrid("longitude", 2, 2, 0, 0, width, height, lon);
        TiePointGrid latGrid = new TiePointGrid("latitude", 2, 2, 0, 0, width, height, lat);
        scene.addTiePointGrid(latGrid);
        scene.addTiePointGrid(lonGrid);
        scene.setSceneGeoCoding(new TiePointGeoCoding(latGrid, lonGrid));
        return scene;
    }

    @Test
    void pixelsAreAtTheirCentres() throws IOException {
        Product scene = scene(8, 4);
        Path file = file(square(5.012, 51.962, 0.031, "\"a\":1"));
        Product target = PointProducts.enrich(scene, file, "a");
        int[] a = PointProducts.ints(target, "a");
        for (int i = 0; i < a.length; i++) {
            int x = i % 8;
            int y = i / 8;
            GeoPos place = scene.getSceneGeoCoding().getGeoPos(new PixelPos(x + 0.5, y + 0.5), null);
            boolean inside = place.lon > 5.012 && place.lon < 5.043 && place.lat > 51.962 && place.lat < 51.993;
            assertEquals(inside ? 1 : -9999, a[i], "pixel " + x + ", " + y);
        }
        assertEquals(9, Arrays.stream(a).filter(v -> v == 1).count());
        assertNotNull(target.getSceneGeoCoding());
    }

    private Path randomSquares() throws IOException {
        Random random = new Random(5);
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            features.add(square(5 + random.nextDouble() * 2, 51 + random.nextDouble(), 0.01 + 0.1 * random.nextDouble(),
                    "\"a\":" + i + ",\"f\":" + random.nextDouble() + ",\"s\":\"type " + random.nextInt(30) + "\""));
        }
        return file(features.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 32, 64, 200})
    void anyTilingAndAnyNumberOfThreadsGiveTheSame(int tile) throws IOException, InterruptedException, ExecutionException {
        Path file = randomSquares();
        Product whole = scene(200, 90);
        whole.setPreferredTileSize(200, 90);
        Product expected = PointProducts.enrich(whole, file, "a,f,s");
        Product scene = scene(200, 90);
        scene.setPreferredTileSize(tile, Math.min(tile, 90));
        Product target = PointProducts.enrich(scene, file, "a,f,s");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<int[]>> rows = new ArrayList<>();
            for (int y = 89; y >= 0; y--) {
                int row = y;
                rows.add(threads.submit(() -> target.getBand("a").readPixels(0, row, 200, 1, new int[200], ProgressMonitor.NULL)));
            }
            int[] a = PointProducts.ints(expected, "a");
            for (int i = 0; i < rows.size(); i++) {
                int row = 89 - i;
                assertArrayEquals(Arrays.copyOfRange(a, 200 * row, 200 * row + 200), rows.get(i).get(), "row " + row);
            }
        } finally {
            threads.shutdownNow();
        }
        assertArrayEquals(PointProducts.doubles(expected, "f"), PointProducts.doubles(target, "f"));
        assertArrayEquals(PointProducts.ints(expected, "s"), PointProducts.ints(target, "s"));
        assertTrue(Arrays.stream(PointProducts.ints(expected, "polygon_id")).filter(v -> v >= 0).count() > 1000);
    }

    @Test
    void theTargetSurvivesTheDisk() throws IOException {
        Product target = PointProducts.enrich(scene(200, 90), randomSquares(), "a,f,s");
        PointProducts.write(target, folder.resolve("enriched.dim"), "BEAM-DIMAP");
        Product read = ProductIO.readProduct(folder.resolve("enriched.dim").toFile());
        for (String band : new String[] {"polygon_id", "a", "f", "s"}) {
            assertArrayEquals(PointProducts.doubles(target, band), PointProducts.doubles(read, band), band);
            assertEquals(target.getBand(band).getDataType(), read.getBand(band).getDataType());
            assertTrue(read.getBand(band).isNoDataValueUsed());
        }
        assertArrayEquals(PointProducts.texts(target, "s"), PointProducts.texts(read, "s"));
        assertNull(read.getBand("a").getIndexCoding());
        assertFalse(read.getBand("s").getIndexCoding().getIndexNames().length == 0);
    }
}
