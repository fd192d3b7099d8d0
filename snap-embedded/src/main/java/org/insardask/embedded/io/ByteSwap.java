package org.insardask.embedded.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Moves floats to and from byte buffers of the other byte order than that of the machine, in chunks that stay in the first cache of a
 * core. The bytes are swapped in an {@code int[]} by a loop that the compiler makes vector instructions of, and all else is copied in bulk:
 * more than twice as fast as the one copy of {@link FloatBuffer}, which swaps sample by sample. The bits of NaNs stay as they are.
 *
 * <p>One for each thread, from {@link #own}.
 */
final class ByteSwap {
    /** From this many samples on it pays: a loop of a few samples would run before it is compiled. */
    static final int FEWEST = 4096;

    private static final int CHUNK = 2048;
    private static final int MIDDLE = 0x00ff00ff;
    private static final ThreadLocal<ByteSwap> OWN = ThreadLocal.withInitial(ByteSwap::new);

    private final int[] ints = new int[CHUNK];
    /** The same memory as floats and as bits. */
    private final FloatBuffer floats;
    private final IntBuffer bits;

    private ByteSwap() {
        ByteBuffer memory = ByteBuffer.allocateDirect(CHUNK * Integer.BYTES).order(ByteOrder.nativeOrder());
        floats = memory.asFloatBuffer();
        bits = memory.asIntBuffer();
    }

    /** The one of the current thread. */
    static ByteSwap own() {
        return OWN.get();
    }

    /**
     * Reads samples from the position of a buffer on, which stays where it is.
     *
     * @param source holds at least {@code count} samples
     * @param samples written from {@code offset} on
     * @param offset index of the first sample
     * @param count number of samples
     */
    void decode(ByteBuffer source, float[] samples, int offset, int count) {
        IntBuffer from = source.duplicate().order(ByteOrder.nativeOrder()).asIntBuffer();
        for (int done = 0; done < count; done += CHUNK) {
            int n = Math.min(CHUNK, count - done);
            from.get(ints, 0, n);
            swap(ints, n);
            bits.put(0, ints, 0, n);
            floats.get(0, samples, offset + done, n);
        }
    }

    /**
     * Writes samples from the position of a buffer on, which stays where it is.
     *
     * @param samples read from {@code offset} on
     * @param offset index of the first sample
     * @param count number of samples
     * @param target has room for {@code count} samples
     */
    void encode(float[] samples, int offset, int count, ByteBuffer target) {
        IntBuffer to = target.duplicate().order(ByteOrder.nativeOrder()).asIntBuffer();
        for (int done = 0; done < count; done += CHUNK) {
            int n = Math.min(CHUNK, count - done);
            floats.put(0, samples, offset + done, n);
            bits.get(0, ints, 0, n);
            swap(ints, n);
            to.put(ints, 0, n);
        }
    }

    /** {@link Integer#reverseBytes} written out: Java 17 makes no vector instructions of that. */
    private static void swap(int[] values, int count) {
        for (int k = 0; k < count; k++) {
            int halves = (values[k] >>> 16) | (values[k] << 16);
            values[k] = ((halves >>> 8) & MIDDLE) | ((halves << 8) & ~MIDDLE);
        }
    }
}
