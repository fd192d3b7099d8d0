package org.insardask.embedded.io;

import java.io.IOException;
import org.esa.snap.core.datamodel.ProductData;

/** Takes rectangles of the samples of one raster, in any order. Implementations are safe for any thread. */
@FunctionalInterface
public interface RasterTarget {
    /**
     * Writes a rectangle.
     *
     * @param x first column
     * @param y first row
     * @param w number of columns
     * @param h number of rows
     * @param samples {@code w * h} samples, row after row
     * @throws IOException where the data cannot be written; the message names the file
     */
    void write(int x, int y, int w, int h, ProductData samples) throws IOException;
}
