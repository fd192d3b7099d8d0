package org.insardask.ils;

import java.util.Arrays;

/**
 * The first leaves of many arcs of four parameters side by side: the filter of {@link PriorRoot} and the rounding of {@link
 * FirstLeaf}, with loops over the arcs (lanes) that have no dependencies, so that they become vector instructions. What a lane gets
 * does not depend on the others. For one thread; nothing is allocated after construction.
 */
final class LaneFilter {

    private static final int K = 4;

    private final int lanes;
    /** Element (r, c) of the root of the covariance of lane l stands at [r * 4 + c][l]. */
    private final double[][] root;
    private final double[][] state;
    private final double[][] row;
    private final double[][] projection;
    private final double[] inverse;
    private final double[] shrink;
    private final double[] innovation;
    private final double[] step;
    private final double[] sum;
    private final double[] variance;
    private final double[] norm;
    private final double[] sibling;
    private final double[] gap;

    LaneFilter(int lanes) {
        this.lanes = lanes;
        this.root = new double[K * K][lanes];
        this.state = new double[K][lanes];
        this.row = new double[K][lanes];
        this.projection = new double[K][lanes];
        this.inverse = new double[lanes];
        this.shrink = new double[lanes];
        this.innovation = new double[lanes];
        this.step = new double[lanes];
        this.sum = new double[lanes];
        this.variance = new double[lanes];
        this.norm = new double[lanes];
        this.sibling = new double[lanes];
        this.gap = new double[lanes];
    }

    /** Starts with the prior. */
    void start() {
        for (int i = 0; i < K * K; i++) {
            Arrays.fill(root[i], i % (K + 1) == 0 ? 1.0 : 0.0);
        }
        for (double[] values : state) {
            Arrays.fill(values, 0.0);
        }
        Arrays.fill(norm, 0.0);
        Arrays.fill(sibling, Double.POSITIVE_INFINITY);
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
    }

    /**
     * Takes the next epoch.
     *
     * @param noise variance of each lane (cycles^2)
     * @param phase of each lane at offset (cycles); unwrapped on return
     * @param offset first element of the phases
     * @param count the number of lanes in use
     */
    void take(double[] noise, double[] phase, int offset, int count) {
        project(root, row, projection, count);
        predict(noise, count);
        round(phase, offset, count);
        for (int r = 0; r < K; r++) {
            update(root[r * K], root[r * K + 1], root[r * K + 2], root[r * K + 3], state[r], count);
        }
    }

    /** Projections S^T h of rows h. */
    static void project(double[][] root, double[][] row, double[][] projection, int count) {
        for (int c = 0; c < K; c++) {
            dot(root[c], root[K + c], root[2 * K + c], root[3 * K + c], row, projection[c], count);
        }
    }

    private static void dot(double[] a0, double[] a1, double[] a2, double[] a3, double[][] row, double[] result, int count) {
        multiply(a0, row[0], a1, row[1], result, count);
        add(a2, row[2], a3, row[3], result, count);
    }

    private static void multiply(double[] a, double[] x, double[] b, double[] y, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] = a[l] * x[l] + b[l] * y[l];
        }
    }

    private static void add(double[] a, double[] x, double[] b, double[] y, double[] result, int count) {
        for (int l = 0; l < count; l++) {
            result[l] += a[l] * x[l] + b[l] * y[l];
        }
    }

    /** The predicted variances, and the factors of the update that follow from them. */
    private void predict(double[] noise, int count) {
        squares(projection, variance, count);
        for (int l = 0; l < count; l++) {
            double s = noise[l] + variance[l];
            variance[l] = s;
            inverse[l] = 1.0 / s;
            shrink[l] = 1.0 / (s + Math.sqrt(noise[l] * s));
        }
    }

    static void squares(double[][] values, double[] result, int count) {
        dot(values[0], values[1], values[2], values[3], values, result, count);
    }

    private void round(double[] phase, int offset, int count) {
        dot(state[0], state[1], state[2], state[3], row, innovation, count);
        for (int l = 0; l < count; l++) {
            double x = phase[offset + l];
            double predicted = innovation[l];
            double nearest = Math.rint(x - predicted);
            phase[offset + l] = x - nearest;
            innovation[l] = (x - predicted) - nearest;
        }
        for (int l = 0; l < count; l++) {
            double v = innovation[l];
            double weight = inverse[l];
            double further = (1.0 - 2.0 * Math.abs(v)) * weight;
            double total = norm[l] + v * v * weight;
            step[l] = v * weight;
            norm[l] = total;
            sibling[l] = Math.min(sibling[l], total + further);
            gap[l] = Math.min(gap[l], further);
        }
    }

    /** Updates one row of the root and one parameter; short loops, of which all become vector instructions. */
    private void update(double[] r0, double[] r1, double[] r2, double[] r3, double[] parameter, int count) {
        dot(r0, r1, r2, r3, projection, sum, count);
        for (int l = 0; l < count; l++) {
            parameter[l] += sum[l] * step[l];
        }
        for (int l = 0; l < count; l++) {
            sum[l] *= shrink[l];
        }
        subtract(r0, projection[0], count);
        subtract(r1, projection[1], count);
        subtract(r2, projection[2], count);
        subtract(r3, projection[3], count);
    }

    private void subtract(double[] values, double[] p, int count) {
        for (int l = 0; l < count; l++) {
            values[l] -= sum[l] * p[l];
        }
    }

    int lanes() {
        return lanes;
    }

    /** The rows of the next epoch by parameter and lane, to be set. */
    double[][] row() {
        return row;
    }

    double[][] root() {
        return root;
    }

    double[][] state() {
        return state;
    }

    double[][] projection() {
        return projection;
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
