package org.insardask.arc;

import java.util.Arrays;

/**
 * The solution of one arc; filled anew by each call, without allocation. For one thread. Values that do not exist are NaN: all where
 * the arc has no solution, the series where an epoch is missing.
 */
public final class ArcResult {

    private final ArcModel model;
    private final int n;
    private final int k;
    final double[] design;
    final double[] phase;
    final double[] ambiguities;
    final double[] parameters;
    final double[] covariance;
    final boolean[] used;
    int epochsUsed;
    int fixedCount;
    int status;
    double temporalCoherence;
    double overallModelTest;
    double successRate;
    double norm;
    double normRatio;
    long nodes;
    /** Fills what is there for each epoch when it is first asked for; null where that is done. */
    private SeriesFiller series;

    /** Fills phase, design and ambiguities. */
    @FunctionalInterface
    interface SeriesFiller {

        void fill();
    }

    /** Makes a result for arcs of a model. */
    public ArcResult(ArcModel model) {
        this.model = model;
        this.n = model.epochs();
        this.k = model.parameters();
        this.design = new double[n * k];
        this.phase = new double[n];
        this.ambiguities = new double[n];
        this.parameters = new double[k];
        this.covariance = new double[k * k];
        this.used = new boolean[n];
        clear(0);
    }

    /** Sets everything but the inputs to "no solution". */
    void clear(int newStatus) {
        status = newStatus;
        Arrays.fill(ambiguities, Double.NaN);
        Arrays.fill(parameters, Double.NaN);
        Arrays.fill(covariance, Double.NaN);
        temporalCoherence = Double.NaN;
        overallModelTest = Double.NaN;
        successRate = Double.NaN;
        norm = Double.NaN;
        normRatio = Double.NaN;
        nodes = 0L;
        fixedCount = 0;
        series = null;
    }

    /** Has phase, design and ambiguities filled when one of them is asked for. */
    void fillLater(SeriesFiller filler) {
        series = filler;
    }

    private void fillSeries() {
        if (series != null) {
            SeriesFiller filler = series;
            series = null;
            filler.fill();
        }
    }

    /** Returns the model. */
    public ArcModel model() {
        return model;
    }

    /** Returns the sum of the masks of {@link ArcFlag}. */
    public int status() {
        return status;
    }

    /** Returns whether a flag is set. */
    public boolean has(ArcFlag flag) {
        return flag.isSetIn(status);
    }

    /** Returns the number of epochs that took part. */
    public int epochsUsed() {
        return epochsUsed;
    }

    /** Returns parameter c (unit of its term). */
    public double parameter(int c) {
        return parameters[c];
    }

    /** Returns the standard deviation of parameter c (unit of its term). */
    public double parameterSigma(int c) {
        return Math.sqrt(covariance[c * k + c]);
    }

    /** Returns the covariance of parameters c1 and c2 (product of their units). */
    public double covariance(int c1, int c2) {
        return covariance[c1 * k + c2];
    }

    /** Returns the wrapped phase of an epoch (rad), NaN where it is missing. */
    public double wrapped(int epoch) {
        fillSeries();
        return phase[epoch];
    }

    /** Returns how many decorrelated ambiguities were fixed: all used epochs, but for partial resolution. */
    public int fixedCount() {
        return fixedCount;
    }

    /** Returns whether the ambiguity of an epoch is an integer; it is not where it is missing, or not fixed in partial resolution. */
    public boolean isInteger(int epoch) {
        fillSeries();
        return ambiguities[epoch] == Math.rint(ambiguities[epoch]);
    }

    /**
     * Returns the ambiguity of an epoch (cycles), NaN where it is missing. An integer, but for partial resolution, where it can be the
     * estimate given the fixed ambiguities.
     */
    public double ambiguity(int epoch) {
        fillSeries();
        return ambiguities[epoch];
    }

    /** Returns the unwrapped phase of an epoch, phi + 2 pi a (rad). */
    public double unwrapped(int epoch) {
        fillSeries();
        return phase[epoch] + 2.0 * Math.PI * ambiguities[epoch];
    }

    /** Returns the phase of the estimated model at an epoch (rad), also where the epoch itself is missing. */
    public double estimated(int epoch) {
        fillSeries();
        double sum = 0.0;
        for (int c = 0; c < k; c++) {
            sum += design[epoch * k + c] * parameters[c];
        }
        return sum;
    }

    /** Returns the phase of the non-thermal displacement, offset included, at an epoch (rad). */
    public double displacement(int epoch) {
        fillSeries();
        double sum = 0.0;
        for (int c = 0; c < k; c++) {
            if (model.term(c).isDisplacement()) {
                sum += design[epoch * k + c] * parameters[c];
            }
        }
        return sum;
    }

    /** Returns the phase of parameter c at an epoch (rad). */
    public double contribution(int c, int epoch) {
        fillSeries();
        return design[epoch * k + c] * parameters[c];
    }

    /** Returns the residual of an epoch, unwrapped minus estimated (rad). */
    public double residual(int epoch) {
        return unwrapped(epoch) - estimated(epoch);
    }

    /** Returns the temporal (ensemble) coherence |mean exp(j e)|, 0 to 1. */
    public double temporalCoherence() {
        return temporalCoherence;
    }

    /** Returns the overall model test e^T D^-1 e / (n - k), about 1 where the noise is as assumed. */
    public double overallModelTest() {
        return overallModelTest;
    }

    /** Returns the bootstrapped success rate, a lower bound for least squares. */
    public double successRate() {
        return successRate;
    }

    /** Returns the squared norm of the integers. */
    public double norm() {
        return norm;
    }

    /** Returns the squared norm divided by that of the second best integers, 0 to 1; NaN where it was not searched. */
    public double normRatio() {
        return normRatio;
    }

    /** Returns the number of search nodes. */
    public long nodes() {
        return nodes;
    }
}
