package org.insardask.op;

import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcOptions;
import org.insardask.arc.ArcSolver;

/** What tiles need once the reference is known. Immutable, shared by threads. */
final class ArcPlan {

    /** Phase sigma of a typical arc where the reference alone is better than that (rad); only sets the order of the search. */
    private static final double TYPICAL_SIGMA = 0.4;

    /**
     * Smallest phase sigma of an arc (rad): amplitudes that do not vary at all have a dispersion, and then a sigma, of 0, with which
     * nothing can be weighted.
     */
    static final double LEAST_SIGMA = 0.01;

    private final ReferenceSeries reference;
    private final KeptSamples quality;
    private final ArcSolver solver;

    /**
     * Makes a plan.
     *
     * @param quality what was measured of pixels already
     */
    ArcPlan(ReferenceSeries reference, KeptSamples quality, ArcModel model, ArcOptions options) {
        this.reference = reference;
        this.quality = quality;
        this.solver = ArcSolver.prepare(model, options, reference.heightToPhase(), Math.max(TYPICAL_SIGMA, reference.sigma()));
    }

    ReferenceSeries reference() {
        return reference;
    }

    /** What was measured of pixels already. */
    KeptSamples quality() {
        return quality;
    }

    ArcSolver solver() {
        return solver;
    }

    /**
     * Standard deviation of arcs from those of both ends, in place (rad), at least {@link #LEAST_SIGMA}; NaN where the pixel's is not
     * valid, or below the threshold.
     */
    void toArcSigma(double[] sigma, byte[] belowThreshold, int count) {
        double square = reference.sigma() * reference.sigma();
        for (int p = 0; p < count; p++) {
            boolean valid = belowThreshold[p] == 0 && sigma[p] >= 0.0;
            sigma[p] = valid ? Math.max(LEAST_SIGMA, Math.sqrt(sigma[p] * sigma[p] + square)) : Double.NaN;
        }
    }
}
