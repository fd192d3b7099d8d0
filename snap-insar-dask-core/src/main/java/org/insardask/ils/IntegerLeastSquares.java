package org.insardask.ils;

/**
 * Integer least squares: the m integer vectors with the smallest (a_hat - a)^T Q^-1 (a_hat - a), by search-and-shrink in the
 * decorrelated space. Exact as long as the node limit is not reached. Cost grows exponentially with n where the success rate is low.
 *
 * <p>Sources: Teunissen (1995), doi:10.1007/BF00863419; Chang, Yang and Zhou (2005), doi:10.1007/s00190-005-0004-x.
 */
public final class IntegerLeastSquares implements AmbiguityEstimator {

    private final DecorrelatedFloats floats;
    private final DenseSearch search;
    private final CandidateList candidates;
    private final int wanted;
    private final long maxNodes;

    /**
     * Makes an estimator for one thread.
     *
     * @param capacity the largest number of ambiguities
     * @param wanted the number of candidates m
     * @param maxNodes the number of search nodes after which NODE_LIMIT is returned; Long.MAX_VALUE for no limit
     */
    public IntegerLeastSquares(int capacity, int wanted, long maxNodes) {
        if (maxNodes < 1) {
            throw new IllegalArgumentException("The node limit is " + maxNodes + ", expected 1 or more");
        }
        this.floats = new DecorrelatedFloats(capacity);
        this.search = new DenseSearch(capacity);
        this.candidates = new CandidateList(wanted, capacity);
        this.wanted = wanted;
        this.maxNodes = maxNodes;
    }

    /**
     * Solves one problem, without node limit.
     *
     * @param q n x n covariance (cycles^2), row-major, only its lower triangle is read
     * @param aHat n float ambiguities (cycles)
     * @param candidates the number of candidates m
     * @return the solution; without candidates where q is not positive definite or cannot be decorrelated
     */
    public static AmbiguitySolution solve(double[] q, double[] aHat, int candidates) {
        int n = aHat.length;
        AmbiguitySolution solution = new AmbiguitySolution(n, candidates);
        Decorrelation decorrelation = new Decorrelation(n);
        decorrelation.computeForSearch(q, n);
        IlsStatus status = new IntegerLeastSquares(n, candidates, Long.MAX_VALUE).estimate(decorrelation, aHat, solution);
        if (!status.isSolved()) {
            solution.clear(n);
        }
        return solution;
    }

    @Override
    public IlsStatus estimate(Decorrelation decorrelation, double[] aHat, AmbiguitySolution solution) {
        IlsStatus entered = floats.enter(decorrelation, aHat, solution);
        if (entered != IlsStatus.SOLVED) {
            return entered;
        }
        candidates.clear(Math.min(wanted, solution.maxCandidates()));
        IlsStatus searched = search.search(decorrelation, floats.zHat(), 0, maxNodes, candidates);
        solution.setSummary(decorrelation.size(), decorrelation.successRate(), search.nodes());
        return floats.leaveAll(candidates, searched, solution);
    }
}
