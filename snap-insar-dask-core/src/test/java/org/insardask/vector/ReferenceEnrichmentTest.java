package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every point of the reference data gets what the reference says, from every format. */
class ReferenceEnrichmentTest {

    private static PolygonLayer read(String file, String... fields) throws IOException {
        return VectorFiles.read(VectorRequest.of(SharedData.path(file), fields));
    }

    private static int[] locate(PolygonLayer layer, double[] lon, double[] lat) {
        int[] feature = new int[lon.length];
        new PolygonIndex(layer.polygons(), OverlapRule.LAST).newLocator(PointPredicate.CONTAINS).locate(lon, lat, lon.length, feature);
        return feature;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "shp", "geojson"})
    void small(String format) throws IOException {
        PointTable points = new PointTable(SharedData.path("enrich/small/points.csv"));
        PointTable expected = new PointTable(SharedData.path("enrich/small/expected_inside_points.csv"));
        PolygonLayer layer = read("enrich/small/polygons." + format, "bid", "height", "btype");
        assertEquals(1000, layer.polygons().featureCount());
        assertEquals(AttributeType.INTEGER, layer.attributes().get(0).type());
        assertEquals(AttributeType.FLOAT, layer.attributes().get(1).type());
        assertEquals(AttributeType.STRING, layer.attributes().get(2).type());

        int[] feature = locate(layer, points.numbers("lon"), points.numbers("lat"));
        long[] bid = new long[feature.length];
        double[] height = new double[feature.length];
        String[] btype = new String[feature.length];
        for (int i = 0; i < feature.length; i++) {
            bid[i] = feature[i] < 0 ? -1 : layer.attributes().get(0).integer(feature[i]);
            height[i] = feature[i] < 0 ? Double.NaN : layer.attributes().get(1).number(feature[i]);
            btype[i] = feature[i] < 0 ? null : layer.attributes().get(2).text(feature[i]);
        }

        long[] expectedBid = new long[feature.length];
        double[] expectedHeight = new double[feature.length];
        String[] expectedType = new String[feature.length];
        Arrays.fill(expectedBid, -1);
        Arrays.fill(expectedHeight, Double.NaN);
        double[] point = expected.numbers("point");
        for (int row = 0; row < expected.size(); row++) {
            expectedBid[(int) point[row]] = (long) expected.numbers("bid")[row];
            expectedHeight[(int) point[row]] = expected.numbers("height")[row];
            expectedType[(int) point[row]] = expected.texts("btype")[row];
        }
        assertArrayEquals(expectedBid, bid);
        assertArrayEquals(expectedHeight, height);
        assertArrayEquals(expectedType, btype);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "shp", "geojson"})
    void amsterdam(String format) throws IOException {
        PointTable expected = new PointTable(SharedData.path("enrich/amsterdam/expected_example_csv_x_amsterdam_polygons.csv"));
        PolygonLayer layer = read("enrich/amsterdam/amsterdam_polygons." + format, "ID", "temperature", "floors");
        String[] ids = expected.texts("ID");
        double[] temperatures = expected.numbers("temperature");
        double[] storeys = expected.numbers("floors");
        int[] feature = locate(layer, expected.numbers("lon"), expected.numbers("lat"));
        for (int i = 0; i < feature.length; i++) {
            String id = feature[i] < 0 ? "" : layer.attributes().get(0).text(feature[i]);
            assertEquals(ids[i], id, "point " + i);
            double temperature = feature[i] < 0 ? Double.NaN : layer.attributes().get(1).number(feature[i]);
            assertEquals(temperatures[i], temperature, "point " + i);
            double floors = feature[i] < 0 ? Double.NaN : layer.attributes().get(2).integer(feature[i]);
            assertEquals(storeys[i], floors, "point " + i);
        }
    }
}
