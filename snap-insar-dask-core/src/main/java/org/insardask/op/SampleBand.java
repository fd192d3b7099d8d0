package org.insardask.op;

import java.awt.Rectangle;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.insardask.tile.FloatView;
import org.insardask.tile.SourceSamples;
import org.insardask.tile.UsedTiles;

/** A band and how its samples are read. Immutable. */
final class SampleBand {

    private final Band band;
    private final SourceSamples samples;

    private SampleBand(Band band, SourceSamples samples) {
        this.band = band;
        this.samples = samples;
    }

    /** One part of complex samples: NaN for a no-data value other than 0. */
    static SampleBand ofComplexPart(Band band) {
        return new SampleBand(band, SourceSamples.nonZeroNoDataAsNaN(band));
    }

    /** Real values: NaN for the no-data value. */
    static SampleBand ofValues(Band band) {
        return new SampleBand(band, SourceSamples.noDataAsNaN(band));
    }

    /** Returns whether its samples are floats, or numbers that are the same as floats. */
    boolean isFloat() {
        return switch (band.getDataType()) {
            case ProductData.TYPE_FLOAT32, ProductData.TYPE_INT8, ProductData.TYPE_UINT8, ProductData.TYPE_INT16, ProductData.TYPE_UINT16 ->
                !band.isScalingApplied();
            default -> false;
        };
    }

    /** The samples of a rectangle as floats: the tile's own buffer where that can be, to be read only. */
    FloatView view(UsedTiles tiles, Rectangle rectangle) {
        return samples.view(tiles.get(band, rectangle));
    }

    /** Reads a rectangle, row by row without gaps. */
    void read(Operator operator, Rectangle rectangle, double[] out) {
        try (UsedTiles used = new UsedTiles(operator)) {
            samples.read(used.get(band, rectangle), out);
        }
    }
}
