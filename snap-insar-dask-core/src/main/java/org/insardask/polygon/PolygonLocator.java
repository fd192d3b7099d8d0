package org.insardask.polygon;

/**
 * Finds the feature that holds each of a set of points: the workspace of one thread over a shared {@link PolygonIndex}.
 *
 * <p>A call fetches the polygons near the points from the index once, sorts them into a grid, and tests every point exactly against those
 * of its cell. Answers depend on the point alone, not on the others of the call.
 */
public final class PolygonLocator {
    /** The feature of a point that no polygon holds. */
    public static final int NONE = -1;

    private static final double[] TURNS = {0, 360, -360};

    private final PolygonIndex index;
    private final PointPredicate predicate;
    private final IntList candidates = new IntList();
    private final WindowGrid grid = new WindowGrid();
    private final double[] window = new double[4];

    PolygonLocator(PolygonIndex index, PointPredicate predicate) {
        this.index = index;
        this.predicate = predicate;
    }

    /**
     * Finds the winning feature of each point.
     *
     * @param x longitudes (degrees), {@code count} of them; a point with a coordinate that is NaN or infinite is outside
     * @param y latitudes (degrees)
     * @param count number of points
     * @param feature receives the feature of each point, counted from 0 in file order, or {@link #NONE}
     */
    public void locate(double[] x, double[] y, int count, int[] feature) {
        for (int i = 0; i < count; i++) {
            feature[i] = Integer.MAX_VALUE;
        }
        for (double turn : TURNS) {
            locate(x, y, count, turn, feature);
        }
        for (int i = 0; i < count; i++) {
            feature[i] = feature[i] == Integer.MAX_VALUE ? NONE : index.featureOfRank(feature[i]);
        }
    }

    /** Lowers best[i] to the rank that holds the point, where one does. */
    private void locate(double[] x, double[] y, int count, double turn, int[] best) {
        if (!fetch(x, y, count, turn)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            double px = x[i] + turn;
            if (isInWindow(px, y[i])) {
                best[i] = Math.min(best[i], lowestRank(px, y[i]));
            }
        }
    }

    /** Fetches the candidates for the part of the points that lies in the extent of the polygons; false where there are none. */
    private boolean fetch(double[] x, double[] y, int count, double turn) {
        window[0] = window[1] = Double.POSITIVE_INFINITY;
        window[2] = window[3] = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double px = x[i] + turn;
            if (index.extentHolds(px, y[i])) {
                window[0] = Math.min(window[0], px);
                window[1] = Math.min(window[1], y[i]);
                window[2] = Math.max(window[2], px);
                window[3] = Math.max(window[3], y[i]);
            }
        }
        if (window[0] > window[2]) {
            return false;
        }
        candidates.clear();
        index.tree.search(window[0], window[1], window[2], window[3], candidates);
        candidates.sort();
        grid.fill(window, candidates, index.boxes);
        return candidates.size() > 0;
    }

    private boolean isInWindow(double x, double y) {
        return x >= window[0] && x <= window[2] && y >= window[1] && y <= window[3];
    }

    private int lowestRank(double x, double y) {
        int cell = grid.cell(x, y);
        int end = grid.end(cell);
        for (int entry = grid.start(cell); entry < end; entry++) {
            int rank = grid.rank(entry);
            if (predicate.holds(index.locate(rank, x, y))) {
                return rank;
            }
        }
        return Integer.MAX_VALUE;
    }
}
