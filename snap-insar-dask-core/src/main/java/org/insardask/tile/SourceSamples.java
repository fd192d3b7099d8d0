package org.insardask.tile;

import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.Tile;

/**
 * Reads the samples of one band out of its tiles: any numeric type, scaling applied, and samples without data as they are or as NaN.
 * Immutable; one for a band serves all threads.
 */
public final class SourceSamples {

    private final boolean scaled;
    private final boolean hasMissing;
    private final double missing;

    private SourceSamples(RasterDataNode band, boolean hasMissing) {
        this.scaled = band.isScalingApplied();
        this.hasMissing = hasMissing;
        double value = band.getNoDataValue();
        this.missing = band.getDataType() == ProductData.TYPE_FLOAT32 ? (float) value : value;
    }

    /** Samples as they are, no-data values included. */
    public static SourceSamples of(RasterDataNode band) {
        return new SourceSamples(band, false);
    }

    /** NaN for the band's no-data value where the band uses one. */
    public static SourceSamples noDataAsNaN(RasterDataNode band) {
        return new SourceSamples(band, band.isNoDataValueUsed() && !Double.isNaN(band.getNoDataValue()));
    }

    /**
     * NaN for the band's no-data value where the band uses one other than 0. This is for the parts of complex samples: SNAP's no-data is
     * 0 in both parts, while 0 in one part is data.
     */
    public static SourceSamples nonZeroNoDataAsNaN(RasterDataNode band) {
        double value = band.getNoDataValue();
        return new SourceSamples(band, band.isNoDataValueUsed() && value != 0 && !Double.isNaN(value));
    }

    /**
     * Copies a tile, row by row without gaps.
     *
     * @param tile a tile of the band
     * @param out  receives width x height samples from index 0 on; it may be longer
     * @return out
     */
    public float[] read(Tile tile, float[] out) {
        requireRoom(tile, out.length);
        RawSamples raw = RawSamples.of(tile);
        int width = tile.getWidth();
        for (int row = 0; row < tile.getHeight(); row++) {
            int from = tile.getScanlineOffset() + row * tile.getScanlineStride();
            if (isPlain()) {
                raw.copy(from, out, row * width, width);
            } else {
                for (int k = 0; k < width; k++) {
                    out[row * width + k] = (float) physical(tile, raw.get(from + k));
                }
            }
        }
        return out;
    }

    /**
     * Copies a tile, row by row without gaps.
     *
     * @param tile a tile of the band
     * @param out  receives width x height samples from index 0 on; it may be longer
     * @return out
     */
    public double[] read(Tile tile, double[] out) {
        requireRoom(tile, out.length);
        RawSamples raw = RawSamples.of(tile);
        int width = tile.getWidth();
        for (int row = 0; row < tile.getHeight(); row++) {
            int from = tile.getScanlineOffset() + row * tile.getScanlineStride();
            if (isPlain()) {
                raw.copy(from, out, row * width, width);
            } else {
                for (int k = 0; k < width; k++) {
                    out[row * width + k] = physical(tile, raw.get(from + k));
                }
            }
        }
        return out;
    }

    /** The samples of a tile, to be read only: the tile's own buffer where that holds them as floats, else a copy. */
    public FloatView view(Tile tile) {
        if (tile.getDataBufferFloat() != null && isPlain()) {
            return new FloatView(tile.getDataBufferFloat(), tile.getScanlineOffset(), tile.getScanlineStride());
        }
        return new FloatView(read(tile, new float[tile.getWidth() * tile.getHeight()]), 0, tile.getWidth());
    }

    private double physical(Tile tile, double raw) {
        if (hasMissing && raw == missing) {
            return Double.NaN;
        }
        return scaled ? tile.toGeoPhysical(raw) : raw;
    }

    private boolean isPlain() {
        return !scaled && !hasMissing;
    }

    private static void requireRoom(Tile tile, int length) {
        if (length < tile.getWidth() * tile.getHeight()) {
            throw new IllegalArgumentException("array of " + length + " for a tile of " + tile.getWidth() + " x " + tile.getHeight());
        }
    }
}
