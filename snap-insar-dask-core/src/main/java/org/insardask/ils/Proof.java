package org.insardask.ils;

/** Comparisons of norms that rounding errors do not turn. No state, safe for any thread. */
final class Proof {

    /** Relative difference of norms above which one is surely the larger. */
    private static final double MARGIN = 1.0e-9;

    private Proof() {
    }

    /** Returns whether a norm is surely above another one. */
    static boolean isAbove(double norm, double other) {
        return norm > other * (1.0 + MARGIN);
    }
}
