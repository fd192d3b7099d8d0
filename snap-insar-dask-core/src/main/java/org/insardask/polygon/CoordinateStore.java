package org.insardask.polygon;

import java.util.ArrayList;
import java.util.List;

/** Growing store of doubles in chunks, so that growing copies nothing; the array at the end takes as much again for a moment. */
final class CoordinateStore {
    private static final int LARGEST_CHUNK = 1 << 20;

    private final List<double[]> chunks = new ArrayList<>();
    private double[] current = new double[1024];
    /** Values in the current chunk, and in those before it. */
    private int used;
    private int before;

    /** Appends the first values of an array. */
    void append(double[] values, int count) {
        if (count > Integer.MAX_VALUE - 8 - before - used) {
            throw new IllegalArgumentException("more than " + (before + used) / 2 + " vertices; at most 2^30 can be used");
        }
        int done = 0;
        while (done < count) {
            if (used == current.length) {
                chunks.add(current);
                before += used;
                used = 0;
                current = new double[Math.min(LARGEST_CHUNK, 2 * current.length)];
            }
            int part = Math.min(count - done, current.length - used);
            System.arraycopy(values, done, current, used, part);
            used += part;
            done += part;
        }
    }

    /** Takes back what was appended after a size. */
    void truncate(int size) {
        while (size < before) {
            current = chunks.remove(chunks.size() - 1);
            used = current.length;
            before -= used;
        }
        used = size - before;
    }

    double[] toArray() {
        double[] all = new double[before + used];
        int to = 0;
        for (double[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, to, chunk.length);
            to += chunk.length;
        }
        System.arraycopy(current, 0, all, to, used);
        return all;
    }
}
