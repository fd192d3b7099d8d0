package org.insardask.arc;

import java.util.Arrays;
import org.insardask.ils.LaneSearch;

/**
 * The estimate of {@link NormalEquations} and the numbers of {@link ResidualStatistics} for the arcs of a {@link LaneSearch}, side by
 * side: loops over the arcs (lanes) that have no dependencies, so that they become vector instructions. Parameters count prior standard
 * deviations and phases cycles. For models of four parameters. One instance per thread; nothing is allocated after construction.
 */
final class LaneEstimate {

    private static final int K = 4;
    private static final int LANES = LaneSearch.LANES;
    private static final double TWO_PI = 2.0 * Math.PI;

    private final int n;
    private final int column;
    private final boolean withPrior;
    /** Element (i, c) of the design that all arcs share at i * 4 + c, 0 in the column that they do not. */
    private final double[] rows;
    private final double[] scale;
    private final double[] sharedNormal;
    private final LaneCholesky cholesky = new LaneCholesky();
    private final double[][] parameters = new double[K][LANES];
    private final double[][] right = new double[K][LANES];
    private final double[] residual = new double[LANES];
    private final double[] squares = new double[LANES];
    private final double[] real = new double[LANES];
    private final double[] imaginary = new double[LANES];
    private final Phasors phasors = new Phasors(LANES);

    /**
     * Makes an instance.
     *
     * @param column the parameter whose column differs from arc to arc, -1 where there is none
     * @param withPrior whether the prior is a further observation
     */
    LaneEstimate(ArcModel model, int column, boolean withPrior) {
        this.n = model.epochs();
        this.column = column;
        this.withPrior = withPrior;
        this.rows = new double[n * K];
        this.scale = new double[K];
        model.fillDesign(new double[n], rows);
        for (int c = 0; c < K; c++) {
            scale[c] = model.priorSigma(c);
            for (int i = 0; i < n; i++) {
                rows[i * K + c] = c == column ? 0.0 : rows[i * K + c] * scale[c] / TWO_PI;
            }
        }
        this.sharedNormal = new double[LaneCholesky.ELEMENTS];
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < K; r++) {
                for (int c = 0; c <= r; c++) {
                    sharedNormal[LaneCholesky.index(r, c)] += rows[i * K + r] * rows[i * K + c];
                }
            }
        }
    }

    /**
     * Computes all lanes.
     *
     * @param unwrapped (cycles), laid out as those of {@link LaneSearch#unwrapped}; not modified
     * @param own the own column (cycles per prior standard deviation), laid out so too; not modified, and not read where there is none
     * @param noise variances (cycles^2)
     * @param count the number of lanes in use
     */
    void compute(double[] unwrapped, double[] own, double[] noise, int count) {
        accumulate(unwrapped, own, count);
        for (int c = 0; withPrior && c < K; c++) {
            add(noise, cholesky.matrix(c, c), count);
        }
        cholesky.solve(right, parameters, count);
        Arrays.fill(squares, 0.0);
        Arrays.fill(real, 0.0);
        Arrays.fill(imaginary, 0.0);
        for (int i = 0; i < n; i++) {
            takeResiduals(unwrapped, own, i, count);
        }
    }

    private void accumulate(double[] unwrapped, double[] own, int count) {
        for (int r = 0; r < K; r++) {
            Arrays.fill(right[r], 0.0);
            for (int c = 0; c <= r; c++) {
                Arrays.fill(cholesky.matrix(r, c), sharedNormal[LaneCholesky.index(r, c)]);
            }
        }
        for (int i = 0; i + 1 < n; i += 2) {
            accumulateTwo(unwrapped, own, i, i + 1, 1.0, count);
        }
        if (n % 2 == 1) {
            accumulateTwo(unwrapped, own, n - 1, n - 1, 0.0, count);
        }
    }

    /** Adds two epochs, the second times a factor. */
    private void accumulateTwo(double[] unwrapped, double[] own, int i, int j, double factor, int count) {
        int a = i * LaneSearch.STRIDE;
        int b = j * LaneSearch.STRIDE;
        for (int c = 0; c < K; c++) {
            if (c == column) {
                addProducts(own, unwrapped, a, b, factor, right[c], count);
                addProducts(own, own, a, b, factor, cholesky.matrix(c, c), count);
            } else {
                double first = rows[i * K + c];
                double second = factor * rows[j * K + c];
                addMultiples(unwrapped, a, first, b, second, right[c], count);
                if (column >= 0) {
                    addMultiples(own, a, first, b, second, cholesky.matrix(Math.max(c, column), Math.min(c, column)), count);
                }
            }
        }
    }

    private static void addMultiples(double[] values, int a, double first, int b, double second, double[] sum, int count) {
        for (int l = 0; l < count; l++) {
            sum[l] += first * values[a + l] + second * values[b + l];
        }
    }

    private static void addProducts(double[] x, double[] y, int a, int b, double factor, double[] sum, int count) {
        for (int l = 0; l < count; l++) {
            sum[l] += x[a + l] * y[a + l] + factor * (x[b + l] * y[b + l]);
        }
    }

    private static void add(double[] values, double[] sum, int count) {
        for (int l = 0; l < count; l++) {
            sum[l] += values[l];
        }
    }

    private void takeResiduals(double[] unwrapped, double[] own, int epoch, int count) {
        System.arraycopy(unwrapped, epoch * LaneSearch.STRIDE, residual, 0, count);
        for (int c = 0; c < K; c++) {
            if (c == column) {
                subtractProducts(own, epoch * LaneSearch.STRIDE, parameters[c], residual, count);
            } else {
                subtractMultiples(rows[epoch * K + c], parameters[c], residual, count);
            }
        }
        addSquares(residual, squares, count);
        phasors.setAngles(residual, count);
        phasors.addTo(real, imaginary, count);
    }

    private static void subtractProducts(double[] x, int offset, double[] y, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] -= x[offset + l] * y[l];
        }
    }

    private static void subtractMultiples(double factor, double[] values, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] -= factor * values[l];
        }
    }

    /** Adds the squares of cycles, and makes the cycles radians. */
    private static void addSquares(double[] values, double[] sum, int count) {
        for (int l = 0; l < count; l++) {
            sum[l] += values[l] * values[l];
        }
        for (int l = 0; l < count; l++) {
            values[l] *= TWO_PI;
        }
    }

    /** Returns whether the parameters of a lane can be separated; nothing else may be asked of one where they cannot. */
    boolean isSolved(int lane) {
        return cholesky.isRegular(lane);
    }

    /** Writes parameters, covariance and statistics of a lane, of a noise variance (cycles^2). */
    void take(int lane, double noise, ArcResult result) {
        for (int r = 0; r < K; r++) {
            result.parameters[r] = parameters[r][lane] * scale[r];
            for (int c = 0; c <= r; c++) {
                double element = noise * cholesky.inverse(r, c, lane) * scale[r] * scale[c];
                result.covariance[r * K + c] = element;
                result.covariance[c * K + r] = element;
            }
        }
        double re = real[lane];
        double im = imaginary[lane];
        result.temporalCoherence = Math.sqrt(re * re + im * im) / n;
        result.overallModelTest = squares[lane] / noise / (n - K);
    }
}
