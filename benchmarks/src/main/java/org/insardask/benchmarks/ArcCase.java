package org.insardask.benchmarks;

/** Arcs of one benchmark: their length, noise and priors. */
public enum ArcCase {
    /** The usual case. */
    TIGHT_60(60, 0.4, false, 1000),
    /** The usual case, longer. */
    TIGHT_100(100, 0.4, false, 1000),
    /** Many epochs, much noise and priors that say little; the peers need tens of milliseconds for most arcs, and minutes for a few. */
    WIDE_173(173, 0.7, true, 12),
    /** The same, more arcs, for solvers that end on all of them. */
    WIDE_173_ALL(173, 0.7, true, 1000);

    private final int epochs;
    private final double sigma;
    private final boolean wide;
    private final int arcs;

    ArcCase(int epochs, double sigma, boolean wide, int arcs) {
        this.epochs = epochs;
        this.sigma = sigma;
        this.wide = wide;
        this.arcs = arcs;
    }

    /** Returns the number of epochs. */
    public int epochs() {
        return epochs;
    }

    /** Returns the standard deviation of the phase (rad). */
    public double sigma() {
        return sigma;
    }

    /** Returns the prior standard deviations of offset, velocity, height and thermal expansion (rad, mm/year, m, mm/degC). */
    public double[] prior() {
        return wide ? new double[] {0.5, 10.0, 30.0, 0.5} : new double[] {0.3, 2.0, 5.0, 0.05};
    }

    /** Returns how many arcs a benchmark solves in one operation. */
    public int arcs() {
        return arcs;
    }
}
