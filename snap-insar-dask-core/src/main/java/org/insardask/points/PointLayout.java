package org.insardask.points;

/**
 * How points lie in a raster: row by row, {@link #LONGEST_ROW} in a row, or all of them in one row where there are fewer. Places behind the
 * last point hold no data.
 *
 * @param count the number of points
 */
public record PointLayout(int count) {

    /** Points in a row. */
    public static final int LONGEST_ROW = 4096;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException where it is negative
     */
    public PointLayout {
        if (count < 0) {
            throw new IllegalArgumentException(count + " points");
        }
    }

    /** Width of the raster, at least 1. */
    public int width() {
        return Math.max(1, Math.min(count, LONGEST_ROW));
    }

    /** Height of the raster, at least 1. */
    public int height() {
        return Math.max(1, (count - 1) / width() + 1);
    }

    /** The point at a place; one that is not below {@link #count()} is none. */
    public long pointAt(int x, int y) {
        return (long) y * width() + x;
    }
}
