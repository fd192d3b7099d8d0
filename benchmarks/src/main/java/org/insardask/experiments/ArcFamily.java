package org.insardask.experiments;

import java.util.List;
import java.util.Random;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcTerm;

/**
 * Seeded arcs of Sentinel-1 geometry, 12 days apart, whose parameters are drawn from the prior. For one thread.
 */
final class ArcFamily {

    /** Offset, velocity, height and thermal expansion. */
    static final List<ArcTerm> FOUR_TERMS = List.of(ArcTerm.OFFSET, ArcTerm.VELOCITY, ArcTerm.HEIGHT, ArcTerm.THERMAL);
    /** Narrow prior standard deviations (rad, mm/year, m, mm/degC). */
    static final double[] NARROW = {0.3, 2.0, 5.0, 0.05};
    /** The defaults of Arc-Unwrapping (rad, mm/year, m, mm/degC). */
    static final double[] DEFAULT = {0.3, 10.0, 20.0, 0.5};
    /** Wide prior standard deviations (rad, mm/year, m, mm/degC). */
    static final double[] WIDE = {0.5, 10.0, 30.0, 0.5};

    private static final double WAVELENGTH = 0.055465763;
    private static final double BASELINE_SIGMA = 60.0;
    private static final double SLANT_HEIGHT = 850000.0 * Math.sin(Math.toRadians(35.0));

    private final ArcModel model;
    private final double[] heightToPhase;
    private final double[] design;
    private final Random random;
    private final double[] truth;
    private final double[] phase;
    private final double[] ambiguities;

    /**
     * Makes a family.
     *
     * @param seed of baselines, temperatures and all arcs
     * @param n the number of epochs
     * @param terms the parameters
     * @param priorSigma their prior standard deviations
     */
    ArcFamily(long seed, int n, List<ArcTerm> terms, double[] priorSigma) {
        random = new Random(seed);
        double[] years = new double[n];
        double[] temperature = new double[n];
        heightToPhase = new double[n];
        for (int i = 0; i < n; i++) {
            int step = i - n / 2;
            years[i] = 12.0 * (step < 0 ? step : step + 1) / 365.25;
            temperature[i] = 10.0 * Math.sin(2.0 * Math.PI * years[i]) + 3.0 * random.nextGaussian();
            heightToPhase[i] = BASELINE_SIGMA * random.nextGaussian() / SLANT_HEIGHT;
        }
        model = new ArcModel(WAVELENGTH, years, temperature, terms, priorSigma);
        design = new double[n * terms.size()];
        model.fillDesign(heightToPhase, design);
        truth = new double[terms.size()];
        phase = new double[n];
        ambiguities = new double[n];
    }

    ArcModel model() {
        return model;
    }

    double[] heightToPhase() {
        return heightToPhase;
    }

    double[] design() {
        return design;
    }

    double[] priorSigma() {
        double[] sigma = new double[model.parameters()];
        for (int c = 0; c < sigma.length; c++) {
            sigma[c] = model.priorSigma(c);
        }
        return sigma;
    }

    /** Draws the next arc with noise of a standard deviation (rad). */
    void draw(double sigma) {
        int k = truth.length;
        for (int c = 0; c < k; c++) {
            truth[c] = model.priorSigma(c) * random.nextGaussian();
        }
        for (int i = 0; i < phase.length; i++) {
            double unwrapped = sigma * random.nextGaussian();
            for (int c = 0; c < k; c++) {
                unwrapped += design[i * k + c] * truth[c];
            }
            ambiguities[i] = Math.rint(unwrapped / (2.0 * Math.PI));
            phase[i] = unwrapped - 2.0 * Math.PI * ambiguities[i];
        }
    }

    /** The parameters of the arc drawn last. */
    double[] truth() {
        return truth;
    }

    /** Its wrapped phase (rad). */
    double[] phase() {
        return phase;
    }

    /** Returns whether ambiguities are those of the arc drawn last. */
    boolean isRight(double[] candidate) {
        for (int i = 0; i < ambiguities.length; i++) {
            if (candidate[i] != ambiguities[i]) {
                return false;
            }
        }
        return true;
    }
}
