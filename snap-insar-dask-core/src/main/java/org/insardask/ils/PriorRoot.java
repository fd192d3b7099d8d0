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

    /** Sets an element, by row and column. */
    void set(int element, double value) {
        root[element] = value;
    }

    /**
     * Takes one observation of row h and its noise variance.
     *
     * @param gain k elements at gainOffset, output: K = P h^T / s
     * @return the predicted variance s = h P h^T + variance
     */
    double update(double[] rows, int offset, double variance, double[] gain, int gainOffset) {
        return k == 4 ? updateFour(rows, offset, variance, gain, gainOffset) : updateAny(rows, offset, variance, gain, gainOffset);
    }

    private double updateAny(double[] rows, int offset, double variance, double[] gain, int gainOffset) {
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

    /** The same for k = 4, written out: sums as trees, and the square root beside the division, for short chains of operations. */
    private double updateFour(double[] rows, int offset, double variance, double[] gain, int gainOffset) {
        double h0 = rows[offset];
        double h1 = rows[offset + 1];
        double h2 = rows[offset + 2];
        double h3 = rows[offset + 3];
        double p0 = (root[0] * h0 + root[4] * h1) + (root[8] * h2 + root[12] * h3);
        double p1 = (root[1] * h0 + root[5] * h1) + (root[9] * h2 + root[13] * h3);
        double p2 = (root[2] * h0 + root[6] * h1) + (root[10] * h2 + root[14] * h3);
        double p3 = (root[3] * h0 + root[7] * h1) + (root[11] * h2 + root[15] * h3);
        double s = variance + ((p0 * p0 + p1 * p1) + (p2 * p2 + p3 * p3));
        double inverse = 1.0 / s;
        double shrink = 1.0 / (s + Math.sqrt(variance * s));
        for (int r = 0; r < 4; r++) {
            int row = 4 * r;
            double sum = (root[row] * p0 + root[row + 1] * p1) + (root[row + 2] * p2 + root[row + 3] * p3);
            gain[gainOffset + r] = sum * inverse;
            double factor = sum * shrink;
            root[row] -= factor * p0;
            root[row + 1] -= factor * p1;
            root[row + 2] -= factor * p2;
            root[row + 3] -= factor * p3;
        }
        return s;
    }

    /** Writes factor times P x for a vector x of the parameters. */
    void multiply(double[] x, double factor, double[] target) {
        for (int c = 0; c < k; c++) {
            double sum = 0.0;
            for (int r = 0; r < k; r++) {
                sum += root[r * k + c] * x[r];
            }
            projection[c] = sum * factor;
        }
        for (int r = 0; r < k; r++) {
            double sum = 0.0;
            for (int c = 0; c < k; c++) {
                sum += root[r * k + c] * projection[c];
            }
            target[r] = sum;
        }
    }

    /** Returns the variance h P h^T of a combination of the parameters. */
    double variance(double[] rows, int offset) {
        double sum = 0.0;
        for (int c = 0; c < k; c++) {
            double projected = 0.0;
            for (int r = 0; r < k; r++) {
                projected += root[r * k + c] * rows[offset + r];
            }
            sum += projected * projected;
        }
        return sum;
    }
}
