package org.insardask.polygon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points that lie so densely that polygons are painted give what each point gives alone. */
class DensePointsTest {

    /** Overlapping stars, squares on a lattice, some with holes, of several parts, duplicated, self-intersecting, or of many vertices. */
    static PolygonSet polygons(Random random, int features, double side) {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        for (int f = 0; f < features; f++) {
            builder.beginFeature();
            int parts = random.nextInt(5) == 0 ? 2 : 1;
            double x = random.nextDouble() * side;
            double y = random.nextDouble() * side;
            for (int part = 0; part < parts; part++) {
                double radius = side * (random.nextInt(12) == 0 ? 0.4 : 0.02 + 0.08 * random.nextDouble());
                builder.beginPolygon();
                double[] ring = ring(random, x + part * 0.03 * side, y, radius);
                builder.addRing(ring, ring.length / 2);
                if (random.nextInt(3) == 0) {
                    double[] hole = random.nextInt(4) == 0 ? ring : ring(random, x + part * 0.03 * side, y, 0.4 * radius);
                    builder.addRing(hole, hole.length / 2);
                }
            }
        }
        return builder.build();
    }

    private static double[] ring(Random random, double x, double y, double radius) {
        if (random.nextInt(4) == 0) {
            double low = Math.rint(8 * x) / 8;
            double high = Math.rint(8 * y) / 8;
            double size = Math.max(0.125, Math.rint(8 * radius) / 8);
            return new double[] {low, high, low + size, high, low + size, high + size, low, high + size, low, high};
        }
        int corners = random.nextInt(10) == 0 ? 150 : 3 + random.nextInt(9);
        boolean isCrossing = random.nextInt(6) == 0;
        double[] ring = new double[2 * corners + 2];
        for (int k = 0; k < corners; k++) {
            double angle = isCrossing ? random.nextDouble() * 7 : 2 * Math.PI * k / corners;
            double r = radius * (0.5 + 0.5 * random.nextDouble());
            ring[2 * k] = x + r * Math.cos(angle);
            ring[2 * k + 1] = y + r * Math.sin(angle);
        }
        ring[2 * corners] = ring[0];
        ring[2 * corners + 1] = ring[1];
        return ring;
    }

    /** A turned raster over the polygons, and among its points vertices, places on edges, lattice points, and what is no place. */
    static double[][] points(Random random, PolygonSet set, int count, double side) {
        double[][] points = new double[2][count];
        int width = (int) Math.sqrt(count);
        for (int i = 0; i < count; i++) {
            double u = (i % width - 0.5 * width) / width * 1.2 * side;
            int row = i / width;
            double v = (row - 0.5 * width) / width * 1.2 * side;
            points[0][i] = 0.5 * side + 0.98 * u - 0.2 * v;
            points[1][i] = 0.5 * side + 0.2 * u + 0.98 * v;
            int vertex = random.nextInt(set.vertexCount() - 1);
            double t = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            switch (random.nextInt(12)) {
                case 0 -> {
                    points[0][i] = set.xy[2 * vertex] + t * (set.xy[2 * vertex + 2] - set.xy[2 * vertex]);
                    points[1][i] = set.xy[2 * vertex + 1] + t * (set.xy[2 * vertex + 3] - set.xy[2 * vertex + 1]);
                }
                case 1 -> {
                    points[0][i] = Math.rint(8 * points[0][i]) / 8;
                    points[1][i] = Math.rint(64 * points[1][i]) / 64;
                }
                case 2 -> points[1][i] = set.xy[2 * vertex + 1];
                default -> {
                }
            }
        }
        points[0][3] = Double.NaN;
        points[1][4] = Double.NaN;
        points[0][5] = Double.POSITIVE_INFINITY;
        points[1][6] = Double.NEGATIVE_INFINITY;
        return points;
    }

    private static boolean isHeld(PolygonSet set, int polygon, PointPredicate predicate, double x, double y) {
        return Double.isFinite(x) && Double.isFinite(y) && predicate.holds(PointInRings.locate(set, polygon, x, y));
    }

