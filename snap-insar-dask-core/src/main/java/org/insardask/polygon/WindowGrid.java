package org.insardask.polygon;

import java.util.Arrays;

/**
 * The candidates of one window in the cells of a regular grid: per cell the ranks whose boxes meet it, ascending. Filled anew for every
 * window; the arrays are kept. Belongs to one thread.
 */
final class WindowGrid {
    /** Entries are bounded by this many a candidate, and a constant. */
    private static final int ENTRIES_PER_CANDIDATE = 8;
    private static final int SPARE_ENTRIES = 4096;
    private static final int MAX_CELLS_PER_AXIS = 2048;

    private double minX;
    private double minY;
    private double maxX;
    private double maxY;
    private double scaleX;
    private double scaleY;
    private int columns;
    private int rows;
    private int[] cellStart = new int[2];
    private int[] ranks = new int[0];

    /**
     * Sorts candidates into cells.
     *
     * @param window minimum x, minimum y, maximum x, maximum y
     * @param candidates ranks, ascending, whose boxes meet the window
     * @param boxes boxes by rank
     */
    void fill(double[] window, IntList candidates, double[] boxes) {
        minX = window[0];
        minY = window[1];
        maxX = window[2];
        maxY = window[3];
        int cells = (int) Math.min(MAX_CELLS_PER_AXIS, Math.ceil(Math.sqrt(candidates.size())));
        int entries = shape(Math.max(1, cells), candidates, boxes);
        while (entries < 0) {
            cells = (cells + 1) / 2;
            entries = shape(cells, candidates, boxes);
        }
        if (ranks.length < entries) {
            ranks = new int[entries + entries / 2];
        }
        // cellStart[c + 1] counts up from the start of cell c to its end while the cells are filled.
        for (int i = 0; i < candidates.size(); i++) {
            place(candidates.get(i), boxes);
        }
    }

    /** Returns the cell of a point of the window. */
    int cell(double x, double y) {
        return row(y) * columns + column(x);
    }

    int start(int cell) {
        return cellStart[cell];
    }

    int end(int cell) {
        return cellStart[cell + 1];
    }

    int rank(int entry) {
        return ranks[entry];
    }

    /** Takes a number of cells an axis and counts the entries; returns their number, or -1 where they are too many. */
    private int shape(int cells, IntList candidates, double[] boxes) {
        columns = maxX > minX ? cells : 1;
        rows = maxY > minY ? cells : 1;
        scaleX = maxX > minX ? columns / (maxX - minX) : 0;
        scaleY = maxY > minY ? rows / (maxY - minY) : 0;
        int length = columns * rows + 2;
        if (cellStart.length < length) {
            cellStart = new int[length];
        }
        Arrays.fill(cellStart, 0, length, 0);
        long most = cells == 1 ? Integer.MAX_VALUE : (long) ENTRIES_PER_CANDIDATE * candidates.size() + SPARE_ENTRIES;
        long entries = 0;
        for (int i = 0; i < candidates.size(); i++) {
            entries += count(candidates.get(i), boxes);
            if (entries > most) {
                return -1;
            }
        }
        for (int c = 2; c < length; c++) {
            cellStart[c] += cellStart[c - 1];
        }
        return (int) entries;
    }

    /** Counts a candidate in cellStart[cell + 2] of its cells; returns their number. */
    private long count(int rank, double[] boxes) {
        int left = column(boxes[4 * rank]);
        int right = column(boxes[4 * rank + 2]);
        int bottom = row(boxes[4 * rank + 1]);
        int top = row(boxes[4 * rank + 3]);
        for (int r = bottom; r <= top; r++) {
            for (int c = left; c <= right; c++) {
                cellStart[r * columns + c + 2]++;
            }
        }
        return (long) (right - left + 1) * (top - bottom + 1);
    }

    private void place(int rank, double[] boxes) {
        int right = column(boxes[4 * rank + 2]);
        int top = row(boxes[4 * rank + 3]);
        for (int r = row(boxes[4 * rank + 1]); r <= top; r++) {
            for (int c = column(boxes[4 * rank]); c <= right; c++) {
                ranks[cellStart[r * columns + c + 1]++] = rank;
            }
        }
    }

    private int column(double x) {
        return x <= minX ? 0 : (int) Math.min(columns - 1, (x - minX) * scaleX);
    }

    private int row(double y) {
        return y <= minY ? 0 : (int) Math.min(rows - 1, (y - minY) * scaleY);
    }
}
