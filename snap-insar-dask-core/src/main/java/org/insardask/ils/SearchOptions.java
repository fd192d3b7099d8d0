package org.insardask.ils;

/** Limits of a structured search. Immutable, to be shared by threads. */
public final class SearchOptions {

    /** A true vector leaves the envelope of partial sums at an epoch with this probability. */
    private static final double ENVELOPE_PROBABILITY = 1.0e-4;

    private final long maxNodes;
    private final boolean prove;
    private final LowerQuantiles quantiles;
    private final double[] envelope;

    /**
     * Makes options.
     *
     * @param maxNodes the number of nodes after which a search ends with NODE_LIMIT; Long.MAX_VALUE for no limit
     * @param missProbability probability of the chi-square quantile with which branches are cut; 0 for the exact search
     * @param prove whether a pruned search uses nodes that are left to prove that it missed nothing
     * @param maxEpochs the largest number of epochs
     */
    public SearchOptions(long maxNodes, double missProbability, boolean prove, int maxEpochs) {
        if (maxNodes < 1) {
            throw new IllegalArgumentException("The node limit is " + maxNodes + ", expected 1 or more");
        }
        this.maxNodes = maxNodes;
        this.prove = prove;
        this.quantiles = new LowerQuantiles(missProbability, maxEpochs);
        this.envelope = LowerQuantiles.upper(ENVELOPE_PROBABILITY, maxEpochs);
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

    /** Returns the lower quantiles by degrees of freedom, at least for n - 1. */
    double[] quantiles(int n) {
        if (n - 1 > quantiles.maxDegrees()) {
            throw new IllegalArgumentException("The options are for " + quantiles.maxDegrees() + " epochs, expected " + n);
        }
        return quantiles.table();
    }

    /** Returns upper quantiles of partial sums by number of epochs, which a search that looks for a good first leaf does not pass. */
    double[] envelope() {
        return envelope;
    }
}
