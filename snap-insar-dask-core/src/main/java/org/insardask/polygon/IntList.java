package org.insardask.polygon;

import java.util.Arrays;

/** Growing array of ints, kept from call to call. */
final class IntList {
    private int[] values = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }
}
