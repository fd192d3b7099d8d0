package org.insardask.ils;

/** Probabilities that integers come out right, from conditional variances in cycles^2. Stateless, safe for threads. */
public final class SuccessRate {

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
            product *= NormalDistribution.centralProbability(0.5 / Math.sqrt(d[i]));
        }
        return product;
    }

    /**
     * Returns the approximation (2 Phi(1 / (2 ADOP)) - 1)^n with ADOP = det(Q)^(1/(2n)), invariant for the decorrelation.
     *
     * <p>Source: Teunissen and Odijk (1997), Ambiguity dilution of precision: definition, properties and application.
     *
     * @param d conditional variances (cycles^2)
     * @param n their number
     */
    public static double adopApproximation(double[] d, int n) {
        double logarithm = 0.0;
        for (int i = 0; i < n; i++) {
            logarithm += Math.log(d[i]);
        }
        double adop = Math.exp(0.5 * logarithm / n);
        return Math.pow(NormalDistribution.centralProbability(0.5 / adop), n);
    }
}
