package org.insardask.op;

import java.awt.Dimension;

/** Size of the tiles of Arc-Unwrapping: those of deep stacks are smaller, so that memory does not grow with the number of epochs. */
final class ArcTileSize {

    private static final long BYTES_OF_A_TILE = 32L << 20;
    private static final int LARGEST_SIDE = 512;
    private static final int SMALLEST_SIDE = 16;
    /** Squares are not made smaller than this for the sake of their number. */
    private static final int SIDE_WANTED = 64;
    private static final int FEWEST_ROWS = 8;
    /** So that there is work for all threads, and the last of them does not keep the others waiting. */
    private static final long TILES_WANTED = 128L;
    /** Smaller tiles would take longer to read, since each is a piece of its own in all bands. */
    private static final long FEWEST_PIXELS = 1024L;

    private ArcTileSize() {
    }

    /**
     * Returns a size. Where the source lies row by row, tiles are strips: in a file of rows a strip is one piece, and a square of the same
     * area many small ones, once for each band. Where the source has tiles of its own, they are squares, since a strip would touch more
     * of its tiles.
     *
     * @param width of the scene
     * @param height of the scene
     * @param bytesPerPixel memory for one pixel
     * @param sourceTile tiles of the source, null where it names none
     */
    static Dimension of(int width, int height, long bytesPerPixel, Dimension sourceTile) {
        boolean rows = sourceTile == null || sourceTile.width >= width;
        long most = BYTES_OF_A_TILE / bytesPerPixel;
        long wanted = Math.max(FEWEST_PIXELS, (long) width * height / TILES_WANTED);
        return rows ? strip(width, height, most, wanted) : square(width, height, most, wanted);
    }

    private static Dimension strip(int width, int height, long most, long wanted) {
        int rows = (int) Math.max(FEWEST_ROWS, Math.min(LARGEST_SIDE, Math.min(most, wanted) / width));
        long columns = (width * (long) rows + most - 1) / Math.max(1L, most);
        int tileWidth = (int) ((width + columns - 1) / columns);
        return new Dimension(tileWidth, Math.min(rows, height));
    }

    private static Dimension square(int width, int height, long most, long wanted) {
        int side = LARGEST_SIDE;
        while ((side > SMALLEST_SIDE && (long) side * side > most) || (side > SIDE_WANTED && (long) side * side > wanted)) {
            side /= 2;
        }
        return new Dimension(Math.min(side, width), Math.min(side, height));
    }
}
