package org.insardask.embedded.io;

import java.io.IOException;

/** Reads rectangles of the samples of one raster. Implementations are safe for any thread. */
public interface RasterSource {
    /**
     * Returns the layout of the samples, so that tiles can be cut along it.
     *
     * @return the layout
     */
    RasterLayout layout();

    /**
     * Reads a rectangle.
     *
     * @param x first column
     * @param y first row
     * @param w number of columns
     * @param h number of rows
     * @param samples primitive array of the type of the raster; written from 0 on, row after row
     * @param files opens files
     * @throws IOException where the data cannot be read; the message names the file
     */
    void read(int x, int y, int w, int h, Object samples, OpenFiles files) throws IOException;
}
