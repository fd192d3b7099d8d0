package org.insardask.zarr;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Streams of zlib. Stateless. */
final class Deflate {

    private Deflate() {
    }

    /** Decompresses a stream, and returns the number of bytes written. */
    static int inflate(byte[] in, int from, int length, byte[] out, int to, int room) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in, from, length);
            int put = 0;
            while (put < room && !inflater.finished()) {
                int written = inflater.inflate(out, to + put, room - put);
                if (written == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IOException("a zlib stream that is cut off");
                }
                put += written;
            }
            return put;
        } catch (DataFormatException e) {
            throw new IOException("damaged zlib stream: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }
}
