package org.insardask.polygon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Random and degenerate points and polygons: the answers are those of JTS' plain {@code contains} and {@code covers}. */
class PolygonPropertyTest {
    private static final int PAIRS = 100_000;
    private static final GeometryFactory JTS = new GeometryFactory();

    /** A valid polygon around a centre: a star on a coarse lattice or of random radii, sometimes with a hole. */
    private static Geometry randomPolygon(Random random, boolean lattice) {
        while (true) {
            Geometry polygon = star(random, random.nextInt(20), random.nextInt(20), 3 + random.nextInt(7), lattice);
            if (random.nextInt(3) == 0) {
                Coordinate centre = polygon.getCentroid().getCoordinate();
                polygon = polygon.difference(star(random, Math.rint(centre.x), Math.rint(centre.y), 2, lattice));
            }
            if (random.nextInt(4) == 0) {
                polygon = polygon.union(star(random, random.nextInt(30), random.nextInt(30), 4, lattice));
            }
            if (polygon.isValid() && polygon.getArea() > 0 && polygon.getDimension() == 2 && !isMixed(polygon)) {
                return polygon;
            }
        }
    }

    private static boolean isMixed(Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon)) {
                return true;
            }
        }
        return false;
    }

    private static Geometry star(Random random, double x, double y, double radius, boolean lattice) {
        while (true) {
            int corners = 3 + random.nextInt(random.nextInt(20) == 0 ? 200 : 9);
            Coordinate[] ring = new Coordinate[corners + 1];
            for (int i = 0; i < corners; i++) {
                double angle = 2 * Math.PI * i / corners;
                double r = radius * (0.4 + 0.6 * random.nextDouble());
                double px = x + r * Math.cos(angle);
                double py = y + r * Math.sin(angle);
                ring[i] = lattice ? new Coordinate(Math.rint(px), Math.rint(py)) : new Coordinate(px, py);
            }
            ring[corners] = ring[0].copy();
            Polygon polygon = JTS.createPolygon(ring);
            if (polygon.isValid() && polygon.getArea() > 0) {
                return polygon;
            }
        }
    }

    /** A random point, or one on a vertex, on an edge, beside one, or level with a vertex. */
    private static Coordinate randomPoint(Random random, Geometry polygon, boolean lattice) {
        Coordinate[] vertices = polygon.getCoordinates();
        int i = random.nextInt(vertices.length - 1);
        Coordinate a = vertices[i];
        Coordinate b = vertices[i + 1];
        double t = random.nextDouble();
        return switch (random.nextInt(6)) {
            case 0 -> a;
            case 1 -> new Coordinate(0.5 * (a.x + b.x), 0.5 * (a.y + b.y));
            case 2 -> new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
            case 3 -> new Coordinate(random.nextDouble() * 20, a.y);
            case 4 -> new Coordinate(Math.nextUp(a.x), Math.nextDown(a.y));
            default -> lattice ? new Coordinate(random.nextInt(20), random.nextInt(20))
                    : new Coordinate(random.nextDouble() * 20, random.nextDouble() * 20);
        };
    }

    static void add(PolygonSetBuilder builder, Geometry geometry) {
        builder.beginFeature();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            if (polygon.isEmpty()) {
                continue;
            }
            builder.beginPolygon();
            addRing(builder, polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addRing(builder, polygon.getInteriorRingN(hole));
            }
        }
    }

    private static void addRing(PolygonSetBuilder builder, LinearRing ring) {
        double[] xy = new double[2 * ring.getNumPoints()];
        for (int v = 0; v < ring.getNumPoints(); v++) {
            xy[2 * v] = ring.getCoordinateN(v).x;
            xy[2 * v + 1] = ring.getCoordinateN(v).y;
        }
        builder.addRing(xy, ring.getNumPoints());
    }

    @Test
    void onePolygonHoldsAPointWhereJtsSaysSo() {
        Random random = new Random(20260101);
        int inside = 0;
        int boundary = 0;
        for (int pair = 0; pair < PAIRS;) {
            boolean lattice = random.nextBoolean();
            Geometry polygon = randomPolygon(random, lattice);
            PolygonSetBuilder builder = new PolygonSetBuilder();
            add(builder, polygon);
            PolygonIndex index = new PolygonIndex(builder.build(), OverlapRule.LAST);
            PolygonLocator contains = index.newLocator(PointPredicate.CONTAINS);
            PolygonLocator covers = index.newLocator(PointPredicate.COVERS);
            for (int i = 0; i < 20; i++, pair++) {
                Coordinate c = randomPoint(random, polygon, lattice);
                Point point = JTS.createPoint(c);
                boolean isContained = polygon.contains(point);
                boolean isCovered = polygon.covers(point);
                assertEquals(isContained, locate(contains, c) == 0, () -> polygon + " contains " + point);
                assertEquals(isCovered, locate(covers, c) == 0, () -> polygon + " covers " + point);
                inside += isContained ? 1 : 0;
                boundary += isCovered && !isContained ? 1 : 0;
            }
        }
        assertTrue(inside > PAIRS / 10 && boundary > PAIRS / 10, inside + " points inside, " + boundary + " on the boundary");
    }

    @Test
    void ofManyPolygonsTheRuleChooses() {
        Random random = new Random(20260102);
        List<Geometry> polygons = new ArrayList<>();
        PolygonSetBuilder builder = new PolygonSetBuilder();
        for (int i = 0; i < 150; i++) {
            polygons.add(randomPolygon(random, true));
            add(builder, polygons.get(i));
        }
        PolygonSet set = builder.build();
        int points = 400;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            Coordinate c = randomPoint(random, polygons.get(random.nextInt(polygons.size())), random.nextBoolean());
            x[i] = c.x;
            y[i] = c.y;
        }
        for (OverlapRule rule : OverlapRule.values()) {
            int[] feature = new int[points];
            new PolygonIndex(set, rule).newLocator(PointPredicate.CONTAINS).locate(x, y, points, feature);
            for (int i = 0; i < points; i++) {
                assertEquals(expected(polygons, rule, JTS.createPoint(new Coordinate(x[i], y[i]))), feature[i], rule + " at point " + i);
            }
        }
    }

    private static int expected(List<Geometry> polygons, OverlapRule rule, Point point) {
        int best = PolygonLocator.NONE;
        for (int i = 0; i < polygons.size(); i++) {
            if (polygons.get(i).contains(point) && (best < 0 || wins(polygons.get(i).getArea(), polygons.get(best).getArea(), rule))) {
                best = i;
            }
        }
        return best;
    }

    /** True where a later polygon wins over an earlier one. */
    private static boolean wins(double later, double earlier, OverlapRule rule) {
        return switch (rule) {
            case LAST -> true;
            case FIRST -> false;
            case SMALLEST -> later <= earlier;
        };
    }

    private static int locate(PolygonLocator locator, Coordinate c) {
        int[] feature = new int[1];
        locator.locate(new double[] {c.x}, new double[] {c.y}, 1, feature);
        return feature[0];
    }
}
