package org.insardask.ils;

import java.util.Arrays;

/**
 * Square root S of a covariance P = S S^T that shrinks with each observation; P stays positive definite whatever the ratio of prior and
 * noise. The prior is the unit matrix. For one thread.
 *
 * <p>Source: Potter's square root measurement update, in Bierman (1977), Factorization methods for discrete sequential estimation,
 * section II.7.
 */
final class PriorRoot {

    private final int k;
    private final double[] root;
    private final double[] projection;

    PriorRoot(int k) {
        this.k = k;
        this.root = new double[k * k];
        this.projection = new double[k];
    }

    void reset() {
        Arrays.fill(root, 0.0);
        for (int i = 0; i < k; i++) {
            root[i * k + i] = 1.0;
        }
    }

    /**
     * Takes one observation of row h and its noise variance.
     *
     * @param gain k elements at gainOffset, output: K = P h^T / s
     * @return the predicted variance s = h P h^T + variance
     */
    double update(double[] rows, int offset, double variance, double[] gain, int gainOffset) {
        double s = variance;
        for (int c = 0; c < k; c++) {
            double sum = 0.0;
            for (int r = 0; r < k; r++) {
                sum += root[r * k + c] * rows[offset + r];
            }
            projection[c] = sum;
            s += sum * sum;
        }
        double inverse = 1.0 / s;
        double shrink = 1.0 / (1.0 + Math.sqrt(variance * inverse));
        for (int r = 0; r < k; r++) {
            double sum = 0.0;
            for (int c = 0; c < k; c++) {
                sum += root[r * k + c] * projection[c];
            }
            double g = sum * inverse;
            gain[gainOffset + r] = g;
            double factor = g * shrink;
            for (int c = 0; c < k; c++) {
                root[r * k + c] -= factor * projection[c];
            }
        }
        return s;
    }
}
