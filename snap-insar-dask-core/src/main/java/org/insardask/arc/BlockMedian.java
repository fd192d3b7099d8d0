package org.insardask.arc;

import java.util.Arrays;

/**
 * Medians of the values of a block of points, all at once: for each point a pivot that half of its values are smaller than is found by
 * interpolation and bisection, with loops over the points that a compiler can turn into vector instructions. Floats of at least 0
 * are compared by their bits, which have the same order. The mean of the two middle values where their number is even. For one thread.
 */
final class BlockMedian {

    /** Larger than the bits of any number: a missing value. */
    private static final int MISSING = Integer.MAX_VALUE;
    /** Values of one point that are nearly equal need more steps than these; they are rare, and taken one by one. */
    private static final int STEPS = 20;
    private static final int BISECT_EVERY = 3;

    private final int epochs;
    /** By epoch and point: vector instructions want arrays that are read from the same index on. */
    private final int[][] bits;
    private final int[] counts;
    private final int[] low;
    private final int[] high;
    private final int[] pivot;
    private final int[] smaller;
    /** How many values less than half are below the lower end of the range, and how many more below the upper end. */
    private final int[] lacking;
    private final int[] surplus;
    private final int[] below;
    private final int[] above;
    private final int[] series;
    private int size;

    BlockMedian(int epochs, int block) {
        this.epochs = epochs;
        this.bits = new int[epochs][block];
        this.counts = new int[block];
        this.low = new int[block];
        this.high = new int[block];
        this.pivot = new int[block];
        this.smaller = new int[block];
        this.lacking = new int[block];
        this.surplus = new int[block];
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
            int[] row = bits[e];
            for (int p = 0; p < size; p++) {
                float value = values[source + p];
                boolean valid = value > 0.0f;
                row[p] = valid ? Float.floatToRawIntBits(value) : MISSING;
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
            int[] row = bits[e];
            for (int p = 0; p < size; p++) {
                int old = row[p];
                int deviation = Float.floatToRawIntBits((float) Math.abs(Float.intBitsToFloat(old) - centre[p]));
                row[p] = old == MISSING ? MISSING : deviation;
            }
        }
    }

    /** Writes the medians of all points; what is written for a point without values has no meaning. */
    void compute(double[] out) {
        findRange();
        int open = size;
        for (int step = 0; step < STEPS && open > 0; step++) {
            countSmaller();
            open = movePivots(step % BISECT_EVERY == BISECT_EVERY - 1);
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
            widen(bits[e], low, high, size);
        }
        for (int p = 0; p < size; p++) {
            pivot[p] = low[p] + (high[p] - low[p]) / 2;
            lacking[p] = counts[p] / 2;
            surplus[p] = counts[p] - counts[p] / 2;
        }
    }

    private static void widen(int[] row, int[] low, int[] high, int size) {
        for (int p = 0; p < size; p++) {
            int value = row[p];
            int isNumber = (value - MISSING) >> 31;
            low[p] = Math.min(low[p], value);
            high[p] = Math.max(high[p], value & isNumber);
        }
    }

    private void countSmaller() {
        Arrays.fill(smaller, 0);
        for (int e = 0; e < epochs; e++) {
            addSmaller(bits[e], pivot, smaller, size);
        }
    }

    private static void addSmaller(int[] row, int[] pivot, int[] smaller, int size) {
        for (int p = 0; p < size; p++) {
            smaller[p] += (row[p] - pivot[p]) >>> 31;
        }
    }

    /** Moves the pivots of the points that are not done; returns their number. */
    private int movePivots(boolean toTheMiddle) {
        int open = 0;
        for (int p = 0; p < size; p++) {
            int excess = smaller[p] - counts[p] / 2;
            if (excess != 0) {
                open++;
                if (excess < 0) {
                    low[p] = pivot[p];
                    lacking[p] = -excess;
                } else {
                    high[p] = pivot[p];
                    surplus[p] = excess;
                }
                double share = toTheMiddle ? 0.5 : lacking[p] / (double) (lacking[p] + surplus[p]);
                pivot[p] = low[p] + Math.max(1, (int) (share * (high[p] - low[p])));
            }
        }
        return open;
    }

    /** The largest value below the pivot, and the smallest other. */
    private void findMiddle() {
        Arrays.fill(below, 0);
        Arrays.fill(above, MISSING);
        for (int e = 0; e < epochs; e++) {
            narrow(bits[e], pivot, below, above, size);
        }
    }

    private static void narrow(int[] row, int[] pivot, int[] below, int[] above, int size) {
        for (int p = 0; p < size; p++) {
            int value = row[p];
            int isBelow = (value - pivot[p]) >> 31;
            below[p] = Math.max(below[p], value & isBelow);
            above[p] = Math.min(above[p], value | (isBelow >>> 1));
        }
    }

    private double medianOf(int point) {
        int count = 0;
        for (int e = 0; e < epochs; e++) {
            int value = bits[e][point];
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
