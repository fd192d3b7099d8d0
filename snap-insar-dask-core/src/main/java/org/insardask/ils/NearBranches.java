package org.insardask.ils;

/**
 * Tells of a branch beside the first leaf whether all that lies in it is a change of this one integer, or cannot be a candidate. The
 * epochs after that of the branch are added first, from the last one back.
 *
 * <p>A change of integer t moves the prediction of a later epoch s by B_s P_s B_t^T / d_t, with P_s the covariance of the parameters before
 * s; by the inequality of Cauchy and Schwarz at most by rho = sqrt(r_s r_t / (1 + r_t)), r_t = s_t / d_t - 1. So a second change adds at
 * least what it adds to the leaf less 2 rho / s_s. The norm of a single change itself is known. For one thread.
 */
final class NearBranches {

    private double smallestGap;
    private double largestRatio;
    private double largestWeight;

    void reset() {
        smallestGap = Double.POSITIVE_INFINITY;
        largestRatio = 0.0;
        largestWeight = 0.0;
    }

    /** Adds place t, where the nearest sibling's sum is larger by a gap. */
    void add(StructuredGains gains, int t, double gap) {
        smallestGap = Math.min(smallestGap, gap);
        largestRatio = Math.max(largestRatio, ratio(gains, t));
        largestWeight = Math.max(largestWeight, gains.weights()[t]);
    }

    /** Returns whether every vector with another integer at place t and further changes exceeds the leaf by a spread. */
    boolean areClosed(StructuredGains gains, int t, double gap, double spread) {
        if (2.0 * gains.weights()[t] < spread) {
            return false;
        }
        double ratio = ratio(gains, t);
        double shift = Math.sqrt(largestRatio * ratio / (1.0 + ratio));
        return gap + smallestGap - 2.0 * shift * largestWeight >= spread;
    }

    private static double ratio(StructuredGains gains, int t) {
        return gains.variances()[t] / gains.noise()[t] - 1.0;
    }
}
