package org.insardask.polygon;

import java.util.Arrays;

/**
 * The edges of one polygon of many vertices, sorted into horizontal slabs, so that a point is tested against the edges of its slab only.
 *
 * <p>Memory: at most {@value #ENTRIES_PER_EDGE} entries of 4 bytes an edge; where edges are tall, slabs get fewer. Immutable.
 */
final class EdgeSlabs {
    private static final int ENTRIES_PER_EDGE = 4;
    private static final int EDGES_PER_SLAB = 8;

    private final double[] xy;
    private final double minY;
    private final double scale;
    /** Slab s has the entries slabStart[s] to slabStart[s + 1] - 1. */
    private final int[] slabStart;
    /** First vertex of each edge. */
    private final int[] edges;

    EdgeSlabs(PolygonSet set, int polygon) {
        xy = set.xy;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int v = set.firstVertex(polygon); v < set.endVertex(polygon); v++) {
            low = Math.min(low, xy[2 * v + 1]);
            high = Math.max(high, xy[2 * v + 1]);
        }
        minY = low;
        int edgeCount = set.endVertex(polygon) - set.firstVertex(polygon);
        int slabs = Math.max(1, edgeCount / EDGES_PER_SLAB);
        while (slabs > 1 && entries(set, polygon, slabs / (high - low), slabs) > (long) ENTRIES_PER_EDGE * edgeCount) {
            slabs /= 2;
        }
        scale = slabs / (high - low);
        slabStart = count(set, polygon, slabs);
        edges = fill(set, polygon, slabStart);
    }

    /** Returns how many entries so many slabs would need. */
    private long entries(PolygonSet set, int polygon, double slabsPerDegree, int slabs) {
        long entries = 0;
        for (int r = set.polygonStart[polygon]; r < set.polygonStart[polygon + 1]; r++) {
            for (int v = set.ringStart[r]; v < set.ringStart[r + 1] - 1; v++) {
                int first = slab(Math.min(xy[2 * v + 1], xy[2 * v + 3]), slabsPerDegree, slabs);
                int last = slab(Math.max(xy[2 * v + 1], xy[2 * v + 3]), slabsPerDegree, slabs);
                entries += last - first + 1;
            }
        }
        return entries;
    }

    /** Returns the first entry of each slab, and the end. */
    private int[] count(PolygonSet set, int polygon, int slabs) {
        int[] start = new int[slabs + 1];
        for (int r = set.polygonStart[polygon]; r < set.polygonStart[polygon + 1]; r++) {
            for (int v = set.ringStart[r]; v < set.ringStart[r + 1] - 1; v++) {
                int last = slab(Math.max(xy[2 * v + 1], xy[2 * v + 3]), scale, slabs);
                for (int s = slab(Math.min(xy[2 * v + 1], xy[2 * v + 3]), scale, slabs); s <= last; s++) {
                    start[s + 1]++;
                }
            }
        }
        for (int s = 1; s < start.length; s++) {
            start[s] += start[s - 1];
        }
        return start;
    }

    private int[] fill(PolygonSet set, int polygon, int[] start) {
        int slabs = start.length - 1;
        int[] next = Arrays.copyOf(start, slabs);
        int[] filled = new int[start[slabs]];
        for (int r = set.polygonStart[polygon]; r < set.polygonStart[polygon + 1]; r++) {
            for (int v = set.ringStart[r]; v < set.ringStart[r + 1] - 1; v++) {
                int first = slab(Math.min(xy[2 * v + 1], xy[2 * v + 3]), scale, slabs);
                int last = slab(Math.max(xy[2 * v + 1], xy[2 * v + 3]), scale, slabs);
                for (int s = first; s <= last; s++) {
                    filled[next[s]++] = v;
                }
            }
        }
        return filled;
    }

    private int slab(double y, double slabsPerDegree, int slabs) {
        return Math.max(0, Math.min(slabs - 1, (int) ((y - minY) * slabsPerDegree)));
    }

    /** Returns the square of the distance (m) of a point to the edges in reach; infinite where there are none. */
    double edgesNear(double x, double y, PolygonDistance distance) {
        int slabs = slabStart.length - 1;
        double reach = distance.reach();
        int last = slab(y + reach, scale, slabs);
        double least = Double.POSITIVE_INFINITY;
        for (int s = slab(y - reach, scale, slabs); s <= last; s++) {
            for (int e = slabStart[s]; e < slabStart[s + 1]; e++) {
                least = Math.min(least, distance.square(xy, edges[e], x, y));
            }
        }
        return least;
    }

    /** Locates a point whose y lies in the bounding box of the polygon. */
    int locate(double x, double y) {
        int s = slab(y, scale, slabStart.length - 1);
        int count = 0;
        for (int e = slabStart[s]; e < slabStart[s + 1]; e++) {
            int v = 2 * edges[e];
            int crossing = PointInRings.crossing(xy[v], xy[v + 1], xy[v + 2], xy[v + 3], x, y);
            if (crossing < 0) {
                return PointInRings.BOUNDARY;
            }
            count += crossing;
        }
        return (count & 1) != 0 ? PointInRings.INSIDE : PointInRings.OUTSIDE;
    }
}
