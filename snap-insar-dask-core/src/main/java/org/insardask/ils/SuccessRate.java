package org.insardask.ils;

/** Probabilities that integers come out right, from conditional variances in cycles^2. Stateless, safe for threads. */
public final class SuccessRate {

    /** Smaller variances (cycles^2) give a probability of failure below 2e-12, and count as certain. */
    static final double CERTAIN = 1.0 / 200.0;

    private SuccessRate() {
    }

    /**
     * Returns the success rate of integer bootstrapping, prod(2 Phi(1 / (2 sqrt(d_i))) - 1); a lower bound of that of integer
     * least squares.
     *
     * <p>Source: Teunissen (1998), Success probability of integer GPS ambiguity rounding and bootstrapping, doi:10.1007/s001900050199.
     *
     * @param d conditional variances (cycles^2)
     * @param from first index
     * @param to index after the last
     */
    public static double bootstrapped(double[] d, int from, int to) {
        double product = 1.0;
        for (int i = from; i < to; i++) {
            product *= of(d[i]);
        }
        return product;
    }

    /** Returns the probability of one integer with a conditional variance (cycles^2). */
    static double of(double variance) {
        return variance <= CERTAIN ? 1.0 : NormalDistribution.centralProbability(0.5 / Math.sqrt(variance));
    }

    /**
     * Returns the approximation (2 Phi(1 / (2 ADOP)) - 1)^n of the success rate of integer least squares; an upper bound of that of
     * bootstrapping, whatever the order and the decorrelation. Where the variances differ much it is far too high.
     *
     * <p>Source: Verhagen (2003), On the approximation of the integer least-squares success rate: which lower or upper bound to use?,
     * Journal of Global Positioning Systems 2(2), 117 to 124.
     *
     * @param d conditional variances (cycles^2)
     * @param n their number
     */
    public static double adopApproximation(double[] d, int n) {
        return Math.pow(NormalDistribution.centralProbability(0.5 / adop(d, n)), n);
    }

    /**
     * Returns the ambiguity dilution of precision, ADOP = det(Q)^(1/(2n)) (cycles), the geometric mean of the conditional standard
     * deviations; it does not depend on their order, nor on the decorrelation.
     *
     * <p>Source: Teunissen and Odijk (1997), Ambiguity dilution of precision: definition, properties and application, ION GPS-97,
     * pages 891 to 899.
     *
     * @param d conditional variances (cycles^2)
     * @param n their number
     */
    public static double adop(double[] d, int n) {
        double logarithm = 0.0;
        for (int i = 0; i < n; i++) {
            logarithm += Math.log(d[i]);
        }
        return Math.exp(0.5 * logarithm / n);
    }
}
