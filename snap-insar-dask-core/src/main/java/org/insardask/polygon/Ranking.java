package org.insardask.polygon;

/**
 * The order in which polygons win where several hold a point: rank 0 before all others. The polygons of a feature have neighbouring ranks.
 * Immutable.
 */
final class Ranking {
    private final int count;
    private final boolean isReversed;
    /** The polygon of each rank, or null where that follows from the file order. */
    private final int[] polygons;

    Ranking(PolygonSet set, OverlapRule rule) {
        count = set.polygonCount();
        isReversed = rule != OverlapRule.FIRST;
        polygons = rule == OverlapRule.SMALLEST ? byArea(set) : null;
    }

    int polygon(int rank) {
        if (polygons != null) {
            return polygons[rank];
        }
        return isReversed ? count - 1 - rank : rank;
    }

    private static int[] byArea(PolygonSet set) {
        int count = set.polygonCount();
        double[] area = new double[set.featureCount()];
        for (int p = 0; p < count; p++) {
            area[set.featureOfPolygon[p]] += set.area(p);
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = count - 1 - i;
        }
        int[] spare = new int[count];
        for (int width = 1; width < count; width = width > count / 2 ? count : 2 * width) {
            for (int from = 0; from < count; from += Math.min(2 * width, count - from)) {
                int middle = from + Math.min(width, count - from);
                merge(order, from, middle, middle + Math.min(width, count - middle), spare, area, set.featureOfPolygon);
            }
            int[] swap = order;
            order = spare;
            spare = swap;
        }
        return order;
    }

    /** Merges two runs that follow each other; of equal areas the first run's comes first. */
    private static void merge(int[] order, int from, int middle, int end, int[] merged, double[] area, int[] feature) {
        int left = from;
        int right = middle;
        for (int k = from; k < end; k++) {
            boolean takesLeft = right == end || (left < middle && area[feature[order[left]]] <= area[feature[order[right]]]);
            merged[k] = takesLeft ? order[left++] : order[right++];
        }
    }
}
