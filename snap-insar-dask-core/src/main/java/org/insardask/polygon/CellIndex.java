package org.insardask.polygon;

import java.util.Arrays;

/**
 * The ranks of polygons by the cells of a grid that their boxes meet, ascending in each cell; crowded cells are divided into smaller ones,
 * so that towns and open country are both served. Immutable.
 *
 * <p>A cell is found in constant time. Memory: entries are bounded by {@value #ENTRIES_PER_BOX} of 4 bytes a box, typically 4; where boxes
 * overlap so much that they would be more, cells get larger. Built in O(n).
 *
 * <p>The cell of a coordinate never decreases as the coordinate grows, rounding included, so that a point in a box is always in one of the
 * cells of the box.
 */
final class CellIndex {
    private static final int BOXES_PER_COARSE_CELL = 8;
    private static final int MAX_COARSE_PER_AXIS = 1 << 14;
    private static final int MAX_DIVISION = 64;
    private static final int ENTRIES_PER_BOX = 16;
    private static final int SPARE_ENTRIES = 1 << 16;

    private final Boxes boxes;
    private final CellAxis axisX;
    private final CellAxis axisY;
    /** Coarse cell c has division[c] times division[c] fine cells, from fineBase[c] on. */
    private final byte[] division;
    private final int[] fineBase;
    /** Fine cell f has the entries start[f] to start[f + 1] - 1. */
    private final int[] start;
    private final int[] ranks;

    CellIndex(Boxes boxes) {
        this.boxes = boxes;
        double coarse = Math.max(1, boxes.count() / (double) BOXES_PER_COARSE_CELL);
        double width = boxes.maxX() - boxes.minX();
        double height = boxes.maxY() - boxes.minY();
        double columns = width > 0 && height > 0 ? Math.sqrt(coarse * width / height) : coarse;
        double rows = width > 0 && height > 0 ? coarse / columns : coarse;
        long most = (long) ENTRIES_PER_BOX * boxes.count() + SPARE_ENTRIES;
        CellAxis x = axis(boxes.minX(), boxes.maxX(), columns);
        CellAxis y = axis(boxes.minY(), boxes.maxY(), rows);
        while (x.count() * y.count() > 1 && coarseEntries(x, y) > most / 2) {
            x = axis(boxes.minX(), boxes.maxX(), x.count() / 2.0);
            y = axis(boxes.minY(), boxes.maxY(), y.count() / 2.0);
        }
        axisX = x;
        axisY = y;
        division = new byte[x.count() * y.count()];
        fineBase = new int[division.length + 1];
        start = divideAndCount(coarseCounts(), most);
        ranks = fill();
    }

    private static CellAxis axis(double min, double max, double wanted) {
        return new CellAxis(min, max, (int) Math.max(1, Math.min(MAX_COARSE_PER_AXIS, Math.ceil(wanted))));
    }

    private long coarseEntries(CellAxis x, CellAxis y) {
        long entries = 0;
        for (int rank = 0; rank < boxes.count(); rank++) {
            int across = x.cell(boxes.maxX(rank)) - x.cell(boxes.minX(rank)) + 1;
            int up = y.cell(boxes.maxY(rank)) - y.cell(boxes.minY(rank)) + 1;
            entries += (long) across * up;
        }
        return entries;
    }

    private int[] coarseCounts() {
        int[] counts = new int[division.length];
        for (int rank = 0; rank < boxes.count(); rank++) {
            int right = axisX.cell(boxes.maxX(rank));
            int top = axisY.cell(boxes.maxY(rank));
            for (int row = axisY.cell(boxes.minY(rank)); row <= top; row++) {
                for (int column = axisX.cell(boxes.minX(rank)); column <= right; column++) {
                    counts[row * axisX.count() + column]++;
                }
            }
        }
        return counts;
    }

    /** Chooses the divisions, coarser ones until the entries are few enough, and returns the start of each fine cell. */
    private int[] divideAndCount(int[] counts, long most) {
        for (double factor = 1;; factor *= 0.5) {
            boolean isDivided = divide(counts, factor);
            int[] starts = new int[fineBase[division.length] + 1];
            if (count(starts, isDivided ? most : Integer.MAX_VALUE)) {
                for (int f = 1; f < starts.length; f++) {
                    starts[f] += starts[f - 1];
                }
                return starts;
            }
        }
    }

    private boolean divide(int[] counts, double factor) {
        boolean isDivided = false;
        for (int c = 0; c < counts.length; c++) {
            int parts = (int) Math.max(1, Math.min(MAX_DIVISION, factor * Math.ceil(Math.sqrt(counts[c]))));
            division[c] = (byte) parts;
            fineBase[c + 1] = fineBase[c] + parts * parts;
            isDivided |= parts > 1;
        }
        return isDivided;
    }

