package org.insardask.op;

import java.awt.Rectangle;

/**
 * Samples of a scene that were computed once and are needed again: those of the first rows, as many as a number of bytes allows. Parts
 * that do not overlap may be put in by several threads; what was put in can be read by threads that started, or were told, afterwards.
 */
final class KeptSamples {

    /** The part of the heap that samples may take. */
    private static final int PART_OF_HEAP = 16;

    private final float[][] rows;

    /** For a scene and a number of bytes. */
    KeptSamples(int width, int height, long bytes) {
        rows = new float[(int) Math.min(height, bytes / Float.BYTES / width)][width];
    }

    /** Keeps nothing. */
    static KeptSamples none() {
        return new KeptSamples(1, 0, 0L);
    }

    /** Keeps what takes a small part of the heap. */
    static KeptSamples ofScene(int width, int height) {
        return new KeptSamples(width, height, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Takes the samples of a part of the scene, row by row, rounded to floats; those of later rows are not kept. */
    void put(Rectangle part, double[] samples) {
        for (int row = 0; row < part.height && part.y + row < rows.length; row++) {
            float[] kept = rows[part.y + row];
            for (int column = 0; column < part.width; column++) {
                kept[part.x + column] = (float) samples[row * part.width + column];
            }
        }
    }

    /** Gives the samples of a part of the scene, row by row; returns whether all of its rows are kept, and gives nothing otherwise. */
    boolean get(Rectangle part, double[] samples) {
        if (part.y + part.height > rows.length) {
            return false;
        }
        for (int row = 0; row < part.height; row++) {
            float[] kept = rows[part.y + row];
            for (int column = 0; column < part.width; column++) {
                samples[row * part.width + column] = kept[part.x + column];
            }
        }
        return true;
    }

    /** Returns whether all rows of a part of the scene are kept. */
    boolean holds(Rectangle part) {
        return part.y + part.height <= rows.length;
    }
}
