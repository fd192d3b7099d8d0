package org.insardask.ils;

/**
 * The standard normal distribution, to about 1e-15 relative. Stateless, safe for threads.
 *
 * <p>Source: Abramowitz and Stegun (1964), 7.1.6 (series) and 7.1.14 (continued fraction).
 */
public final class NormalDistribution {

    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double TWO_OVER_SQRT_PI = 2.0 / Math.sqrt(Math.PI);
    private static final double SERIES_LIMIT = 2.5;
    /** erf is 1 in double precision from here. */
    private static final double SATURATION = 5.93;
    /** From here few terms of the continued fraction give 1 - erf, below 2e-8, to 1e-17. */
    private static final double FAR = 4.0;
    private static final int MANY = 60;
    private static final int FEW = 10;

    private NormalDistribution() {
    }

    /**
     * Returns the probability that a standard normal variable lies in (-x, x), that is 2 Phi(x) - 1.
     *
     * @param x at least 0
     */
    public static double centralProbability(double x) {
        return erf(x * SQRT_HALF);
    }

    /**
     * Returns the quantile x with Phi(x) = probability, for probabilities of at most one half; to about 1e-13.
     *
     * @param probability in (0, 0.5]
     */
    static double lowerQuantile(double probability) {
        double low = -40.0;
        double high = 0.0;
        while (high - low > 1.0e-13) {
            double middle = 0.5 * (low + high);
            if (0.5 * erfc(-middle * SQRT_HALF) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double erf(double x) {
        if (x < SERIES_LIMIT) {
            return series(x);
        }
        return x < SATURATION ? 1.0 - continuedFraction(x, x < FAR ? MANY : FEW) : 1.0;
    }

    private static double erfc(double x) {
        return x < SERIES_LIMIT ? 1.0 - series(x) : continuedFraction(x, MANY);
    }

    /** erf(x) = 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (1 3 5 .. (2n+1)); all terms are positive. */
    private static double series(double x) {
        double square2 = 2.0 * x * x;
        double term = x;
        double sum = x;
        for (int odd = 3; term > 1.0e-17 * sum; odd += 2) {
            term *= square2 / odd;
            sum += term;
        }
        return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
    }

    /** erfc(x) = exp(-x^2)/sqrt(pi) / (x + 1/2/(x + 1/(x + 3/2/(x + ...)))), from the inside outwards. */
    private static double continuedFraction(double x, int terms) {
        double tail = x;
        for (int i = terms; i >= 1; i--) {
            tail = x + 0.5 * i / tail;
        }
        return 0.5 * TWO_OVER_SQRT_PI * Math.exp(-x * x) / tail;
    }
}
