package org.insardask.embedded.znap;

/**
 * The place of a chunk in an array, and how much of the chunk lies inside of it.
 *
 * @param row row of the chunk
 * @param column column of the chunk
 * @param width samples in a row that lie inside of the array
 * @param height rows that lie inside of the array
 */
record ChunkPlace(int row, int column, int width, int height) {

    static ChunkPlace of(ZarrHeader header, int row, int column) {
        long right = header.width() - (long) column * header.chunkWidth();
        long below = header.height() - (long) row * header.chunkHeight();
        return new ChunkPlace(row, column, (int) Math.min(header.chunkWidth(), right), (int) Math.min(header.chunkHeight(), below));
    }

    /** The name of the chunk's file. */
    String name(ZarrHeader header) {
        return header.chunkName(row, column);
    }
}
