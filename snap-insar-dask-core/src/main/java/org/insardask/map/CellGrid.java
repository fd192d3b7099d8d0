package org.insardask.map;

import java.util.Arrays;

/**
 * The values of a map: means over blocks of samples, where the raster is larger than the map, or the samples themselves.
 *
 * <p>Memory depends on the size of the map, not on that of the raster. Not safe for use by several threads.
 */
public final class CellGrid {
    private final int rasterWidth;
    private final int rasterHeight;
    private final AxisScale horizontal;
    private final AxisScale vertical;
    private final double[] sums;
    private final int[] counts;

    /**
     * An empty grid.
     *
     * @param rasterWidth  samples in a row
     * @param rasterHeight number of rows
     * @param pixelRatio   height of a sample over its width, on the ground
     * @param longestSide  length of the longer side of the map (pixels of the picture)
     */
    public CellGrid(int rasterWidth, int rasterHeight, double pixelRatio, int longestSide) {
        if (rasterWidth < 1 || rasterHeight < 1 || !(pixelRatio > 0) || longestSide < 1) {
            throw new IllegalArgumentException("Sizes and ratio of a map must be positive.");
        }
        this.rasterWidth = rasterWidth;
        this.rasterHeight = rasterHeight;
        double scale = longestSide / Math.max(rasterWidth, rasterHeight * pixelRatio);
        this.horizontal = AxisScale.of(rasterWidth, scale);
        this.vertical = AxisScale.of(rasterHeight, scale * pixelRatio);
        this.sums = new double[horizontal.cells() * vertical.cells()];
        this.counts = new int[sums.length];
    }

    /** Number of samples in a row of the raster. */
    public int rasterWidth() {
        return rasterWidth;
    }

    /** Number of rows of the raster. */
    public int rasterHeight() {
        return rasterHeight;
    }

    int columns() {
        return horizontal.cells();
    }

    int rows() {
        return vertical.cells();
    }

    int cellWidth() {
        return horizontal.enlarge();
    }

    int cellHeight() {
        return vertical.enlarge();
    }

    /**
     * Adds a sample of the raster.
     *
     * @param value NaN and infinite values are passed over
     */
    public void add(int x, int y, double value) {
        if (Double.isFinite(value)) {
            int cell = y / vertical.reduce() * horizontal.cells() + x / horizontal.reduce();
            sums[cell] += value;
            counts[cell]++;
        }
    }

    /** The mean of a cell, or NaN where it has no sample. */
    public double value(int column, int row) {
        int cell = row * horizontal.cells() + column;
        return counts[cell] == 0 ? Double.NaN : sums[cell] / counts[cell];
    }

    /** Number of samples that have a value. */
    public long samples() {
        long samples = 0;
        for (int count : counts) {
            samples += count;
        }
        return samples;
    }

    /** The values of all cells that have one, in ascending order. */
    public double[] sortedValues() {
        double[] values = new double[sums.length];
        int n = 0;
        for (int k = 0; k < sums.length; k++) {
            if (counts[k] > 0) {
                values[n++] = sums[k] / counts[k];
            }
        }
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * How an axis is shown: samples of a cell, and pixels of the picture that a cell takes.
     *
     * @param cells   number of cells
     * @param reduce  samples in a cell
     * @param enlarge pixels of the picture for a cell
     */
    private record AxisScale(int cells, int reduce, int enlarge) {
        static AxisScale of(int samples, double scale) {
            int reduce = (int) Math.max(1, Math.ceil(1 / scale - 1e-9));
            int enlarge = (int) Math.max(1, Math.round(scale));
            int cells = (samples + reduce - 1) / reduce;
            return new AxisScale(cells, reduce, reduce > 1 ? 1 : enlarge);
        }
    }
}
