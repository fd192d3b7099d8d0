package org.insardask.op;

import java.awt.Rectangle;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.insardask.points.PixelDispersion;
import org.insardask.stack.AmplitudeImage;
import org.insardask.tile.FloatView;
import org.insardask.tile.SourceSamples;

/** Reads the amplitudes of an image. Immutable. */
final class PsImage {

    private final AmplitudeImage image;
    private final SourceSamples first;
    private final SourceSamples second;
    private final boolean zeroIsMissing;

    PsImage(AmplitudeImage image) {
        this.image = image;
        boolean complex = image.imaginary().isPresent();
        first = complex ? SourceSamples.nonZeroNoDataAsNaN(image.band()) : SourceSamples.noDataAsNaN(image.band());
        second = image.imaginary().map(SourceSamples::nonZeroNoDataAsNaN).orElse(null);
        zeroIsMissing = complex && hasNoDataZero(image.band()) && hasNoDataZero(image.imaginary().get());
    }

    private static boolean hasNoDataZero(Band band) {
        return band.isNoDataValueUsed() && band.getNoDataValue() == 0.0;
    }

    /** Samples of a rectangle. */
    record Samples(FloatView first, FloatView second) {
    }

    Samples read(Operator operator, Rectangle rectangle) {
        FloatView one = first.view(operator.getSourceTile(image.band(), rectangle));
        return new Samples(one, second == null ? null : second.view(operator.getSourceTile(image.imaginary().get(), rectangle)));
    }

    /** Gives some amplitudes of a row of the rectangle to a kernel. */
    void fill(Samples samples, int row, int column, int count, double factor, PixelDispersion kernel, int epoch) {
        FloatView one = samples.first();
        int from = one.offset() + row * one.stride() + column;
        if (samples.second() != null) {
            FloatView two = samples.second();
            int imaginaryFrom = two.offset() + row * two.stride() + column;
            kernel.setComplex(epoch, one.data(), from, two.data(), imaginaryFrom, count, zeroIsMissing, factor);
        } else if (image.intensity()) {
            kernel.setIntensity(epoch, one.data(), from, count, factor);
        } else {
            kernel.setAmplitude(epoch, one.data(), from, count, factor);
        }
    }
}
