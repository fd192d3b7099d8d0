package org.insardask.zarr;

/** The decoder of BloscLZ, a relative of FastLZ: runs of literals, and copies of what was written up to 65 kB before. Stateless. */
final class BloscLz {

    private static final int FAR = 8191;
    private static final int SHORTEST_COPY = 3;
    private static final int LONG_COPY = 6;

    private BloscLz() {
    }

    /**
     * Decompresses a stream.
     *
     * @return the number of bytes written
     * @throws IndexOutOfBoundsException where the stream is damaged
     */
    static int decompress(byte[] in, int from, int length, byte[] out, int to, int room) {
        int end = from + length;
        int at = from;
        int put = to;
        int control = in[at++] & 31;
        while (true) {
            if (control >= 32) {
                int count = (control >> 5) - 1;
                int distance = (control & 31) << 8;
                int code;
                if (count == LONG_COPY) {
                    do {
                        code = in[at++] & 0xff;
                        count += code;
                    } while (code == 255);
                }
                code = in[at++] & 0xff;
                distance += code;
                if (code == 255 && distance == FAR) {
                    distance = ((in[at] & 0xff) << 8) + (in[at + 1] & 0xff) + FAR;
                    at += 2;
                }
                put = copy(out, to, put, distance + 1, count + SHORTEST_COPY, to + room);
            } else {
                int count = control + 1;
                requireRoom(count, put, to + room);
                System.arraycopy(in, at, out, put, count);
                at += count;
                put += count;
            }
            if (at >= end) {
                return put - to;
            }
            control = in[at++] & 0xff;
        }
    }

    /** Source and target may overlap: then what was just written is copied again. */
    private static int copy(byte[] out, int start, int put, int distance, int count, int end) {
        requireRoom(count, put, end);
        if (put - distance < start) {
            throw new IndexOutOfBoundsException("a copy from before the start");
        }
        for (int k = put; k < put + count; k++) {
            out[k] = out[k - distance];
        }
        return put + count;
    }

    private static void requireRoom(int count, int put, int end) {
        if (count > end - put) {
            throw new IndexOutOfBoundsException("more bytes than the block has");
        }
    }
}
