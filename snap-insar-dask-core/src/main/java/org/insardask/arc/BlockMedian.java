package org.insardask.arc;

import java.util.Arrays;

/**
 * Medians of the values of a block of points, all at once: for each point a pivot that half of its values are smaller than is found by
 * bisection, with loops over the points that a compiler can turn into vector instructions. Floats of at least 0 are compared by their bits, which
 * have the same order. The mean of the two middle values where their number is even. For one thread.
 */
final class BlockMedian {

    /** Larger than the bits of any number: a missing value. */
    private static final int MISSING = Integer.MAX_VALUE;
    /** Values of one point that are nearly equal need more steps than these; they are rare, and taken one by one. */
    private static final int STEPS = 20;

    private final int epochs;
    private final int[] bits;
    private final int[] counts;
    private final int[] low;
    private final int[] high;
    private final int[] pivot;
    private final int[] smaller;
    private final int[] below;
    private final int[] above;
    private final int[] series;
    private final int block;
    private int size;

    BlockMedian(int epochs, int block) {
        this.epochs = epochs;
        this.block = block;
        this.bits = new int[epochs * block];
        this.counts = new int[block];
        this.low = new int[block];
        this.high = new int[block];
        this.pivot = new int[block];
        this.smaller = new int[block];
        this.below = new int[block];
        this.above = new int[block];
        this.series = new int[epochs];
    }

    /** Takes the values of some points; those that are not above 0, and NaN, are missing. */
    void load(float[] values, int stride, int from, int newSize) {
        size = newSize;
        Arrays.fill(counts, 0);
        for (int e = 0; e < epochs; e++) {
            int source = e * stride + from;
            int target = e * block;
            for (int p = 0; p < size; p++) {
                float value = values[source + p];
                boolean valid = value > 0.0f;
                bits[target + p] = valid ? Float.floatToRawIntBits(value) : MISSING;
                counts[p] += valid ? 1 : 0;
            }
        }
    }

    /** Returns how many values of a point are not missing. */
    int count(int point) {
        return counts[point];
    }

    /** Replaces the values by their absolute differences to a number of the point, rounded to floats. */
    void toDeviations(double[] centre) {
        for (int e = 0; e < epochs; e++) {
            int row = e * block;
            for (int p = 0; p < size; p++) {
                int old = bits[row + p];
                int deviation = Float.floatToRawIntBits((float) Math.abs(Float.intBitsToFloat(old) - centre[p]));
                bits[row + p] = old == MISSING ? MISSING : deviation;
            }
        }
    }

    /** Writes the medians of all points; what is written for a point without values has no meaning. */
    void compute(double[] out) {
        findRange();
        int open = size;
        for (int step = 0; step < STEPS && open > 0; step++) {
            countSmaller();
            open = bisect();
        }
        findMiddle();
        for (int p = 0; p < size; p++) {
            if (smaller[p] != counts[p] / 2) {
                out[p] = medianOf(p);
            } else {
                out[p] = mean(counts[p] % 2 == 1 ? above[p] : below[p], above[p]);
            }
        }
    }

    private void findRange() {
        Arrays.fill(low, MISSING);
        Arrays.fill(high, 0);
        for (int e = 0; e < epochs; e++) {
            widen(bits, e * block, low, high, size);
        }
        for (int p = 0; p < size; p++) {
            pivot[p] = low[p] + (high[p] - low[p]) / 2;
        }
    }

    private static void widen(int[] bits, int row, int[] low, int[] high, int size) {
        for (int p = 0; p < size; p++) {
            int value = bits[row + p];
            int isNumber = value - MISSING >> 31;
            low[p] = Math.min(low[p], value);
            high[p] = Math.max(high[p], value & isNumber);
        }
    }

    private void countSmaller() {
        Arrays.fill(smaller, 0);
        for (int e = 0; e < epochs; e++) {
            addSmaller(bits, e * block, pivot, smaller, size);
        }
    }

    private static void addSmaller(int[] bits, int row, int[] pivot, int[] smaller, int size) {
        for (int p = 0; p < size; p++) {
            smaller[p] += bits[row + p] - pivot[p] >>> 31;
        }
    }

    /** Moves the pivots of the points that are not done; returns their number. */
    private int bisect() {
        int open = 0;
        for (int p = 0; p < size; p++) {
            int excess = smaller[p] - counts[p] / 2;
            if (excess != 0) {
                open++;
                if (excess < 0) {
                    low[p] = pivot[p];
                } else {
                    high[p] = pivot[p];
                }
                pivot[p] = low[p] + (high[p] - low[p] + 1) / 2;
            }
        }
        return open;
    }

    /** The largest value below the pivot, and the smallest other. */
    private void findMiddle() {
        Arrays.fill(below, 0);
        Arrays.fill(above, MISSING);
        for (int e = 0; e < epochs; e++) {
            narrow(bits, e * block, pivot, below, above, size);
        }
    }

    private static void narrow(int[] bits, int row, int[] pivot, int[] below, int[] above, int size) {
        for (int p = 0; p < size; p++) {
            int value = bits[row + p];
            int isBelow = value - pivot[p] >> 31;
            below[p] = Math.max(below[p], value & isBelow);
            above[p] = Math.min(above[p], value | isBelow >>> 1);
        }
    }

    private double medianOf(int point) {
        int count = 0;
        for (int e = 0; e < epochs; e++) {
            int value = bits[e * block + point];
            if (value != MISSING) {
                series[count++] = value;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(series, 0, count);
        return mean(series[(count - 1) / 2], series[count / 2]);
    }

    private static double mean(int lower, int upper) {
        return 0.5 * ((double) Float.intBitsToFloat(lower) + Float.intBitsToFloat(upper));
    }
}
