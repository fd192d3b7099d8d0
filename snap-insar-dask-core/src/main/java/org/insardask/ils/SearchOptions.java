package org.insardask.ils;

import java.util.Arrays;

/** Limits of a structured search. Immutable, to be shared by threads. */
public final class SearchOptions {

    /** Vectors whose sums exceed the smallest by this, 1e6 times less probable, are no first candidates of an exact search. */
    private static final double EXACT_LOOK_THRESHOLD = 2.0 * Math.log(1.0e6);

    private final long maxNodes;
    private final boolean prove;
    private final LowerQuantiles quantiles;
    private final double[] envelope;
    private final double threshold;
    private final double minSuccessRate;

    /**
     * Makes options of a search that gives no arc up before its node limit for its success rate.
     *
     * @param maxNodes the number of nodes after which a search ends with NODE_LIMIT; Long.MAX_VALUE for no limit
     * @param missProbability probability of the chi-square quantile with which branches are cut; 0 for the exact search
     * @param prove whether a pruned search uses nodes that are left to prove that it missed nothing, where they may do
     * @param maxEpochs the largest number of epochs
     */
    public SearchOptions(long maxNodes, double missProbability, boolean prove, int maxEpochs) {
        this(maxNodes, missProbability, prove, 0.0, maxEpochs);
    }

    /**
     * Makes options.
     *
     * @param maxNodes the number of nodes after which a search ends with NODE_LIMIT; Long.MAX_VALUE for no limit
     * @param missProbability probability of the chi-square quantile with which branches are cut; 0 for the exact search
     * @param prove whether a pruned search uses nodes that are left to prove that it missed nothing, where they may do
     * @param minSuccessRate arcs of a smaller bootstrapped success rate get 1500 nodes, from 24 epochs on a short look alone, and end with
     *     HOPELESS where these do not do; 0 to search all with the node limit. The exact search does not give up
     * @param maxEpochs the largest number of epochs
     */
    public SearchOptions(long maxNodes, double missProbability, boolean prove, double minSuccessRate, int maxEpochs) {
        if (maxNodes < 1) {
            throw new IllegalArgumentException("The node limit is " + maxNodes + ", expected 1 or more");
        }
        if (!(minSuccessRate >= 0.0 && minSuccessRate <= 1.0)) {
            throw new IllegalArgumentException("The minimum success rate of a search is " + minSuccessRate + ", expected 0 to 1");
        }
        this.maxNodes = maxNodes;
        this.minSuccessRate = minSuccessRate;
        this.prove = prove;
        this.quantiles = new LowerQuantiles(missProbability, maxEpochs);
        this.threshold = -2.0 * Math.log(missProbability);
        this.envelope = envelope(missProbability, maxEpochs);
    }

    private static double[] envelope(double probability, int maxEpochs) {
        if (probability > 0.0) {
            return LowerQuantiles.upper(probability, maxEpochs);
        }
        double[] none = new double[maxEpochs + 1];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        return none;
    }

    /** Returns options of an exact search without node limit. */
    public static SearchOptions exact(int maxEpochs) {
        return new SearchOptions(Long.MAX_VALUE, 0.0, false, maxEpochs);
    }

    /** Returns the node limit. */
    public long maxNodes() {
        return maxNodes;
    }

    /** Returns the miss probability of the pruning. */
    public double missProbability() {
        return quantiles.probability();
    }

    /** Returns whether a pruned search goes on to prove its result. */
    public boolean prove() {
        return prove;
    }

    void checkEpochs(int n) {
        if (n - 1 > quantiles.maxDegrees()) {
            throw new IllegalArgumentException("The options are for " + quantiles.maxDegrees() + " epochs, expected " + n);
        }
    }

    /** Returns the lower quantiles by degrees of freedom. */
    double[] quantiles() {
        return quantiles.table();
    }

    /** Returns by how much the sum of a vector may exceed the smallest one in the look for first candidates. */
    double lookThreshold() {
        return isExact() ? EXACT_LOOK_THRESHOLD : threshold;
    }

    /** Returns by how much the sum of a vector may exceed the smallest one, infinite for the exact search. */
    double threshold() {
        return threshold;
    }

    /** Returns the success rate below which an arc gets few nodes. */
    public double minSuccessRate() {
        return minSuccessRate;
    }

    /** Returns whether nothing is cut by probability. */
    boolean isExact() {
        return quantiles.probability() == 0.0;
    }

    /** Returns the upper quantiles of partial sums by number of epochs, infinite for the exact search. */
    double[] envelope() {
        return envelope;
    }
}
