package org.insardask.arc;

/**
 * Phase standard deviation of a point from its amplitude dispersion, sigma (rad) = a + b x + c x^2 + d x^3, at least 0. The
 * coefficients are those of DePSI ({@code stochastic.py}), for the mean of the phase error and for the bound of two standard
 * deviations.
 */
public enum SigmaCurve {
    /** Mean, from the normalised amplitude dispersion. */
    NAD_MEAN(-7.65752941e-3, 1.33360757, -3.18428074, 9.35392564),
    /** Two sigma, from the normalised amplitude dispersion. */
    NAD_2_SIGMA(-0.03222335, 2.02221987, -5.76342934, 14.47118093),
    /** Mean, from the normalised median absolute deviation. */
    NMAD_MEAN(-1.44869469e-2, 2.00028682, -5.23271341, 21.1111801),
    /** Two sigma, from the normalised median absolute deviation. */
    NMAD_2_SIGMA(0.01907808, 1.2852969, 1.90052824, 11.60677721);

    private final double a;
    private final double b;
    private final double c;
    private final double d;

    SigmaCurve(double a, double b, double c, double d) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
    }

    /** Returns the phase standard deviation (rad) of a dispersion; NaN for NaN. */
    public double sigma(double dispersion) {
        return Math.max(0.0, a + dispersion * (b + dispersion * (c + dispersion * d)));
    }
}
