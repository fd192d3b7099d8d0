package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of raw samples in row-major order, {@code height} rows of {@code width} samples after a header of a number of bytes. Reads and
 * writes rectangles at file positions.
 *
 * <p>Immutable, safe for any thread without a lock; writes of disjoint rectangles do not disturb each other. {@link OpenFiles} say whether
 * the file stays open from one call to the next.
 */
public final class RasterFile implements RasterSource {
    /** Bytes moved at once: as much as stays in the cache of a core between the system call and the swap of bytes. */
    private static final int BLOCK = 1 << 18;
    /** A buffer outside of the heap for each thread: a heap buffer would be copied once more on its way to the system call. */
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BLOCK));

    private final Path path;
    private final long headerBytes;
    private final ByteOrder order;
    private final int sampleBytes;
    private final int width;
    private final int height;

    /**
     * Describes a file; nothing is opened.
     *
     * @param path the file
     * @param headerBytes bytes before the first sample
     * @param order byte order of the samples
     * @param type type of the samples
     * @param width samples in a row
     * @param height number of rows
     */
    public RasterFile(Path path, long headerBytes, ByteOrder order, SampleType type, int width, int height) {
        this.path = path;
        this.headerBytes = headerBytes;
        this.order = order;
        this.sampleBytes = type.bytes();
        this.width = width;
        this.height = height;
    }

    /** Returns the file. */
    public Path path() {
        return path;
    }

    @Override
    public RasterLayout layout() {
        return new RasterLayout(width, height, false);
    }

    /** Returns the size that the file must have at least (bytes). */
    public long expectedBytes() {
        return headerBytes + (long) width * height * sampleBytes;
    }

    /**
     * Checks that the file is there and holds all samples.
     *
     * @throws IOException where the file is missing or truncated, with the expected and the found size
     */
    public void check() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + ": no such file, expected " + describe());
        }
        long found = Files.size(path);
        if (found < expectedBytes()) {
            throw new IOException(path + ": truncated, expected " + describe() + ", found " + found + " bytes");
        }
    }

    /**
     * Creates the file with its full size and no content; one that has that size already is kept as it is.
     *
     * @throws IOException where it cannot be created
     */
    public void create() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.truncate(expectedBytes());
            if (channel.size() < expectedBytes()) {
                writeFully(channel, ByteBuffer.allocate(1), expectedBytes() - 1);
            }
        } catch (IOException e) {
            throw failure("cannot be created", e);
        }
    }

    @Override
    public void read(int x, int y, int w, int h, Object samples, OpenFiles files) throws IOException {
        read(x, y, w, h, samples, 0, w, files);
    }

    /**
     * Creates the file, or replaces it, with all of its samples.
     *
     * @param samples primitive array of the type of the file
     * @param offset index of the first sample
     * @param stride distance of rows in {@code samples}
     * @throws IOException where it cannot be written
     */
    public void writeAll(Object samples, int offset, int stride) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            write(channel, 0, 0, width, height, samples, offset, stride);
        } catch (IOException e) {
            throw failure("cannot be written", e);
        }
    }

    /**
     * Reads a rectangle.
     *
     * @param x first column
     * @param y first row
     * @param w number of columns
     * @param h number of rows
     * @param samples primitive array of the type of the file; written
     * @param offset index of the first sample
     * @param stride distance of rows in {@code samples}
     * @param files opens the file
     * @throws IOException where the file cannot be read or ends too early
     */
    public void read(int x, int y, int w, int h, Object samples, int offset, int stride, OpenFiles files) throws IOException {
        try {
            files.with(path, channel -> read(channel, x, y, w, h, samples, offset, stride));
        } catch (IOException e) {
            throw failure("cannot be read", e);
        }
    }

    /**
     * Reads a rectangle from the file, which is opened for this call alone.
     *
     * @param x first column
     * @param y first row
     * @param w number of columns
     * @param h number of rows
     * @param samples primitive array of the type of the file; written
     * @param offset index of the first sample
     * @param stride distance of rows in {@code samples}
     * @throws IOException where the file cannot be read or ends too early
     */
    public void read(int x, int y, int w, int h, Object samples, int offset, int stride) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            read(channel, x, y, w, h, samples, offset, stride);
        } catch (IOException e) {
            throw failure("cannot be read", e);
        }
    }

    private void read(FileChannel channel, int x, int y, int w, int h, Object samples, int offset, int stride) throws IOException {
        if (w == width && stride == w) {
            readRun(channel, position(0, y), samples, offset, w * h);
        } else if (w == width && 2L * w * sampleBytes <= BLOCK) {
            readRows(channel, y, h, samples, offset, stride);
        } else {
            for (int row = 0; row < h; row++) {
                readRun(channel, position(x, y + row), samples, offset + row * stride, w);
            }
        }
    }

    /**
     * Writes a rectangle into the file, which must exist.
     *
     * @param x first column
     * @param y first row
     * @param w number of columns
     * @param h number of rows
     * @param samples primitive array of the type of the file
     * @param offset index of the first sample
     * @param stride distance of rows in {@code samples}
     * @param files opens the file
     * @throws IOException where the file cannot be written
     */
    public void write(int x, int y, int w, int h, Object samples, int offset, int stride, OpenFiles files) throws IOException {
        try {
            files.with(path, channel -> write(channel, x, y, w, h, samples, offset, stride));
        } catch (IOException e) {
            throw failure("cannot be written", e);
        }
    }

    /**
     * Writes a rectangle into the file, which must exist and is opened for this call alone.
     *
     * @param x first column
     * @param y first row
     * @param w number of columns
     * @param h number of rows
     * @param samples primitive array of the type of the file
     * @param offset index of the first sample
     * @param stride distance of rows in {@code samples}
     * @throws IOException where the file cannot be written
     */
    public void write(int x, int y, int w, int h, Object samples, int offset, int stride) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            write(channel, x, y, w, h, samples, offset, stride);
        } catch (IOException e) {
            throw failure("cannot be written", e);
        }
    }

    private void write(FileChannel channel, int x, int y, int w, int h, Object samples, int offset, int stride) throws IOException {
        if (w == width && stride == w) {
            writeRun(channel, position(0, y), samples, offset, w * h);
        } else if (w == width && 2L * w * sampleBytes <= BLOCK) {
            writeRows(channel, y, h, samples, offset, stride);
        } else {
            for (int row = 0; row < h; row++) {
                writeRun(channel, position(x, y + row), samples, offset + row * stride, w);
            }
        }
    }

    private void readRun(FileChannel channel, long position, Object samples, int offset, int count) throws IOException {
        ByteBuffer buffer = buffer();
        int perBlock = BLOCK / sampleBytes;
        for (int done = 0; done < count; done += perBlock) {
            int n = Math.min(perBlock, count - done);
            buffer.clear().limit(n * sampleBytes);
            readFully(channel, buffer, position + (long) done * sampleBytes);
            SampleCodec.decode(buffer.flip(), samples, offset + done, n);
        }
    }

    /** Reads whole rows of the file, several at once, into rows that have gaps between them. */
    private void readRows(FileChannel channel, int y, int h, Object samples, int offset, int stride) throws IOException {
        ByteBuffer buffer = buffer();
        int perBlock = BLOCK / rowBytes(width);
        for (int done = 0; done < h; done += perBlock) {
            int n = Math.min(perBlock, h - done);
            buffer.clear().limit(n * rowBytes(width));
            readFully(channel, buffer, position(0, y + done));
            buffer.flip();
            for (int row = done; row < done + n; row++) {
                SampleCodec.decode(buffer, samples, offset + row * stride, width);
            }
        }
    }

    private void writeRun(FileChannel channel, long position, Object samples, int offset, int count) throws IOException {
        ByteBuffer buffer = buffer();
        int perBlock = BLOCK / sampleBytes;
        for (int done = 0; done < count; done += perBlock) {
            int n = Math.min(perBlock, count - done);
            SampleCodec.encode(samples, offset + done, n, buffer.clear());
            writeFully(channel, buffer.flip(), position + (long) done * sampleBytes);
        }
    }

    /** Writes whole rows of the file, several at once, from rows that have gaps between them. */
    private void writeRows(FileChannel channel, int y, int h, Object samples, int offset, int stride) throws IOException {
        ByteBuffer buffer = buffer();
        int perBlock = BLOCK / rowBytes(width);
        for (int done = 0; done < h; done += perBlock) {
            int n = Math.min(perBlock, h - done);
            buffer.clear();
            for (int row = done; row < done + n; row++) {
                SampleCodec.encode(samples, offset + row * stride, width, buffer);
            }
            writeFully(channel, buffer.flip(), position(0, y + done));
        }
    }

    private void readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, at);
            if (n < 0) {
                throw new IOException("truncated, expected " + describe() + ", found " + channel.size() + " bytes");
            }
            at += n;
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    private ByteBuffer buffer() {
        return BUFFER.get().order(order);
    }

    private int rowBytes(int samples) {
        return Math.multiplyExact(samples, sampleBytes);
    }

    private long position(int x, int y) {
        return headerBytes + ((long) y * width + x) * sampleBytes;
    }

    private String describe() {
        return expectedBytes() + " bytes (" + width + " x " + height + " samples of " + sampleBytes + " bytes"
                + (headerBytes == 0 ? ")" : " after a header of " + headerBytes + ")");
    }

    private IOException failure(String what, IOException cause) {
        return new IOException(path + ": " + what + ": " + IoMessages.reason(cause, path), cause);
    }
}
