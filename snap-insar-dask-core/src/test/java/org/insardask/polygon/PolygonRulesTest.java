package org.insardask.polygon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The documented rules, one by one: antimeridian, invalid rings, odd points. */
class PolygonRulesTest {
    private static final double NAN = Double.NaN;

    private static double[] box(double minX, double minY, double maxX, double maxY) {
        return new double[] {minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY};
    }

    private static PolygonSetBuilder feature(PolygonSetBuilder builder, double[]... rings) {
        builder.beginFeature();
        builder.beginPolygon();
        for (double[] ring : rings) {
            builder.addRing(ring, ring.length / 2);
        }
        return builder;
    }

    /** Locates points given as x and y in turn. */
    private static int[] locate(PolygonSetBuilder builder, PointPredicate predicate, double... points) {
        int count = points.length / 2;
        double[] x = IntStream.range(0, count).mapToDouble(i -> points[2 * i]).toArray();
        double[] y = IntStream.range(0, count).mapToDouble(i -> points[2 * i + 1]).toArray();
        int[] feature = new int[count];
        new PolygonIndex(builder.build(), OverlapRule.LAST).newLocator(predicate).locate(x, y, count, feature);
        return feature;
    }

    @Test
    void aPointWithoutCoordinatesIsOutsideAndHarmsNoOther() {
        int[] feature = locate(feature(new PolygonSetBuilder(), box(0, 0, 10, 10)), PointPredicate.CONTAINS, NAN, 5, 5, NAN, 5, 5,
                Double.POSITIVE_INFINITY, 5, 5, Double.NEGATIVE_INFINITY, NAN, NAN, 6, 6);
        assertArrayEquals(new int[] {-1, -1, 0, -1, -1, -1, 0}, feature);
    }

    @Test
    void noPolygonsHoldNothing() {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        builder.beginFeature();
        assertArrayEquals(new int[] {-1}, locate(builder, PointPredicate.COVERS, 0, 0));
    }

    @Test
    void selectedFeaturesKeepTheirNumbersPartsAndHoles() {
        PolygonSetBuilder builder = feature(new PolygonSetBuilder(), box(0, 0, 10, 10));
        feature(builder, box(0, 0, 4, 4), box(1, 1, 3, 3));
        builder.beginPolygon();
        builder.addRing(box(6, 6, 9, 9), 5);
        feature(builder, box(0, 0, 8, 8));
        feature(builder, box(20, 20, 21, 21));
        PolygonSet selected = builder.build().select(feature -> feature == 1 || feature == 3);
        int[] found = new int[5];
        new PolygonIndex(selected, OverlapRule.FIRST).newLocator(PointPredicate.CONTAINS)
                .locate(new double[] {0.5, 2, 7, 5, 20.5}, new double[] {0.5, 2, 7, 5, 20.5}, 5, found);
        assertArrayEquals(new int[] {1, -1, 1, -1, 3}, found);
        assertEquals(4, selected.featureCount());
        assertEquals(3, selected.polygonCount());
        assertEquals(0, builder.build().select(feature -> false).polygonCount());
    }

    @Test
    void noPointsAreNoError() {
        assertArrayEquals(new int[0], locate(feature(new PolygonSetBuilder(), box(0, 0, 1, 1)), PointPredicate.COVERS));
    }

    @Test
    void aPolygonAcrossTheAntimeridianHoldsPointsOnBothSides() {
        PolygonSetBuilder builder = feature(new PolygonSetBuilder(), new double[] {179, 0, -179, 0, -179, 2, 179, 2, 179, 0},
                new double[] {-179.8, 0.5, -179.2, 0.5, -179.2, 1.5, -179.8, 1.5, -179.8, 0.5});
        assertArrayEquals(new int[] {0, 0, 0, -1, -1, -1, 0},
                locate(builder, PointPredicate.CONTAINS, 179.5, 1, -179.9, 1, 180, 1, -179.5, 1, 0, 1, 178, 1, 180.1, 1));
        assertEquals(1, builder.build().report().acrossAntimeridian());
    }

