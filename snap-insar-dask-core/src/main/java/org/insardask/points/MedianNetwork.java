package org.insardask.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Medians of series of the same length, those of many points at once: a network of comparisons puts the middle values in their places, the
 * same comparisons for all points, so that a compiler can turn them into vector instructions. Floats of at least 0 are compared by their
 * bits, which have the same order. The mean of the two middle values where their number is even. For one thread.
 *
 * <p>Source: K. E. Batcher, Sorting networks and their applications, 1968 (odd-even merge sort), without comparisons on which the middle
 * does not depend.
 */
final class MedianNetwork {

    /** Points of a block: the series of some tens of values then stay in the first cache of a core. */
    static final int BLOCK = 256;

    private final int[][] rows;
    /** Pairs of rows; after a comparison the first of them holds the smaller values. */
    private final int[] pairs;
    private int size;

    /** For series of some values. */
    MedianNetwork(int values) {
        rows = new int[values][BLOCK];
        pairs = needed(values, all(values));
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

    /** Takes the values of some points, at most a block; medians of points with NaN have no meaning. */
    void load(float[] values, int stride, int from, int newSize) {
        size = newSize;
        for (int e = 0; e < rows.length; e++) {
            toBits(values, e * stride + from, rows[e], size);
        }
    }

    private static void toBits(float[] values, int from, int[] row, int size) {
        for (int p = 0; p < size; p++) {
            row[p] = Float.floatToRawIntBits(values[from + p]);
        }
    }

    /** Replaces the values by their absolute differences to a number of the point, rounded to floats. */
    void toDeviations(double[] centre) {
        for (int[] row : rows) {
            for (int p = 0; p < size; p++) {
                row[p] = Float.floatToRawIntBits((float) Math.abs(Float.intBitsToFloat(row[p]) - centre[p]));
            }
        }
    }

    /** Writes the medians of all points; the values of each point change their order. */
    void compute(double[] out) {
        for (int c = 0; c < pairs.length; c += 2) {
            order(rows[pairs[c]], rows[pairs[c + 1]], size);
        }
        int[] lower = rows[(rows.length - 1) / 2];
        int[] upper = rows[rows.length / 2];
        for (int p = 0; p < size; p++) {
            out[p] = 0.5 * ((double) Float.intBitsToFloat(lower[p]) + Float.intBitsToFloat(upper[p]));
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
