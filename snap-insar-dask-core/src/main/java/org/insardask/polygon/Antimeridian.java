package org.insardask.polygon;

/** Rings that cross the meridian of 180 degrees. */
final class Antimeridian {
    private static final double HALF = 180;
    private static final double TURN = 360;

    private Antimeridian() {
    }

    /**
     * Makes a ring continuous in longitude: an edge of more than 180 and less than 360 degrees is taken the short way.
     * A ring that does not close then (it goes around a pole) is left as it is.
     *
     * @param xy longitude and latitude (degrees) in turn, changed where the ring crosses
     * @param count number of vertices, the last equal to the first
     * @return true where the ring was changed
     */
    static boolean unwrap(double[] xy, int count) {
        int turns = 0;
        boolean crosses = false;
        for (int v = 1; v < count; v++) {
            int step = step(xy[2 * v] - xy[2 * v - 2]);
            crosses |= step != 0;
            turns += step;
        }
        if (!crosses || turns != 0) {
            return false;
        }
        double previous = xy[0];
        for (int v = 1; v < count; v++) {
            double x = xy[2 * v];
            turns += step(x - previous);
            previous = x;
            xy[2 * v] = x + turns * TURN;
        }
        return true;
    }

    private static int step(double difference) {
        double length = Math.abs(difference);
        if (length <= HALF || length >= TURN) {
            return 0;
        }
        return difference > 0 ? -1 : 1;
    }

    /** Shifts a hole by a turn where that brings it into the longitudes of its shell. */
    static void align(double[] hole, int count, double shellMin, double shellMax) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < count; v++) {
            min = Math.min(min, hole[2 * v]);
            max = Math.max(max, hole[2 * v]);
        }
        double shift = 0;
        if (min < shellMin && max + TURN <= shellMax) {
            shift = TURN;
        } else if (max > shellMax && min - TURN >= shellMin) {
            shift = -TURN;
        }
        for (int v = 0; shift != 0 && v < count; v++) {
            hole[2 * v] += shift;
        }
    }
}
