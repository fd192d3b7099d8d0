package org.insardask.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The contents of the records of a .shp, one after the other. */
final class ShapeRecords {
    private static final int CHUNK = 1 << 16;

    private final FileChannel shp;
    private final long[] offsets;
    private final VectorRequest request;
    private final long length;
    private long position = ShapefileReader.HEADER;
    private long bytes = ShapefileReader.HEADER;
    private int number;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long chunkStart;

    /**
     * Creates the records of a file.
     *
     * @param offsets where the records begin, or null where they follow each other
     */
    ShapeRecords(FileChannel shp, long[] offsets, VectorRequest request) throws IOException {
        this.shp = shp;
        this.offsets = offsets;
        this.request = request;
        length = shp.size();
    }

    /** Returns the content of the next record, or null after the last one. */
    ByteBuffer next() throws IOException {
        if (offsets != null) {
            if (number == offsets.length) {
                return null;
            }
            position = offsets[number];
        } else if (position == length) {
            return null;
        }
        int words = view(position, 8).order(ByteOrder.BIG_ENDIAN).getInt(4);
        if (words < 0 || words > Integer.MAX_VALUE / 2) {
            throw request.failure("record " + number + " (counted from 0) is corrupt");
        }
        ByteBuffer record = view(position + 8, 2 * words);
        position += 8L + 2L * words;
        bytes += 8L + 2L * words;
        if (bytes > length) {
            throw request.failure("its .shx is corrupt: it names more records than the .shp holds");
        }
        number++;
        return record;
    }

    /** Returns bytes of the file, from the chunk that is at hand or a new one. */
    private ByteBuffer view(long from, int count) throws IOException {
        if (from < ShapefileReader.HEADER || from + count > length) {
            throw request.failure("is truncated: record " + number + " (counted from 0) ends at byte " + (from + count)
                    + ", the file has " + length);
        }
        if (from < chunkStart || from + count > chunkStart + chunk.limit()) {
            chunk = ByteBuffer.allocate((int) Math.min(length - from, Math.max(CHUNK, count)));
            ShapefileReader.readFully(shp, from, chunk);
            chunk.flip();
            chunkStart = from;
        }
        return chunk.slice((int) (from - chunkStart), count);
    }
}
