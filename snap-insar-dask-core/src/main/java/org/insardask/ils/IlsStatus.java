package org.insardask.ils;

/** How an integer estimation ended. Numerical failure is told here, never by an exception. */
public enum IlsStatus {
    /** The estimator's definition is fulfilled: for least squares, no better integer vector exists. */
    SOLVED,
    /** Least squares found by a search with probabilistic pruning; a better vector is very unlikely, but not excluded. */
    NOT_PROVEN,
    /** The search was ended by its node limit; the best candidates found so far are given, if any. */
    NODE_LIMIT,
    /** No integer vector has likely sums of squares at all epochs: the phases contradict the model. The best of a look is given. */
    MODEL_REJECTED,
    /** The success rate is low, and the few nodes for such a search did not do, or could not; the best candidate found is given. */
    HOPELESS,
    /** The best candidate did not pass the acceptance test: the float solution is to be used. The candidates are given all the same. */
    REJECTED,
    /** The covariance matrix is not positive definite, or holds NaN. */
    NOT_POSITIVE_DEFINITE,
    /** Integers of the decorrelation, or the ambiguities themselves, exceed 2^53. */
    INTEGER_OVERFLOW;

    /** Returns whether integers were estimated in full: SOLVED or NOT_PROVEN. */
    public boolean isSolved() {
        return this == SOLVED || this == NOT_PROVEN;
    }
}
