package org.insardask.ils;

/**
 * Lower quantiles of the chi-square distribution for 0..n degrees of freedom, the bounds of probabilistic pruning. Immutable, to be
 * shared by threads.
 *
 * <p>Source: Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684: chi2 = m (1 - 2/(9m) + u sqrt(2/(9m)))^3, u the normal quantile.
 */
public final class LowerQuantiles {

    private final double probability;
    private final double[] quantiles;

    /**
     * Computes the table.
     *
     * @param probability in [0, 0.5]; 0 makes all quantiles 0
     * @param maxDegrees the largest number of degrees of freedom
     */
    public LowerQuantiles(double probability, int maxDegrees) {
        if (!(probability >= 0.0 && probability <= 0.5)) {
            throw new IllegalArgumentException("The miss probability is " + probability + ", expected 0 to 0.5");
        }
        this.probability = probability;
        this.quantiles = new double[maxDegrees + 1];
        if (probability > 0.0) {
            double u = NormalDistribution.lowerQuantile(probability);
            for (int m = 1; m <= maxDegrees; m++) {
                quantiles[m] = wilsonHilferty(m, u);
            }
        }
    }

    /** Returns upper quantiles of equal probability for 0..maxDegrees degrees of freedom; the first is 0. */
    static double[] upper(double probability, int maxDegrees) {
        double u = NormalDistribution.lowerQuantile(probability);
        double[] upper = new double[maxDegrees + 1];
        for (int m = 1; m <= maxDegrees; m++) {
            upper[m] = wilsonHilferty(m, -u);
        }
        return upper;
    }

    private static double wilsonHilferty(int m, double u) {
        double variance = 2.0 / (9.0 * m);
        double root = Math.max(0.0, 1.0 - variance + u * Math.sqrt(variance));
        return m * root * root * root;
    }

    /** Returns the probability of the quantiles. */
    public double probability() {
        return probability;
    }

    /** Returns the largest number of degrees of freedom. */
    public int maxDegrees() {
        return quantiles.length - 1;
    }

    /** Returns the lower quantile for m degrees of freedom. */
    public double get(int m) {
        return quantiles[m];
    }

    double[] table() {
        return quantiles;
    }
}
