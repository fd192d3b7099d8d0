package org.insardask.ils;

/**
 * Integer least squares with a ratio test: the best candidate is accepted where norm(best) / norm(second) is at most mu; otherwise the
 * status is REJECTED and the float solution is to be used. Mu is fixed, or chosen for a failure rate ({@link FixedFailureRate}).
 *
 * <p>Source: Verhagen and Teunissen (2013), The ratio test for future GNSS ambiguity resolution, doi:10.1007/s10291-012-0299-z.
 */
public final class RatioTest implements AmbiguityEstimator {

    private final IntegerLeastSquares leastSquares;
    private final double threshold;
    private final FixedFailureRate failureRate;

    /**
     * Makes an estimator of fixed threshold for one thread.
     *
     * @param capacity the largest number of ambiguities
     * @param threshold mu, above 0 and at most 1
     * @param maxNodes the number of search nodes after which NODE_LIMIT is returned; Long.MAX_VALUE for no limit
     */
    public RatioTest(int capacity, double threshold, long maxNodes) {
        if (!(threshold > 0.0 && threshold <= 1.0)) {
            throw new IllegalArgumentException("The threshold of the ratio test is " + threshold + ", expected above 0 and at most 1");
        }
        this.leastSquares = new IntegerLeastSquares(capacity, 2, maxNodes);
        this.threshold = threshold;
        this.failureRate = null;
    }

    /**
     * Makes an estimator of fixed failure rate for one thread; the threshold follows from the size and the success rate of the
     * decorrelation.
     *
     * @param capacity the largest number of ambiguities
     * @param failureRate the thresholds
     * @param maxNodes the number of search nodes after which NODE_LIMIT is returned; Long.MAX_VALUE for no limit
     */
    public RatioTest(int capacity, FixedFailureRate failureRate, long maxNodes) {
        this.leastSquares = new IntegerLeastSquares(capacity, 2, maxNodes);
        this.threshold = Double.NaN;
        this.failureRate = failureRate;
    }

    /**
     * Estimates and tests.
     *
     * @param solution output, for at least two candidates
     */
    @Override
    public IlsStatus estimate(Decorrelation decorrelation, double[] aHat, AmbiguitySolution solution) {
        if (solution.maxCandidates() < 2) {
            throw new IllegalArgumentException("The ratio test needs a solution for 2 candidates, not 1");
        }
        IlsStatus status = leastSquares.estimate(decorrelation, aHat, solution);
        if (status == IlsStatus.SOLVED && solution.norm(0) > threshold(decorrelation) * solution.norm(1)) {
            return IlsStatus.REJECTED;
        }
        return status;
    }

    private double threshold(Decorrelation decorrelation) {
        return failureRate == null ? threshold : failureRate.threshold(decorrelation.size(), decorrelation.successRate());
    }
}
