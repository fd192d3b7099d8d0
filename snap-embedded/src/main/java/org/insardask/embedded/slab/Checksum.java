package org.insardask.embedded.slab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32C;

/** CRC-32C of files, with what is read on the way handed on. No state, safe for any thread. */
final class Checksum {

    private static final int BLOCK = 1 << 20;
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BLOCK));

    private Checksum() {
    }

    static String of(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return text(crc);
    }

    static String of(Path file) throws IOException {
        return copy(file, null, 0L);
    }

    /**
     * Copies a file to a place in another one, and tells the checksum of what it read.
     *
     * @param to an open channel; null to copy nothing
     * @param position where the first byte goes
     */
    static String copy(Path from, FileChannel to, long position) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = BUFFER.get();
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.READ)) {
            long at = position;
            while (channel.read(buffer.clear()) >= 0) {
                crc.update(buffer.flip());
                buffer.rewind();
                while (to != null && buffer.hasRemaining()) {
                    at += to.write(buffer, at);
                }
            }
        }
        return text(crc);
    }

    private static String text(CRC32C crc) {
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