    @Test
    void longitudesBeyond180AreTheSameMeridians() {
        PolygonSetBuilder beyond = feature(new PolygonSetBuilder(), box(179, 0, 181, 2));
        assertArrayEquals(new int[] {0, 0, 0, -1}, locate(beyond, PointPredicate.CONTAINS, 179.5, 1, -179.5, 1, 180.5, 1, -178, 1));
        PolygonSetBuilder usual = feature(new PolygonSetBuilder(), box(-10, 0, -5, 2));
        assertArrayEquals(new int[] {0, 0, -1}, locate(usual, PointPredicate.CONTAINS, 352, 1, -8, 1, 8, 1));
    }

    @Test
    void aPolygonCutAtTheAntimeridianIsUsedAsItIs() {
        PolygonSetBuilder builder = feature(new PolygonSetBuilder(), box(179, 0, 180, 2));
        builder.beginPolygon();
        builder.addRing(box(-180, 0, -179, 2), 5);
        assertArrayEquals(new int[] {0, 0, -1}, locate(builder, PointPredicate.CONTAINS, 179.5, 1, -179.5, 1, 0, 1));
    }

    @Test
    void theWholeGlobeIsNotTurnedInsideOut() {
        assertArrayEquals(new int[] {0, 0},
                locate(feature(new PolygonSetBuilder(), box(-180, -90, 180, 90)), PointPredicate.CONTAINS, 0, 0, 179, 10));
    }

    @Test
    void aRingThatCrossesItselfIsEvenOddAndCounted() {
        PolygonSetBuilder bowTie = feature(new PolygonSetBuilder(), new double[] {0, 0, 4, 4, 4, 0, 0, 4, 0, 0});
        assertArrayEquals(new int[] {0, 0, -1, -1}, locate(bowTie, PointPredicate.CONTAINS, 0.5, 2, 3.5, 2, 2, 3.5, 2, 2));
        assertEquals(1, bowTie.build().report().selfIntersecting());
        PolygonSetBuilder twice = feature(new PolygonSetBuilder(),
                new double[] {0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 4, 0, 4, 4, 0, 4, 0, 0});
        assertArrayEquals(new int[] {-1}, locate(twice, PointPredicate.CONTAINS, 1, 1));
    }

    @Test
    void aValidRingIsNotCountedAsCrossingItself() {
        PolygonSetBuilder builder = feature(new PolygonSetBuilder(), new double[] {0, 0, 4, 0, 4, 1, 1, 1, 1, 4, 0, 4, 0, 0});
        assertEquals(0, builder.build().report().selfIntersecting());
    }

    @Test
    void aLongRingIsCheckedToo() {
        int corners = 400;
        double[] circle = new double[2 * corners + 2];
        for (int i = 0; i <= corners; i++) {
            circle[2 * i] = 10 * Math.cos(2 * Math.PI * (i % corners) / corners);
            circle[2 * i + 1] = 10 * Math.sin(2 * Math.PI * (i % corners) / corners);
        }
        assertEquals(0, feature(new PolygonSetBuilder(), circle.clone()).build().report().selfIntersecting());
        circle[2 * 100 + 1] = -20;
        assertEquals(1, feature(new PolygonSetBuilder(), circle).build().report().selfIntersecting());
    }

    @Test
    void partsOfAMultiPolygonThatOverlapAreUnited() {
        PolygonSetBuilder builder = feature(new PolygonSetBuilder(), box(0, 0, 4, 4));
        builder.beginPolygon();
        builder.addRing(box(2, 0, 6, 4), 5);
        assertArrayEquals(new int[] {0, 0, 0, 0},
                locate(builder, PointPredicate.CONTAINS, 1, 1, 3, 1, 5, 1, 4, 1));
    }

