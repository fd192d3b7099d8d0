package org.insardask.ils;

/**
 * Predicted variances and gains of the structured solver for one geometry and one order of epochs; they do not depend on phases.
 * Cost n k^2.
 *
 * <p>An instance can be computed again and again without allocation. It may be read by many threads as long as none computes.
 */
public final class StructuredGains {

    private final int capacity;
    private final int k;
    /** k rounded up to a multiple of 4: rows are filled up with zeros, so that the loops of the search need no remainder. */
    private final int stride;
    private final PriorRoot root;
    private final int[] epochs;
    private final double[] rows;
    private final double[] gains;
    private final double[] variances;
    private final double[] weights;
    /** How much an innovation moves the prediction of the next epoch: row t + 1 times gain t. */
    private final double[] couplings;
    private final double[] noise;
    private int n;
    private double noiseSum;
    private boolean equalNoise;
    private double successRate = Double.NaN;

    /**
     * Makes an instance without content.
     *
     * @param capacity the largest number of epochs
     * @param k the number of parameters
     */
    public StructuredGains(int capacity, int k) {
        this.capacity = capacity;
        this.k = k;
        this.stride = strideOf(k);
        this.root = new PriorRoot(k);
        this.epochs = new int[capacity];
        this.rows = new double[capacity * stride];
        this.gains = new double[capacity * stride];
        this.variances = new double[capacity];
        this.weights = new double[capacity];
        this.couplings = new double[capacity];
        this.noise = new double[capacity];
    }

    /**
     * Computes the gains; what was computed before is lost.
     *
     * @param model rows and noise variances; not modified
     * @param order the epochs in the order to take them; may leave out epochs of the model
     * @param count the number of epochs to take, 1 to the capacity
     * @return SOLVED, or NOT_POSITIVE_DEFINITE where a noise variance is not above 0 or a row holds NaN
     */
    public IlsStatus compute(StructuredModel model, int[] order, int count) {
        if (count < 1 || count > capacity || model.parameters() != k) {
            throw new IllegalArgumentException("There are " + count + " epochs and " + model.parameters() + " parameters, expected 1 to "
                    + capacity + " and " + k);
        }
        n = count;
        successRate = Double.NaN;
        noiseSum = 0.0;
        boolean equal = true;
        root.reset();
        double[] modelRows = model.rows();
        double[] modelVariance = model.variance();
        for (int t = 0; t < n; t++) {
            int epoch = order[t];
            epochs[t] = epoch;
            System.arraycopy(modelRows, epoch * k, rows, t * stride, k);
            double s = root.update(modelRows, epoch * k, modelVariance[epoch], gains, t * stride);
            if (!(modelVariance[epoch] > 0.0 && s < Double.POSITIVE_INFINITY)) {
                n = 0;
                return IlsStatus.NOT_POSITIVE_DEFINITE;
            }
            variances[t] = s;
            weights[t] = 1.0 / s;
            noise[t] = modelVariance[epoch];
            noiseSum += modelVariance[epoch];
            equal &= modelVariance[epoch] == modelVariance[order[0]];
        }
        equalNoise = equal;
        computeCouplings();
        return IlsStatus.SOLVED;
    }

    private void computeCouplings() {
        for (int t = 0; t < n - 1; t++) {
            int gain = t * stride;
            int row = gain + stride;
            double sum = 0.0;
            for (int c = 0; c < k; c++) {
                sum += rows[row + c] * gains[gain + c];
            }
            couplings[t] = sum;
        }
    }

    /**
     * Computes the success rate of bootstrapping in this order, which is the first leaf of the search: prod(2 Phi(pi / sqrt(s_t)) -
     * 1), s in rad^2. A lower bound of that of least squares.
     */
    public double computeSuccessRate() {
        successRate = bootstrapped();
        return successRate;
    }

    /** Returns the success rate, computed for this call where it was not yet; nothing is written. */
    double knownOrComputedRate() {
        return Double.isNaN(successRate) ? bootstrapped() : successRate;
    }

    private double bootstrapped() {
        double product = 1.0;
        for (int t = 0; t < n; t++) {
            product *= SuccessTable.of(variances[t]);
        }
        return product;
    }

    /** Returns the approximation of the success rate of least squares by the ADOP; see {@link SuccessRate#adopApproximation}. */
    public double adopSuccessRate() {
        return SuccessRate.adopApproximation(variances, n);
    }

    /** Returns the success rate that was computed last for these gains, NaN where it was not. */
    public double successRate() {
        return successRate;
    }

    /** Returns the number of epochs taken. */
    public int size() {
        return n;
    }

    /** Returns the number of parameters. */
    public int parameters() {
        return k;
    }

    /** Returns the epoch at place t of the order. */
    public int epoch(int t) {
        return epochs[t];
    }

    /** Returns the predicted variance at place t of the order (cycles^2). */
    public double variance(int t) {
        return variances[t];
    }

    /** Returns the distance between rows for k parameters. */
    static int strideOf(int k) {
        return (k + 3) / 4 * 4;
    }

    int[] epochs() {
        return epochs;
    }

    /** The variances of the noise (cycles^2), in the order taken. */
    double[] noise() {
        return noise;
    }

    /** The mean variance of the noise (cycles^2). */
    double meanNoise() {
        return noiseSum / n;
    }

    /** Returns whether the variance of the noise is the same at all epochs. */
    boolean isOfEqualNoise() {
        return equalNoise;
    }

    /** Returns the leverage R_i P R_i^T / d_i of the epoch at place t of the order, P the covariance of the parameters after all epochs. */
    double leverage(int t) {
        return root.variance(rows, t * stride) / noise[t];
    }

    double[] variances() {
        return variances;
    }

    /** The root of the covariance of the parameters after all epochs, k x k, P = S S^T. */
    PriorRoot root() {
        return root;
    }

    double[] rows() {
        return rows;
    }

    double[] gains() {
        return gains;
    }

    double[] weights() {
        return weights;
    }

    double[] couplings() {
        return couplings;
    }
}
