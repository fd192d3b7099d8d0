package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.Tile;
import org.insardask.points.PointLayout;
import org.insardask.tile.SourceSamples;
import org.insardask.tile.TargetSamples;

/** Points of a product of points, in any order, as another product of points. Immutable. */
final class PickedPoints implements PlacedPoints {

    /** Rows of the source that are read at once. */
    private static final int ROWS = 16;

    private final PointLayout source;
    private final PointLayout target;
    /** Of the target's points, in the source. */
    private final int[] numbers;

    /** Points of a source by their numbers; the array is not copied. */
    PickedPoints(PointLayout source, int[] numbers) {
        this.source = source;
        this.target = new PointLayout(numbers.length);
        this.numbers = numbers;
    }

    PointLayout layout() {
        return target;
    }

    @Override
    public int count() {
        return numbers.length;
    }

    @Override
    public int column(int point) {
        return numbers[point] % source.width();
    }

    @Override
    public int row(int point) {
        return numbers[point] / source.width();
    }

    /**
     * Copies samples as they are. The source is read strip by strip, all bands of a strip before the next one, and only strips that hold
     * points of the tiles.
     *
     * @param origins the bands of the source
     * @param tiles of the target, all of one rectangle
     * @param check called before each strip; it may throw
     */
    void copy(Operator operator, Map<Band, Band> origins, Map<Band, Tile> tiles, Rectangle rectangle, Runnable check) {
        int[] points = pointsOf(rectangle);
        int[] byStrip = new int[points.length];
        int[] ends = sortByStrip(points, byStrip);
        Map<Band, double[]> samples = new LinkedHashMap<>();
        tiles.keySet().forEach(band -> samples.put(band, filled(band, points.length)));
        double[] strip = new double[source.width() * Math.min(ROWS, source.height())];
        for (int s = 0, from = 0; s < ends.length; from = ends[s], s++) {
            if (ends[s] > from) {
                check.run();
                Rectangle rows = new Rectangle(0, s * ROWS, source.width(), Math.min(ROWS, source.height() - s * ROWS));
                for (Map.Entry<Band, double[]> entry : samples.entrySet()) {
                    Band origin = origins.get(entry.getKey());
                    SourceSamples.of(origin).read(operator.getSourceTile(origin, rows), strip);
                    scatter(points, byStrip, from, ends[s], strip, s * ROWS * source.width(), entry.getValue());
                }
            }
        }
        samples.forEach((band, values) -> TargetSamples.write(values, tiles.get(band)));
    }

    private static void scatter(int[] points, int[] byStrip, int from, int to, double[] strip, int first, double[] out) {
        for (int k = from; k < to; k++) {
            out[byStrip[k]] = strip[points[byStrip[k]] - first];
        }
    }

    private static double[] filled(Band band, int count) {
        double[] values = new double[count];
        Arrays.fill(values, band.isNoDataValueUsed() ? band.getNoDataValue() : 0.0);
        return values;
    }

    /** Numbers in the source, row by row, -1 for none. */
    private int[] pointsOf(Rectangle rectangle) {
        int[] points = new int[rectangle.width * rectangle.height];
        for (int row = 0; row < rectangle.height; row++) {
            for (int column = 0; column < rectangle.width; column++) {
                long point = target.pointAt(rectangle.x + column, rectangle.y + row);
                points[row * rectangle.width + column] = point < numbers.length ? numbers[(int) point] : -1;
            }
        }
        return points;
    }

    /** Sorts the indices of points by strips of the source; returns where those of each strip end. */
    private int[] sortByStrip(int[] points, int[] byStrip) {
        int inStrip = ROWS * source.width();
        int[] ends = new int[(source.height() - 1) / ROWS + 1];
        for (int point : points) {
            if (point >= 0) {
                ends[point / inStrip]++;
            }
        }
        for (int s = 0, start = 0; s < ends.length; s++) {
            int count = ends[s];
            ends[s] = start;
            start += count;
        }
        for (int k = 0; k < points.length; k++) {
            if (points[k] >= 0) {
                byStrip[ends[points[k] / inStrip]++] = k;
            }
        }
        return ends;
    }
}
