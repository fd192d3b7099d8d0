package org.insardask.ils;

/**
 * Partial ambiguity resolution: integer least squares of the largest set of last decorrelated ambiguities whose bootstrapped success
 * rate is at least a minimum; the others become their float estimates given the fixed ones. In the original space the values
 * are integers only where all ambiguities they depend on were fixed.
 *
 * <p>Source: Teunissen, Joosten and Tiberius (1999), Geometry-free ambiguity success rates in case of partial fixing; Verhagen
 * and Li (2012), LAMBDA 3.0.
 */
public final class PartialAmbiguityResolution implements AmbiguityEstimator {

    private final DecorrelatedFloats floats;
    private final DenseSearch search;
    private final ConditionalResiduals residuals;
    private final CandidateList candidates;
    private final int wanted;
    private final double minSuccessRate;
    private final long maxNodes;

    /**
     * Makes an estimator for one thread.
     *
     * @param capacity the largest number of ambiguities
     * @param wanted the number of candidates m
     * @param minSuccessRate the minimum success rate P0 of the fixed part, in (0, 1)
     * @param maxNodes the number of search nodes after which NODE_LIMIT is returned; Long.MAX_VALUE for no limit
     */
    public PartialAmbiguityResolution(int capacity, int wanted, double minSuccessRate, long maxNodes) {
        if (!(minSuccessRate > 0.0 && minSuccessRate < 1.0)) {
            throw new IllegalArgumentException("The minimum success rate is " + minSuccessRate + ", expected between 0 and 1");
        }
        if (maxNodes < 1) {
            throw new IllegalArgumentException("The node limit is " + maxNodes + ", expected 1 or more");
        }
        this.floats = new DecorrelatedFloats(capacity);
        this.search = new DenseSearch(capacity);
        this.residuals = new ConditionalResiduals(capacity);
        this.candidates = new CandidateList(wanted, capacity);
        this.wanted = wanted;
        this.minSuccessRate = minSuccessRate;
        this.maxNodes = maxNodes;
    }

    @Override
    public IlsStatus estimate(Decorrelation decorrelation, double[] aHat, AmbiguitySolution solution) {
        IlsStatus entered = floats.enter(decorrelation, aHat, solution);
        if (entered != IlsStatus.SOLVED) {
            return entered;
        }
        int n = decorrelation.size();
        int first = firstFixed(decorrelation);
        if (first == n) {
            solution.setFloat(aHat);
            return IlsStatus.SOLVED;
        }
        candidates.clear(Math.min(wanted, solution.maxCandidates()));
        IlsStatus searched = search.search(decorrelation, floats.zHat(), first, maxNodes, candidates);
        for (int i = 0; i < candidates.count(); i++) {
            completeWithFloats(decorrelation, first, candidates.offset(i));
        }
        solution.setSummary(n - first, SuccessRate.bootstrapped(decorrelation.diagonal(), first, n), search.nodes());
        return floats.leaveAll(candidates, searched, solution);
    }

    /** Returns the first component of the part to fix, n where nothing can be fixed. */
    private int firstFixed(Decorrelation decorrelation) {
        int n = decorrelation.size();
        double[] d = decorrelation.diagonal();
        int first = n;
        double product = 1.0;
        while (first > 0) {
            product *= NormalDistribution.centralProbability(0.5 / Math.sqrt(d[first - 1]));
            if (product < minSuccessRate) {
                break;
            }
            first--;
        }
        return first;
    }

    /** Sets components 0..first-1 to their estimates given the integers of the others. */
    private void completeWithFloats(Decorrelation decorrelation, int first, int offset) {
        double[] z = candidates.vectors();
        for (int i = decorrelation.size() - 1; i >= 0; i--) {
            double conditional = residuals.conditional(decorrelation, floats.zHat(), i);
            if (i < first) {
                z[offset + i] = conditional;
            }
            residuals.set(i, conditional - z[offset + i]);
        }
    }
}
