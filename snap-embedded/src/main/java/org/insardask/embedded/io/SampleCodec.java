package org.insardask.embedded.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Moves samples in bulk between byte buffers and the primitive arrays behind {@code ProductData}: {@code byte[]}, {@code short[]},
 * {@code int[]}, {@code long[]}, {@code float[]} or {@code double[]}. Bytes are swapped as the order of the buffer asks for it.
 *
 * <p>No state, safe for any thread.
 */
public final class SampleCodec {
    private SampleCodec() {
    }

    /**
     * Reads samples from the position of a buffer on, and advances it.
     *
     * @param source holds at least {@code count} samples
     * @param samples a primitive array; written from {@code offset} on
     * @param offset index of the first sample
     * @param count number of samples
     * @throws IllegalArgumentException where {@code samples} is not an array of a primitive number type
     */
    public static void decode(ByteBuffer source, Object samples, int offset, int count) {
        int bytes = count * bytesPerSample(samples);
        if (samples instanceof float[] array) {
            decode(source, array, offset, count);
        } else if (samples instanceof double[] array) {
            source.asDoubleBuffer().get(array, offset, count);
        } else if (samples instanceof int[] array) {
            source.asIntBuffer().get(array, offset, count);
        } else if (samples instanceof short[] array) {
            source.asShortBuffer().get(array, offset, count);
        } else if (samples instanceof long[] array) {
            source.asLongBuffer().get(array, offset, count);
        } else {
            source.duplicate().get((byte[]) samples, offset, count);
        }
        source.position(source.position() + bytes);
    }

    /**
     * Writes samples from the position of a buffer on, and advances it.
     *
     * @param samples a primitive array; read from {@code offset} on
     * @param offset index of the first sample
     * @param count number of samples
     * @param target has room for {@code count} samples
     * @throws IllegalArgumentException where {@code samples} is not an array of a primitive number type
     */
    public static void encode(Object samples, int offset, int count, ByteBuffer target) {
        int bytes = count * bytesPerSample(samples);
        if (samples instanceof float[] array) {
            encode(array, offset, count, target);
        } else if (samples instanceof double[] array) {
            target.asDoubleBuffer().put(array, offset, count);
        } else if (samples instanceof int[] array) {
            target.asIntBuffer().put(array, offset, count);
        } else if (samples instanceof short[] array) {
            target.asShortBuffer().put(array, offset, count);
        } else if (samples instanceof long[] array) {
            target.asLongBuffer().put(array, offset, count);
        } else {
            target.duplicate().put((byte[]) samples, offset, count);
        }
        target.position(target.position() + bytes);
    }

    private static void decode(ByteBuffer source, float[] samples, int offset, int count) {
        if (source.order() != ByteOrder.nativeOrder() && count >= ByteSwap.FEWEST) {
            ByteSwap.own().decode(source, samples, offset, count);
        } else {
            source.asFloatBuffer().get(samples, offset, count);
        }
    }

    private static void encode(float[] samples, int offset, int count, ByteBuffer target) {
        if (target.order() != ByteOrder.nativeOrder() && count >= ByteSwap.FEWEST) {
            ByteSwap.own().encode(samples, offset, count, target);
        } else {
            target.asFloatBuffer().put(samples, offset, count);
        }
    }

    /**
     * Returns the size of an element (bytes).
     *
     * @param samples a primitive array
     * @return 1, 2, 4 or 8
     * @throws IllegalArgumentException where {@code samples} is not an array of a primitive number type
     */
    public static int bytesPerSample(Object samples) {
        if (samples instanceof float[] || samples instanceof int[]) {
            return 4;
        }
        if (samples instanceof double[] || samples instanceof long[]) {
            return 8;
        }
        if (samples instanceof short[]) {
            return 2;
        }
        if (samples instanceof byte[]) {
            return 1;
        }
        throw new IllegalArgumentException("not an array of samples: " + samples.getClass().getSimpleName());
    }
}
