package org.insardask.arc;

import java.util.Arrays;

/**
 * Weighted least squares of k parameters by normal equations in the scale of the prior standard deviations, solved by Cholesky. One
 * instance per thread; nothing is allocated after construction.
 */
final class NormalEquations {

    /** A pivot below this fraction of its diagonal element means that parameters cannot be separated. */
    private static final double SINGULAR = 1.0e-12;

    private final int k;
    private final double[] scale;
    private final double[] normal;
    private final double[] right;
    private final double[] inverseFactor;

    NormalEquations(ArcModel model) {
        k = model.parameters();
        scale = new double[k];
        for (int c = 0; c < k; c++) {
            scale[c] = model.priorSigma(c);
        }
        normal = new double[k * k];
        right = new double[k];
        inverseFactor = new double[k * k];
    }

    /**
     * Estimates the parameters of an arc from its unwrapped phase, and their covariance.
     *
     * @param result its phase, ambiguities, design and used epochs are read; parameters and covariance are written
     * @param sigma standard deviation of the phase (rad)
     * @param withPrior whether the prior is a further observation
     * @return false where the parameters cannot be separated; then nothing is written
     */
    boolean estimate(ArcResult result, double sigma, boolean withPrior) {
        accumulate(result);
        double variance = sigma * sigma;
        for (int c = 0; withPrior && c < k; c++) {
            normal[c * k + c] += variance;
        }
        if (!factor()) {
            return false;
        }
        invertFactor();
        for (int r = 0; r < k; r++) {
            double sum = 0.0;
            for (int c = 0; c < k; c++) {
                double element = inverse(r, c);
                result.covariance[r * k + c] = variance * element * scale[r] * scale[c];
                sum += element * right[c];
            }
            result.parameters[r] = sum * scale[r];
        }
        return true;
    }

    private void accumulate(ArcResult result) {
        Arrays.fill(normal, 0.0);
        Arrays.fill(right, 0.0);
        double[] design = result.design;
        for (int i = 0; i < result.used.length; i++) {
            if (result.used[i]) {
                double unwrapped = result.unwrapped(i);
                for (int r = 0; r < k; r++) {
                    double element = design[i * k + r];
                    right[r] += element * unwrapped;
                    for (int c = 0; c <= r; c++) {
                        normal[r * k + c] += element * design[i * k + c];
                    }
                }
            }
        }
        for (int r = 0; r < k; r++) {
            right[r] *= scale[r];
            for (int c = 0; c <= r; c++) {
                normal[r * k + c] *= scale[r] * scale[c];
            }
        }
    }

    /** Cholesky in place: normal = C C^T, lower triangle. */
    private boolean factor() {
        for (int r = 0; r < k; r++) {
            double diagonal = normal[r * k + r];
            for (int c = 0; c <= r; c++) {
                double sum = normal[r * k + c];
                for (int m = 0; m < c; m++) {
                    sum -= normal[r * k + m] * normal[c * k + m];
                }
                if (c < r) {
                    normal[r * k + c] = sum / normal[c * k + c];
                } else if (sum > SINGULAR * diagonal) {
                    normal[r * k + r] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private void invertFactor() {
        for (int c = 0; c < k; c++) {
            inverseFactor[c * k + c] = 1.0 / normal[c * k + c];
            for (int r = c + 1; r < k; r++) {
                double sum = 0.0;
                for (int m = c; m < r; m++) {
                    sum -= normal[r * k + m] * inverseFactor[m * k + c];
                }
                inverseFactor[r * k + c] = sum / normal[r * k + r];
            }
        }
    }

    /** Element of (C C^T)^-1. */
    private double inverse(int r, int c) {
        double sum = 0.0;
        for (int m = Math.max(r, c); m < k; m++) {
            sum += inverseFactor[m * k + r] * inverseFactor[m * k + c];
        }
        return sum;
    }
}
