package org.insardask.polygon;

import java.util.Arrays;

/**
 * Index over the polygons of a {@link PolygonSet} for one {@link OverlapRule}: built once, O(n log n), then read by any number of threads,
 * each through its own {@link PolygonLocator}.
 *
 * <p>Polygons are numbered by rank: of two polygons that hold a point, the one of the lower rank wins, so that a search over ascending
 * ranks can stop at the first one that holds the point. Memory beside the polygons: about 80 bytes a polygon, and 16 bytes an edge for
 * polygons of more than {@value #SLABS_FROM} vertices. Immutable.
 */
public final class PolygonIndex {
    /** Polygons of at least this many vertices get slabs. */
    private static final int SLABS_FROM = 64;

    final PolygonSet set;
    /** The polygon of each rank. */
    final int[] polygonOfRank;
    /** Bounding boxes by rank: minimum x, minimum y, maximum x, maximum y. */
    final double[] boxes;
    final BoxTree tree;
    private final double[] extent = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    /** Slabs by polygon; null for a polygon of few vertices. */
    private final EdgeSlabs[] slabs;

    /**
     * Builds the index.
     *
     * @param set the polygons
     * @param rule which feature wins where several hold a point
     */
    public PolygonIndex(PolygonSet set, OverlapRule rule) {
        this.set = set;
        polygonOfRank = rank(set, rule);
        boxes = boxes(set, polygonOfRank);
        tree = new BoxTree(boxes);
        for (int i = 0; i < boxes.length; i++) {
            int side = i & 3;
            extent[side] = side < 2 ? Math.min(extent[side], boxes[i]) : Math.max(extent[side], boxes[i]);
        }
        slabs = new EdgeSlabs[set.polygonCount()];
        for (int p = 0; p < slabs.length; p++) {
            if (set.endVertex(p) - set.firstVertex(p) >= SLABS_FROM) {
                slabs[p] = new EdgeSlabs(set, p);
            }
        }
    }

    /** Returns the workspace of one thread. */
    public PolygonLocator newLocator(PointPredicate predicate) {
        return new PolygonLocator(this, predicate);
    }

    /** Returns the number of features. */
    public int featureCount() {
        return set.featureCount();
    }

    /** True where a point lies in the bounding box of all polygons; false where a coordinate is NaN. */
    boolean extentHolds(double x, double y) {
        return x >= extent[0] && x <= extent[2] && y >= extent[1] && y <= extent[3];
    }

    int featureOfRank(int rank) {
        return set.featureOfPolygon[polygonOfRank[rank]];
    }

    /** Locates a point in the polygon of a rank, as {@link PointInRings}. */
    int locate(int rank, double x, double y) {
        int box = 4 * rank;
        if (x < boxes[box] || y < boxes[box + 1] || x > boxes[box + 2] || y > boxes[box + 3]) {
            return PointInRings.OUTSIDE;
        }
        int polygon = polygonOfRank[rank];
        EdgeSlabs edges = slabs[polygon];
        return edges == null ? PointInRings.locate(set, polygon, x, y) : edges.locate(x, y);
    }

    private static int[] rank(PolygonSet set, OverlapRule rule) {
        int count = set.polygonCount();
        int[] ranked = new int[count];
        switch (rule) {
            case FIRST -> Arrays.setAll(ranked, i -> i);
            case LAST -> Arrays.setAll(ranked, i -> count - 1 - i);
            case SMALLEST -> {
                double[] area = new double[set.featureCount()];
                for (int p = 0; p < count; p++) {
                    area[set.featureOfPolygon[p]] += set.area(p);
                }
                Integer[] order = new Integer[count];
                Arrays.setAll(order, i -> count - 1 - i);
                Arrays.sort(order, (a, b) -> Double.compare(area[set.featureOfPolygon[a]], area[set.featureOfPolygon[b]]));
                Arrays.setAll(ranked, i -> order[i]);
            }
        }
        return ranked;
    }

    private static double[] boxes(PolygonSet set, int[] polygonOfRank) {
        double[] boxes = new double[4 * polygonOfRank.length];
        for (int rank = 0; rank < polygonOfRank.length; rank++) {
            int first = set.firstVertex(polygonOfRank[rank]);
            int b = 4 * rank;
            boxes[b] = boxes[b + 2] = set.xy[2 * first];
            boxes[b + 1] = boxes[b + 3] = set.xy[2 * first + 1];
            for (int v = first + 1; v < set.endVertex(polygonOfRank[rank]); v++) {
                boxes[b] = Math.min(boxes[b], set.xy[2 * v]);
                boxes[b + 1] = Math.min(boxes[b + 1], set.xy[2 * v + 1]);
                boxes[b + 2] = Math.max(boxes[b + 2], set.xy[2 * v]);
                boxes[b + 3] = Math.max(boxes[b + 3], set.xy[2 * v + 1]);
            }
        }
        return boxes;
    }
}
