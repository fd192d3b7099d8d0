package org.insardask.polygon;

/**
 * Bounding boxes of the polygons by rank, as floats rounded outwards (16 bytes a box): a point outside of a box is outside of the polygon.
 * Immutable.
 */
final class Boxes {
    /** Minimum x, minimum y, maximum x, maximum y of each. */
    private final float[] sides;
    private final double[] all = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

    Boxes(PolygonSet set, Ranking ranking) {
        sides = new float[4 * set.polygonCount()];
        double[] box = new double[4];
        for (int rank = 0; rank < set.polygonCount(); rank++) {
            set.box(ranking.polygon(rank), box);
            for (int side = 0; side < 4; side++) {
                float rounded = side < 2 ? below(box[side]) : above(box[side]);
                sides[4 * rank + side] = rounded;
                all[side] = side < 2 ? Math.min(all[side], rounded) : Math.max(all[side], rounded);
            }
        }
    }

    private static float below(double value) {
        float rounded = (float) value;
        return rounded > value ? Math.nextDown(rounded) : rounded;
    }

    private static float above(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    int count() {
        return sides.length / 4;
    }

    double minX() {
        return all[0];
    }

    double minY() {
        return all[1];
    }

    double maxX() {
        return all[2];
    }

    double maxY() {
        return all[3];
    }

    double minX(int rank) {
        return sides[4 * rank];
    }

    double minY(int rank) {
        return sides[4 * rank + 1];
    }

    double maxX(int rank) {
        return sides[4 * rank + 2];
    }

    double maxY(int rank) {
        return sides[4 * rank + 3];
    }

    /** True where a point lies in the box of all polygons; false where a coordinate is NaN. */
    boolean holds(double x, double y) {
        return x >= all[0] && x <= all[2] && y >= all[1] && y <= all[3];
    }

    /** True where a point lies in a box. */
    boolean holds(int rank, double x, double y) {
        int side = 4 * rank;
        return x >= sides[side] && x <= sides[side + 2] && y >= sides[side + 1] && y <= sides[side + 3];
    }

    /** True where a box and a closed window have a point in common. */
    boolean meets(int rank, double west, double south, double east, double north) {
        int side = 4 * rank;
        return sides[side] <= east && sides[side + 2] >= west && sides[side + 1] <= north && sides[side + 3] >= south;
    }
}
