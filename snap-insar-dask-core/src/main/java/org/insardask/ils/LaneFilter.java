package org.insardask.ils;

import java.util.Arrays;

/**
 * The first leaves of many arcs of four parameters side by side: the filter of {@link PriorRoot} and the rounding of {@link FirstLeaf},
 * with loops over the arcs (lanes) that have no dependencies, so that they become vector instructions. What a lane gets does not depend
 * on the others. Of the rows of the design the last element differs from lane to lane, the other three do not. For one thread; nothing is
 * allocated after construction.
 *
 * <p>The covariance of the parameters is kept as U D U^T, U upper triangular with ones on its diagonal and D diagonal; like a root it stays
 * positive definite whatever the rounding errors, and takes half the work. Source: Bierman (1976), Measurement updating using the U-D
 * factorization, Automatica 12(4), doi:10.1016/0005-1098(76)90055-0.
 */
final class LaneFilter {

    private static final int K = 4;

    /** U(r, c) of lane l, r below c, stands at [c (c - 1) / 2 + r][l]. */
    private final double[][] unit;
    private final double[][] diagonal;
    private final double[][] roots;
    private final double[][] state;
    /** Element c of U^T h. */
    private final double[][] projection;
    /** U D U^T h, as far as the epoch is taken. */
    private final double[][] gain;
    private final double[] turn;
    private final double[] innovation;
    private final double[] step;
    private final double[] variance;
    private final double[] norm;
    private final double[] sibling;
    private final double[] gap;

    LaneFilter(int lanes) {
        this.unit = new double[K * (K - 1) / 2][lanes];
        this.diagonal = new double[K][lanes];
        this.roots = new double[K][lanes];
        this.state = new double[K][lanes];
        this.projection = new double[K][lanes];
        this.gain = new double[K][lanes];
        this.turn = new double[lanes];
        this.innovation = new double[lanes];
        this.step = new double[lanes];
        this.variance = new double[lanes];
        this.norm = new double[lanes];
        this.sibling = new double[lanes];
        this.gap = new double[lanes];
    }

    /** Starts with the prior. */
    void start() {
        fill(unit, 0.0);
        fill(diagonal, 1.0);
        fill(state, 0.0);
        Arrays.fill(norm, 0.0);
        Arrays.fill(sibling, Double.POSITIVE_INFINITY);
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
    }

    private static void fill(double[][] arrays, double value) {
        for (double[] array : arrays) {
            Arrays.fill(array, value);
        }
    }

    /**
     * Takes the next epoch.
     *
     * @param rows of all epochs without their last elements, three for each
     * @param row index of the row of the epoch
     * @param own last elements of each lane
     * @param noise variance of each lane (cycles^2)
     * @param phase of each lane (cycles); unwrapped on return
     * @param offset first element of the epoch in own and phase
     * @param count the number of lanes in use
     */
    void take(double[] rows, int row, double[] own, double[] noise, double[] phase, int offset, int count) {
        double h0 = rows[row];
        double h1 = rows[row + 1];
        double h2 = rows[row + 2];
        project(h0, h1, h2, own, offset, count);
        subtractPrediction(h0, h1, h2, own, phase, offset, innovation, count);
        takeFirst(h0, noise, count);
        takeNext(projection[1], diagonal[1], gain[1], count);
        turn(unit[0], gain[0], gain[1], count);
        takeNext(projection[2], diagonal[2], gain[2], count);
        turn(unit[1], gain[0], gain[2], count);
        turn(unit[2], gain[1], gain[2], count);
        takeNext(projection[3], diagonal[3], gain[3], count);
        turn(unit[3], gain[0], gain[3], count);
        turn(unit[4], gain[1], gain[3], count);
        turn(unit[5], gain[2], gain[3], count);
        round(phase, offset, count);
        weigh(count);
        for (int c = 0; c < K; c += 2) {
            move(state[c], gain[c], state[c + 1], gain[c + 1], count);
        }
    }

    /** Elements 1 to 3 of U^T h; element 0 is that of h. */
    private void project(double h0, double h1, double h2, double[] own, int offset, int count) {
        projectSecond(unit[0], h0, h1, projection[1], count);
        projectThird(unit[1], unit[2], h0, h1, h2, projection[2], count);
        projectThird(unit[3], unit[4], h0, h1, 0.0, projection[3], count);
        projectFourth(unit[5], h2, own, offset, projection[3], count);
    }

