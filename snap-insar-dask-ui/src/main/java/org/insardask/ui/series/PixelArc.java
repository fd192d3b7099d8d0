package org.insardask.ui.series;

import org.insardask.arc.ArcTerm;

/**
 * The arc of a pixel, from the reference of the product or from another pixel: what was observed and estimated. Immutable by agreement.
 *
 * @param unwrapped mm by epoch
 * @param wrapped mm by epoch, up to half wavelengths
 * @param heightPart apparent displacement of the estimated height by epoch (mm); NaN where it is not known
 * @param heightToPhase factors by epoch (m/m); NaN where they are not known
 * @param parameters by term (their units)
 * @param sigma standard deviation of the phase (rad)
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; never compared
record PixelArc(double[] unwrapped, double[] wrapped, double[] heightPart, double[] heightToPhase, double[] parameters, double sigma) {

    /** Makes the arc from the reference of the product to a pixel. */
    static PixelArc of(SeriesProduct product, SeriesModel model, PixelSamples samples) {
        double[] parameters = new double[model.parameters()];
        for (int c = 0; c < parameters.length; c++) {
            parameters[c] = samples.value(ArcMetadata.bandName(model.term(c)));
        }
        double[] factors = product.heightToPhase(samples.x(), samples.y());
        return new PixelArc(samples.get(SeriesKind.UNWRAPPED), samples.get(SeriesKind.WRAPPED),
                heightPart(product, model, samples, factors, parameters), factors, parameters, samples.value("phase_sigma"));
    }

    /** From its own bands where they are there; else from all of the model less what is not height; else from the metadata. */
    private static double[] heightPart(SeriesProduct product, SeriesModel model, PixelSamples samples, double[] factors,
            double[] parameters) {
        int height = product.metadata().terms().indexOf(ArcTerm.HEIGHT);
        int n = product.dates().size();
        if (height < 0) {
            return new double[n];
        }
        if (product.has(SeriesKind.HEIGHT)) {
            return samples.get(SeriesKind.HEIGHT);
        }
        if (product.has(SeriesKind.ESTIMATED) && model.knowsTemperature()) {
            double[] rest = model.displacement(model.design(product.dates(), null), parameters);
            return minus(samples.get(SeriesKind.ESTIMATED), rest);
        }
        double[] part = new double[n];
        for (int e = 0; e < n; e++) {
            part[e] = 1000.0 * factors[e] * parameters[height];
        }
        return part;
    }

    /**
     * Makes the arc from another pixel to this one. Both have the reference in common, so that its noise goes out twice:
     * sigma^2 = sigma_1^2 + sigma_2^2 - 2 sigma_reference^2.
     *
     * @param referenceSigma standard deviation of the reference's phase (rad); NaN is taken as 0, the careful side
     * @param halfWavelength to which wrapped values are wrapped again (mm)
     */
    PixelArc minus(PixelArc other, double referenceSigma, double halfWavelength) {
        double common = Double.isNaN(referenceSigma) ? 0.0 : 2.0 * referenceSigma * referenceSigma;
        double variance = Math.max(0.0, sigma * sigma + other.sigma * other.sigma - common);
        double[] rewrapped = minus(wrapped, other.wrapped);
        for (int e = 0; e < rewrapped.length; e++) {
            rewrapped[e] -= halfWavelength * Math.floor(rewrapped[e] / halfWavelength + 0.5);
        }
        return new PixelArc(minus(unwrapped, other.unwrapped), rewrapped, minus(heightPart, other.heightPart), heightToPhase,
                minus(parameters, other.parameters), Math.sqrt(variance));
    }

    /** Returns the arc from a pixel to itself, which has no noise. */
    PixelArc withoutNoise() {
        return new PixelArc(unwrapped, wrapped, heightPart, heightToPhase, parameters, 0.0);
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** Returns whether the apparent displacement of the height is known at some epoch. */
    boolean knowsHeight() {
        for (double part : heightPart) {
            if (!Double.isNaN(part)) {
                return true;
            }
        }
        return false;
    }
}