    /** Counts the entries of fine cell f in starts[f + 1]; false where they are too many. */
    private boolean count(int[] starts, long most) {
        long entries = 0;
        Cells cells = new Cells();
        for (int rank = 0; rank < boxes.count() && entries <= most; rank++) {
            cells.begin(boxes.minX(rank), boxes.minY(rank), boxes.maxX(rank), boxes.maxY(rank));
            for (int cell = cells.next(); cell >= 0; cell = cells.next()) {
                starts[cell + 1]++;
                entries++;
            }
        }
        return entries <= most;
    }

    private int[] fill() {
        int[] filled = new int[start[start.length - 1]];
        int[] next = Arrays.copyOf(start, start.length - 1);
        Cells cells = new Cells();
        for (int rank = 0; rank < boxes.count(); rank++) {
            cells.begin(boxes.minX(rank), boxes.minY(rank), boxes.maxX(rank), boxes.maxY(rank));
            for (int cell = cells.next(); cell >= 0; cell = cells.next()) {
                filled[next[cell]++] = rank;
            }
        }
        return filled;
    }

    /** Returns the number of coarse cells. */
    int coarseCount() {
        return division.length;
    }

    /** Returns the coarse cell of a point of the extent; neighbours in a row follow each other. */
    int coarseCell(double x, double y) {
        return axisY.cell(y) * axisX.count() + axisX.cell(x);
    }

    /** Returns the fine cell of a point of the extent. */
    int cell(double x, double y) {
        int column = axisX.cell(x);
        int row = axisY.cell(y);
        int coarse = row * axisX.count() + column;
        int parts = division[coarse];
        return fineBase[coarse] + axisY.part(y, row, parts) * parts + axisX.part(x, column, parts);
    }

    int start(int cell) {
        return start[cell];
    }

    int end(int cell) {
        return start[cell + 1];
    }

    int rank(int entry) {
        return ranks[entry];
    }

    /** Returns how many entries the coarse cells of a window have: no less than the boxes that meet it. */
    long entries(double minX, double minY, double maxX, double maxY) {
        long entries = 0;
        int left = axisX.cell(minX);
        int right = axisX.cell(maxX);
        int top = axisY.cell(maxY);
        for (int row = axisY.cell(minY); row <= top; row++) {
            int first = fineBase[row * axisX.count() + left];
            int end = fineBase[row * axisX.count() + right + 1];
            entries += start[end] - start[first];
        }
        return entries;
    }

    /** Replaces a list by the ranks whose boxes meet a closed window of the extent, ascending. */
    void search(double minX, double minY, double maxX, double maxY, IntList found) {
        found.clear();
        Cells cells = new Cells();
        cells.begin(minX, minY, maxX, maxY);
        for (int cell = cells.next(); cell >= 0; cell = cells.next()) {
            for (int entry = start[cell]; entry < start[cell + 1]; entry++) {
                if (boxes.meets(ranks[entry], minX, minY, maxX, maxY)) {
                    found.add(ranks[entry]);
                }
            }
        }
        found.sortUnique();
    }

    /** Returns a walk over fine cells, for one thread. */
    Cells newCells() {
        return new Cells();
    }

    /** Walks over the fine cells that a box meets. */
    final class Cells {
        private double minX;
        private double minY;
        private double maxX;
        private double maxY;
        private int left;
        private int right;
        private int bottom;
        private int top;
        private int column;
        private int row;
        private int base;
        private int parts;
        private int partLeft;
        private int partRight;
        private int partTop;
        private int partColumn;
        private int partRow;

        /** Begins anew; what lies outside of the extent counts as its border. */
        void begin(double west, double south, double east, double north) {
            minX = west;
            minY = south;
            maxX = east;
            maxY = north;
            left = axisX.cell(west);
            right = axisX.cell(east);
            bottom = axisY.cell(south);
            top = axisY.cell(north);
            column = left;
            row = bottom;
            enter();
        }

        private void enter() {
            int coarse = row * axisX.count() + column;
            parts = division[coarse];
            base = fineBase[coarse];
            partLeft = column == left ? axisX.part(minX, column, parts) : 0;
            partRight = column == right ? axisX.part(maxX, column, parts) : parts - 1;
            partRow = row == bottom ? axisY.part(minY, row, parts) : 0;
            partTop = row == top ? axisY.part(maxY, row, parts) : parts - 1;
            partColumn = partLeft;
        }

        /** Returns the next cell, or -1 after the last one. */
        int next() {
            if (partColumn > partRight) {
                partColumn = partLeft;
                partRow++;
            }
            if (partRow > partTop && !nextCoarse()) {
                return -1;
            }
            return base + partRow * parts + partColumn++;
        }

        private boolean nextCoarse() {
            column++;
            if (column > right) {
                column = left;
                row++;
            }
            if (row > top) {
                return false;
            }
            enter();
            return true;
        }
    }
}
