package org.insardask.embedded.io;

/**
 * A raster of a product that is being written. Immutable, safe for any thread.
 *
 * @param type type of its samples in the file
 * @param target takes its samples
 * @param source reads back what was written, in the type of the file
 */
public record StagedRaster(SampleType type, RasterTarget target, RasterSource source) {
}
