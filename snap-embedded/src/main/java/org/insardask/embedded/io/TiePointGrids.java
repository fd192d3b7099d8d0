package org.insardask.embedded.io;

import java.io.IOException;

/** What readers of tie-point grids, which lie in memory as a whole, check before they read them. */
public final class TiePointGrids {
    private static final long MOST_POINTS = 1L << 24;

    private TiePointGrids() {
    }

    /**
     * Refuses grids that are too large for memory, so that a broken header cannot ask for it.
     *
     * @param owner the grid, for the message
     * @param width points in a row
     * @param height number of rows
     * @throws IOException where the grid has more than 2^24 points
     */
    public static void requireSize(String owner, int width, int height) throws IOException {
        if ((long) width * height > MOST_POINTS) {
            throw new IOException(owner + ": has " + width + " x " + height + " tie points, expected at most " + MOST_POINTS);
        }
    }
}
