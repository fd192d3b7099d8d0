package org.insardask.zarr;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Frames of Blosc 1, the compressor that xarray uses for Zarr if nothing else is said: 16 bytes of header, where each block starts, and
 * blocks of streams, whose bytes or bits may have been shuffled. Format: README_CHUNK_FORMAT of c-blosc. All its compressors are
 * read: BloscLZ, LZ4 (also LZ4HC), Snappy, Zlib and Zstd; LZ4 is written. Stateless, safe for threads.
 */
public final class BloscFrame {

    private static final int HEADER = 16;
    private static final int SHUFFLE = 1;
    private static final int PLAIN_COPY = 2;
    private static final int BIT_SHUFFLE = 4;
    private static final int NOT_SPLIT = 16;
    private static final int LZ4 = 1;
    private static final int FORMAT = 2;
    /** Blocks are split in streams, one for each byte of an element, where these have at least so many bytes ... */
    private static final int SHORTEST_STREAM = 128;
    /** ... and elements not more bytes. */
    private static final int MOST_STREAMS = 16;
    private static final int WRITTEN_BLOCK = 256 << 10;

    private BloscFrame() {
    }

    /**
     * Decompresses a frame.
     *
     * @throws IOException where it is damaged, or of another version
     */
    public static byte[] decompress(byte[] frame) throws IOException {
        try {
            return new Reader(frame).read();
        } catch (MalformedInputException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("damaged Blosc frame: " + e.getMessage(), e);
        }
    }

    /** Reads one frame. */
    private static final class Reader {
        private final byte[] frame;
        private final ByteBuffer header;
        private final int flags;
        private final int typeSize;
        private final int size;
        private final int blockSize;

        Reader(byte[] frame) throws IOException {
            if (frame.length < HEADER) {
                throw new IOException("Blosc frame of " + frame.length + " bytes, expected a header of " + HEADER);
            }
            this.frame = frame;
            header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
            flags = frame[2] & 0xff;
            typeSize = Math.max(1, frame[3] & 0xff);
            size = header.getInt(4);
            blockSize = header.getInt(8);
            if (frame[0] < 1 || frame[0] > FORMAT || size < 0 || (size > 0 && blockSize <= 0) || header.getInt(12) > frame.length) {
                throw new IOException("no Blosc frame of version 1 or 2, or it is cut off");
            }
        }

        byte[] read() throws IOException {
            if ((flags & PLAIN_COPY) != 0) {
                return Arrays.copyOfRange(frame, HEADER, Math.addExact(HEADER, size));
            }
            byte[] out = new byte[size];
            byte[] shuffled = new byte[Math.min(blockSize, size)];
            for (int block = 0, from = 0; from < size; block++, from += blockSize) {
                int length = Math.min(blockSize, size - from);
                boolean shuffle = typeSize > 1 && (flags & SHUFFLE) != 0;
                boolean bits = (flags & BIT_SHUFFLE) != 0;
                if (shuffle || bits) {
                    readBlock(block, shuffled, 0, length);
                    if (bits) {
                        Shuffle.undoBits(shuffled, length, typeSize, out, from);
                    } else {
                        Shuffle.undoBytes(shuffled, length, typeSize, out, from);
                    }
                } else {
                    readBlock(block, out, from, length);
                }
            }
            return out;
        }

        private void readBlock(int block, byte[] out, int to, int length) throws IOException {
            boolean split = (flags & NOT_SPLIT) == 0 && typeSize <= MOST_STREAMS && blockSize / typeSize >= SHORTEST_STREAM
                    && length == blockSize;
            int streams = split ? typeSize : 1;
            int part = length / streams;
            int at = header.getInt(HEADER + 4 * block);
            for (int s = 0; s < streams; s++) {
                int stored = header.getInt(at);
                at += 4;
                if (stored < 0 || stored > frame.length - at) {
                    throw new IOException("damaged Blosc frame: a stream of " + stored + " bytes");
                }
                readStream(at, stored, out, to + s * part, part);
                at += stored;
            }
        }

        private void readStream(int at, int stored, byte[] out, int to, int length) throws IOException {
            if (stored == length) {
                System.arraycopy(frame, at, out, to, length);
                return;
            }
            int written = switch (flags >> 5) {
                case 0 -> BloscLz.decompress(frame, at, stored, out, to, length);
                case LZ4 -> new Lz4Decompressor().decompress(frame, at, stored, out, to, length);
                case 2 -> new SnappyDecompressor().decompress(frame, at, stored, out, to, length);
                case 3 -> Deflate.inflate(frame, at, stored, out, to, length);
                case 4 -> new ZstdDecompressor().decompress(frame, at, stored, out, to, length);
                default -> throw new IOException("Blosc frame with an unknown compressor, " + (flags >> 5));
            };
            if (written != length) {
                throw new IOException("damaged Blosc frame: a stream of " + written + " bytes, expected " + length);
            }
        }
    }

    /**
     * Compresses bytes with LZ4 after shuffling them.
     *
     * @param typeSize bytes of an element, at most 255
     */
    public static byte[] compress(byte[] data, int typeSize) {
        int block = Math.max(typeSize, WRITTEN_BLOCK - WRITTEN_BLOCK % typeSize);
        int blocks = (int) (((long) data.length + block - 1) / block);
        Lz4Compressor lz4 = new Lz4Compressor();
        byte[] shuffled = new byte[Math.min(block, data.length)];
        byte[] packed = new byte[lz4.maxCompressedLength(shuffled.length)];
        ByteBuffer out = ByteBuffer.allocate(HEADER + 8 * blocks + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) FORMAT).put((byte) 1).put((byte) ((LZ4 << 5) | NOT_SPLIT | (typeSize > 1 ? SHUFFLE : 0))).put((byte) typeSize);
        out.putInt(data.length).putInt(Math.min(block, Math.max(1, data.length))).position(HEADER + 4 * blocks);
        for (int b = 0; b < blocks; b++) {
            int length = Math.min(block, data.length - b * block);
            Shuffle.bytes(data, b * block, length, typeSize, shuffled);
            int stored = lz4.compress(shuffled, 0, length, packed, 0, packed.length);
            boolean smaller = stored < length;
            out.putInt(HEADER + 4 * b, out.position());
            out.putInt(smaller ? stored : length).put(smaller ? packed : shuffled, 0, smaller ? stored : length);
        }
        out.putInt(12, out.position());
        return Arrays.copyOf(out.array(), out.position());
    }
}