    private static void projectSecond(double[] u, double h0, double h1, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] = h1 + u[l] * h0;
        }
    }

    private static void projectThird(double[] u0, double[] u1, double h0, double h1, double h2, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] = h2 + (u0[l] * h0 + u1[l] * h1);
        }
    }

    private static void projectFourth(double[] u2, double h2, double[] own, int offset, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] += own[offset + l] + u2[l] * h2;
        }
    }

    /** Writes phases minus rows times parameters. */
    private void subtractPrediction(double h0, double h1, double h2, double[] own, double[] phase, int offset, double[] result, int count) {
        subtractTwo(phase, offset, state[0], h0, state[1], h1, result, count);
        subtractOwn(state[2], h2, state[3], own, offset, result, count);
    }

    private static void subtractTwo(double[] values, int offset, double[] b0, double h0, double[] b1, double h1, double[] result,
            int count) {
        for (int l = 0; l < count; l++) {
            result[l] = values[offset + l] - (b0[l] * h0 + b1[l] * h1);
        }
    }

    private static void subtractOwn(double[] b2, double h2, double[] b3, double[] own, int offset, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] -= b2[l] * h2 + b3[l] * own[offset + l];
        }
    }

    /** The update of D(0), and the variance as far as this parameter goes. */
    private void takeFirst(double h0, double[] noise, int count) {
        double[] d = diagonal[0];
        double[] b = gain[0];
        for (int l = 0; l < count; l++) {
            double product = d[l] * h0;
            double s = noise[l] + h0 * product;
            b[l] = product;
            variance[l] = s;
            d[l] *= noise[l] / s;
        }
    }

    /** The update of D(c), c above 0. */
    private void takeNext(double[] f, double[] d, double[] b, int count) {
        for (int l = 0; l < count; l++) {
            double product = d[l] * f[l];
            double before = variance[l];
            double s = before + f[l] * product;
            b[l] = product;
            variance[l] = s;
            turn[l] = -f[l] / before;
            d[l] *= before / s;
        }
    }

    /** The update of U(r, c), and of the gain of parameter r. */
    private void turn(double[] u, double[] gainOfRow, double[] gainOfColumn, int count) {
        for (int l = 0; l < count; l++) {
            double before = u[l];
            u[l] = before + gainOfRow[l] * turn[l];
            gainOfRow[l] += before * gainOfColumn[l];
        }
    }

    private void round(double[] phase, int offset, int count) {
        for (int l = 0; l < count; l++) {
            double v = innovation[l];
            double nearest = Math.rint(v);
            phase[offset + l] -= nearest;
            innovation[l] = v - nearest;
        }
    }

    /** The norm, and by how much the next integer would have raised it. */
    private void weigh(int count) {
        for (int l = 0; l < count; l++) {
            double v = innovation[l];
            double weight = 1.0 / variance[l];
            innovation[l] = (1.0 - 2.0 * Math.abs(v)) * weight;
            step[l] = v * weight;
            norm[l] += v * v * weight;
        }
        for (int l = 0; l < count; l++) {
            sibling[l] = Math.min(sibling[l], norm[l] + innovation[l]);
        }
        for (int l = 0; l < count; l++) {
            gap[l] = Math.min(gap[l], innovation[l]);
        }
    }

    private void move(double[] b0, double[] gain0, double[] b1, double[] gain1, int count) {
        for (int l = 0; l < count; l++) {
            b0[l] += gain0[l] * step[l];
            b1[l] += gain1[l] * step[l];
        }
    }

    /** Writes the residuals of an epoch; parameters as in {@link #take}. */
    void residuals(double[] rows, int row, double[] own, double[] phase, int offset, double[] result, int resultOffset, int count) {
        subtractPrediction(rows[row], rows[row + 1], rows[row + 2], own, phase, offset, innovation, count);
        System.arraycopy(innovation, 0, result, resultOffset, count);
    }

    /** Writes the variances h^T U D U^T h of the rows of an epoch; parameters as in {@link #take}. */
    void variances(double[] rows, int row, double[] own, int offset, double[] result, int count) {
        project(rows[row], rows[row + 1], rows[row + 2], own, offset, count);
        double square = rows[row] * rows[row];
        for (int l = 0; l < count; l++) {
            result[l] = diagonal[0][l] * square;
        }
        addSquares(projection[1], diagonal[1], result, count);
        addSquares(projection[2], diagonal[2], result, count);
        addSquares(projection[3], diagonal[3], result, count);
    }

    private static void addSquares(double[] f, double[] d, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] += d[l] * (f[l] * f[l]);
        }
    }

    /** To be called after the last epoch, before {@link #root}. */
    void takeRoots(int count) {
        for (int c = 0; c < K; c++) {
            takeRoots(diagonal[c], roots[c], count);
        }
    }

    private static void takeRoots(double[] values, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] = Math.sqrt(values[l]);
        }
    }

    /** Returns element (r, c) of the root U sqrt(D) of the covariance of a lane. */
    double root(int r, int c, int lane) {
        if (r >= c) {
            return r == c ? roots[r][lane] : 0.0;
        }
        return unit[c * (c - 1) / 2 + r][lane] * roots[c][lane];
    }

    /** Returns the estimate of a parameter of a lane. */
    double state(int parameter, int lane) {
        return state[parameter][lane];
    }

    double[] variance() {
        return variance;
    }

    double[] norm() {
        return norm;
    }

    double[] sibling() {
        return sibling;
    }

    double[] gap() {
        return gap;
    }
}
