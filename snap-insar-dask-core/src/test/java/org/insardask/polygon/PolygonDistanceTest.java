package org.insardask.polygon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nearest feature beside points that none holds, and how far it is. */
class PolygonDistanceTest {
    private static final double DEGREE_OF_LATITUDE_AT_52 = 111_265.0;

    private static PolygonSet square(double x, double y, double side) {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        builder.beginFeature();
        builder.beginPolygon();
        builder.addRing(new double[] {x, y, x + side, y, x + side, y + side, x, y + side, x, y}, 5);
        return builder.build();
    }

    private static double[] nearest(PolygonIndex index, double maximum, double[] x, double[] y, int[] feature) {
        double[] distance = new double[x.length];
        index.newLocator(PointPredicate.CONTAINS).locate(x, y, x.length, feature);
        index.newDistance(maximum).nearest(x, y, x.length, feature, distance);
        return distance;
    }

    @Test
    void metresBesideASquare() {
        PolygonIndex index = new PolygonIndex(square(5, 52, 0.001), OverlapRule.LAST);
        double[] x = {5.0005, 5.0005, 5.0005, 5.0005, 5, Double.NaN, 5.1};
        double[] y = {52.0005, 51.9999, 52.0014, 51.9991, 52, 52, 52};
        int[] feature = new int[x.length];
        double[] distance = nearest(index, 50, x, y, feature);
        assertArrayEquals(new int[] {0, 0, 0, -1, 0, -1, -1}, feature);
        assertEquals(0, distance[0]);
        assertEquals(1e-4 * DEGREE_OF_LATITUDE_AT_52, distance[1], 0.01);
        assertEquals(4e-4 * DEGREE_OF_LATITUDE_AT_52, distance[2], 0.01);
        assertEquals(0, distance[4], "a corner is outside, at no distance");
        for (int none : new int[] {3, 5, 6}) {
            assertEquals(Double.NaN, distance[none], "point " + none);
        }
    }

    /** Lengths of the ellipsoid at 52 degrees: a degree of longitude is 68 677.6 m (N = 6391395 m). */
    @Test
    void longitudesShrinkWithLatitude() {
        PolygonIndex index = new PolygonIndex(square(5, 51.99, 0.02), OverlapRule.LAST);
        int[] feature = new int[1];
        double[] distance = nearest(index, 1000, new double[] {4.99}, new double[] {52}, feature);
        double sin = Math.sin(Math.toRadians(52));
        double radius = 6_378_137 / Math.sqrt(1 - 0.00669437999014 * sin * sin);
        assertEquals(0.01 * Math.toRadians(radius * Math.cos(Math.toRadians(52))), distance[0], 1e-6);
        assertEquals(0, feature[0]);
    }

    @Test
    void acrossTheAntimeridianAndNearThePole() {
        PolygonIndex index = new PolygonIndex(square(179.9, 0, 0.0999), OverlapRule.LAST);
        int[] feature = new int[1];
        double[] distance = nearest(index, 100, new double[] {-179.9999}, new double[] {0.05}, feature);
        assertEquals(0, feature[0]);
        assertEquals(2e-4 * 111_319.49, distance[0], 0.01);
        PolygonIndex polar = new PolygonIndex(square(0, 89.99, 0.001), OverlapRule.LAST);
        double[] pole = nearest(polar, 5000, new double[] {120}, new double[] {90}, feature);
        assertEquals(0, feature[0]);
        assertEquals(0.009 * 111_694, pole[0], 1);
    }

    @Test
    void equalDistancesGoByTheOverlapRule() {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        for (int f = 0; f < 2; f++) {
            builder.beginFeature();
            builder.beginPolygon();
            builder.addRing(new double[] {1, 1, 2, 1, 2, 2, 1, 1}, 4);
        }
        PolygonSet set = builder.build();
        int[] feature = new int[1];
        nearest(new PolygonIndex(set, OverlapRule.FIRST), 500_000, new double[] {0.5}, new double[] {1}, feature);
        assertEquals(0, feature[0]);
        nearest(new PolygonIndex(set, OverlapRule.LAST), 500_000, new double[] {0.5}, new double[] {1}, feature);
        assertEquals(1, feature[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 300, 5000, 400_000})
    void theNearestOfAllEdges(double maximum) {
        Random random = new Random(8);
        double side = 0.1;
        PolygonSet set = DensePointsTest.polygons(random, 80, side);
        int count = 3000;
        double[][] points = DensePointsTest.points(random, set, count, side);
        PolygonIndex index = new PolygonIndex(set, OverlapRule.LAST);
        int[] held = new int[count];
        index.newLocator(PointPredicate.CONTAINS).locate(points[0], points[1], count, held);
        int[] feature = new int[count];
        double[] distance = nearest(index, maximum, points[0], points[1], feature);
        int found = 0;
        for (int i = 0; i < count; i++) {
            double least = held[i] >= 0 ? 0 : leastDistance(set, points[0][i], points[1][i]);
            String place = "point " + i;
            if (!(least <= maximum)) {
                assertEquals(-1, feature[i], place);
                assertEquals(Double.NaN, distance[i], place);
                continue;
            }
            assertEquals(least, distance[i], 2e-3 + 1e-9 * least, place);
            assertTrue(feature[i] >= 0, place);
            found += held[i] < 0 ? 1 : 0;
        }
        assertTrue(found > 50, found + " found beside a polygon");
    }

    private static double leastDistance(PolygonSet set, double x, double y) {
        double sin = Math.sin(Math.toRadians(y));
        double w = 1 - 0.00669437999014 * sin * sin;
        double metresX = Math.toRadians(6_378_137 / Math.sqrt(w) * Math.cos(Math.toRadians(y)));
        double metresY = Math.toRadians(6_378_137 * (1 - 0.00669437999014) / (w * Math.sqrt(w)));
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < set.ringStart.length - 1; r++) {
            for (int v = set.ringStart[r]; v < set.ringStart[r + 1] - 1; v++) {
                least = Math.min(least, java.awt.geom.Line2D.ptSegDist(metresX * (set.xy[2 * v] - x), metresY * (set.xy[2 * v + 1] - y),
                        metresX * (set.xy[2 * v + 2] - x), metresY * (set.xy[2 * v + 3] - y), 0, 0));
            }
        }
        return Double.isFinite(x) && Double.isFinite(y) ? least : Double.NaN;
    }

    @Test
    void aMaximumIsAPositiveNumber() {
        PolygonIndex index = new PolygonIndex(square(5, 52, 0.001), OverlapRule.LAST);
        assertEquals("maximum distance 0.0 m: a positive number was expected",
                assertThrows(IllegalArgumentException.class, () -> index.newDistance(0)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> index.newDistance(Double.NaN));
    }
}
