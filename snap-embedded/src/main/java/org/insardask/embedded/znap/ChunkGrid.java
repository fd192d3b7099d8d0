package org.insardask.embedded.znap;

import java.io.IOException;

/** Walks the chunks that a rectangle of an array meets. */
final class ChunkGrid {
    private ChunkGrid() {
    }

    /**
     * Chooses the length of chunks along an axis, as SNAP's gpt chooses its tiles: up to 640 samples in one chunk, else the largest of
     * 640, 576, ... 256 that divides the axis, else that with the least overhang. It depends on nothing else, so that the tiling of a
     * run does not change what is written.
     *
     * @param length samples along the axis
     * @return samples of a chunk
     */
    static int chunkLength(int length) {
        if (length <= 640) {
            return length;
        }
        int best = 640;
        int least = Integer.MAX_VALUE;
        for (int size = 640; size >= 256; size -= 64) {
            int overhang = (size - length % size) % size;
            if (overhang < least) {
                best = size;
                least = overhang;
            }
        }
        return best;
    }

    /** Does something with the part of a rectangle that lies in one chunk. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Visits a part.
         *
         * @param row row of the chunk
         * @param column column of the chunk
         * @param x first column of the part in the chunk
         * @param y first row of the part in the chunk
         * @param w number of columns
         * @param h number of rows
         * @param offset index of the first sample of the part in the rectangle's buffer
         * @throws IOException where the chunk cannot be read or written
         */
        void visit(int row, int column, int x, int y, int w, int h, int offset) throws IOException;
    }

    /** Visits the parts of a rectangle, chunk after chunk. */
    static void visit(ZarrHeader header, int x, int y, int w, int h, Visitor visitor) throws IOException {
        int cw = header.chunkWidth();
        int ch = header.chunkHeight();
        for (int row = y / ch; row <= (y + h - 1) / ch; row++) {
            int y0 = Math.max(y, row * ch);
            int y1 = Math.min(y + h, (int) Math.min(Integer.MAX_VALUE, (row + 1L) * ch));
            for (int column = x / cw; column <= (x + w - 1) / cw; column++) {
                int x0 = Math.max(x, column * cw);
                int x1 = Math.min(x + w, (int) Math.min(Integer.MAX_VALUE, (column + 1L) * cw));
                visitor.visit(row, column, x0 - column * cw, y0 - row * ch, x1 - x0, y1 - y0, (y0 - y) * w + x0 - x);
            }
        }
    }
}
