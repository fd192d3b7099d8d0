package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.points.PointLayout;

/** Points of a product that pass a filter and lie in polygons, with what they are chosen and ordered by. For one thread. */
final class PointTable {

    /** Degrees. */
    static final int LONGITUDE = 0;
    /** Degrees. */
    static final int LATITUDE = 1;
    /** Row of the image. */
    static final int LINE = 2;
    /** Column of the image. */
    static final int PIXEL = 3;
    /** How good a point is. */
    static final int QUALITY = 4;

    private static final int COLUMNS = 5;
    private static final int SAMPLES_AT_ONCE = 1 << 16;

    private int count;
    private int[] numbers = new int[1024];
    private final double[][] columns = new double[COLUMNS][];

    private PointTable() {
    }

    /**
     * Where values come from.
     *
     * @param places longitudes and latitudes
     * @param filter which points count
     * @param polygons in which points lie, or null
     * @param line rows of the image, or null where they are not wanted
     * @param pixel columns of the image, or null
     * @param quality how good a point is, or null
     */
    record Sources(PixelPlaces places, PixelFilter filter, PolygonPixels polygons, SampleBand line, SampleBand pixel,
            SampleBand quality) {

        private SampleBand band(int column) {
            return switch (column) {
                case LINE -> line;
                case PIXEL -> pixel;
                case QUALITY -> quality;
                default -> null;
            };
        }

        private boolean wants(int column) {
            return column == LONGITUDE || column == LATITUDE || band(column) != null;
        }
    }

    /** Reads a product of points, strip by strip. */
    static PointTable read(Operator operator, PointLayout layout, Sources sources) {
        PointTable table = new PointTable();
        int rows = Math.max(1, Math.min(layout.height(), SAMPLES_AT_ONCE / layout.width()));
        double[][] strip = new double[COLUMNS][];
        for (int c = 0; c < COLUMNS; c++) {
            strip[c] = sources.wants(c) ? new double[rows * layout.width()] : null;
            table.columns[c] = sources.wants(c) ? new double[table.numbers.length] : null;
        }
        for (int y = 0; y < layout.height(); y += rows) {
            Rectangle rectangle = new Rectangle(0, y, layout.width(), Math.min(rows, layout.height() - y));
            int first = y * layout.width();
            int there = Math.max(0, Math.min(rectangle.width * rectangle.height, layout.count() - first));
            boolean[] counts = readStrip(operator, sources, rectangle, there, strip);
            for (int k = 0; k < there; k++) {
                if (counts[k]) {
                    table.add(first + k, strip, k);
                }
            }
        }
        table.trim();
        return table;
    }

    private static boolean[] readStrip(Operator operator, Sources sources, Rectangle rectangle, int there, double[][] strip) {
        boolean[] counts = sources.filter().read(operator, rectangle);
        sources.places().read(operator, rectangle, strip[LONGITUDE], strip[LATITUDE]);
        for (int c = 0; c < COLUMNS; c++) {
            if (sources.band(c) != null) {
                sources.band(c).read(operator, rectangle, strip[c]);
            }
        }
        if (sources.polygons() != null) {
            boolean[] inside = new boolean[there];
            sources.polygons().mark(strip[LONGITUDE], strip[LATITUDE], there, inside);
            for (int k = 0; k < there; k++) {
                counts[k] &= inside[k];
            }
        }
        return counts;
    }

    private void add(int number, double[][] strip, int index) {
        if (count == numbers.length) {
            if (count > 1 << 29) {
                throw new OperatorException("more than " + count + " points are chosen, expected fewer");
            }
            resize(2 * count);
        }
        numbers[count] = number;
        for (int c = 0; c < columns.length; c++) {
            if (columns[c] != null) {
                columns[c][count] = strip[c][index];
            }
        }
        count++;
    }

    private void resize(int length) {
        numbers = Arrays.copyOf(numbers, length);
        for (int c = 0; c < columns.length; c++) {
            columns[c] = columns[c] == null ? null : Arrays.copyOf(columns[c], length);
        }
    }

    private void trim() {
        resize(count);
    }

    int count() {
        return count;
    }

    /** Numbers of the points in their product; not a copy. */
    int[] numbers() {
        return numbers;
    }

    /** The values of all points; null for a column that is not wanted; not a copy. */
    double[] column(int column) {
        return columns[column];
    }

    /** Whole numbers, -1 for none. */
    int[] integers(int column) {
        double[] values = column(column);
        int[] whole = new int[count];
        for (int k = 0; k < count; k++) {
            whole[k] = values[k] >= 0 ? (int) values[k] : -1;
        }
        return whole;
    }

    /** Keeps some of the points. */
    void keep(boolean[] wanted) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (wanted[k]) {
                numbers[kept] = numbers[k];
                for (double[] column : columns) {
                    if (column != null) {
                        column[kept] = column[k];
                    }
                }
                kept++;
            }
        }
        count = kept;
        trim();
    }
}
