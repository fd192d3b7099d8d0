package org.insardask.arc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Medians of series of the same length, those of many points at once: a network of comparisons puts the middle values in their places, the
 * same comparisons for all points, so that a compiler can turn them into vector instructions. Floats of at least 0 are compared by their
 * bits, which have the same order. The mean of the two middle values where their number is even. For one thread.
 *
 * <p>Missing values take part as the least and the greatest of all, in turn, so that the middle of the others stays the middle: the
 * number of rows is even, and with an odd number of values the lower one of both middle rows holds the median.
 *
 * <p>Source: K. E. Batcher, Sorting networks and their applications, 1968 (odd-even merge sort), without comparisons on which the middle
 * does not depend.
 */
final class MedianNetwork {

    /** Points of a block: the series of some tens of values then stay in the first cache of a core. */
    static final int BLOCK = 256;

    private static final int LEAST = 0;
    private static final int GREATEST = Integer.MAX_VALUE;
    private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private final int values;
    private final int[][] rows;
    /** Pairs of rows; after a comparison the first of them holds the smaller values. */
    private final int[] pairs;
    private final int[] counts = new int[BLOCK];
    /** Negative where a value is missing. */
    private final int[] flags = new int[BLOCK];
    private int size;

    /** For series of some values. */
    MedianNetwork(int values) {
        this.values = values;
        int even = values + values % 2;
        rows = new int[even][BLOCK];
        pairs = needed(even, all(even));
    }

    /** Batcher's network for any number of values: comparisons with values that are not there are left out. */
    private static List<int[]> all(int values) {
        List<int[]> found = new ArrayList<>();
        for (int p = 1; p < values; p *= 2) {
            for (int k = p; k >= 1; k /= 2) {
                for (int j = k % p; j + k < values; j += 2 * k) {
                    for (int i = j; i < j + k && i + k < values; i++) {
                        if (i / (2 * p) == (i + k) / (2 * p)) {
                            found.add(new int[] {i, i + k});
                        }
                    }
                }
            }
        }
        return found;
    }

    private static int[] needed(int values, List<int[]> network) {
        boolean[] isNeeded = new boolean[values];
        isNeeded[values / 2] = true;
        isNeeded[(values - 1) / 2] = true;
        int[] kept = new int[2 * network.size()];
        int from = kept.length;
        for (int c = network.size() - 1; c >= 0; c--) {
            int first = network.get(c)[0];
            int second = network.get(c)[1];
            if (isNeeded[first] || isNeeded[second]) {
                isNeeded[first] = true;
                isNeeded[second] = true;
                kept[--from] = second;
                kept[--from] = first;
            }
        }
        return Arrays.copyOfRange(kept, from, kept.length);
    }

    /**
     * Takes the values of some points; those that are not above 0, and NaN, are missing.
     *
     * @param source values by row and point: element (row, point) at row * stride + from + point
     * @param newSize the number of points, at most a block
     */
    void load(float[] source, int stride, int from, int newSize) {
        size = newSize;
        Arrays.fill(flags, 0);
        for (int row = 0; row < values; row++) {
            toBits(source, row * stride + from, rows[row], size);
            flagMissing(rows[row], flags, size);
        }
        replaceMissing(source, stride, from);
    }

    private static void toBits(float[] source, int from, int[] row, int size) {
        for (int p = 0; p < size; p++) {
            row[p] = Float.floatToRawIntBits(source[from + p]);
        }
    }

    /** Bits from 1 to those of infinity are numbers above 0; one of both differences of others is negative. */
    private static void flagMissing(int[] row, int[] flags, int size) {
        for (int p = 0; p < size; p++) {
            flags[p] |= (row[p] - 1) | (INFINITE - row[p]);
        }
    }

    private void replaceMissing(float[] source, int stride, int from) {
        if (values < rows.length) {
            Arrays.fill(rows[values], 0, size, GREATEST);
        }
        for (int p = 0; p < size; p++) {
            counts[p] = flags[p] < 0 ? replaceMissing(source, stride, from, p) : values;
        }
    }

    private int replaceMissing(float[] source, int stride, int from, int point) {
        int replaced = rows.length - values;
        for (int row = 0; row < values; row++) {
            if (!(source[row * stride + from + point] > 0.0f)) {
                rows[row][point] = replaced % 2 == 0 ? GREATEST : LEAST;
                replaced++;
            }
        }
        return rows.length - replaced;
    }

    /** Returns how many values of a point are not missing. */
    int count(int point) {
        return counts[point];
    }

    /** Takes, instead of the loaded values, their absolute differences to a number of the point, rounded to floats. */
    void loadDeviations(float[] source, int stride, int from, double[] centre) {
        for (int row = 0; row < values; row++) {
            toDeviations(source, row * stride + from, centre, rows[row], size);
        }
        replaceMissing(source, stride, from);
    }

    private static void toDeviations(float[] source, int from, double[] centre, int[] row, int size) {
        for (int p = 0; p < size; p++) {
            row[p] = Float.floatToRawIntBits((float) Math.abs(source[from + p] - centre[p]));
        }
    }

    /** Writes the medians of all points; what is written for a point without values has no meaning. The values change their order. */
    void compute(double[] out) {
        for (int c = 0; c < pairs.length; c += 2) {
            order(rows[pairs[c]], rows[pairs[c + 1]], size);
        }
        int[] lower = rows[rows.length / 2 - 1];
        int[] upper = rows[rows.length / 2];
        for (int p = 0; p < size; p++) {
            int other = counts[p] % 2 == 0 ? upper[p] : lower[p];
            out[p] = 0.5 * ((double) Float.intBitsToFloat(lower[p]) + Float.intBitsToFloat(other));
        }
    }

    /** Minimum and maximum by the sign of the difference, which compilers vectorise, as they do not Math.min and Math.max of integers. */
    private static void order(int[] smaller, int[] larger, int size) {
        for (int p = 0; p < size; p++) {
            int first = smaller[p];
            int second = larger[p];
            int difference = first - second;
            int ifNegative = difference & (difference >> 31);
            smaller[p] = second + ifNegative;
            larger[p] = first - ifNegative;
        }
    }
}
