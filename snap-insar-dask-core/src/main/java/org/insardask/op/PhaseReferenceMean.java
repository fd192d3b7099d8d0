package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/**
 * Reads a reference that is the mean of several pixels: at each epoch the mean of the unit vectors of their single differences, in
 * which every pixel counts the same however bright it is, so that its phase is the mean phase where these differ little.
 * Height-to-phase factors are averaged too; the variance of the mean of m pixels is the sum of theirs divided by m^2.
 *
 * <p>All epochs are averaged over the same pixels: those with data at every epoch at which any pixel has data, and with a quality
 * that reaches the threshold. Sums are exact, so that the order in which blocks are read does not matter. For one reading by one thread.
 */
final class PhaseReferenceMean {

    private final Operator operator;
    private final ArcSources sources;
    private final PixelQuality quality;
    private final HeightSource heights;
    private final ReferencePixels pixels;
    private final int n;

    /** Heights are null where height is not estimated. */
    PhaseReferenceMean(Operator operator, ArcSources sources, PixelQuality quality, HeightSource heights, ReferencePixels pixels) {
        this.operator = operator;
        this.sources = sources;
        this.quality = quality;
        this.heights = heights;
        this.pixels = pixels;
        this.n = sources.epochs();
    }

    /**
     * Reads the pixels, block by block.
     *
     * @throws OperatorException where no pixel can be used
     */
    ReferenceSeries read() {
        BitSet all = new BitSet();
        all.set(0, n);
        Sums sums = new Sums(all);
        sums.addAll();
        if (sums.used == 0L && !sums.present.isEmpty() && !sums.present.equals(all)) {
            sums = new Sums(sums.present);
            sums.addAll();
        }
        requirePixels(sums);
        return sums.series();
    }

    private void requirePixels(Sums sums) {
        if (sums.marked == 0L) {
            throw new OperatorException("the reference holds no pixel: " + pixels.description());
        }
        if (sums.present.isEmpty()) {
            throw new OperatorException("the reference has no data: " + pixels.description());
        }
        if (sums.used == 0L) {
            throw new OperatorException("the reference has no pixel with data at all of " + sums.present.cardinality()
                    + " epochs and with a quality that reaches the threshold: " + pixels.description());
        }
    }

    /** What is added up over the blocks. */
    private final class Sums {
        private final BitSet required;
        private final BitSet present = new BitSet();
        private final ExactSum[] real = sums();
        private final ExactSum[] imaginary = sums();
        private final ExactSum[] height = sums();
        private final ExactSum variance = new ExactSum();
        private final ArcTileBuffers buffers = new ArcTileBuffers(n, heights != null, quality.newDispersion(sources.amplitudes()));
        private long marked;
        private long used;

        Sums(BitSet required) {
            this.required = required;
        }

        private ExactSum[] sums() {
            return Stream.generate(ExactSum::new).limit(n).toArray(ExactSum[]::new);
        }

        void addAll() {
            for (Rectangle block : pixels.blocks(4 * n)) {
                boolean[] marks = new boolean[block.width * block.height];
                pixels.mark(operator, block, marks);
                int[] places = IntStream.range(0, marks.length).filter(p -> marks[p]).toArray();
                if (places.length > 0) {
                    add(block, places);
                }
            }
        }

        private void add(Rectangle block, int[] places) {
            double[][] re = new double[n][places.length];
            double[][] im = new double[n][places.length];
            sources.read(operator, block, buffers, quality.needsAmplitudes(), (epoch, blockRe, blockIm, count) -> {
                for (int k = 0; k < places.length; k++) {
                    double length = Math.hypot(blockRe[places[k]], blockIm[places[k]]);
                    re[epoch][k] = length > 0.0 ? blockRe[places[k]] / length : Double.NaN;
                    im[epoch][k] = length > 0.0 ? blockIm[places[k]] / length : Double.NaN;
                }
            });
            if (heights != null) {
                heights.fill(operator, block, null, buffers);
            }
            quality.fill(operator, block, buffers);
            marked += places.length;
            for (int k = 0; k < places.length; k++) {
                addPixel(re, im, places[k], k);
            }
        }

        private void addPixel(double[][] re, double[][] im, int place, int k) {
            boolean complete = true;
            for (int e = 0; e < n; e++) {
                boolean data = Double.isFinite(re[e][k]) && Double.isFinite(im[e][k]) && Double.isFinite(factor(e, place));
                if (data) {
                    present.set(e);
                }
                complete &= data || !required.get(e);
            }
            double sigma = buffers.sigma()[place];
            if (complete && buffers.belowThreshold()[place] == 0 && sigma >= 0.0 && sigma < Double.POSITIVE_INFINITY) {
                used++;
                variance.add(sigma * sigma);
                for (int e = required.nextSetBit(0); e >= 0; e = required.nextSetBit(e + 1)) {
                    real[e].add(re[e][k]);
                    imaginary[e].add(im[e][k]);
                    height[e].add(factor(e, place));
                }
            }
        }

        private double factor(int epoch, int place) {
            return heights == null ? 0.0 : buffers.height()[epoch * buffers.stride() + place];
        }

        ReferenceSeries series() {
            double[] re = means(real);
            double[] im = means(imaginary);
            double likeness = required.stream().mapToDouble(e -> Math.hypot(re[e], im[e])).sum() / required.cardinality();
            String description = "mean of " + pixels.description();
            ReferenceSeries.Place place = new ReferenceSeries.Place(-1, -1, description, used, marked - used, likeness);
            return new ReferenceSeries(place, Math.sqrt(variance.mean() / used), false, re, im, heights == null ? null : means(height));
        }

        private double[] means(ExactSum[] sums) {
            return Arrays.stream(sums).mapToDouble(ExactSum::mean).toArray();
        }
    }
}
