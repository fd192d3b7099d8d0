package org.insardask.polygon;

import java.util.Arrays;

/**
 * Finds the feature that holds each of a set of points: the workspace of one thread over a shared {@link PolygonIndex}.
 *
 * <p>Where the points of a call lie densely, as the pixels of a tile do, the polygons near them are painted into small cells first
 * ({@link CellPainting}), and only points of cells that an edge meets are tested one by one; elsewhere every point is. Either way the test
 * is exact, and answers depend on the point alone, not on the others of the call.
 */
public final class PolygonLocator {
    /** The feature of a point that no polygon holds. */
    public static final int NONE = -1;

    /** Polygons are painted where there are at least this many points for each. */
    private static final int POINTS_PER_PAINTED_POLYGON = 8;
    private static final int LEAST_PAINTED_POINTS = 1024;
    private static final int CELLS_PER_POINT = 1;

    private final PolygonIndex index;
    private final PointPredicate predicate;
    private final PointWindow points;
    private final IntList candidates = new IntList();
    private final CellPainting painting = new CellPainting();
    private int[] best = new int[0];

    PolygonLocator(PolygonIndex index, PointPredicate predicate) {
        this.index = index;
        this.predicate = predicate;
        points = new PointWindow(index);
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
        locate(x, y, count, feature, null);
    }

    /**
     * Finds the winning feature of each point, and counts those that hold it.
     *
     * @param x longitudes (degrees), {@code count} of them; a point with a coordinate that is NaN or infinite is outside
     * @param y latitudes (degrees)
     * @param count number of points
     * @param feature receives the feature of each point, counted from 0 in file order, or {@link #NONE}
     * @param holders receives the number of features that hold each point; null where they are not to be counted
     */
    public void locate(double[] x, double[] y, int count, int[] feature, int[] holders) {
        if (holders != null) {
            Arrays.fill(holders, 0, count, 0);
        }
        if (best.length < count) {
            best = new int[count];
        }
        Arrays.fill(best, 0, count, Integer.MAX_VALUE);
        for (double turn : PointWindow.TURNS) {
            if (points.take(x, y, count, turn)) {
                boolean isPainted = paint(holders != null);
                locate(isPainted);
                if (holders != null) {
                    count(isPainted, turn, holders);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            feature[i] = best[i] == Integer.MAX_VALUE ? NONE : index.featureOfRank(best[i]);
        }
    }

    /** Lowers the best rank of each point that was taken to the rank that holds it, where one does. */
    private void locate(boolean isPainted) {
        if (isPainted) {
            for (int i = 0; i < points.count(); i++) {
                int value = painting.at(points.x(i), points.y(i));
                if (value != CellPainting.OUTSIDE) {
                    lower(points.point(i), rankOfPainted(value, points.x(i), points.y(i)));
                }
            }
        } else {
            points.sort();
            for (int i = 0; i < points.count(); i++) {
                lower(points.point(i), lowestRank(points.x(i), points.y(i)));
            }
        }
    }

    /** Adds to the holders of each point that was taken those that hold it at this turn and at none before. */
    private void count(boolean isPainted, double turn, int[] holders) {
        for (int i = 0; i < points.count(); i++) {
            int held = isPainted && turn == 0 ? painting.heldAt(points.x(i), points.y(i)) : CellPainting.UNDECIDED;
            holders[points.point(i)] += held == CellPainting.UNDECIDED ? holders(points.x(i), points.y(i), turn) : held;
        }
    }

    private int holders(double x, double y, double turn) {
        CellIndex cells = index.cells;
        int cell = cells.cell(x, y);
        int end = cells.end(cell);
        int held = 0;
        int last = NONE;
        for (int entry = cells.start(cell); entry < end; entry++) {
            int rank = cells.rank(entry);
            int feature = index.featureOfRank(rank);
            if (feature != last && predicate.holds(index.locate(rank, x, y))) {
                last = feature;
                held += isCounted(feature, x - turn, y, turn) ? 0 : 1;
            }
        }
        return held;
    }

    /** True where a feature holds a point at a turn before the given one. */
    private boolean isCounted(int feature, double lon, double y, double turn) {
        for (int t = 0; PointWindow.TURNS[t] != turn; t++) {
            double x = lon + PointWindow.TURNS[t];
            if (index.boxes.holds(x, y) && holds(feature, x, y)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int feature, double x, double y) {
        CellIndex cells = index.cells;
        int cell = cells.cell(x, y);
        for (int entry = cells.start(cell); entry < cells.end(cell); entry++) {
            int rank = cells.rank(entry);
            if (index.featureOfRank(rank) == feature && predicate.holds(index.locate(rank, x, y))) {
                return true;
            }
        }
        return false;
    }

    private void lower(int point, int rank) {
        if (rank >= 0 && rank < best[point]) {
            best[point] = rank;
        }
    }

    private int rankOfPainted(int value, double x, double y) {
        if (value >= 0) {
            return value;
        }
        if (value == CellPainting.UNDECIDED) {
            return lowestRank(x, y);
        }
        int rank = CellPainting.LONE - value;
        return predicate.holds(index.locate(rank, x, y)) ? rank : NONE;
    }

    /** Paints the polygons of the window where that pays; false where it does not. */
    private boolean paint(boolean counts) {
        // Beside the polygons of the window, the coarse cells at its border count some more: 16 for 8.
        int most = points.count() / POINTS_PER_PAINTED_POLYGON;
        CellIndex cells = index.cells;
        if (points.count() < LEAST_PAINTED_POINTS
                || cells.entries(points.minX(), points.minY(), points.maxX(), points.maxY()) > 16L * most) {
            return false;
        }
        cells.search(points.minX(), points.minY(), points.maxX(), points.maxY(), candidates);
        if (candidates.size() > most) {
            return false;
        }
        painting.begin(points.minX(), points.minY(), points.maxX(), points.maxY(), CELLS_PER_POINT * points.count(), counts);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            painting.paint(index.set, index.polygonOfRank(candidates.get(i)), candidates.get(i));
        }
        return true;
    }

    /** Returns the lowest rank that holds a point of the extent, or NONE. */
    private int lowestRank(double x, double y) {
        CellIndex cells = index.cells;
        int cell = cells.cell(x, y);
        int end = cells.end(cell);
        for (int entry = cells.start(cell); entry < end; entry++) {
            int rank = cells.rank(entry);
            if (predicate.holds(index.locate(rank, x, y))) {
                return rank;
            }
        }
        return NONE;
    }
}
