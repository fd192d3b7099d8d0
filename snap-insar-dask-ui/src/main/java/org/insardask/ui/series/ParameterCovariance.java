package org.insardask.ui.series;

import java.util.Arrays;

/** Covariance of parameters estimated by least squares. Stateless. */
final class ParameterCovariance {

    private ParameterCovariance() {
    }

    /**
     * Returns Q = (B^T B / sigma^2 + P^-1)^-1.
     *
     * @param design B, n x k, row-major (rad per unit); not modified
     * @param used by row, whether it took part
     * @param k number of parameters
     * @param sigma standard deviation of an observation (rad)
     * @param priorSigma k prior standard deviations, the roots of the diagonal of P; null where the prior took no part
     * @return k x k (products of the units); all NaN where the parameters cannot be separated
     */
    static double[] of(double[] design, boolean[] used, int k, double sigma, double[] priorSigma) {
        double[] normal = new double[k * k];
        for (int row = 0; row < used.length; row++) {
            for (int i = 0; used[row] && i < k; i++) {
                for (int j = 0; j < k; j++) {
                    normal[i * k + j] += design[row * k + i] * design[row * k + j] / (sigma * sigma);
                }
            }
        }
        for (int i = 0; priorSigma != null && i < k; i++) {
            normal[i * k + i] += 1.0 / (priorSigma[i] * priorSigma[i]);
        }
        return inverse(normal, k);
    }

    /** Gauss-Jordan elimination of a symmetric positive definite matrix, scaled to a unit diagonal first. */
    private static double[] inverse(double[] matrix, int k) {
        double[] scale = new double[k];
        for (int i = 0; i < k; i++) {
            scale[i] = 1.0 / Math.sqrt(matrix[i * k + i]);
        }
        double[] left = new double[k * k];
        double[] right = new double[k * k];
        for (int i = 0; i < k; i++) {
            right[i * k + i] = 1.0;
            for (int j = 0; j < k; j++) {
                left[i * k + j] = matrix[i * k + j] * scale[i] * scale[j];
            }
        }
        for (int pivot = 0; pivot < k; pivot++) {
            double divisor = left[pivot * k + pivot];
            if (!(divisor > 1e-12)) {
                Arrays.fill(right, Double.NaN);
                return right;
            }
            eliminate(left, right, pivot, divisor, k);
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                right[i * k + j] *= scale[i] * scale[j];
            }
        }
        return right;
    }

    private static void eliminate(double[] left, double[] right, int pivot, double divisor, int k) {
        for (int j = 0; j < k; j++) {
            left[pivot * k + j] /= divisor;
            right[pivot * k + j] /= divisor;
        }
        for (int i = 0; i < k; i++) {
            double factor = left[i * k + pivot];
            for (int j = 0; i != pivot && j < k; j++) {
                left[i * k + j] -= factor * left[pivot * k + j];
                right[i * k + j] -= factor * right[pivot * k + j];
            }
        }
    }

    /** Returns d Q d^T of a row of k coefficients that starts at an offset. */
    static double variance(double[] covariance, double[] row, int offset, int k) {
        double sum = 0.0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                sum += row[offset + i] * covariance[i * k + j] * row[offset + j];
            }
        }
        return sum;
    }
}
