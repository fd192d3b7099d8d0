package org.insardask.op;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Arrays;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stack.StackDescription;

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
     * @param stack the stack that is read
     * @param fewest the number of valid epochs that it must have
     * @throws OperatorException where it has not enough data
     */
    ReferenceSeries read(ReferenceChoice choice, StackDescription stack, int fewest) {
        if (!choice.isBest()) {
            return readPixel(choice.x(), choice.y(), fewest);
        }
        BestPixel best = findBest(stack.width(), stack.height(), stack.mother().source().getPreferredTileSize());
        return readPixel(best.x(), best.y(), fewest);
    }

    private ReferenceSeries readPixel(int x, int y, int fewest) {
        int n = sources.epochs();
        ArcTileBuffers buffers = new ArcTileBuffers(n, heights != null, quality.newDispersion(n));
        Rectangle pixel = new Rectangle(x, y, 1, 1);
        double[] real = new double[n];
        double[] imaginary = new double[n];
        sources.read(operator, pixel, buffers, (epoch, re, im, count) -> {
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

    /** Looks at all pixels, tile by tile of the source, so that no tile of it is asked for again once the search has gone on. */
    private BestPixel findBest(int width, int height, Dimension sourceTile) {
        int n = sources.epochs();
        Dimension tile = sourceTile == null ? new Dimension(width, height) : sourceTile;
        ArcTileBuffers buffers = new ArcTileBuffers(n, false, quality.newDispersion(n));
        long pixels = Math.min(PIXELS_AT_ONCE, BYTES_AT_ONCE / ArcTileBuffers.bytesPerPixel(n, false, quality.needsAmplitudes()));
        int rows = (int) Math.max(1L, Math.min(tile.height, pixels / Math.min(width, tile.width)));
        BestPixel best = new BestPixel();
        for (int tileY = 0; tileY < height; tileY += tile.height) {
            int end = Math.min(height, tileY + tile.height);
            for (int x = 0; x < width; x += tile.width) {
                for (int y = tileY; y < end; y += rows) {
                    offer(new Rectangle(x, y, Math.min(tile.width, width - x), Math.min(rows, end - y)), buffers, best);
                }
            }
        }
        if (!best.isFound()) {
            throw new OperatorException("no pixel has both phase and quality and reaches qualityThreshold where that is given, so that "
                    + "none can be the reference");
        }
        return best;
    }

    private void offer(Rectangle part, ArcTileBuffers buffers, BestPixel best) {
        readQuality(part, buffers);
        for (int p = 0; p < part.width * part.height; p++) {
            if (buffers.belowThreshold()[p] == 0) {
                best.offer(part.x + p % part.width, part.y + p / part.width, buffers.validEpochs()[p], buffers.sigma()[p]);
            }
        }
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