    @ParameterizedTest
    @EnumSource(OverlapRule.class)
    void pointByPointInEveryPolygonGivesTheSame(OverlapRule rule) {
        int inside = 0;
        int several = 0;
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            double side = seed % 2 == 0 ? 10 : 0.02;
            PolygonSet set = polygons(random, 3 + 9 * seed, side);
            int count = 3000 + 1000 * seed;
            double[][] points = points(random, set, count, side);
            PolygonIndex index = new PolygonIndex(set, rule);
            PointPredicate predicate = seed / 2 % 2 == 0 ? PointPredicate.CONTAINS : PointPredicate.COVERS;
            int[] feature = new int[count];
            int[] holders = new int[count];
            index.newLocator(predicate).locate(points[0], points[1], count, feature, holders);
            for (int i = 0; i < count; i++) {
                int expected = PolygonLocator.NONE;
                Set<Integer> holding = new HashSet<>();
                for (int rank = set.polygonCount() - 1; rank >= 0; rank--) {
                    if (isHeld(set, index.polygonOfRank(rank), predicate, points[0][i], points[1][i])) {
                        expected = index.featureOfRank(rank);
                        holding.add(expected);
                    }
                }
                String place = "seed " + seed + ", point " + i + " at " + points[0][i] + ", " + points[1][i];
                assertEquals(expected, feature[i], place);
                assertEquals(holding.size(), holders[i], place);
                inside += expected >= 0 ? 1 : 0;
                several += holding.size() > 1 ? 1 : 0;
            }
        }
        assertTrue(inside > 5000 && several > 1000, inside + " inside, " + several + " in several");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500, 1500, 5000, 20_000})
    void anyBatchGivesTheSame(int batch) {
        Random random = new Random(5);
        PolygonSet set = polygons(random, 150, 1);
        int count = 20_000;
        double[][] points = points(random, set, count, 1);
        PolygonIndex index = new PolygonIndex(set, OverlapRule.LAST);
        int[] whole = new int[count];
        index.newLocator(PointPredicate.CONTAINS).locate(points[0], points[1], count, whole);
        int[] part = new int[batch];
        PolygonLocator locator = index.newLocator(PointPredicate.CONTAINS);
        for (int from = 0; from < count; from += batch) {
            int size = Math.min(batch, count - from);
            locator.locate(Arrays.copyOfRange(points[0], from, from + size), Arrays.copyOfRange(points[1], from, from + size), size, part);
            assertArrayEquals(Arrays.copyOfRange(whole, from, from + size), Arrays.copyOf(part, size), "from " + from);
        }
    }

    /** Many polygons and unordered points that cover the extent thinly: no painting, but sorting. */
    @Test
    void manyPolygonsAndThinPoints() {
        Random random = new Random(9);
        PolygonSet set = polygons(random, 3000, 100);
        int count = 6000;
        double[] x = random.doubles(count, 0, 100).toArray();
        double[] y = random.doubles(count, 0, 100).toArray();
        PolygonIndex index = new PolygonIndex(set, OverlapRule.FIRST);
        int[] feature = new int[count];
        index.newLocator(PointPredicate.COVERS).locate(x, y, count, feature);
        int inside = 0;
        for (int i = 0; i < count; i++) {
            int expected = PolygonLocator.NONE;
            for (int p = set.polygonCount() - 1; p >= 0; p--) {
                expected = isHeld(set, p, PointPredicate.COVERS, x[i], y[i]) ? set.featureOfPolygon[p] : expected;
            }
            assertEquals(expected, feature[i], "point " + i);
            inside += expected >= 0 ? 1 : 0;
        }
        assertTrue(inside > count / 10, inside + " inside");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-17, 1e-12, 1e-6})
    void pointsOfATinyWindowAreExactToo(double spread) {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        builder.beginFeature();
        builder.beginPolygon();
        builder.addRing(new double[] {-170, -80, 170, -80.5, 0.0, 80, -170, -80}, 4);
        builder.beginFeature();
        builder.beginPolygon();
        builder.addRing(new double[] {0, 0, 1e-7, 1e-13, 1e-7, 1e-7, 0, 0}, 4);
        PolygonIndex index = new PolygonIndex(builder.build(), OverlapRule.LAST);
        int count = 5000;
        Random random = new Random(3);
        double[] x = random.doubles(count, 0, 1).map(v -> v * spread).toArray();
        double[] y = random.doubles(count, 0, 1).map(v -> v * spread).toArray();
        int[] feature = new int[count];
        index.newLocator(PointPredicate.CONTAINS).locate(x, y, count, feature);
        for (int i = 0; i < count; i++) {
            int expected = isHeld(index.set, 1, PointPredicate.CONTAINS, x[i], y[i]) ? 1 : 0;
            assertEquals(expected, feature[i], x[i] + ", " + y[i]);
        }
    }

    @Test
    void countsAFeatureOnceAcrossTheAntimeridian() {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        builder.beginFeature();
        builder.beginPolygon();
        builder.addRing(new double[] {179, 0, -179, 0, -179, 1, 179, 1, 179, 0}, 5);
        builder.beginPolygon();
        builder.addRing(new double[] {-181, 0, -179, 0, -179, 1, -181, 1, -181, 0}, 5);
        builder.beginFeature();
        builder.beginPolygon();
        builder.addRing(new double[] {-180, 0.2, -179.2, 0.2, -179.2, 0.9, -180, 0.2}, 4);
        PolygonIndex index = new PolygonIndex(builder.build(), OverlapRule.LAST);
        double[] x = {179.5, -179.5, 180.5, -180.5, 178};
        double[] y = {0.5, 0.5, 0.5, 0.5, 0.5};
        int[] feature = new int[5];
        int[] holders = new int[5];
        index.newLocator(PointPredicate.CONTAINS).locate(x, y, 5, feature, holders);
        assertArrayEquals(new int[] {0, 1, 1, 0, -1}, feature);
        assertArrayEquals(new int[] {1, 2, 2, 1, 0}, holders);
    }
}
