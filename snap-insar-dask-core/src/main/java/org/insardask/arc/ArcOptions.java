package org.insardask.arc;

/**
 * How arcs are solved.
 *
 * @param method how the integers are estimated
 * @param missProbability probability of the chi-square quantile with which the structured search cuts branches; 0 is exact
 * @param maxNodes node limit of a search, 1 or more
 * @param priorInEstimate whether the prior also enters the final estimate; otherwise it is weighted least squares of the unwrapped phase
 * @param normRatio whether the second best candidate is searched, for the ratio of the norms; the ratio test always does
 * @param minSuccessRate minimum success rate of the part that PAR fixes, between 0 and 1
 * @param ratioRule the threshold of ILS_RATIO_TEST
 * @param minSearchSuccess arcs whose bootstrapped success rate is below this get 1500 nodes, from 24 epochs on a short look alone, and are
 *     flagged hopeless where these do not do; 0 to search all with maxNodes. Methods with the structured search; not where
 *     missProbability is 0, which is the exact search
 */
public record ArcOptions(ArcMethod method, double missProbability, long maxNodes, boolean priorInEstimate, boolean normRatio,
        double minSuccessRate, RatioRule ratioRule, double minSearchSuccess) {

    /** Minimum success rate of PAR where none is given, that of LAMBDA. */
    public static final double DEFAULT_MIN_SUCCESS_RATE = 0.995;
    /** Minimum success rate of an arc to be searched where none is given. */
    public static final double DEFAULT_MIN_SEARCH_SUCCESS = 0.5;

    /** Makes options with the default of the minimum success rate to be searched, 0.5. */
    public ArcOptions(ArcMethod method, double missProbability, long maxNodes, boolean priorInEstimate, boolean normRatio,
            double minSuccessRate, RatioRule ratioRule) {
        this(method, missProbability, maxNodes, priorInEstimate, normRatio, minSuccessRate, ratioRule, DEFAULT_MIN_SEARCH_SUCCESS);
    }

    /** Makes options with the defaults of PAR and of the ratio test: success rate 0.995, failure rate 0.001. */
    public ArcOptions(ArcMethod method, double missProbability, long maxNodes, boolean priorInEstimate, boolean normRatio) {
        this(method, missProbability, maxNodes, priorInEstimate, normRatio, DEFAULT_MIN_SUCCESS_RATE, RatioRule.failureRate(0.001));
    }

    /** Returns the defaults of a method: miss probability 1e-6, a million nodes, no prior in the estimate, with norm ratio. */
    public static ArcOptions of(ArcMethod method) {
        return new ArcOptions(method, 1.0e-6, 1_000_000L, false, true);
    }

    /** Returns the same options with or without the prior in the final estimate. */
    public ArcOptions withPriorInEstimate(boolean prior) {
        return new ArcOptions(method, missProbability, maxNodes, prior, normRatio, minSuccessRate, ratioRule, minSearchSuccess);
    }

    /** Returns the same options with another node limit. */
    public ArcOptions withMaxNodes(long nodes) {
        return new ArcOptions(method, missProbability, nodes, priorInEstimate, normRatio, minSuccessRate, ratioRule, minSearchSuccess);
    }

    /** Returns the same options with another miss probability. */
    public ArcOptions withMissProbability(double probability) {
        return new ArcOptions(method, probability, maxNodes, priorInEstimate, normRatio, minSuccessRate, ratioRule, minSearchSuccess);
    }

    /** Returns the same options with another minimum success rate of PAR. */
    public ArcOptions withMinSuccessRate(double rate) {
        return new ArcOptions(method, missProbability, maxNodes, priorInEstimate, normRatio, rate, ratioRule, minSearchSuccess);
    }

    /** Returns the same options with another threshold of the ratio test. */
    public ArcOptions withRatioRule(RatioRule rule) {
        return new ArcOptions(method, missProbability, maxNodes, priorInEstimate, normRatio, minSuccessRate, rule, minSearchSuccess);
    }

    /** Returns the same options with another minimum success rate of an arc to be searched. */
    public ArcOptions withMinSearchSuccess(double rate) {
        return new ArcOptions(method, missProbability, maxNodes, priorInEstimate, normRatio, minSuccessRate, ratioRule, rate);
    }
}
