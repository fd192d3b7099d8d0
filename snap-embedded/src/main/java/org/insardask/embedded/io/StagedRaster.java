package org.insardask.embedded.io;

import java.io.IOException;

/**
 * A raster of a product that is being written. Immutable, safe for any thread.
 *
 * @param type type of its samples in the file
 * @param target takes its samples
 * @param source reads back what was written, in the type of the file
 */
public record StagedRaster(SampleType type, RasterTarget target, ReadBack source) {
    /** Reads a rectangle of what was written; throws where it is not there. */
    @FunctionalInterface
    public interface ReadBack {
        /** Reads, as {@link RasterSource#read} does. */
        void read(int x, int y, int w, int h, Object samples) throws IOException;

        /** Says that a rectangle that was read is as it was written and will not be written again; throws where it cannot be kept. */
        default void keep(int x, int y, int w, int h) throws IOException {
        }
    }
}
