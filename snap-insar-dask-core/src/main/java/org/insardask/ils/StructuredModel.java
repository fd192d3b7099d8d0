package org.insardask.ils;

/**
 * The geometry of integer least squares with a covariance that is diagonal plus rank k: phi + 2 pi a = B b + e, e ~ N(0, D) with D
 * diagonal, and b ~ N(0, S S^T). It holds the rows B_i S / (2 pi), in which the prior is the unit matrix and phases are cycles.
 *
 * <p>The equivalent classical problem has a_hat = -phi / (2 pi), Q = (D + B S S^T B^T) / (4 pi^2). The content can be replaced without
 * allocation. It may be read by many threads as long as none writes.
 */
public final class StructuredModel {

    private static final double TWO_PI = 2.0 * Math.PI;
    private static final double FOUR_PI_SQUARE = TWO_PI * TWO_PI;

    private final int capacity;
    private final int k;
    private final double[] rows;
    private final double[] variance;

    /**
     * Makes a model with zero rows.
     *
     * @param capacity the number of epochs n
     * @param k the number of parameters
     */
    public StructuredModel(int capacity, int k) {
        if (capacity < 1 || k < 1) {
            throw new IllegalArgumentException("A model of " + capacity + " epochs and " + k + " parameters cannot be, expected 1 or more");
        }
        this.capacity = capacity;
        this.k = k;
        this.rows = new double[capacity * k];
        this.variance = new double[capacity];
    }

    /**
     * Sets all rows.
     *
     * @param design B, n x k, row-major (rad per unit of the parameter); not modified
     * @param priorSigma k prior standard deviations (units of the parameters), above 0; for correlated parameters pass B S and ones
     */
    public void setDesign(double[] design, double[] priorSigma) {
        for (int i = 0; i < capacity; i++) {
            for (int c = 0; c < k; c++) {
                rows[i * k + c] = design[i * k + c] * priorSigma[c] / TWO_PI;
            }
        }
    }

    /**
     * Sets one column of the rows.
     *
     * @param column from 0 to k - 1
     * @param values n elements (rad per unit of the parameter)
     * @param priorSigma prior standard deviation (unit of the parameter)
     */
    public void setColumn(int column, double[] values, double priorSigma) {
        for (int i = 0; i < capacity; i++) {
            rows[i * k + column] = values[i] * priorSigma / TWO_PI;
        }
    }

    /** Sets the standard deviation of the phase noise of all epochs (rad). */
    public void setSigma(double sigma) {
        for (int i = 0; i < capacity; i++) {
            setSigma(i, sigma);
        }
    }

    /** Sets the standard deviation of the phase noise of one epoch (rad). */
    public void setSigma(int epoch, double sigma) {
        variance[epoch] = sigma * sigma / FOUR_PI_SQUARE;
    }

    /** Copies another model of the same shape. */
    public void copyFrom(StructuredModel other) {
        if (other.capacity != capacity || other.k != k) {
            throw new IllegalArgumentException("The other model has " + other.capacity + " epochs and " + other.k + " parameters, expected "
                    + capacity + " and " + k);
        }
        System.arraycopy(other.rows, 0, rows, 0, rows.length);
        System.arraycopy(other.variance, 0, variance, 0, variance.length);
    }

    /**
     * Writes the covariance of the float ambiguities of some epochs, for the classical solvers.
     *
     * @param epochs the epochs, in the order of the ambiguities
     * @param count their number n
     * @param q n x n, row-major, output (cycles^2)
     */
    public void covariance(int[] epochs, int count, double[] q) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? variance[epochs[i]] : 0.0;
                for (int c = 0; c < k; c++) {
                    sum += rows[epochs[i] * k + c] * rows[epochs[j] * k + c];
                }
                q[i * count + j] = sum;
                q[j * count + i] = sum;
            }
        }
    }

    /** Returns the number of epochs. */
    public int epochs() {
        return capacity;
    }

    /** Returns the number of parameters. */
    public int parameters() {
        return k;
    }

    double[] rows() {
        return rows;
    }

    double[] variance() {
        return variance;
    }
}
