package org.insardask.arc;

/** How the integers of an arc are estimated. */
public enum ArcMethod {
    /**
     * Integer least squares. The structured search; where its pruning could have missed something, the search goes on exactly with
     * the nodes that are left, so that results are those of the classical search unless they are flagged as not proven or the node
     * limit.
     */
    ILS,
    /** Integer least squares by the structured search with its probabilistic pruning alone. */
    STRUCTURED,
    /** Integer bootstrapping after decorrelation (LAMBDA, method 3), the choice of DePSI. */
    BOOTSTRAPPING,
    /** Integer rounding after decorrelation. */
    ROUNDING;

    /** Returns whether the method uses the structured solver. */
    public boolean isStructured() {
        return this == ILS || this == STRUCTURED;
    }
}
