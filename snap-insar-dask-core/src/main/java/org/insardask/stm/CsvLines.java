package org.insardask.stm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Where the lines of a text file are: the start of every 4096th one after the header. Immutable. */
final class CsvLines {

    /** Lines of a block. */
    static final int BLOCK = 4096;
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final int count;
    /** The start of each block, and the end of the last. */
    private final long[] starts;

    private CsvLines(Path file, int count, long[] starts) {
        this.file = file;
        this.count = count;
        this.starts = starts;
    }

    /**
     * Counts the lines; empty ones at the end do not count.
     *
     * @param first where the line after the header starts
     */
    static CsvLines scan(Path file, long first) throws IOException {
        Scan scan = new Scan(first);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(first);
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                scan.add(buffer, n);
            }
        }
        scan.endLine(scan.position);
        if (scan.lines > Integer.MAX_VALUE) {
            throw new IOException(file + ": " + scan.lines + " lines, expected at most " + Integer.MAX_VALUE);
        }
        int blocks = (int) ((scan.lines + BLOCK - 1) / BLOCK);
        long[] all = Arrays.copyOf(scan.starts, blocks + 1);
        all[blocks] = scan.end;
        return new CsvLines(file, (int) scan.lines, all);
    }

    /** Counts lines that are not empty. */
    private static final class Scan {
        private long[] starts = new long[64];
        private int blocks = 1;
        private long lines;
        private long position;
        /** Behind the last line that counts. */
        private long end;
        private boolean empty = true;

        Scan(long first) {
            starts[0] = first;
            position = first;
            end = first;
        }

        void add(byte[] buffer, int count) {
            for (int k = 0; k < count; k++) {
                if (buffer[k] == '\n') {
                    endLine(position + k + 1);
                } else if (buffer[k] != '\r') {
                    empty = false;
                }
            }
            position += count;
        }

        void endLine(long next) {
            if (!empty) {
                lines++;
                end = next;
                empty = true;
                if (lines % BLOCK == 0) {
                    starts = blocks == starts.length ? Arrays.copyOf(starts, 2 * blocks) : starts;
                    starts[blocks++] = next;
                }
            }
        }
    }

    int count() {
        return count;
    }

    int linesOf(int block) {
        return Math.min(BLOCK, count - block * BLOCK);
    }

    /** The bytes of a block. */
    byte[] read(int block) throws IOException {
        long size = starts[block + 1] - starts[block];
        if (size > Integer.MAX_VALUE - 16) {
            throw new IOException(file + ": " + BLOCK + " lines have " + size + " bytes, expected less than 2 GB");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(starts[block]);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new IOException(file + ": it has become shorter while it was read");
                }
            }
        }
        return bytes.array();
    }
}
