package org.insardask.embedded.znap;

import java.util.Arrays;

/** Fills parts of sample arrays with one value. */
final class Fill {
    private Fill() {
    }

    /**
     * Fills a run.
     *
     * @param samples a primitive array; written
     * @param from index of the first sample
     * @param to index after the last sample
     * @param value the value; cast to the type of the array
     */
    static void run(Object samples, int from, int to, Number value) {
        if (samples instanceof float[] array) {
            Arrays.fill(array, from, to, value.floatValue());
        } else if (samples instanceof double[] array) {
            Arrays.fill(array, from, to, value.doubleValue());
        } else if (samples instanceof int[] array) {
            Arrays.fill(array, from, to, (int) value.longValue());
        } else if (samples instanceof short[] array) {
            Arrays.fill(array, from, to, (short) value.longValue());
        } else if (samples instanceof long[] array) {
            Arrays.fill(array, from, to, value.longValue());
        } else {
            Arrays.fill((byte[]) samples, from, to, (byte) value.longValue());
        }
    }

    /** Returns whether the bytes of the value are all zero. */
    static boolean isZero(Number value) {
        return Double.doubleToRawLongBits(value.doubleValue()) == 0;
    }
}
