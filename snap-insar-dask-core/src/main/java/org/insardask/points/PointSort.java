package org.insardask.points;

import java.util.Arrays;

/** Sorts the numbers of points by keys; equal keys stay in the order in which they were. Stateless. */
final class PointSort {

    private PointSort() {
    }

    /** The numbers from 0 on, by ascending keys. */
    static int[] ascending(long[] keys) {
        int[] numbers = new int[keys.length];
        Arrays.setAll(numbers, k -> k);
        return ascending(numbers, keys);
    }

    /**
     * Sorts by merging, O(n log n).
     *
     * @param numbers indices of keys; overwritten
     * @return the sorted numbers, in that array or another one
     */
    static int[] ascending(int[] numbers, long[] keys) {
        int count = numbers.length;
        int[] from = numbers;
        int[] to = new int[count];
        for (long length = 1; length < count; length *= 2) {
            for (long start = 0; start < count; start += 2 * length) {
                merge(from, to, keys, (int) start, (int) Math.min(start + length, count), (int) Math.min(start + 2 * length, count));
            }
            int[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, long[] keys, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int k = start; k < end; k++) {
            boolean isLeft = right >= end || (left < middle && keys[from[left]] <= keys[from[right]]);
            to[k] = isLeft ? from[left++] : from[right++];
        }
    }

    /** A key that sorts as the number does; NaN comes last. */
    static long key(double value) {
        long bits = Double.doubleToLongBits(value == 0.0 ? 0.0 : value);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }
}
