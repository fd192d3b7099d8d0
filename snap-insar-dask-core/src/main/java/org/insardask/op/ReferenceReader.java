package org.insardask.op;

import java.awt.Rectangle;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/** Reads the series of a reference. */
final class ReferenceReader {

    private final Operator operator;
    private final ArcSources sources;
    private final PixelQuality quality;
    private final HeightSource heights;

    /**
     * Makes a reader.
     *
     * @param heights null where height is not estimated
     */
    ReferenceReader(Operator operator, ArcSources sources, PixelQuality quality, HeightSource heights) {
        this.operator = operator;
        this.sources = sources;
        this.quality = quality;
        this.heights = heights;
    }

    /**
     * Reads a reference of one pixel.
     *
     * @param x its column
     * @param y its row
     * @param fewest the number of valid epochs that it must have
     * @throws OperatorException where it has not enough data
     */
    ReferenceSeries readPixel(int x, int y, int fewest) {
        int n = sources.epochs();
        ArcTileBuffers buffers = new ArcTileBuffers(n, heights != null, quality.newDispersion(sources.amplitudes()));
        Rectangle pixel = new Rectangle(x, y, 1, 1);
        double[] real = new double[n];
        double[] imaginary = new double[n];
        sources.read(operator, pixel, buffers, quality.needsAmplitudes(), (epoch, re, im, count) -> {
            real[epoch] = re[0];
            imaginary[epoch] = im[0];
        });
        quality.fill(operator, pixel, buffers);
        double sigma = buffers.sigma()[0];
        ReferenceSeries.Place place = ReferenceSeries.Place.ofPixel(x, y);
        ReferenceSeries series = new ReferenceSeries(place, sigma, buffers.belowThreshold()[0] != 0, real, imaginary,
                heightsOf(pixel, buffers, n));
        requireData(series, fewest);
        return series;
    }

    private static void requireData(ReferenceSeries series, int fewest) {
        String what = "the reference " + series.place().description();
        if (series.validEpochs() < fewest) {
            throw new OperatorException(what + " has data at " + series.validEpochs() + " of " + series.epochs()
                    + " epochs, expected at least " + fewest);
        }
        if (!Double.isFinite(series.sigma()) || series.sigma() < 0.0) {
            throw new OperatorException(what + " has no valid quality (phase sigma " + series.sigma() + " rad)");
        }
    }

    /**
     * Reads a reference of several pixels.
     *
     * @param pixels which ones
     * @param fewest the number of valid epochs that their mean must have
     * @throws OperatorException where they have not enough data
     */
    ReferenceSeries readMean(ReferencePixels pixels, int fewest) {
        ReferenceSeries series = new PhaseReferenceMean(operator, sources, quality, heights, pixels).read();
        requireData(series, fewest);
        return series;
    }

    private double[] heightsOf(Rectangle pixel, ArcTileBuffers buffers, int n) {
        if (heights == null) {
            return null;
        }
        heights.fill(operator, pixel, null, buffers);
        double[] factors = new double[n];
        for (int e = 0; e < n; e++) {
            factors[e] = buffers.height()[e * buffers.stride()];
        }
        return factors;
    }
}
