package org.insardask.grouping;

import java.util.Arrays;

/** Samples in memory: for each pixel the number of its group and a value of each band, NaN for none. Not safe for several threads. */
final class SampleBlock {

    private static final int FIRST_LENGTH = 1 << 10;

    private final int capacity;
    private int[] ids;
    private final double[][] values;
    private int size;

    /**
     * An empty block.
     *
     * @param bands how many values a pixel has
     * @param bytes about how much memory a full block takes, its sorting included
     */
    SampleBlock(int bands, long bytes) {
        capacity = (int) Math.max(1, Math.min(Integer.MAX_VALUE - 8, bytes / (20L + 8L * bands)));
        ids = new int[Math.min(capacity, FIRST_LENGTH)];
        values = new double[bands][ids.length];
    }

    boolean isFull() {
        return size == capacity;
    }

    void clear() {
        size = 0;
    }

    /** Adds pixel {@code k} of a tile; the block must not be full. */
    void add(int id, double[][] tile, int k) {
        if (size == ids.length) {
            grow();
        }
        ids[size] = id;
        for (int b = 0; b < values.length; b++) {
            values[b][size] = tile[b][k];
        }
        size++;
    }

    private void grow() {
        int length = (int) Math.min(capacity, 2L * ids.length);
        ids = Arrays.copyOf(ids, length);
        for (int b = 0; b < values.length; b++) {
            values[b] = Arrays.copyOf(values[b], length);
        }
    }

    /** The groups of the pixels so far; nothing may be added while they are read. */
    GroupSource groups() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) ids[i] << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return new Groups(order);
    }

    private final class Groups implements GroupSource {
        /** The number of the group in the upper half, the place in the block in the lower one. */
        private final long[] order;
        private final int[] counts = new int[values.length];
        private int start;
        private int end;
        private double[] sorted = new double[0];
        private int position;

        Groups(long[] order) {
            this.order = order;
        }

        @Override
        public boolean next() {
            start = end;
            if (start == order.length) {
                return false;
            }
            while (end < order.length && order[end] >>> Integer.SIZE == order[start] >>> Integer.SIZE) {
                end++;
            }
            for (int b = 0; b < counts.length; b++) {
                counts[b] = 0;
                for (int i = start; i < end; i++) {
                    counts[b] += Double.isFinite(values[b][(int) order[i]]) ? 1 : 0;
                }
            }
            return true;
        }

        @Override
        public int id() {
            return (int) (order[start] >>> Integer.SIZE);
        }

        @Override
        public int pixels() {
            return end - start;
        }

        @Override
        public int count(int band) {
            return counts[band];
        }

        @Override
        public void openBand(int band) {
            if (sorted.length < counts[band]) {
                sorted = new double[counts[band]];
            }
            int n = 0;
            for (int i = start; i < end; i++) {
                double value = values[band][(int) order[i]];
                if (Double.isFinite(value)) {
                    sorted[n++] = value;
                }
            }
            Arrays.sort(sorted, 0, n);
            position = 0;
        }

        @Override
        public double nextValue() {
            return sorted[position++];
        }
    }
}
