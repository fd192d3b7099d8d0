package org.insardask.polygon;

import java.util.Arrays;

/**
 * A grid of small cells over a window, into which polygons are painted: each cell lies wholly in a polygon, wholly outside of all, or is
 * not decided, because an edge may meet it. Points of decided cells need no test of their own, and those of a cell that is outside but
 * for one polygon are tested against that one alone.
 *
 * <p>Exact: an edge's cells are found with a margin that is larger than any rounding error, of the points' cells too, so that decided cells
 * hold no boundary. Which of them are inside is then a matter of counting crossings of the row's middle, even-odd over all rings: a
 * scan-line fill on top of a conservative rasterisation (Akenine-Moeller and Aila 2005). Belongs to one thread; arrays are kept.
 */
final class CellPainting {
    /** A cell that lies outside of all polygons. */
    static final int OUTSIDE = -1;
    /** A cell whose points are to be tested against all polygons near them. */
    static final int UNDECIDED = -2;
    /** A cell whose points are outside or in the polygon n has the value LONE - n. */
    static final int LONE = -3;

    private static final byte EDGE = 1;
    private static final byte CROSSING = 2;
    private static final double LEAST_MARGIN = 1e-9;
    private static final double RELATIVE_MARGIN = 1e-14;

    private CellAxis axisX;
    private CellAxis axisY;
    private int[] owner = new int[0];
    /** How many features hold a cell, or UNDECIDED; and the last feature that was counted. */
    private int[] held = new int[0];
    private int[] lastHolder = new int[0];
    private boolean isCounting;
    /** Marks of one polygon in its part of the grid; a row begins with a place for what lies left of that part. */
    private byte[] marks = new byte[0];
    private final double[] box = new double[4];
    private int left;
    private int right;
    private int bottom;
    private int top;

    /**
     * Begins a painting of about so many cells; all are outside.
     *
     * @param counts true where features are to be counted too; the polygons of a feature are then to be painted one after another
     */
    void begin(double minX, double minY, double maxX, double maxY, int cells, boolean counts) {
        double width = maxX - minX;
        double height = maxY - minY;
        double columns = width > 0 && height > 0 ? Math.sqrt(cells * (width / height)) : cells;
        int across = (int) Math.max(1, Math.min(cells, columns));
        axisX = new CellAxis(minX, maxX, across);
        axisY = new CellAxis(minY, maxY, Math.max(1, cells / across));
        int size = axisX.count() * axisY.count();
        if (owner.length < size) {
            owner = new int[size];
        }
        Arrays.fill(owner, 0, size, OUTSIDE);
        isCounting = counts;
        if (counts) {
            if (held.length < size) {
                held = new int[size];
                lastHolder = new int[size];
            }
            Arrays.fill(held, 0, size, 0);
            Arrays.fill(lastHolder, 0, size, OUTSIDE);
        }
    }

    /** Returns how many features hold the cell of a point of the window, or UNDECIDED. */
    int heldAt(double x, double y) {
        return held[axisY.cell(y) * axisX.count() + axisX.cell(x)];
    }

    /**
     * Returns the value of the cell of a point of the window: the number of the polygon that was painted last over it, OUTSIDE,
     * UNDECIDED, or LONE less a number.
     */
    int at(double x, double y) {
        return owner[axisY.cell(y) * axisX.count() + axisX.cell(x)];
    }

    /** Paints a polygon over those painted before. */
    void paint(PolygonSet set, int polygon, int number) {
        set.box(polygon, box);
        left = cellBelow(axisX, box[0]);
        right = cellAbove(axisX, box[2]);
        bottom = cellBelow(axisY, box[1]);
        top = cellAbove(axisY, box[3]);
        int size = (right - left + 2) * (top - bottom + 1);
        if (marks.length < size) {
            marks = new byte[size + size / 2];
        }
        for (int ring = set.polygonStart[polygon]; ring < set.polygonStart[polygon + 1]; ring++) {
            markRing(set.xy, set.ringStart[ring], set.ringStart[ring + 1] - 1);
        }
        fill(number, set.featureOfPolygon[polygon]);
    }

