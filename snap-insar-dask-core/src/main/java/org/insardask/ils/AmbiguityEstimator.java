package org.insardask.ils;

/**
 * An estimator of integers from their float values. Implementations hold scratch memory: one instance per thread. They are made for a
 * capacity, the largest number of ambiguities; an estimation allocates nothing.
 */
public interface AmbiguityEstimator {

    /**
     * Estimates the ambiguities.
     *
     * @param decorrelation of the covariance of aHat, computed with SOLVED; not modified, may be shared by threads
     * @param aHat float ambiguities (cycles), n; not modified
     * @param solution output
     * @return how it ended; a decorrelation that failed is answered with its own status and a solution without candidates
     */
    IlsStatus estimate(Decorrelation decorrelation, double[] aHat, AmbiguitySolution solution);
}
