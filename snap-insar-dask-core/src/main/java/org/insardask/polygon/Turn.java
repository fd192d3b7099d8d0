package org.insardask.polygon;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * On which side of a line a point lies, with the sign of JTS' {@code Orientation.index} in every case: a floating-point filter decides
 * nearly all, JTS' extended precision the rest.
 */
final class Turn {
    /** Bound of the relative error of the determinant in double precision, as in JTS. */
    private static final double SAFE = 1e-15;

    private Turn() {
    }

    /** Returns 1 where p lies left of the line a-b, -1 right of it, 0 on it. */
    static int of(double ax, double ay, double bx, double by, double px, double py) {
        double left = (ax - px) * (by - py);
        double right = (ay - py) * (bx - px);
        double det = left - right;
        double bound = SAFE * (Math.abs(left) + Math.abs(right));
        if (det > bound) {
            return 1;
        }
        if (-det > bound) {
            return -1;
        }
        return CGAlgorithmsDD.orientationIndex(new CoordinateXY(ax, ay), new CoordinateXY(bx, by), new CoordinateXY(px, py));
    }
}
