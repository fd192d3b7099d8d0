package org.insardask.polygon;

import java.util.Arrays;

/**
 * Collects features in file order: {@link #beginFeature()}, then for each of its polygons {@link #beginPolygon()} and
 * {@link #addRing(double[], int)}, the shell first. Rings that cannot be used are skipped and counted, never refused.
 *
 * <p>Not safe for use by several threads.
 */
public final class PolygonSetBuilder {
    private static final int NO_FEATURE = -1;

    private final CoordinateStore xy = new CoordinateStore();
    private int[] ringStart = new int[64];
    private int[] polygonStart = new int[64];
    private int[] featureOfPolygon = new int[64];
    private double[] ring = new double[64];
    private int vertices;
    private int rings;
    private int polygons;

    private int features;
    private int empty;
    private int notFinite;
    private int withoutArea;
    private int unclosed;
    private int selfIntersecting;
    private int acrossAntimeridian;

    private int polygonsBeforeFeature = NO_FEATURE;
    private boolean inPolygon;
    private boolean skipping;
    private double shellMin;
    private double shellMax;

    /** Begins the next feature; a feature without polygons holds no point. */
    public void beginFeature() {
        endFeature();
        features++;
        polygonsBeforeFeature = polygons;
    }

    /** Begins the next polygon of the feature. */
    public void beginPolygon() {
        if (features == 0) {
            throw new IllegalArgumentException("a polygon before the first feature");
        }
        endPolygon();
        inPolygon = true;
        skipping = false;
    }

    /**
     * Adds a ring to the polygon, the shell first, holes after it.
     *
     * @param coordinates longitude and latitude (degrees) in turn; not changed
     * @param count number of vertices
     */
    public void addRing(double[] coordinates, int count) {
        if (!inPolygon) {
            throw new IllegalArgumentException("a ring outside a polygon");
        }
        if (skipping) {
            return;
        }
        if (!isFinite(coordinates, count)) {
            notFinite++;
            dropPolygon();
            return;
        }
        int cleaned = clean(coordinates, count);
        if (cleaned < 4 || RingCheck.isWithoutArea(ring, cleaned)) {
            withoutArea++;
            skipping = rings == polygonStart[polygons];
            return;
        }
        place(cleaned);
        append(cleaned);
    }

    /** Returns the polygons so far, the last feature ended. */
    public PolygonSet build() {
        endFeature();
        GeometryReport report =
                new GeometryReport(features, empty, notFinite, withoutArea, unclosed, selfIntersecting, acrossAntimeridian);
        return new PolygonSet(xy.toArray(), Arrays.copyOf(ringStart, rings + 1),
                Arrays.copyOf(polygonStart, polygons + 1), Arrays.copyOf(featureOfPolygon, polygons), report);
    }

    private void endFeature() {
        endPolygon();
        if (polygons == polygonsBeforeFeature) {
            empty++;
        }
        polygonsBeforeFeature = NO_FEATURE;
    }

    private void endPolygon() {
        inPolygon = false;
        if (rings == polygonStart[polygons]) {
            return;
        }
        featureOfPolygon = withRoom(featureOfPolygon, polygons + 1);
        featureOfPolygon[polygons++] = features - 1;
        polygonStart = withRoom(polygonStart, polygons + 1);
        polygonStart[polygons] = rings;
    }

    private void dropPolygon() {
        skipping = true;
        rings = polygonStart[polygons];
        vertices = ringStart[rings];
        xy.truncate(2 * vertices);
    }

    private static boolean isFinite(double[] coordinates, int count) {
        double sum = 0;
        for (int i = 0; i < 2 * count; i++) {
            sum += coordinates[i] * 0.0;
        }
        return sum == 0;
    }

    /** Copies a ring to the scratch array, closed and without repeated vertices. */
    private int clean(double[] coordinates, int count) {
        if (ring.length < 2 * count + 2) {
            ring = new double[4 * count + 2];
        }
        int n = 0;
        for (int v = 0; v < count; v++) {
            double x = coordinates[2 * v];
            double y = coordinates[2 * v + 1];
            if (n == 0 || x != ring[2 * n - 2] || y != ring[2 * n - 1]) {
                ring[2 * n] = x;
                ring[2 * n + 1] = y;
                n++;
            }
        }
        if (n > 2 && (ring[0] != ring[2 * n - 2] || ring[1] != ring[2 * n - 1])) {
            ring[2 * n] = ring[0];
            ring[2 * n + 1] = ring[1];
            n++;
            unclosed++;
        }
        return n;
    }

    private void place(int count) {
        if (Antimeridian.unwrap(ring, count)) {
            acrossAntimeridian++;
        }
        if (rings > polygonStart[polygons]) {
            Antimeridian.align(ring, count, shellMin, shellMax);
        } else {
            takeShell(count);
        }
        if (RingCheck.isSelfIntersecting(ring, count)) {
            selfIntersecting++;
        }
    }

    private void takeShell(int count) {
        shellMin = Double.POSITIVE_INFINITY;
        shellMax = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < count; v++) {
            shellMin = Math.min(shellMin, ring[2 * v]);
            shellMax = Math.max(shellMax, ring[2 * v]);
        }
    }

    private void append(int count) {
        xy.append(ring, 2 * count);
        vertices += count;
        rings++;
        ringStart = withRoom(ringStart, rings + 1);
        ringStart[rings] = vertices;
    }

    private static int[] withRoom(int[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, Math.max(length, array.length + (array.length >> 1)));
    }
}
