package org.insardask.arc;

/** How the integers of an arc are estimated. */
public enum ArcMethod {
    /**
     * Integer least squares. The structured search; where its pruning could have missed something, the search goes on exactly with
     * the nodes that are left, so that results are those of the classical search unless they are flagged as not proven or the node
     * limit.
     */
    ILS,
    /**
     * Integer least squares with the ratio test: arcs whose best integers are not clearly better than the second best are flagged, and
     * have no parameters and no unwrapped phase.
     */
    ILS_RATIO_TEST,
    /** Integer least squares by the structured search with its probabilistic pruning alone. */
    STRUCTURED,
    /**
     * Partial ambiguity resolution: only as many decorrelated ambiguities are fixed as the minimum success rate allows. Arcs where these
     * are not all are flagged; their parameters are the estimate from the prior and the fixed ambiguities, and those where
     * none is fixed have none.
     */
    PAR,
    /** Integer bootstrapping after decorrelation (LAMBDA, method 3), the choice of DePSI. */
    BOOTSTRAPPING,
    /** Integer rounding after decorrelation. */
    ROUNDING,
    /** Search of the largest temporal coherence over a grid of parameters, and integers next to its model. */
    PERIODOGRAM;

    /** Returns whether the method uses the structured search. */
    public boolean isStructured() {
        return this == ILS || this == ILS_RATIO_TEST || this == STRUCTURED;
    }
}
