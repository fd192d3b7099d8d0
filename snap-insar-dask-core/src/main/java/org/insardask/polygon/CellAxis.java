package org.insardask.polygon;

/**
 * One axis of a grid: equal cells from a least to a greatest coordinate; what lies outside counts as the first or the last cell. The cell
 * of a coordinate never decreases as the coordinate grows, rounding included. Immutable.
 */
final class CellAxis {
    /** Cells that are finer than this (per degree) are not made: coordinates themselves are not. */
    private static final double MAX_SCALE = 1e15;

    private final double min;
    private final double scale;
    private final int count;

    CellAxis(double min, double max, int wanted) {
        double wantedScale = wanted / (max - min);
        boolean isDivided = max > min && wantedScale < MAX_SCALE;
        this.min = min;
        count = isDivided ? wanted : 1;
        scale = isDivided ? wantedScale : 0;
    }

    int count() {
        return count;
    }

    /** Returns where a coordinate lies, in cells; cell c is from c to c + 1. */
    double place(double value) {
        return (value - min) * scale;
    }

    /** Returns the cell of a coordinate. */
    int cell(double value) {
        // A cast of a negative number to int goes towards 0, that of a large one to the largest int.
        return Math.max(0, Math.min(count - 1, (int) place(value)));
    }

    /** Returns the part of a coordinate in its cell, which is divided into so many parts. */
    int part(double value, int cell, int parts) {
        return Math.max(0, Math.min(parts - 1, (int) ((place(value) - cell) * parts)));
    }
}
