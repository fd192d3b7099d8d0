package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Floats of any number and both byte orders keep their bits, those of NaNs too. */
class SampleCodecTest {

    private static final int OFFSET = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 6144, 8191, 20000})
    void floatsKeepTheirBits(int count) {
        int[] bits = new Random(count).ints(count).toArray();
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            for (ByteBuffer buffer : new ByteBuffer[] {ByteBuffer.allocate(4 * count + 8), ByteBuffer.allocateDirect(4 * count + 8)}) {
                buffer.order(order).position(4);
                for (int value : bits) {
                    buffer.putInt(value);
                }
                buffer.position(4);
                float[] samples = new float[count + 2 * OFFSET];
                SampleCodec.decode(buffer, samples, OFFSET, count);
                assertEquals(4 + 4 * count, buffer.position(), "position after decoding");
                for (int k = 0; k < count; k++) {
                    assertEquals(bits[k], Float.floatToRawIntBits(samples[OFFSET + k]), order + ", sample " + k);
                }
                assertEquals(0, samples[OFFSET + count], "behind the last sample");
                assertEquals(0, samples[OFFSET - 1], "before the first sample");
                checkEncoded(samples, bits, order);
            }
        }
    }

    private static void checkEncoded(float[] samples, int[] bits, ByteOrder order) {
        ByteBuffer expected = ByteBuffer.allocate(4 * bits.length + 8).order(order).position(4);
        for (int value : bits) {
            expected.putInt(value);
        }
        ByteBuffer found = ByteBuffer.allocate(4 * bits.length + 8).order(order).position(4);
        SampleCodec.encode(samples, OFFSET, bits.length, found);
        assertEquals(expected.position(), found.position(), "position after encoding");
        assertArrayEquals(expected.array(), found.array());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5000})
    void bufferThatIsTooShort(int count) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * count - 1);
        assertThrows(BufferUnderflowException.class, () -> SampleCodec.decode(buffer, new float[count], 0, count));
        assertThrows(IllegalArgumentException.class, () -> SampleCodec.decode(buffer, "text", 0, 1));
    }
}
