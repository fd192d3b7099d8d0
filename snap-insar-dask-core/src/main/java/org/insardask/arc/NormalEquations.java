package org.insardask.arc;

import java.util.Arrays;

/**
 * Weighted least squares of k parameters by normal equations in the scale of the prior standard deviations, solved by Cholesky. One
 * instance per thread; nothing is allocated after construction.
 */
final class NormalEquations {

    /** A pivot below this fraction of its diagonal element means that parameters cannot be separated. */
    static final double SINGULAR = 1.0e-12;

    private static final int FOUR = 4;

    private final int k;
    private final double[] scale;
    private final double[] normal;
    private final double[] right;
    private final double[] inverseFactor;
    private final double[] inverse;

    NormalEquations(ArcModel model) {
        k = model.parameters();
        scale = new double[k];
        for (int c = 0; c < k; c++) {
            scale[c] = model.priorSigma(c);
        }
        normal = new double[k * k];
        right = new double[k];
        inverseFactor = new double[k * k];
        inverse = new double[k * k];
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
        if (k == FOUR) {
            accumulateFour(result);
        } else {
            accumulate(result);
        }
        applyScale();
        double variance = sigma * sigma;
        for (int c = 0; withPrior && c < k; c++) {
            normal[c * k + c] += variance;
        }
        if (!factor()) {
            return false;
        }
        invertFactor();
        invert();
        for (int r = 0; r < k; r++) {
            double sum = 0.0;
            for (int c = 0; c < k; c++) {
                double element = inverse[r * k + c];
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
    }

    /** The same for four parameters, the usual number, with all sums in registers. */
    private void accumulateFour(ArcResult result) {
        double[] design = result.design;
        double n00 = 0.0;
        double n10 = 0.0;
        double n11 = 0.0;
        double n20 = 0.0;
        double n21 = 0.0;
        double n22 = 0.0;
        double n30 = 0.0;
        double n31 = 0.0;
        double n32 = 0.0;
        double n33 = 0.0;
        double r0 = 0.0;
        double r1 = 0.0;
        double r2 = 0.0;
        double r3 = 0.0;
        for (int i = 0; i < result.used.length; i++) {
            if (result.used[i]) {
                double unwrapped = result.unwrapped(i);
                double d0 = design[FOUR * i];
                double d1 = design[FOUR * i + 1];
                double d2 = design[FOUR * i + 2];
                double d3 = design[FOUR * i + 3];
                n00 += d0 * d0;
                n10 += d1 * d0;
                n11 += d1 * d1;
                n20 += d2 * d0;
                n21 += d2 * d1;
                n22 += d2 * d2;
                n30 += d3 * d0;
                n31 += d3 * d1;
                n32 += d3 * d2;
                n33 += d3 * d3;
                r0 += d0 * unwrapped;
                r1 += d1 * unwrapped;
                r2 += d2 * unwrapped;
                r3 += d3 * unwrapped;
            }
        }
        setRow(0, r0, n00, 0.0, 0.0, 0.0);
        setRow(1, r1, n10, n11, 0.0, 0.0);
        setRow(2, r2, n20, n21, n22, 0.0);
        setRow(3, r3, n30, n31, n32, n33);
    }

    private void setRow(int row, double rightSide, double e0, double e1, double e2, double e3) {
        right[row] = rightSide;
        normal[row * FOUR] = e0;
        normal[row * FOUR + 1] = e1;
        normal[row * FOUR + 2] = e2;
        normal[row * FOUR + 3] = e3;
    }

    private void applyScale() {
        for (int r = 0; r < k; r++) {
            right[r] *= scale[r];
            for (int c = 0; c <= r; c++) {
                normal[r * k + c] *= scale[r] * scale[c];
            }
        }
    }

    /** Cholesky, normal = C C^T: C replaces the lower triangle, and the diagonal of the inverse factor is that of C^-1. */
    private boolean factor() {
        for (int r = 0; r < k; r++) {
            double diagonal = normal[r * k + r];
            double pivot = diagonal;
            for (int c = 0; c < r; c++) {
                double sum = normal[r * k + c];
                for (int m = 0; m < c; m++) {
                    sum -= normal[r * k + m] * normal[c * k + m];
                }
                double element = sum * inverseFactor[c * k + c];
                normal[r * k + c] = element;
                pivot -= element * element;
            }
            if (!(pivot > SINGULAR * diagonal)) {
                return false;
            }
            inverseFactor[r * k + r] = 1.0 / Math.sqrt(pivot);
        }
        return true;
    }

    private void invertFactor() {
        for (int c = 0; c < k; c++) {
            for (int r = c + 1; r < k; r++) {
                double sum = 0.0;
                for (int m = c; m < r; m++) {
                    sum -= normal[r * k + m] * inverseFactor[m * k + c];
                }
                inverseFactor[r * k + c] = sum * inverseFactor[r * k + r];
            }
        }
    }

    /** The inverse (C C^T)^-1. */
    private void invert() {
        for (int r = 0; r < k; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = 0.0;
                for (int m = r; m < k; m++) {
                    sum += inverseFactor[m * k + r] * inverseFactor[m * k + c];
                }
                inverse[r * k + c] = sum;
                inverse[c * k + r] = sum;
            }
        }
    }
}