    private static double margin(double place) {
        return LEAST_MARGIN + RELATIVE_MARGIN * Math.abs(place);
    }

    private static int cellBelow(CellAxis axis, double value) {
        double place = axis.place(value);
        return clamp(place - margin(place), axis.count());
    }

    private static int cellAbove(CellAxis axis, double value) {
        double place = axis.place(value);
        return clamp(place + margin(place), axis.count());
    }

    private static int clamp(double place, int count) {
        return Math.max(0, Math.min(count - 1, (int) place));
    }

    private void markRing(double[] xy, int first, int last) {
        double ax = axisX.place(xy[2 * first]);
        double ay = axisY.place(xy[2 * first + 1]);
        for (int v = first + 1; v <= last; v++) {
            double bx = axisX.place(xy[2 * v]);
            double by = axisY.place(xy[2 * v + 1]);
            if (ay <= by) {
                markEdge(ax, ay, bx, by);
            } else {
                markEdge(bx, by, ax, ay);
            }
            ax = bx;
            ay = by;
        }
    }

    /** Marks the cells that an edge from a up to b may meet, and where it crosses the middle of rows. */
    private void markEdge(double ax, double ay, double bx, double by) {
        double leftmost = Math.min(ax, bx);
        double rightmost = Math.max(ax, bx);
        double margin = margin(Math.max(Math.max(Math.abs(ax), Math.abs(bx)), Math.max(Math.abs(ay), Math.abs(by))));
        boolean isFlat = by - ay <= margin;
        double slope = isFlat ? 0 : (bx - ax) / (by - ay);
        double marginX = margin + margin * Math.abs(slope);
        if (by + margin < bottom || ay - margin >= top + 1.0 || leftmost - margin >= right + 1.0) {
            return;
        }
        int lastRow = Math.min(top, (int) (by + margin));
        for (int row = Math.max(bottom, (int) (ay - margin)); row <= lastRow; row++) {
            double low = ax + (Math.max(ay, row - margin) - ay) * slope;
            double high = isFlat ? bx : ax + (Math.min(by, row + 1 + margin) - ay) * slope;
            double from = Math.max(leftmost - margin, Math.min(low, high) - marginX);
            double to = Math.min(rightmost + margin, Math.max(low, high) + marginX);
            markRow(row, from, to);
            double middle = row + 0.5;
            if (ay <= middle && by > middle) {
                double crossing = Math.max(leftmost, Math.min(rightmost, ax + (middle - ay) * slope));
                if (crossing < right + 1.0) {
                    int column = crossing < left ? left - 1 : (int) crossing;
                    marks[place(column, row)] ^= CROSSING;
                }
            }
        }
    }

    private void markRow(int row, double from, double to) {
        if (to < left || from >= right + 1.0) {
            return;
        }
        int last = place(Math.min(right, (int) to), row);
        for (int i = place(Math.max(left, (int) from), row); i <= last; i++) {
            marks[i] |= EDGE;
        }
    }

    private int place(int column, int row) {
        return (row - bottom) * (right - left + 2) + column - left + 1;
    }

    /** Paints the marked cells and those inside, and clears the marks. */
    private void fill(int number, int feature) {
        int mark = 0;
        for (int row = bottom; row <= top; row++) {
            int cell = row * axisX.count() + left;
            boolean inside = marks[mark] != 0;
            marks[mark++] = 0;
            for (int column = left; column <= right; column++, cell++, mark++) {
                byte here = marks[mark];
                if (here != 0) {
                    markUndecided(cell, number);
                    inside ^= here >= CROSSING;
                    marks[mark] = 0;
                } else if (inside) {
                    own(cell, number, feature);
                }
            }
        }
    }

    private void markUndecided(int cell, int number) {
        owner[cell] = owner[cell] == OUTSIDE ? LONE - number : UNDECIDED;
        if (isCounting) {
            held[cell] = UNDECIDED;
        }
    }

    private void own(int cell, int number, int feature) {
        owner[cell] = number;
        if (isCounting && held[cell] != UNDECIDED && lastHolder[cell] != feature) {
            held[cell]++;
            lastHolder[cell] = feature;
        }
    }
}
