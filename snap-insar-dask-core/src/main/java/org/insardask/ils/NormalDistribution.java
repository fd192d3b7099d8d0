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

    private static final double[] NEAR_ABOVE = {0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302,
        3209.3775891384694};
    private static final double[] NEAR_BELOW = {1.0, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171};
    private static final double[] MIDDLE_ABOVE = {2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163,
        298.6351381974001, 881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972};
    private static final double[] MIDDLE_BELOW = {1.0, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903,
        3290.7992357334597, 4362.619090143247, 3439.3676741437216, 1230.3393548037495};
    private static final double[] FAR_ABOVE = {0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926,
        0.016083785148742275, 0.0006587491615298378};
    private static final double[] FAR_BELOW = {1.0, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132,
        0.0023352049762686918};

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
