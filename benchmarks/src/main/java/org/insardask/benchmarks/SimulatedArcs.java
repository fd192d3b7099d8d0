package org.insardask.benchmarks;

import java.util.List;
import java.util.Random;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcTerm;
import org.insardask.ils.StructuredModel;

/**
 * Seeded arcs of Sentinel-1 geometry, 12 days apart: true parameters from the priors, normal noise, phases wrapped. The height to phase
 * factor of an arc may be its own, as it is where it comes from bands: it changes with the slant range.
 */
final class SimulatedArcs {

    private static final double WAVELENGTH = 0.055465763;
    private static final double SLANT_RANGE = 850000.0;
    private static final double INCIDENCE = Math.toRadians(35.0);
    private static final double BASELINE_SIGMA = 60.0;
    private static final double INTERVAL = 12.0 / 365.25;
    private static final double TWO_PI = 2.0 * Math.PI;
    private static final int HEIGHT = 2;
    private static final List<ArcTerm> TERMS = List.of(ArcTerm.OFFSET, ArcTerm.VELOCITY, ArcTerm.HEIGHT, ArcTerm.THERMAL);

    private final int n;
    private final double sigma;
    private final double[] prior;
    private final ArcModel model;
    private final double[] heightToPhase;
    private final double[] rangeFactors;
    private final double[] design;
    private final double[][] phases;

    private SimulatedArcs(ArcCase arcCase, int arcs, boolean ownGeometry, Random random) {
        n = arcCase.epochs();
        sigma = arcCase.sigma();
        prior = arcCase.prior();
        double[] years = new double[n];
        double[] temperature = new double[n];
        heightToPhase = new double[n];
        for (int i = 0; i < n; i++) {
            years[i] = INTERVAL * (i + 1 - n / 2);
            temperature[i] = 10.0 * Math.sin(TWO_PI * years[i]) + random.nextGaussian();
            heightToPhase[i] = BASELINE_SIGMA * random.nextGaussian() / (SLANT_RANGE * Math.sin(INCIDENCE));
        }
        model = new ArcModel(WAVELENGTH, years, temperature, TERMS, prior);
        design = new double[n * TERMS.size()];
        rangeFactors = new double[arcs];
        phases = new double[arcs][];
        for (int arc = 0; arc < arcs; arc++) {
            rangeFactors[arc] = ownGeometry ? 1.0 + 0.05 * (arc - arcs / 2) / arcs : 1.0;
            model.fillDesign(heightToPhase(arc), design);
            phases[arc] = wrappedPhases(random);
        }
        model.fillDesign(heightToPhase, design);
    }

    /** Arcs of one geometry. */
    static SimulatedArcs ofSharedGeometry(ArcCase arcCase, int arcs) {
        return new SimulatedArcs(arcCase, arcs, false, new Random(arcCase.epochs()));
    }

    /** Arcs with their own height to phase factors. */
    static SimulatedArcs ofOwnGeometry(ArcCase arcCase, int arcs) {
        return new SimulatedArcs(arcCase, arcs, true, new Random(arcCase.epochs()));
    }

    private double[] wrappedPhases(Random random) {
        double[] wrapped = new double[n];
        double[] b = new double[prior.length];
        for (int c = 0; c < b.length; c++) {
            b[c] = prior[c] * random.nextGaussian();
        }
        for (int i = 0; i < n; i++) {
            double phase = sigma * random.nextGaussian();
            for (int c = 0; c < b.length; c++) {
                phase += design[i * b.length + c] * b[c];
            }
            wrapped[i] = Math.IEEEremainder(phase, TWO_PI);
        }
        return wrapped;
    }

    int count() {
        return phases.length;
    }

    int epochs() {
        return n;
    }

    int parameters() {
        return prior.length;
    }

    double sigma() {
        return sigma;
    }

    ArcModel model() {
        return model;
    }

    /** Wrapped phases of an arc (rad); not a copy. */
    double[] phases(int arc) {
        return phases[arc];
    }

    /** Height to phase factors of an arc (m/m). */
    double[] heightToPhase(int arc) {
        double[] own = new double[n];
        for (int i = 0; i < n; i++) {
            own[i] = heightToPhase[i] * rangeFactors[arc];
        }
        return own;
    }

    /** The float ambiguities of an arc (cycles). */
    double[] floats(int arc) {
        double[] floats = new double[n];
        for (int i = 0; i < n; i++) {
            floats[i] = -phases[arc][i] / TWO_PI;
        }
        return floats;
    }

    /** The geometry of an arc. */
    StructuredModel geometry(int arc) {
        double[] own = new double[design.length];
        model.fillDesign(heightToPhase(arc), own);
        StructuredModel geometry = new StructuredModel(n, prior.length);
        geometry.setDesign(own, prior);
        geometry.setSigma(sigma);
        return geometry;
    }

    /** The column of the design that belongs to the height, of an arc (rad/m). */
    double[] heightColumn(int arc) {
        double[] own = new double[design.length];
        model.fillDesign(heightToPhase(arc), own);
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            column[i] = own[i * prior.length + HEIGHT];
        }
        return column;
    }

    double heightPrior() {
        return prior[HEIGHT];
    }

    int heightParameter() {
        return HEIGHT;
    }

    /** The covariance of the float ambiguities of an arc, n x n (cycles^2). */
    double[] covariance(int arc) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        double[] q = new double[n * n];
        geometry(arc).covariance(all, n, q);
        return q;
    }
}
