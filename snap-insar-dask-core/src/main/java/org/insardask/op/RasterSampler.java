package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;

/**
 * Samples bands of a raster at positions between its pixels. The raster is read in blocks, and of each block the part in which positions
 * lie, all bands of it before the next one. Immutable.
 */
final class RasterSampler {

    private static final int BLOCK = 512;
    private static final double CENTRE = 0.5;

    private final int width;
    private final int height;

    /** For rasters of a size. */
    RasterSampler(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * A band and how it is sampled.
     *
     * @param band of the raster
     * @param bilinear whether between the four pixels around; else the pixel itself
     */
    record Layer(Band band, boolean bilinear) {
    }

    /**
     * Samples layers.
     *
     * @param x columns, centres of pixels at 0.5; NaN for none
     * @param y rows
     * @param out receives for each layer the value of each position; NaN where there is none, or where a pixel that counts has no data
     * @param check called before each block; it may throw
     */
    void sample(Operator operator, double[] x, double[] y, Map<Layer, double[]> out, Runnable check) {
        out.values().forEach(values -> Arrays.fill(values, Double.NaN));
        long[] byBlock = byBlock(x, y);
        for (int from = 0, to; from < byBlock.length; from = to) {
            to = from + 1;
            while (to < byBlock.length && byBlock[to] >>> 32 == byBlock[from] >>> 32) {
                to++;
            }
            check.run();
            int[] indices = Arrays.stream(byBlock, from, to).mapToInt(key -> (int) key).toArray();
            Rectangle part = part(indices, x, y);
            double[] samples = new double[part.width * part.height];
            for (Map.Entry<Layer, double[]> entry : out.entrySet()) {
                SampleBand.ofValues(entry.getKey().band()).read(operator, part, samples);
                for (int k : indices) {
                    entry.getValue()[k] = entry.getKey().bilinear() ? between(samples, part, x[k], y[k])
                            : samples[(last(y[k], height) - part.y) * part.width + last(x[k], width) - part.x];
                }
            }
        }
    }

    /** The indices of positions in the lower half of keys whose upper half is the number of the block, sorted. */
    private long[] byBlock(double[] x, double[] y) {
        long[] keys = new long[x.length];
        int columns = (width - 1) / BLOCK + 1;
        int count = 0;
        for (int k = 0; k < x.length; k++) {
            if (!Double.isNaN(x[k])) {
                keys[count++] = ((long) (first(y[k], height) / BLOCK) * columns + first(x[k], width) / BLOCK) << 32 | k;
            }
        }
        keys = Arrays.copyOf(keys, count);
        Arrays.sort(keys);
        return keys;
    }

    /** The pixels around some positions. */
    private Rectangle part(int[] indices, double[] x, double[] y) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int k : indices) {
            left = Math.min(left, first(x[k], width));
            top = Math.min(top, first(y[k], height));
            right = Math.max(right, Math.min(first(x[k], width) + 1, width - 1));
            bottom = Math.max(bottom, Math.min(first(y[k], height) + 1, height - 1));
        }
        return new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    /** The pixel whose centre comes before a position; at the border that of the border. */
    private static int first(double position, int size) {
        return Math.max(0, Math.min(size - 1, (int) Math.floor(position - CENTRE)));
    }

    /** The pixel of a position. */
    private static int last(double position, int size) {
        return Math.max(0, Math.min(size - 1, (int) Math.floor(position)));
    }

    private double between(double[] samples, Rectangle part, double x, double y) {
        int column = first(x, width);
        int row = first(y, height);
        double across = Math.max(0.0, Math.min(1.0, x - CENTRE - column));
        double down = Math.max(0.0, Math.min(1.0, y - CENTRE - row));
        int at = (row - part.y) * part.width + column - part.x;
        int right = across > 0 && column < width - 1 ? at + 1 : at;
        int below = down > 0 && row < height - 1 ? part.width : 0;
        double upper = mix(samples[at], samples[right], across);
        return mix(upper, mix(samples[at + below], samples[right + below], across), down);
    }

    /** A value that does not count may be NaN. */
    private static double mix(double first, double second, double share) {
        return share == 0 ? first : share == 1 ? second : first + share * (second - first);
    }
}
