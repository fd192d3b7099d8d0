package org.insardask.experiments;

/** The chi-square distribution, for bounds of success rates. Stateless. */
final class ChiSquare {

    private static final double TINY = 1.0e-16;
    private static final int MOST_TERMS = 100_000;

    private ChiSquare() {
    }

    /**
     * Returns the probability that chi-square is at most a value, the regularised lower incomplete gamma function P(n / 2, x / 2) by its
     * series (Abramowitz and Stegun 6.5.29).
     *
     * @param x the value
     * @param degrees of freedom n, 1 or more
     */
    static double probability(double x, int degrees) {
        if (!(x > 0.0)) {
            return 0.0;
        }
        double a = 0.5 * degrees;
        double half = 0.5 * x;
        double term = 1.0;
        double sum = 1.0;
        for (int i = 1; i < MOST_TERMS && term > TINY * sum; i++) {
            term *= half / (a + i);
            sum += term;
        }
        return Math.min(1.0, Math.exp(a * Math.log(half) - half - logGammaOfHalf(degrees + 2) + Math.log(sum)));
    }

    /** Returns the logarithm of the gamma function of n / 2, n of 1 or more. */
    static double logGammaOfHalf(int n) {
        double sum = n % 2 == 0 ? 0.0 : 0.5 * Math.log(Math.PI);
        for (double value = n % 2 == 0 ? 1.0 : 0.5; value < 0.5 * n; value += 1.0) {
            sum += Math.log(value);
        }
        return sum;
    }
}
