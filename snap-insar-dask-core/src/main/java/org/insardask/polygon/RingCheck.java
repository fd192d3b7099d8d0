package org.insardask.polygon;

import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.IsSimpleOp;

/** Looks for what is wrong with one closed ring. */
final class RingCheck {
    /** Rings of up to this many vertices are checked edge by edge, longer ones by JTS' sweep. */
    private static final int BRUTE_FORCE_MAX = 100;
    /** Longer rings are not checked. */
    private static final int CHECKED_MAX = 20_000;

    private RingCheck() {
    }

    /** True where all vertices lie on one line. */
    static boolean isWithoutArea(double[] xy, int count) {
        for (int v = 2; v < count; v++) {
            if (orientation(xy, 0, 1, v) != 0) {
                return false;
            }
        }
        return true;
    }

    /** True where two edges cross, touch or overlap other than by the vertex that neighbours share. */
    static boolean isSelfIntersecting(double[] xy, int count) {
        if (count > CHECKED_MAX) {
            return false;
        }
        return count > BRUTE_FORCE_MAX ? !isSimple(xy, count) : hasMeetingEdges(xy, count);
    }

    private static boolean isSimple(double[] xy, int count) {
        CoordinateXY[] vertices = new CoordinateXY[count];
        for (int v = 0; v < count; v++) {
            vertices[v] = new CoordinateXY(xy[2 * v], xy[2 * v + 1]);
        }
        return new IsSimpleOp(new GeometryFactory().createLinearRing(vertices)).isSimple();
    }

    private static boolean hasMeetingEdges(double[] xy, int count) {
        int edges = count - 1;
        for (int i = 0; i < edges; i++) {
            if (foldsBack(xy, i, i + 1, i + 1 == edges ? 1 : i + 2)) {
                return true;
            }
            int end = i == 0 ? edges - 1 : edges;
            for (int j = i + 2; j < end; j++) {
                if (boxesMeet(xy, i, j) && edgesMeet(xy, i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True where the edge b-c lies on the edge a-b. */
    private static boolean foldsBack(double[] xy, int a, int b, int c) {
        double dot = (xy[2 * b] - xy[2 * a]) * (xy[2 * c] - xy[2 * b]) + (xy[2 * b + 1] - xy[2 * a + 1]) * (xy[2 * c + 1] - xy[2 * b + 1]);
        return dot < 0 && orientation(xy, a, b, c) == 0;
    }

    private static boolean boxesMeet(double[] xy, int i, int j) {
        return axisMeets(xy[2 * i], xy[2 * i + 2], xy[2 * j], xy[2 * j + 2])
                && axisMeets(xy[2 * i + 1], xy[2 * i + 3], xy[2 * j + 1], xy[2 * j + 3]);
    }

    private static boolean axisMeets(double a, double b, double c, double d) {
        return Math.max(a, b) >= Math.min(c, d) && Math.max(c, d) >= Math.min(a, b);
    }

    private static boolean edgesMeet(double[] xy, int i, int j) {
        return orientation(xy, i, i + 1, j) * orientation(xy, i, i + 1, j + 1) <= 0
                && orientation(xy, j, j + 1, i) * orientation(xy, j, j + 1, i + 1) <= 0;
    }

    private static int orientation(double[] xy, int a, int b, int c) {
        return Turn.of(xy[2 * a], xy[2 * a + 1], xy[2 * b], xy[2 * b + 1], xy[2 * c], xy[2 * c + 1]);
    }
}
