package org.insardask.grouping;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of groups in a temporary file that goes away when it is closed. Of a group it holds the number, how many pixels and values it has,
 * and the values of band after band. Not safe for use by several threads.
 */
final class RunFile implements AutoCloseable {

    private static final int WRITE_BYTES = 1 << 18;
    private static final int READ_BYTES = 1 << 15;

    private final int bands;
    private final FileChannel channel;
    private final List<Long> ends = new ArrayList<>();

    /** Makes an empty file; there may be none of that name. */
    RunFile(Path file, int bands) throws IOException {
        this.bands = bands;
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Appends all groups of a source. */
    void append(GroupSource groups) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(WRITE_BYTES);
        while (groups.next()) {
            putInt(buffer, groups.id());
            putInt(buffer, groups.pixels());
            for (int b = 0; b < bands; b++) {
                putInt(buffer, groups.count(b));
            }
            for (int b = 0; b < bands; b++) {
                groups.openBand(b);
                for (int k = groups.count(b); k > 0; k--) {
                    reserve(buffer, Double.BYTES);
                    buffer.putDouble(groups.nextValue());
                }
            }
        }
        flush(buffer);
        ends.add(channel.position());
    }

    private void putInt(ByteBuffer buffer, int value) throws IOException {
        reserve(buffer, Integer.BYTES);
        buffer.putInt(value);
    }

    private void reserve(ByteBuffer buffer, int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush(buffer);
        }
    }

    private void flush(ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** The runs, each to be read once. */
    List<GroupSource> runs() {
        List<GroupSource> runs = new ArrayList<>();
        long start = 0;
        for (long end : ends) {
            runs.add(new Run(start, end));
            start = end;
        }
        return runs;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Run implements GroupSource {
        private final long end;
        private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES).flip();
        private final int[] counts = new int[bands];
        private long position;
        private int id;
        private int pixels;

        Run(long start, long end) {
            this.position = start;
            this.end = end;
        }

        @Override
        public boolean next() throws IOException {
            if (position == end && !buffer.hasRemaining()) {
                return false;
            }
            id = readInt();
            pixels = readInt();
            for (int b = 0; b < counts.length; b++) {
                counts[b] = readInt();
            }
            return true;
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public int pixels() {
            return pixels;
        }

        @Override
        public int count(int band) {
            return counts[band];
        }

        @Override
        public void openBand(int band) {
            // The values of the bands follow each other.
        }

        @Override
        public double nextValue() throws IOException {
            require(Double.BYTES);
            return buffer.getDouble();
        }

        private int readInt() throws IOException {
            require(Integer.BYTES);
            return buffer.getInt();
        }

        private void require(int bytes) throws IOException {
            if (buffer.remaining() >= bytes) {
                return;
            }
            buffer.compact();
            buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + end - position));
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, position);
                if (read < 0) {
                    throw new EOFException("the temporary file is shorter than what was written");
                }
                position += read;
            }
            buffer.flip();
        }
    }
}
