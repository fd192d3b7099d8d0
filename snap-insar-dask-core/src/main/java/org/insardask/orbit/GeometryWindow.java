package org.insardask.orbit;

import java.util.Arrays;

/**
 * Values of a window of an image from the nodes of a {@link GeometryGrid}. For one thread.
 */
public final class GeometryWindow {

    private final ImageTiming timing;
    private final NodeAxis lines;
    private final NodeAxis pixels;
    private final HeightLevels levels;
    private final double[][][] nodes;
    private final int firstPixel;
    private final int firstLine;
    private final int width;
    private final int height;
    /** First of the four nodes of each column. */
    private final int[] columnNodes;
    /** Four for each column. */
    private final double[] columnWeights;
    private final double[] lineWeights = new double[NodeAxis.STENCIL];
    /** [coefficient][node of a line]: the coefficients on the line that is being computed. */
    private final double[][] onLine;

    /** Bounds are x, y, width and height. */
    GeometryWindow(ImageTiming timing, NodeAxis lines, NodeAxis pixels, HeightLevels levels, double[][][] nodes, int[] bounds) {
        this.timing = timing;
        this.lines = lines;
        this.pixels = pixels;
        this.levels = levels;
        this.nodes = nodes;
        firstPixel = bounds[0];
        firstLine = bounds[1];
        width = bounds[2];
        height = bounds[3];
        columnNodes = new int[width];
        columnWeights = new double[NodeAxis.STENCIL * width];
        for (int column = 0; column < width; column++) {
            columnNodes[column] = pixels.first(bounds[0] + column);
            pixels.weights(bounds[0] + column, columnWeights, NodeAxis.STENCIL * column);
        }
        onLine = new double[levels.count()][pixels.count()];
    }

    /**
     * Incidence angles, deg.
     *
     * @param heights of the pixels, m, row by row; not used where the grid has one height. NaN and heights outside the levels give NaN
     * @param out     receives width x height values, row by row without gaps; may be longer
     */
    public void incidence(double[] heights, double[] out) {
        fill(GeometryGrid.COSINE, heights, out);
        for (int p = 0; p < width * height; p++) {
            out[p] = Math.toDegrees(Math.acos(out[p]));
        }
    }

    /** Height-to-phase factors of a metre of perpendicular baseline, 1 / (R sin(incidence)), 1/m; parameters as above. */
    public void heightToPhasePerMetre(double[] heights, double[] out) {
        fill(GeometryGrid.COSINE, heights, out);
        for (int p = 0; p < width * height; p++) {
            double range = timing.range(firstPixel + p % width);
            out[p] = 1 / (range * Math.sqrt(1 - out[p] * out[p]));
        }
    }

    /**
     * Perpendicular baselines, m; parameters as above.
     *
     * @param orbit number of the other orbit
     */
    public void baselines(int orbit, double[] heights, double[] out) {
        fill(GeometryGrid.FIRST_BASELINE + orbit, heights, out);
    }

    private void fill(int quantity, double[] heights, double[] out) {
        for (int row = 0; row < height; row++) {
            blendLine(nodes[quantity], firstLine + row);
            if (levels.count() == 1) {
                fillRow(row * width, out);
            } else {
                fillRow(row * width, heights, out);
            }
        }
    }

    private void blendLine(double[][] coefficients, int line) {
        int from = lines.first(line) * pixels.count();
        lines.weights(line, lineWeights, 0);
        for (int c = 0; c < coefficients.length; c++) {
            double[] values = coefficients[c];
            double[] blended = onLine[c];
            Arrays.fill(blended, 0);
            for (int j = 0; j < NodeAxis.STENCIL; j++) {
                double weight = lineWeights[j];
                int start = from + j * blended.length;
                for (int n = 0; n < blended.length; n++) {
                    blended[n] += weight * values[start + n];
                }
            }
        }
    }

    private void fillRow(int start, double[] out) {
        for (int column = 0; column < width; column++) {
            out[start + column] = at(onLine[0], column);
        }
    }

    private void fillRow(int start, double[] heights, double[] out) {
        for (int column = 0; column < width; column++) {
            double metres = heights[start + column];
            if (levels.contains(metres)) {
                double scaled = levels.scaled(metres);
                out[start + column] = at(onLine[0], column) + scaled * (at(onLine[1], column) + scaled * at(onLine[2], column));
            } else {
                out[start + column] = Double.NaN;
            }
        }
    }

    private double at(double[] values, int column) {
        int node = columnNodes[column];
        int weight = NodeAxis.STENCIL * column;
        return columnWeights[weight] * values[node] + columnWeights[weight + 1] * values[node + 1]
                + columnWeights[weight + 2] * values[node + 2] + columnWeights[weight + 3] * values[node + 3];
    }
}
