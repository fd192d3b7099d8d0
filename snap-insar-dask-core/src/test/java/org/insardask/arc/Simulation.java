package org.insardask.arc;

import java.util.List;
import java.util.Random;

/** Seeded arcs of Sentinel-1 geometry, 12 days apart. */
final class Simulation {

    static final double WAVELENGTH = 0.055465763;
    static final double[] PRIOR = {0.3, 2.0, 5.0, 0.05};
    static final List<ArcTerm> TERMS = List.of(ArcTerm.OFFSET, ArcTerm.VELOCITY, ArcTerm.HEIGHT, ArcTerm.THERMAL);

    final int n;
    final ArcModel model;
    final double[] height;
    final double[] design;
    private final Random random;
    private double[] integers = new double[0];

    Simulation(long seed, int n) {
        this(seed, n, TERMS, PRIOR);
    }

    Simulation(long seed, int n, List<ArcTerm> terms, double[] prior) {
        this.n = n;
        this.random = new Random(seed);
        double[] years = new double[n];
        double[] temperature = new double[n];
        height = new double[n];
        for (int i = 0; i < n; i++) {
            years[i] = 12.0 * (i + 1 - n / 2) / 365.25;
            temperature[i] = 10.0 * Math.sin(2.0 * Math.PI * years[i]) + random.nextGaussian();
            height[i] = 60.0 * random.nextGaussian() / (850000.0 * Math.sin(Math.toRadians(35.0)));
        }
        model = new ArcModel(WAVELENGTH, years, temperature, terms, prior);
        design = new double[n * terms.size()];
        model.fillDesign(height, design);
    }

    double[] parameters() {
        double[] b = new double[model.parameters()];
        for (int c = 0; c < b.length; c++) {
            b[c] = model.priorSigma(c) * random.nextGaussian();
        }
        return b;
    }

    double[] wrappedPhase(double[] b, double sigma) {
        double[] phase = new double[n];
        integers = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = sigma * random.nextGaussian();
            for (int c = 0; c < b.length; c++) {
                sum += design[i * b.length + c] * b[c];
            }
            phase[i] = Math.IEEEremainder(sum, 2.0 * Math.PI);
            integers[i] = Math.rint((sum - phase[i]) / (2.0 * Math.PI));
        }
        return phase;
    }

    /** Returns whether a result has the ambiguities of the phase simulated last. */
    boolean isRight(ArcResult result) {
        for (int i = 0; i < n; i++) {
            if (result.ambiguity(i) != integers[i]) {
                return false;
            }
        }
        return true;
    }

    ArcSolver solver(ArcOptions options, double sigma) {
        return ArcSolver.prepare(model, options, height, sigma);
    }
}
