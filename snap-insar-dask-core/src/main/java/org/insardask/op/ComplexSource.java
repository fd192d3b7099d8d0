package org.insardask.op;

import java.awt.Rectangle;
import org.insardask.slc.ComplexWindow;
import org.insardask.stack.ComplexBands;
import org.insardask.tile.FloatView;
import org.insardask.tile.SourceSamples;
import org.insardask.tile.UsedTiles;

/**
 * Reads the tiles of a complex image. Immutable.
 */
final class ComplexSource {

    private final ComplexBands bands;
    private final SourceSamples real;
    private final SourceSamples imaginary;

    ComplexSource(ComplexBands bands) {
        this.bands = bands;
        this.real = SourceSamples.nonZeroNoDataAsNaN(bands.real());
        this.imaginary = SourceSamples.nonZeroNoDataAsNaN(bands.imaginary());
    }

    /** The samples of a rectangle, to be read only; NaN where a band has a no-data value other than 0. */
    ComplexWindow window(UsedTiles tiles, Rectangle rectangle) {
        FloatView re = real.view(tiles.get(bands.real(), rectangle));
        FloatView im = imaginary.view(tiles.get(bands.imaginary(), rectangle));
        return window(re, im);
    }

    static ComplexWindow window(FloatView re, FloatView im) {
        return new ComplexWindow(re.data(), re.offset(), re.stride(), im.data(), im.offset(), im.stride());
    }
}
