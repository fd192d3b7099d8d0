package org.insardask.ils;

import java.util.Random;

/** Seeded arcs of offset, velocity, height and thermal expansion in the band of Sentinel-1, 12 days apart, with the default priors. */
final class SeededArcs {

    private static final double TWO_PI = 2.0 * Math.PI;
    private static final double METRES_TO_PHASE = -4.0 * Math.PI / 0.0555;
    private static final double[] PRIOR = {0.3, 10.0, 20.0, 0.5};
    private static final int HEIGHT = 2;

    private final int n;
    private final Random random;
    private final double[] design;
    private final int[] order;
    private double[] own;

    SeededArcs(int n, Random random) {
        this.n = n;
        this.random = random;
        this.design = new double[4 * n];
        for (int i = 0; i < n; i++) {
            double years = 12.0 / 365.25 * (i + 1 - n / 2);
            design[4 * i] = 1.0;
            design[4 * i + 1] = METRES_TO_PHASE / 1000.0 * years;
            design[4 * i + 2] = METRES_TO_PHASE * 60.0 * random.nextGaussian() / 500000.0;
            design[4 * i + 3] = METRES_TO_PHASE / 1000.0 * (10.0 * Math.sin(TWO_PI * years) + random.nextGaussian());
        }
        this.own = design;
        this.order = EpochOrder.bySmallestVariance(model(0.4));
    }

    private StructuredModel model(double sigma) {
        StructuredModel model = new StructuredModel(n, 4);
        model.setDesign(own, PRIOR);
        model.setSigma(sigma);
        return model;
    }

    CloseVectorPlan plan() {
        double[] wider = PRIOR.clone();
        wider[HEIGHT] *= 1.1;
        return new CloseVectorPlan(design, wider, order, 1.0e-6);
    }

    LaneSearch lanes() {
        return new LaneSearch(plan(), HEIGHT, design, PRIOR, new SearchOptions(1_000_000L, 1.0e-6, true, n));
    }

    /** Sets the height to phase of the next arc to a multiple of the typical one, and returns its gains. */
    StructuredGains gains(double factor, double sigma) {
        own = scaled(factor);
        StructuredGains gains = new StructuredGains(n, 4);
        gains.compute(model(sigma), order, n);
        return gains;
    }

    private double[] scaled(double factor) {
        double[] scaled = design.clone();
        for (int i = 0; i < n; i++) {
            scaled[4 * i + HEIGHT] *= factor;
        }
        return scaled;
    }

    void load(LaneSearch lanes, int lane, double[] phases, double factor, double sigma) {
        double[] scaled = scaled(factor);
        for (int i = 0; i < n; i++) {
            lanes.setPhase(lane, i, phases[i]);
            lanes.setColumn(lane, i, scaled[4 * i + HEIGHT]);
        }
        lanes.setSigma(lane, sigma);
    }

    /** Wrapped phases of an arc of the present geometry (rad). */
    double[] phases(double sigma) {
        double[] b = new double[4];
        for (int c = 0; c < 4; c++) {
            b[c] = PRIOR[c] * random.nextGaussian();
        }
        double[] phases = new double[n];
        for (int i = 0; i < n; i++) {
            double phase = sigma * random.nextGaussian();
            for (int c = 0; c < 4; c++) {
                phase += own[4 * i + c] * b[c];
            }
            phases[i] = Math.IEEEremainder(phase, TWO_PI);
        }
        return phases;
    }
}
