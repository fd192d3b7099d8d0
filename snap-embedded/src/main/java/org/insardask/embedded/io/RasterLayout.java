package org.insardask.embedded.io;

/**
 * How the samples of a raster lie in files: in pieces of a size, row by row in each. Immutable.
 *
 * @param width samples in a row of a piece
 * @param height rows of a piece
 * @param wholePieces whether a piece can only be read as a whole, because it is compressed or in an archive; else any rectangle is read
 *         at its own cost, and the fastest are rows as wide as a piece
 */
public record RasterLayout(int width, int height, boolean wholePieces) {
}
