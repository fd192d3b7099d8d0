package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/** Finds the reference pixel and reads its series. */
final class ReferenceReader {

    private static final int PIXELS_AT_ONCE = 65536;
    private static final long BYTES_AT_ONCE = 64L << 20;

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
     * Reads the reference.
     *
     * @param choice a pixel, or the best
     * @param width width of the stack
     * @param height height of the stack
     * @param fewest the number of valid epochs that it must have
     * @throws OperatorException where it has not enough data
     */
    ReferenceSeries read(ReferenceChoice choice, int width, int height, int fewest) {
        if (!choice.isBest()) {
            return readPixel(choice.x(), choice.y(), fewest);
        }
        Rectangle best = findBest(width, height);
        return readPixel(best.x, best.y, fewest);
    }

    private ReferenceSeries readPixel(int x, int y, int fewest) {
        int n = sources.epochs();
        ArcTileBuffers buffers = new ArcTileBuffers(n, heights != null, quality.needsAmplitudes());
        Rectangle pixel = new Rectangle(x, y, 1, 1);
        double[] real = new double[n];
        double[] imaginary = new double[n];
        sources.read(operator, pixel, buffers, (epoch, re, im, count) -> {
            real[epoch] = re[0];
            imaginary[epoch] = im[0];
        });
        quality.fill(operator, pixel, buffers);
        double sigma = buffers.sigma()[0];
        ReferenceSeries series = new ReferenceSeries(x, y, sigma, real, imaginary, heightsOf(pixel, buffers, n));
        if (series.validEpochs() < fewest) {
            throw new OperatorException("the reference pixel (" + x + ", " + y + ") has data at " + series.validEpochs() + " of " + n
                    + " epochs, expected at least " + fewest);
        }
        if (!Double.isFinite(sigma) || sigma < 0.0) {
            throw new OperatorException("the reference pixel (" + x + ", " + y + ") has no valid quality (phase sigma " + sigma + " rad)");
        }
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

    /** The pixel with most valid epochs, of these the one of smallest sigma, of these the first in row order. */
    private Rectangle findBest(int width, int height) {
        int n = sources.epochs();
        ArcTileBuffers buffers = new ArcTileBuffers(n, false, quality.needsAmplitudes());
        long pixels = Math.min(PIXELS_AT_ONCE, BYTES_AT_ONCE / ArcTileBuffers.bytesPerPixel(n, false, quality.needsAmplitudes()));
        int rows = (int) Math.max(1L, Math.min(height, pixels / width));
        Rectangle best = new Rectangle(-1, -1, 1, 1);
        double bestSigma = Double.POSITIVE_INFINITY;
        int bestValid = 0;
        for (int y = 0; y < height; y += rows) {
            Rectangle strip = new Rectangle(0, y, width, Math.min(rows, height - y));
            readQuality(strip, buffers);
            for (int p = 0; p < strip.width * strip.height; p++) {
                int valid = buffers.validEpochs()[p];
                double sigma = buffers.sigma()[p];
                if (sigma >= 0.0 && (valid > bestValid || (valid == bestValid && sigma < bestSigma))) {
                    bestValid = valid;
                    bestSigma = sigma;
                    best.setLocation(p % width, y + p / width);
                }
            }
        }
        if (best.x < 0) {
            throw new OperatorException("no pixel has both phase and quality, so that none can be the reference");
        }
        return best;
    }

    private void readQuality(Rectangle strip, ArcTileBuffers buffers) {
        buffers.ensure(strip.width * strip.height);
        int[] valid = buffers.validEpochs();
        Arrays.fill(valid, 0);
        sources.read(operator, strip, buffers, (epoch, re, im, count) -> {
            for (int p = 0; p < count; p++) {
                if (re[p] * re[p] + im[p] * im[p] > 0.0) {
                    valid[p]++;
                }
            }
        });
        quality.fill(operator, strip, buffers);
    }
}
