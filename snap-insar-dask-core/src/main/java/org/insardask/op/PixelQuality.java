package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.arc.AmplitudeDispersion;
import org.insardask.arc.DispersionBatch;
import org.insardask.arc.SigmaCurve;

/**
 * Phase standard deviation of pixels: from the dispersion of their amplitudes at the valid epochs, or from a band. Immutable.
 */
final class PixelQuality {

    private final Optional<SampleBand> band;
    private final AmplitudeDispersion dispersion;
    private final SigmaCurve curve;
    private final double threshold;

    private PixelQuality(Optional<SampleBand> band, AmplitudeDispersion dispersion, SigmaCurve curve, double threshold) {
        this.band = band;
        this.dispersion = dispersion;
        this.curve = curve;
        this.threshold = threshold;
    }

    /** Quality from amplitudes; pixels whose dispersion is above the threshold do not reach it. */
    static PixelQuality ofAmplitudes(AmplitudeDispersion dispersion, SigmaCurve curve, double threshold) {
        return new PixelQuality(Optional.empty(), dispersion, curve, threshold);
    }

    /**
     * Quality from a band of standard deviations (rad); pixels above the threshold do not reach it.
     *
     * @throws OperatorException where no product has the band, or its unit or size is wrong
     */
    static PixelQuality ofBand(Product[] products, String name, int width, int height, double threshold) {
        Band band = Arrays.stream(products).map(product -> product.getBand(name)).filter(Objects::nonNull).findFirst()
                .orElseThrow(() -> new OperatorException("qualityBand: no band '" + name + "' in product '" + products[0].getName() + "'"
                        + (products.length > 1 ? " or the other sources" : "")));
        String unit = band.getUnit();
        if (unit != null && !unit.isBlank() && !unit.strip().equals("rad")) {
            throw new OperatorException("qualityBand: band '" + name + "' has the unit '" + unit + "', expected rad");
        }
        if (band.getRasterWidth() != width || band.getRasterHeight() != height) {
            throw new OperatorException("qualityBand: band '" + name + "' has " + band.getRasterWidth() + " x "
                    + band.getRasterHeight() + " pixels, expected " + width + " x " + height);
        }
        return new PixelQuality(Optional.of(SampleBand.ofValues(band)), null, null, threshold);
    }

    /** Returns whether amplitudes are needed. */
    boolean needsAmplitudes() {
        return band.isEmpty();
    }

    /** Makes what computes the dispersions of a number of amplitudes, for one thread; null where amplitudes are not needed. */
    DispersionBatch newDispersion(int amplitudes) {
        return band.isPresent() ? null : new DispersionBatch(dispersion, amplitudes);
    }

    /** Fills sigma of the pixels (rad, NaN where it is not known) and the flags of those below the threshold. */
    void fill(Operator operator, Rectangle rectangle, ArcTileBuffers buffers) {
        measure(operator, rectangle, buffers);
        toSigma(buffers, rectangle.width * rectangle.height);
    }

    /**
     * Fills the sigmas of the buffers with what the threshold is for: dispersions of the amplitudes, rounded to floats so that they are the
     * same whether they were {@link KeptSamples kept} or not, or samples of the band.
     */
    void measure(Operator operator, Rectangle rectangle, ArcTileBuffers buffers) {
        int count = rectangle.width * rectangle.height;
        double[] sigma = buffers.sigma();
        if (band.isPresent()) {
            band.get().read(operator, rectangle, sigma);
        } else {
            buffers.dispersion().compute(buffers.amplitude(), buffers.stride(), count, sigma, buffers.validAmplitudes());
        }
    }

    /** Makes sigmas of what was measured, in place, and flags those below the threshold. */
    void toSigma(ArcTileBuffers buffers, int count) {
        double[] sigma = buffers.sigma();
        for (int p = 0; p < count; p++) {
            buffers.belowThreshold()[p] = (byte) (sigma[p] > threshold ? 1 : 0);
            sigma[p] = band.isPresent() ? sigma[p] : curve.sigma(sigma[p]);
        }
    }
}
