package org.insardask.polygon;

import java.util.Arrays;

/**
 * Index over the polygons of a {@link PolygonSet} for one {@link OverlapRule}: built once, O(n), then read by any number of threads,
 * each through its own {@link PolygonLocator}.
 *
 * <p>Polygons are numbered by rank: of two polygons that hold a point, the one of the lower rank wins, so that a search over ascending
 * ranks can stop at the first one that holds the point. Memory beside the polygons: 16 bytes a polygon for its box, typically 25 to 30 for
 * the cells ({@link CellIndex}), 4 with {@link OverlapRule#SMALLEST}; and about 20 bytes an edge for polygons of more than
 * {@value #SLABS_FROM} vertices. Immutable.
 */
public final class PolygonIndex {
    /** Polygons of at least this many vertices get slabs. */
    private static final int SLABS_FROM = 64;

    final PolygonSet set;
    final Boxes boxes;
    final CellIndex cells;
    private final Ranking ranking;
    /** The polygons that have slabs, ascending. */
    private final int[] withSlabs;
    private final EdgeSlabs[] slabs;

    /**
     * Builds the index.
     *
     * @param set the polygons
     * @param rule which feature wins where several hold a point
     */
    public PolygonIndex(PolygonSet set, OverlapRule rule) {
        this.set = set;
        ranking = new Ranking(set, rule);
        boxes = new Boxes(set, ranking);
        cells = new CellIndex(boxes);
        withSlabs = withManyVertices(set);
        slabs = new EdgeSlabs[withSlabs.length];
        Arrays.setAll(slabs, i -> new EdgeSlabs(set, withSlabs[i]));
    }

    private static int[] withManyVertices(PolygonSet set) {
        IntList found = new IntList();
        for (int p = 0; p < set.polygonCount(); p++) {
            if (hasManyVertices(set, p)) {
                found.add(p);
            }
        }
        return found.toArray();
    }

    private static boolean hasManyVertices(PolygonSet set, int polygon) {
        return set.endVertex(polygon) - set.firstVertex(polygon) >= SLABS_FROM;
    }

    /** Returns the workspace of one thread. */
    public PolygonLocator newLocator(PointPredicate predicate) {
        return new PolygonLocator(this, predicate);
    }

    /**
     * Returns a workspace of one thread that finds the nearest feature of points that none holds.
     *
     * @param maximum greatest distance (m), positive
     */
    public PolygonDistance newDistance(double maximum) {
        return new PolygonDistance(this, maximum);
    }

    /** Returns the number of features. */
    public int featureCount() {
        return set.featureCount();
    }

    int polygonOfRank(int rank) {
        return ranking.polygon(rank);
    }

    int featureOfRank(int rank) {
        return set.featureOfPolygon[ranking.polygon(rank)];
    }

    /** Locates a point in the polygon of a rank, as {@link PointInRings}. */
    int locate(int rank, double x, double y) {
        if (!boxes.holds(rank, x, y)) {
            return PointInRings.OUTSIDE;
        }
        int polygon = ranking.polygon(rank);
        if (!hasManyVertices(set, polygon)) {
            return PointInRings.locate(set, polygon, x, y);
        }
        return slabs(polygon).locate(x, y);
    }

    private EdgeSlabs slabs(int polygon) {
        return slabs[Arrays.binarySearch(withSlabs, polygon)];
    }

    /** Returns the square of the distance (m) of a point to the edges of the polygon of a rank; infinite where none is in reach. */
    double edgesNear(int rank, double x, double y, PolygonDistance distance) {
        int polygon = ranking.polygon(rank);
        if (hasManyVertices(set, polygon)) {
            return slabs(polygon).edgesNear(x, y, distance);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int r = set.polygonStart[polygon]; r < set.polygonStart[polygon + 1]; r++) {
            for (int v = set.ringStart[r]; v < set.ringStart[r + 1] - 1; v++) {
                least = Math.min(least, distance.square(set.xy, v, x, y));
            }
        }
        return least;
    }
}
