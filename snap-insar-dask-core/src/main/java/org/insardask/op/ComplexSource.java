package org.insardask.op;

import java.awt.Rectangle;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.insardask.slc.ComplexWindow;
import org.insardask.stack.ComplexBands;
import org.insardask.tile.FloatView;
import org.insardask.tile.SourceSamples;

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
    ComplexWindow window(Operator operator, Rectangle rectangle) {
        FloatView re = view(operator, bands.real(), real, rectangle);
        FloatView im = view(operator, bands.imaginary(), imaginary, rectangle);
        return window(re, im);
    }

    static ComplexWindow window(FloatView re, FloatView im) {
        return new ComplexWindow(re.data(), re.offset(), re.stride(), im.data(), im.offset(), im.stride());
    }

    private static FloatView view(Operator operator, Band band, SourceSamples samples, Rectangle rectangle) {
        return samples.view(operator.getSourceTile(band, rectangle));
    }
}
