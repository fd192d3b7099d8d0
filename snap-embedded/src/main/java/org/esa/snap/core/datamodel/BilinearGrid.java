package org.esa.snap.core.datamodel;

/**
 * Bilinear interpolation in a regular grid of float values, extrapolating beyond its rim. Immutable but for the array,
 * which is not copied.
 */
final class BilinearGrid {

    private final int width;
    private final int height;
    private final float[] values;

    BilinearGrid(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** The column, or row, of the cell that holds a grid co-ordinate, cropped to the cells there are. */
    static int cellOf(double coordinate, int nodes) {
        return Math.max(0, Math.min(nodes - 2, (int) Math.floor(coordinate)));
    }

    /** The value at grid co-ordinates, (0, 0) being the first node. */
    double valueAt(double gridX, double gridY) {
        int i = cellOf(gridX, width);
        int j = cellOf(gridY, height);
        double wi = gridX - i;
        double wj = gridY - j;
        int k = j * width + i;
        double x00 = values[k];
        double x10 = values[k + 1];
        double x01 = values[k + width];
        double x11 = values[k + width + 1];
        return x00 + wi * (x10 - x00) + wj * (x01 - x00) + wi * wj * (x11 + x00 - x01 - x10);
    }
}
