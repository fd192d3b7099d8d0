package org.insardask.arc;

import java.util.Arrays;
import org.insardask.ils.LaneSearch;

/** Symmetric systems of four equations, as many side by side as a {@link LaneSearch} has lanes, solved by Cholesky. For one thread. */
final class LaneCholesky {

    /** The number of elements of a lower triangle. */
    static final int ELEMENTS = 10;

    private static final int K = 4;

    private final double[][] matrix = new double[ELEMENTS][LaneSearch.LANES];
    private final double[][] inverseFactor = new double[ELEMENTS][LaneSearch.LANES];
    private final double[][] inverse = new double[ELEMENTS][LaneSearch.LANES];
    private final double[] pivot = new double[LaneSearch.LANES];
    /** 0 where a matrix is singular. */
    private final double[] regular = new double[LaneSearch.LANES];

    /** The place of element (r, c) of a lower triangle, c of at most r. */
    static int index(int r, int c) {
        return r * (r + 1) / 2 + c;
    }

    /** The elements (r, c) of the matrices by lane, c of at most r; to be set before each solution, which overwrites them. */
    double[] matrix(int r, int c) {
        return matrix[index(r, c)];
    }

    /**
     * Solves the systems of the first lanes.
     *
     * @param right sides, 4 x lanes; not modified
     * @param solution output, 4 x lanes
     */
    void solve(double[][] right, double[][] solution, int count) {
        Arrays.fill(regular, 1.0);
        for (int r = 0; r < K; r++) {
            factorRow(r, count);
        }
        for (int c = 0; c < K; c++) {
            invertColumn(c, count);
        }
        for (int r = 0; r < K; r++) {
            for (int c = 0; c <= r; c++) {
                invert(r, c, count);
            }
        }
        for (int r = 0; r < K; r++) {
            Arrays.fill(solution[r], 0.0);
            for (int c = 0; c < K; c++) {
                addProduct(inverse[index(Math.max(r, c), Math.min(r, c))], right[c], solution[r], count);
            }
        }
    }

    /** matrix = C C^T: row r of C replaces that of the matrix, and the diagonal of the inverse factor is that of C^-1. */
    private void factorRow(int r, int count) {
        double[] diagonal = matrix[index(r, r)];
        System.arraycopy(diagonal, 0, pivot, 0, count);
        for (int c = 0; c < r; c++) {
            double[] element = matrix[index(r, c)];
            for (int m = 0; m < c; m++) {
                subtractProduct(matrix[index(r, m)], matrix[index(c, m)], element, count);
            }
            multiply(inverseFactor[index(c, c)], element, count);
            subtractProduct(element, element, pivot, count);
        }
        for (int l = 0; l < count; l++) {
            if (!(pivot[l] > NormalEquations.SINGULAR * diagonal[l])) {
                regular[l] = 0.0;
            }
        }
        invertRoots(pivot, inverseFactor[index(r, r)], count);
    }

    private void invertColumn(int c, int count) {
        for (int r = c + 1; r < K; r++) {
            double[] element = inverseFactor[index(r, c)];
            Arrays.fill(element, 0.0);
            for (int m = c; m < r; m++) {
                subtractProduct(matrix[index(r, m)], inverseFactor[index(m, c)], element, count);
            }
            multiply(inverseFactor[index(r, r)], element, count);
        }
    }

    /** Element (r, c) of the inverse (C C^T)^-1. */
    private void invert(int r, int c, int count) {
        double[] element = inverse[index(r, c)];
        Arrays.fill(element, 0.0);
        for (int m = r; m < K; m++) {
            addProduct(inverseFactor[index(m, r)], inverseFactor[index(m, c)], element, count);
        }
    }

    private static void invertRoots(double[] values, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] = 1.0 / Math.sqrt(values[l]);
        }
    }

    private static void multiply(double[] factor, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] *= factor[l];
        }
    }

    private static void addProduct(double[] x, double[] y, double[] sum, int count) {
        for (int l = 0; l < count; l++) {
            sum[l] += x[l] * y[l];
        }
    }

    private static void subtractProduct(double[] x, double[] y, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] -= x[l] * y[l];
        }
    }

    /** Returns whether the matrix of a lane was regular; nothing else of it may be asked where it was not. */
    boolean isRegular(int lane) {
        return regular[lane] > 0.0;
    }

    /** Returns element (r, c) of an inverse, c of at most r. */
    double inverse(int r, int c, int lane) {
        return inverse[index(r, c)][lane];
    }
}
