package org.insardask.polygon;

/** Position on a Hilbert curve of order 16: neighbours on the curve are neighbours in the plane. */
final class Hilbert {
    private static final int ORDER = 16;
    /** Cells of an axis. */
    static final int CELLS = 1 << ORDER;

    private Hilbert() {
    }

    /** Returns the position (32 bits) of the cell at column x and row y, each from 0 to {@link #CELLS} - 1. */
    static long position(int x, int y) {
        int column = x;
        int row = y;
        long position = 0;
        for (int s = CELLS / 2; s > 0; s /= 2) {
            int right = (column & s) != 0 ? 1 : 0;
            int up = (row & s) != 0 ? 1 : 0;
            position += (long) s * s * ((3 * right) ^ up);
            if (up == 0) {
                if (right == 1) {
                    column = CELLS - 1 - column;
                    row = CELLS - 1 - row;
                }
                int swap = column;
                column = row;
                row = swap;
            }
        }
        return position;
    }
}
