package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.opengis.referencing.FactoryException;
import org.opengis.referencing.operation.TransformException;

/**
 * The same polygons in any system and any format give every point of the reference data the same values, but for points within a millimetre
 * of a boundary, which are counted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrsVariantsTest {
    private static final double METRES_A_DEGREE = 111_320;
    private static final double MILLIMETRE = 0.001;

    private final Map<Case, SampleLayer> originals = new EnumMap<>(Case.class);
    private final Map<String, SampleLayer> variants = new HashMap<>();
    private final Map<Case, BitSet> nearBoundary = new EnumMap<>(Case.class);

    @TempDir
    private Path folder;

    /** A case of the reference data. */
    private enum Case {
        SMALL("enrich/small/polygons.gpkg", "polygons", "enrich/small/points.csv", "bid,height,btype"),
        AMSTERDAM("enrich/amsterdam/amsterdam_polygons.gpkg", "amsterdam_polygons",
                "enrich/amsterdam/expected_example_csv_x_amsterdam_polygons.csv", "ID,temperature,floors");

        private final String polygons;
        private final String table;
        private final String points;
        private final String fields;

        Case(String polygons, String table, String points, String fields) {
            this.polygons = polygons;
            this.table = table;
            this.points = points;
            this.fields = fields;
        }
    }

    static Stream<Arguments> variants() {
        return Stream.of(Case.values()).flatMap(data -> Stream.of(4326, 28992, 3857, 32631).flatMap(code -> SampleLayer.FORMATS.stream()
                .filter(format -> code == 4326 || !format.equals("kml")).map(format -> Arguments.of(data, code, format))));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyPointGetsTheSame(Case data, int code, String format) throws IOException, SQLException {
        String[] fields = data.fields.split(",", -1);
        SampleLayer original = originals.computeIfAbsent(data, CrsVariantsTest::original);
        SampleLayer moved = variants.computeIfAbsent(data + " " + code, key -> moved(original, code));
        PointTable points = new PointTable(SharedData.path(data.points));
        PolygonLayer expected = VectorFiles.read(VectorRequest.of(SharedData.path(data.polygons), fields));
        PolygonLayer actual = VectorFiles.read(VectorRequest.of(moved.write(folder, data.table, format), fields));
        int[] expectedFeature = locate(expected, points);
        int[] actualFeature = locate(actual, points);
        BitSet near = nearBoundary.computeIfAbsent(data, key -> nearBoundary(original.geometries(), points));
        int different = 0;
        for (int i = 0; i < points.size(); i++) {
            boolean same = expectedFeature[i] == actualFeature[i];
            different += same ? 0 : 1;
            assertTrue(same || near.get(i), "point " + i);
            if (same && expectedFeature[i] >= 0) {
                checkValues(expected, actual, expectedFeature[i]);
            }
        }
        assertEquals(data == Case.SMALL ? 45 : 2, near.cardinality(), "points within a millimetre of a boundary");
        assertTrue(code != 4326 || different == 0, different + " points differ without any transform");
    }

    private static SampleLayer original(Case data) {
        try {
            return SampleLayer.ofGeoPackage(SharedData.path(data.polygons), data.table, data.fields.split(",", -1));
        } catch (SQLException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SampleLayer moved(SampleLayer original, int code) {
        try {
            return original.in(code);
        } catch (FactoryException | TransformException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkValues(PolygonLayer expected, PolygonLayer actual, int feature) {
        for (int field = 0; field < expected.attributes().size(); field++) {
            Attribute a = expected.attributes().get(field);
            Attribute b = actual.attributes().get(field);
            assertEquals(a.type(), b.type(), a.name());
            boolean same = a.type() == AttributeType.STRING ? Objects.equals(a.text(feature), b.text(feature))
                    : Double.compare(a.number(feature), b.number(feature)) == 0;
            assertTrue(same, a.name() + " of feature " + feature);
        }
    }

    private static int[] locate(PolygonLayer layer, PointTable points) {
        int[] feature = new int[points.size()];
        new PolygonIndex(layer.polygons(), OverlapRule.LAST).newLocator(PointPredicate.CONTAINS)
                .locate(points.numbers("lon"), points.numbers("lat"), points.size(), feature);
        return feature;
    }

    /** Distances in metres on a plane that touches the earth at the points' latitude. */
    private static BitSet nearBoundary(List<Geometry> geometries, PointTable points) {
        double[] lon = points.numbers("lon");
        double[] lat = points.numbers("lat");
        double shrink = Math.cos(Math.toRadians(lat[0]));
        STRtree tree = new STRtree();
        for (Geometry geometry : geometries) {
            Geometry metres = geometry.copy();
            metres.apply((CoordinateFilter) c -> c.setCoordinate(new Coordinate(c.x * METRES_A_DEGREE * shrink, c.y * METRES_A_DEGREE)));
            metres.geometryChanged();
            tree.insert(metres.getEnvelopeInternal(), metres.getBoundary());
        }
        BitSet near = new BitSet();
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < lon.length; i++) {
            Coordinate place = new Coordinate(lon[i] * METRES_A_DEGREE * shrink, lat[i] * METRES_A_DEGREE);
            Envelope around = new Envelope(place);
            around.expandBy(MILLIMETRE);
            Geometry point = factory.createPoint(place);
            for (Object boundary : tree.query(around)) {
                if (((Geometry) boundary).distance(point) <= MILLIMETRE) {
                    near.set(i);
                }
            }
        }
        return near;
    }
}
