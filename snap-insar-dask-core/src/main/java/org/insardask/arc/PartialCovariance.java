package org.insardask.arc;

import org.insardask.ils.Decorrelation;

/**
 * Covariance of the parameters where only the last decorrelated ambiguities z_F were fixed: that of b given Z_F^T (phi + 2 pi a), with the
 * prior, P = Q_b - Q_b B^T Z_F (4 pi^2 Q_zF)^-1 Z_F^T B Q_b, with the factors Q_z = L^T D L at hand. Ambiguities that stay real
 * numbers tell nothing of the parameters. For one thread; cost n^2 k.
 */
final class PartialCovariance {

    private static final double TWO_PI = 2.0 * Math.PI;

    private final double[] priorSigma;
    private final double[] conditioned;

    PartialCovariance(int capacity, double[] priorSigma) {
        this.priorSigma = priorSigma;
        this.conditioned = new double[capacity * priorSigma.length];
    }

    /**
     * Writes the covariance into the result.
     *
     * @param result its design is read
     * @param decorrelation of the used epochs
     * @param epochs the used epochs
     * @param fixed the number of decorrelated ambiguities that were fixed, the last ones
     */
    void compute(ArcResult result, Decorrelation decorrelation, int[] epochs, int fixed) {
        int n = decorrelation.size();
        int first = n - fixed;
        int k = priorSigma.length;
        for (int i = n - 1; i >= first; i--) {
            for (int c = 0; c < k; c++) {
                conditioned[i * k + c] = conditioned(result.design, decorrelation, epochs, i, c);
            }
        }
        for (int r = 0; r < k; r++) {
            for (int c = 0; c < k; c++) {
                double known = 0.0;
                for (int i = first; i < n; i++) {
                    known += conditioned[i * k + r] * conditioned[i * k + c] / decorrelation.d(i);
                }
                result.covariance[r * k + c] = priorSigma[r] * priorSigma[c] * ((r == c ? 1.0 : 0.0) - known);
            }
        }
    }

    /** Element i of L^-T Z^T B Q_b^(1/2) / (2 pi), column c, from those of the later components. */
    private double conditioned(double[] design, Decorrelation decorrelation, int[] epochs, int i, int c) {
        int n = decorrelation.size();
        int k = priorSigma.length;
        double sum = 0.0;
        for (int row = 0; row < n; row++) {
            sum += decorrelation.z(row, i) * design[epochs[row] * k + c];
        }
        sum *= priorSigma[c] / TWO_PI;
        for (int j = i + 1; j < n; j++) {
            sum -= conditioned[j * k + c] * decorrelation.l(j, i);
        }
        return sum;
    }
}
