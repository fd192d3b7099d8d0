package org.insardask.polygon;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Polygons of a file as flat arrays: features hold polygons, polygons hold closed rings, rings hold vertices.
 *
 * <p>Immutable, safe for use by several threads. Memory: 16 bytes a vertex, 4 a ring, 8 a polygon. Made by {@link PolygonSetBuilder}.
 */
public final class PolygonSet {
    /** x and y of all vertices in turn. */
    final double[] xy;
    /** Ring r has the vertices ringStart[r] to ringStart[r + 1] - 1, the last equal to the first. */
    final int[] ringStart;
    /** Polygon p has the rings polygonStart[p] to polygonStart[p + 1] - 1. */
    final int[] polygonStart;
    /** The feature that each polygon belongs to, ascending. */
    final int[] featureOfPolygon;
    private final int featureCount;
    private final GeometryReport report;

    PolygonSet(double[] xy, int[] ringStart, int[] polygonStart, int[] featureOfPolygon, GeometryReport report) {
        this.xy = xy;
        this.ringStart = ringStart;
        this.polygonStart = polygonStart;
        this.featureOfPolygon = featureOfPolygon;
        this.featureCount = report.features();
        this.report = report;
    }

    /** Returns the number of features, those without any polygon included. */
    public int featureCount() {
        return featureCount;
    }

    /** Returns the number of polygons; a multi-polygon counts for each of its parts. */
    public int polygonCount() {
        return featureOfPolygon.length;
    }

    /** Returns the number of vertices, closing vertices included. */
    public int vertexCount() {
        return ringStart[ringStart.length - 1];
    }

    /** Returns what was found wrong with the geometries. */
    public GeometryReport report() {
        return report;
    }

    /**
     * Returns the polygons of some features alone; features keep their numbers.
     *
     * @param features says of a feature, counted from 0, whether it is wanted
     */
    public PolygonSet select(IntPredicate features) {
        int[] kept = IntStream.range(0, polygonCount()).filter(p -> features.test(featureOfPolygon[p])).toArray();
        int[] polygons = new int[kept.length + 1];
        for (int i = 0; i < kept.length; i++) {
            polygons[i + 1] = polygons[i] + polygonStart[kept[i] + 1] - polygonStart[kept[i]];
        }
        int[] rings = new int[polygons[kept.length] + 1];
        int ring = 0;
        for (int p : kept) {
            for (int r = polygonStart[p]; r < polygonStart[p + 1]; r++, ring++) {
                rings[ring + 1] = rings[ring] + ringStart[r + 1] - ringStart[r];
            }
        }
        double[] vertices = new double[2 * rings[ring]];
        int to = 0;
        for (int p : kept) {
            int length = 2 * (endVertex(p) - firstVertex(p));
            System.arraycopy(xy, 2 * firstVertex(p), vertices, to, length);
            to += length;
        }
        return new PolygonSet(vertices, rings, polygons, IntStream.of(kept).map(p -> featureOfPolygon[p]).toArray(), report);
    }

    /**
     * Returns the features of which the box of a polygon meets a closed window, at its longitude or at 360 degrees to either side.
     *
     * @param west least longitude of the window (degrees)
     * @param south least latitude
     * @param east greatest longitude
     * @param north greatest latitude
     */
    public BitSet featuresNear(double west, double south, double east, double north) {
        BitSet near = new BitSet(featureCount);
        double[] box = new double[4];
        for (int p = 0; p < polygonCount(); p++) {
            box(p, box);
            boolean meets = false;
            for (double turn : PointWindow.TURNS) {
                meets |= box[0] <= east + turn && box[2] >= west + turn;
            }
            if (meets && box[1] <= north && box[3] >= south) {
                near.set(featureOfPolygon[p]);
            }
        }
        return near;
    }

    int firstVertex(int polygon) {
        return ringStart[polygonStart[polygon]];
    }

    int endVertex(int polygon) {
        return ringStart[polygonStart[polygon + 1]];
    }

    /** Puts the bounding box of a polygon into an array: minimum x, minimum y, maximum x, maximum y. */
    void box(int polygon, double[] box) {
        box[0] = box[1] = Double.POSITIVE_INFINITY;
        box[2] = box[3] = Double.NEGATIVE_INFINITY;
        for (int v = firstVertex(polygon); v < endVertex(polygon); v++) {
            box[0] = Math.min(box[0], xy[2 * v]);
            box[1] = Math.min(box[1], xy[2 * v + 1]);
            box[2] = Math.max(box[2], xy[2 * v]);
            box[3] = Math.max(box[3], xy[2 * v + 1]);
        }
    }

    /** Area of a polygon in square degrees: its first ring less the others. */
    double area(int polygon) {
        double area = 0;
        for (int r = polygonStart[polygon]; r < polygonStart[polygon + 1]; r++) {
            double ring = Math.abs(signedArea(ringStart[r], ringStart[r + 1]));
            area += r == polygonStart[polygon] ? ring : -ring;
        }
        return area;
    }

    private double signedArea(int start, int end) {
        double x0 = xy[2 * start];
        double y0 = xy[2 * start + 1];
        double twice = 0;
        for (int v = start; v < end - 1; v++) {
            twice += (xy[2 * v] - x0) * (xy[2 * v + 3] - y0) - (xy[2 * v + 2] - x0) * (xy[2 * v + 1] - y0);
        }
        return 0.5 * twice;
    }
}
