package org.insardask.polygon;

import java.util.Arrays;

/**
 * The points of one call that lie in the extent of an index, for one turn of longitude, and their box. Belongs to one thread; arrays are
 * kept.
 */
final class PointWindow {
    /** A point is looked for at its longitude and at these turns from it (degrees). */
    static final double[] TURNS = {0, 360, -360};

    private static final int SORTED_FROM = 4096;
    private static final int COARSE_CELLS_PER_POINT = 4;

    private final PolygonIndex index;
    private double[] x = new double[0];
    private double[] y = new double[0];
    private int[] point = new int[0];
    private double[] sortedX = new double[0];
    private double[] sortedY = new double[0];
    private int[] sortedPoint = new int[0];
    private int[] key = new int[0];
    private int[] next = new int[0];
    private int count;
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;

    PointWindow(PolygonIndex index) {
        this.index = index;
    }

    /** Takes the points that lie in the extent of the polygons; false where there are none. */
    boolean take(double[] lon, double[] lat, int number, double turn) {
        if (point.length < number) {
            x = new double[number];
            y = new double[number];
            point = new int[number];
        }
        count = 0;
        minX = minY = Double.POSITIVE_INFINITY;
        maxX = maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < number; i++) {
            double px = lon[i] + turn;
            double py = lat[i];
            if (index.boxes.holds(px, py)) {
                x[count] = px;
                y[count] = py;
                point[count++] = i;
                minX = Math.min(minX, px);
                minY = Math.min(minY, py);
                maxX = Math.max(maxX, px);
                maxY = Math.max(maxY, py);
            }
        }
        return count > 0;
    }

    int count() {
        return count;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** Returns the place of the point among all points of the call. */
    int point(int i) {
        return point[i];
    }

    double minX() {
        return minX;
    }

    double minY() {
        return minY;
    }

    double maxX() {
        return maxX;
    }

    double maxY() {
        return maxY;
    }

    /** Puts points of a cell of the index one after another, where there are so many points that this pays. */
    void sort() {
        CellIndex cells = index.cells;
        if (count < SORTED_FROM || cells.coarseCount() > COARSE_CELLS_PER_POINT * (long) count) {
            return;
        }
        if (next.length <= cells.coarseCount()) {
            next = new int[cells.coarseCount() + 1];
        }
        if (key.length < count) {
            key = new int[point.length];
            sortedX = new double[point.length];
            sortedY = new double[point.length];
            sortedPoint = new int[point.length];
        }
        Arrays.fill(next, 0);
        for (int i = 0; i < count; i++) {
            key[i] = cells.coarseCell(x[i], y[i]);
            next[key[i] + 1]++;
        }
        for (int c = 1; c < next.length; c++) {
            next[c] += next[c - 1];
        }
        for (int i = 0; i < count; i++) {
            int to = next[key[i]]++;
            sortedX[to] = x[i];
            sortedY[to] = y[i];
            sortedPoint[to] = point[i];
        }
        swap();
    }

    private void swap() {
        double[] otherX = x;
        double[] otherY = y;
        int[] otherPoint = point;
        x = sortedX;
        y = sortedY;
        point = sortedPoint;
        sortedX = otherX;
        sortedY = otherY;
        sortedPoint = otherPoint;
    }
}
