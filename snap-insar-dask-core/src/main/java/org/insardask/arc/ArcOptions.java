package org.insardask.arc;

/**
 * How arcs are solved.
 *
 * @param method how the integers are estimated
 * @param missProbability probability of the chi-square quantile with which the structured search cuts branches; 0 is exact
 * @param maxNodes node limit of a search, 1 or more
 * @param priorInEstimate whether the prior also enters the final estimate; otherwise it is weighted least squares of the unwrapped phase
 * @param normRatio whether the second best candidate is searched, for the ratio of the norms
 */
public record ArcOptions(ArcMethod method, double missProbability, long maxNodes, boolean priorInEstimate, boolean normRatio) {

    /** Returns the defaults of a method: miss probability 1e-6, a million nodes, no prior in the estimate, with norm ratio. */
    public static ArcOptions of(ArcMethod method) {
        return new ArcOptions(method, 1.0e-6, 1_000_000L, false, true);
    }

    /** Returns the same options with or without the prior in the final estimate. */
    public ArcOptions withPriorInEstimate(boolean prior) {
        return new ArcOptions(method, missProbability, maxNodes, prior, normRatio);
    }

    /** Returns the same options with another node limit. */
    public ArcOptions withMaxNodes(long nodes) {
        return new ArcOptions(method, missProbability, nodes, priorInEstimate, normRatio);
    }

    /** Returns the same options with another miss probability. */
    public ArcOptions withMissProbability(double probability) {
        return new ArcOptions(method, probability, maxNodes, priorInEstimate, normRatio);
    }
}
