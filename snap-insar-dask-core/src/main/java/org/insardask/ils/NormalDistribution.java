package org.insardask.ils;

/**
 * The standard normal distribution, to about 1e-15 relative. Stateless, safe for threads.
 *
 * <p>Sources: Cody (1969), Rational Chebyshev approximations for the error function, doi:10.1090/S0025-5718-1969-0247736-4, for
 * probabilities; Abramowitz and Stegun (1964), 7.1.14 (continued fraction), for far quantiles.
 */
public final class NormalDistribution {

    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double INVERSE_SQRT_PI = 1.0 / Math.sqrt(Math.PI);
    /** Up to here erf has an approximation of its own, above 1 - erf has one. */
    private static final double NEAR = 0.46875;
    private static final double FAR = 4.0;
    /** erf is 1 in double precision from here. */
    private static final double SATURATION = 5.93;
    private static final double QUANTILE_NEAR = 2.5;
    private static final int TERMS = 60;

    private static final double[] NEAR_ABOVE = {1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2,
        3.20937758913846947e3};
    private static final double[] NEAR_BELOW = {1.0, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3,
        2.84423683343917062e3};
    private static final double[] MIDDLE_ABOVE = {2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594,
        6.61191906371416295e1, 2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
        1.23033935479799725e3};
    private static final double[] MIDDLE_BELOW = {1.0, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2,
        1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3};
    private static final double[] FAR_ABOVE = {1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
        1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4};
    private static final double[] FAR_BELOW = {1.0, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1,
        6.05183413124413191e-2, 2.33520497626869185e-3};

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
            if (0.5 * tail(-middle * SQRT_HALF) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double erf(double x) {
        if (x <= NEAR) {
            double square = x * x;
            return x * polynomial(NEAR_ABOVE, square) / polynomial(NEAR_BELOW, square);
        }
        return x < SATURATION ? 1.0 - erfc(x) : 1.0;
    }

    /** 1 - erf(x), above {@link #NEAR}. */
    private static double erfc(double x) {
        if (x <= FAR) {
            return Math.exp(-x * x) * polynomial(MIDDLE_ABOVE, x) / polynomial(MIDDLE_BELOW, x);
        }
        double inverse = 1.0 / (x * x);
        double correction = inverse * polynomial(FAR_ABOVE, inverse) / polynomial(FAR_BELOW, inverse);
        return Math.exp(-x * x) * (INVERSE_SQRT_PI - correction) / x;
    }

    /** Coefficients of the highest power first. */
    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }

    /** 1 - erf(x), as far out as a double goes. */
    private static double tail(double x) {
        return x < QUANTILE_NEAR ? 1.0 - erf(x) : continuedFraction(x);
    }

    /** erfc(x) = exp(-x^2)/sqrt(pi) / (x + 1/2/(x + 1/(x + 3/2/(x + ...)))), from the inside outwards. */
    private static double continuedFraction(double x) {
        double sum = x;
        for (int i = TERMS; i >= 1; i--) {
            sum = x + 0.5 * i / sum;
        }
        return INVERSE_SQRT_PI * Math.exp(-x * x) / sum;
    }
}
