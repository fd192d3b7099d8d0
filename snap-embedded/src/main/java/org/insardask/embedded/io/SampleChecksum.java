package org.insardask.embedded.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The CRC-32C of the bits of samples. No state, safe for any thread. */
final class SampleChecksum {
    private static final int BLOCK = 1 << 16;
    /** Used again by each thread: a new one for each tile would be as much garbage as the samples. */
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN));

    private SampleChecksum() {
    }

    /**
     * Computes the checksum.
     *
     * @param samples a primitive array
     * @param count number of samples, from the first on
     * @return CRC-32C of their bytes, the least significant one first
     */
    static int of(Object samples, int count) {
        int perBlock = BLOCK / SampleCodec.bytesPerSample(samples);
        ByteBuffer buffer = BUFFER.get();
        CRC32C crc = new CRC32C();
        for (int done = 0; done < count; done += perBlock) {
            SampleCodec.encode(samples, done, Math.min(perBlock, count - done), buffer.clear());
            crc.update(buffer.flip());
        }
        return (int) crc.getValue();
    }
}
