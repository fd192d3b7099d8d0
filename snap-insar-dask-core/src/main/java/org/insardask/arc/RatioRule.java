package org.insardask.arc;

import org.insardask.ils.FixedFailureRate;

/**
 * The threshold mu of the ratio test: integers are accepted where norm(best) / norm(second) is at most mu. Immutable, to be shared by
 * threads.
 */
public final class RatioRule {

    private final double threshold;
    private final FixedFailureRate failureRate;

    private RatioRule(double threshold, FixedFailureRate failureRate) {
        this.threshold = threshold;
        this.failureRate = failureRate;
    }

    /**
     * Returns a rule with the same threshold for all arcs.
     *
     * @param threshold above 0 and at most 1
     */
    public static RatioRule threshold(double threshold) {
        if (!(threshold > 0.0 && threshold <= 1.0)) {
            throw new IllegalArgumentException("The threshold of the ratio test is " + threshold + ", expected above 0 and at most 1");
        }
        return new RatioRule(threshold, null);
    }

    /**
     * Returns a rule whose threshold keeps arcs that are accepted and wrong below a rate; see {@link FixedFailureRate}.
     *
     * @param rate 0.001 to 0.05
     */
    public static RatioRule failureRate(double rate) {
        return new RatioRule(Double.NaN, new FixedFailureRate(rate));
    }

    /**
     * Returns the threshold for an arc.
     *
     * @param n the number of ambiguities
     * @param successRate their bootstrapped success rate
     */
    public double of(int n, double successRate) {
        return failureRate == null ? threshold : failureRate.threshold(n, successRate);
    }

    /** Returns the rule in words. */
    @Override
    public String toString() {
        return failureRate == null ? "threshold " + threshold : "failure rate " + failureRate.rate();
    }
}
