package org.insardask.polygon;

/**
 * Where a point lies in a set of closed rings, even-odd, by the ray to the right (x ascending) of the point.
 * Exact: the sign of every orientation is that of JTS, so the answers are those of JTS' {@code RayCrossingCounter}.
 */
final class PointInRings {
    static final int OUTSIDE = -1;
    static final int BOUNDARY = 0;
    static final int INSIDE = 1;

    private PointInRings() {
    }

    /** Locates a point in all rings of a polygon. */
    static int locate(PolygonSet set, int polygon, double x, double y) {
        boolean inside = false;
        for (int r = set.polygonStart[polygon]; r < set.polygonStart[polygon + 1]; r++) {
            int crossings = crossings(set.xy, set.ringStart[r], set.ringStart[r + 1] - 1, x, y);
            if (crossings < 0) {
                return BOUNDARY;
            }
            inside ^= (crossings & 1) != 0;
        }
        return inside ? INSIDE : OUTSIDE;
    }

    /**
     * Counts the edges that the ray from a point crosses.
     *
     * @param first first vertex of the first edge
     * @param end first vertex of the edge after the last one
     * @return number of crossings, or -1 where the point lies on an edge
     */
    private static int crossings(double[] xy, int first, int end, double x, double y) {
        int count = 0;
        double ax = xy[2 * first];
        double ay = xy[2 * first + 1];
        for (int v = first + 1; v <= end; v++) {
            double bx = xy[2 * v];
            double by = xy[2 * v + 1];
            int crossing = crossing(ax, ay, bx, by, x, y);
            if (crossing < 0) {
                return -1;
            }
            count += crossing;
            ax = bx;
            ay = by;
        }
        return count;
    }

    /** Returns 1 where the ray from the point crosses the edge a-b, 0 where it does not, -1 where the point lies on the edge. */
    static int crossing(double ax, double ay, double bx, double by, double x, double y) {
        if ((ay > y) == (by > y)) {
            return (ay == y || by == y) && touches(ax, ay, bx, by, x, y) ? -1 : 0;
        }
        if (ax < x && bx < x) {
            return 0;
        }
        if (ax > x && bx > x) {
            return 1;
        }
        int side = Turn.of(ax, ay, bx, by, x, y);
        if (side == 0) {
            return -1;
        }
        return (side > 0) == (by > ay) ? 1 : 0;
    }

    /** For an edge that does not cross the height of the point: true where it touches it in the point. */
    private static boolean touches(double ax, double ay, double bx, double by, double x, double y) {
        if (ay == by) {
            return x >= Math.min(ax, bx) && x <= Math.max(ax, bx);
        }
        return ay == y ? ax == x : bx == x;
    }
}
