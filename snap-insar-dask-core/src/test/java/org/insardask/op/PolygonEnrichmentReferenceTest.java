package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.insardask.vector.PointTable;
import org.insardask.vector.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator on products of the points of the reference data: every point is equal to what stmtools gives. */
class PolygonEnrichmentReferenceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "shp", "geojson"})
    void small(String format) throws IOException {
        PointTable table = new PointTable(SharedData.path("enrich/small/points.csv"));
        PointTable inside = new PointTable(SharedData.path("enrich/small/expected_inside_points.csv"));
        Product points = PointProducts.of(table.numbers("lon"), table.numbers("lat"));
        Product target = PointProducts.enrichPoints(points, SharedData.path("enrich/small/polygons." + format), "bid,height, btype");
        checkSmall(target, inside, table.size(), false);
        PointProducts.write(target, folder.resolve("small.dim"), "BEAM-DIMAP");
        checkSmall(ProductIO.readProduct(folder.resolve("small.dim").toFile()), inside, table.size(), true);
    }

    /** SNAP's own writer of BEAM-DIMAP writes UTF-8 below a header that declares ISO-8859-1. */
    private static String asWritten(String text) {
        boolean snap = "snap".equals(System.getProperty("insardask.runtime"));
        return snap && text != null ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) : text;
    }

    private static void checkSmall(Product target, PointTable inside, int points, boolean fromDisk) throws IOException {
        int[] bid = new int[points];
        double[] height = new double[points];
        String[] btype = new String[points];
        Arrays.fill(bid, -9999);
        Arrays.fill(height, Double.NaN);
        int[] point = Arrays.stream(inside.numbers("point")).mapToInt(v -> (int) v).toArray();
        for (int row = 0; row < inside.size(); row++) {
            bid[point[row]] = (int) inside.numbers("bid")[row];
            height[point[row]] = inside.numbers("height")[row];
            btype[point[row]] = fromDisk ? asWritten(inside.texts("btype")[row]) : inside.texts("btype")[row];
        }
        assertArrayEquals(bid, PointProducts.ints(target, "bid"));
        assertArrayEquals(height, PointProducts.doubles(target, "height"));
        assertArrayEquals(btype, PointProducts.texts(target, "btype"));
        assertEquals(-9999, target.getBand("bid").getNoDataValue());
        assertEquals(Double.NaN, target.getBand("height").getNoDataValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "shp", "geojson"})
    void amsterdam(String format) throws IOException {
        PointTable expected = new PointTable(SharedData.path("enrich/amsterdam/expected_example_csv_x_amsterdam_polygons.csv"));
        Product points = PointProducts.of(expected.numbers("lon"), expected.numbers("lat"));
        Path file = SharedData.path("enrich/amsterdam/amsterdam_polygons." + format);
        Product target = PointProducts.enrichPoints(points, file, "ID,temperature,floors");
        assertArrayEquals(nullWhereEmpty(expected.texts("ID")), PointProducts.texts(target, "ID"));
        assertArrayEquals(expected.numbers("temperature"), PointProducts.doubles(target, "temperature"));
        int[] floors = Arrays.stream(expected.numbers("floors")).mapToInt(v -> Double.isNaN(v) ? -9999 : (int) v).toArray();
        assertArrayEquals(floors, PointProducts.ints(target, "floors"));
    }

    @Test
    void amsterdamPointsMeetNoneOfTheOtherPolygons() throws IOException {
        PointTable expected = new PointTable(SharedData.path("enrich/amsterdam/expected_example_csv_x_multi_polygon_gpkg.csv"));
        Product points = PointProducts.of(expected.numbers("lon"), expected.numbers("lat"));
        Product target = PointProducts.enrichPoints(points, SharedData.path("amsterdam-ps/multi_polygon.gpkg"), "ID,temperature");
        assertArrayEquals(nullWhereEmpty(expected.texts("ID")), PointProducts.texts(target, "ID"));
        assertArrayEquals(expected.numbers("temperature"), PointProducts.doubles(target, "temperature"));
    }

    @Test
    void stmtoolsOwnTestCase() throws IOException {
        double[] k = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Path file = SharedData.path("amsterdam-ps/multi_polygon.gpkg");
        Product target = PointProducts.enrichPoints(PointProducts.of(k, k), file, "ID,temperature");
        String[] id = PointProducts.texts(target, "ID");
        double[] temperature = PointProducts.doubles(target, "temperature");
        for (int i = 0; i < k.length; i++) {
            if (i == 2 || i == 6) {
                assertEquals(i == 2 ? "001" : "002", id[i]);
                assertEquals(i == 2 ? 15.24 : 14.12, temperature[i]);
            } else {
                assertNull(id[i], "point " + i);
                assertEquals(Double.NaN, temperature[i], "point " + i);
            }
        }
    }

    private static String[] nullWhereEmpty(String[] texts) {
        return Arrays.stream(texts).map(text -> text.isEmpty() ? null : text).toArray(String[]::new);
    }
}
