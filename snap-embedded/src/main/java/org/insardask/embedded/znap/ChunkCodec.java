package org.insardask.embedded.znap;

import com.bc.zarr.Compressor;
import com.bc.zarr.CompressorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Compresses and restores chunks as a whole. The compressor is chosen as in SNAP, by the properties {@code znap.compressor.id}
 * ({@code null}, which is the default, or {@code zlib}) and {@code znap.compression.level}; what SNAP also has, blosc, needs a native
 * library and is read only, where that is installed.
 */
final class ChunkCodec {
    static final String ID_PROPERTY = "znap.compressor.id";
    static final String LEVEL_PROPERTY = "znap.compression.level";
    private static final String NONE = "null";
    private static final String ZLIB = "zlib";
    private static final String DEFAULT_LEVEL = "3";

    private ChunkCodec() {
    }

    /**
     * Returns the compressor that the properties ask for, null for none.
     *
     * @throws IOException where a property has a value that is not known
     */
    static Compressor chosen() throws IOException {
        String id = System.getProperty(ID_PROPERTY, NONE);
        if (id.isBlank() || id.equals(NONE)) {
            return null;
        }
        if (!id.equals(ZLIB)) {
            throw new IOException(ID_PROPERTY + " is '" + id + "', expected null or zlib");
        }
        String level = System.getProperty(LEVEL_PROPERTY, DEFAULT_LEVEL);
        if (!level.matches("[0-9]")) {
            throw new IOException(LEVEL_PROPERTY + " is '" + level + "', expected 0 to 9");
        }
        return CompressorFactory.create(ZLIB, "level", Integer.valueOf(level));
    }

    /** Returns the compressed bytes of a chunk. */
    static byte[] compress(Compressor compressor, byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
        compressor.compress(new ByteArrayInputStream(plain), out);
        return out.toByteArray();
    }

    /**
     * Returns the bytes of a chunk.
     *
     * @param compressor of the array
     * @param stored the compressed bytes
     * @param expected number of bytes of a chunk
     * @return as many bytes as there are, but at most one more than expected
     * @throws IOException where they cannot be restored
     */
    static byte[] restore(Compressor compressor, byte[] stored, int expected) throws IOException {
        if (!compressor.getId().equals(ZLIB)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(expected);
            compressor.uncompress(new ByteArrayInputStream(stored), out);
            return out.toByteArray();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            byte[] plain = new byte[expected];
            int done = inflate(inflater, plain);
            if (done < expected) {
                return Arrays.copyOf(plain, done);
            }
            return inflater.finished() || inflater.inflate(new byte[1]) == 0 ? plain : Arrays.copyOf(plain, expected + 1);
        } catch (DataFormatException e) {
            throw new IOException("not a zlib stream: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private static int inflate(Inflater inflater, byte[] plain) throws DataFormatException {
        int done = 0;
        while (done < plain.length && !inflater.finished() && !inflater.needsDictionary()) {
            int n = inflater.inflate(plain, done, plain.length - done);
            if (n == 0 && inflater.needsInput()) {
                break;
            }
            done += n;
        }
        return done;
    }
}