    @Test
    void uselessRingsAreSkippedAndCounted() {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        feature(builder, new double[] {0, 0, 1, 1, 2, 2, 0, 0});
        feature(builder, new double[] {0, 0, 1, 1, 0, 0});
        feature(builder, new double[0]);
        feature(builder, new double[] {0, 0, 1, NAN, 1, 1, 0, 0});
        feature(builder, new double[] {0, 0, Double.POSITIVE_INFINITY, 0, 1, 1, 0, 0});
        feature(builder, box(0, 0, 8, 8), new double[] {1, 1, 2, 2, 1, 1}, new double[] {4, 4, 6, 4, 6, 6, 4, 6});
        assertArrayEquals(new int[] {5, -1}, locate(builder, PointPredicate.COVERS, 1.5, 1.5, 5, 5));
        GeometryReport report = builder.build().report();
        assertEquals(new GeometryReport(6, 5, 2, 4, 1, 0, 0), report);
    }

    @Test
    void aBadHoleTakesItsPolygonAlongButNotTheFeature() {
        PolygonSetBuilder builder = feature(new PolygonSetBuilder(), box(0, 0, 4, 4), new double[] {1, 1, NAN, 1, 2, 2, 1, 1});
        builder.beginPolygon();
        builder.addRing(box(10, 10, 12, 12), 5);
        assertArrayEquals(new int[] {-1, 0}, locate(builder, PointPredicate.CONTAINS, 3, 3, 11, 11));
    }

    @Test
    void aMillionVerticesAndManyPointsCauseNoHang() {
        int corners = 1_000_000;
        double[] ring = new double[2 * corners + 2];
        Random random = new Random(7);
        for (int i = 0; i < corners; i++) {
            double radius = 9 + random.nextDouble();
            ring[2 * i] = radius * Math.cos(2 * Math.PI * i / corners);
            ring[2 * i + 1] = radius * Math.sin(2 * Math.PI * i / corners);
        }
        ring[2 * corners] = ring[0];
        ring[2 * corners + 1] = ring[1];
        int points = 20_000;
        double[] x = random.doubles(points, -11, 11).toArray();
        double[] y = random.doubles(points, -11, 11).toArray();
        int[] feature = new int[points];
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            PolygonSet set = feature(new PolygonSetBuilder(), ring).build();
            new PolygonIndex(set, OverlapRule.LAST).newLocator(PointPredicate.CONTAINS).locate(x, y, points, feature);
        });
        for (int i = 0; i < points; i++) {
            double r = Math.hypot(x[i], y[i]);
            if (r < 8.99 || r > 10.01) {
                assertEquals(r < 9 ? 0 : -1, feature[i], "radius " + r);
            }
        }
    }

    @Test
    void manyPolygonsOnTopOfEachOtherNeedBoundedMemory() {
        PolygonSetBuilder builder = new PolygonSetBuilder();
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            feature(builder, box(0, 0, 10 + i * 1e-6, 10));
        }
        double[] points = new Random(3).doubles(2000, 0.1, 9.9).toArray();
        int[] expected = new int[1000];
        Arrays.fill(expected, count - 1);
        assertArrayEquals(expected, locate(builder, PointPredicate.CONTAINS, points));
    }

    @Test
    void answersDoNotDependOnTheOtherPointsOfTheCall() {
        Random random = new Random(11);
        PolygonSetBuilder builder = new PolygonSetBuilder();
        for (int i = 0; i < 500; i++) {
            double x = random.nextInt(100);
            double y = random.nextInt(100);
            feature(builder, box(x, y, x + 1 + random.nextInt(8), y + 1 + random.nextInt(8)));
        }
        PolygonIndex index = new PolygonIndex(builder.build(), OverlapRule.SMALLEST);
        int count = 5000;
        double[] x = random.doubles(count, -5, 110).map(v -> Math.rint(4 * v) / 4).toArray();
        double[] y = random.doubles(count, -5, 110).map(v -> Math.rint(4 * v) / 4).toArray();
        int[] together = new int[count];
        PolygonLocator locator = index.newLocator(PointPredicate.COVERS);
        locator.locate(x, y, count, together);
        int[] one = new int[1];
        for (int i = 0; i < count; i++) {
            locator.locate(new double[] {x[i]}, new double[] {y[i]}, 1, one);
            assertEquals(together[i], one[0], "point " + i);
        }
    }
}
