package org.insardask.arc;

import org.insardask.ils.AmbiguityEstimator;
import org.insardask.ils.AmbiguitySolution;
import org.insardask.ils.Decorrelation;
import org.insardask.ils.IlsStatus;
import org.insardask.ils.StructuredModel;

/** An estimator of the classical toolbox on the decorrelated covariance; the decorrelation is kept as long as the geometry repeats. */
final class DecorrelatedStep implements IntegerStep {

    private static final double TWO_PI = 2.0 * Math.PI;

    private final AmbiguityEstimator estimator;
    private final double[] priorSigma;
    private final GeometryCache cache;
    private final StructuredModel model;
    private final Decorrelation decorrelation;
    private final AmbiguitySolution solution;
    private final double[] covariance;
    private final double[] aHat;
    private final int[] epochs;
    private final PartialCovariance partialCovariance;

    DecorrelatedStep(ArcModel arcModel, AmbiguityEstimator estimator) {
        int n = arcModel.epochs();
        int k = arcModel.parameters();
        this.estimator = estimator;
        this.priorSigma = new double[k];
        for (int c = 0; c < k; c++) {
            priorSigma[c] = arcModel.priorSigma(c);
        }
        this.cache = new GeometryCache(arcModel);
        this.model = new StructuredModel(n, k);
        this.decorrelation = new Decorrelation(n);
        this.solution = new AmbiguitySolution(n, 1);
        this.covariance = new double[n * n];
        this.aHat = new double[n];
        this.epochs = new int[n];
        this.partialCovariance = new PartialCovariance(n, priorSigma);
    }

    @Override
    public IlsStatus fix(ArcResult result, double sigma) {
        int count = 0;
        for (int i = 0; i < result.used.length; i++) {
            if (result.used[i]) {
                epochs[count] = i;
                aHat[count++] = -result.phase[i] / TWO_PI;
            }
        }
        if (!cache.repeats(result, sigma)) {
            model.setDesign(result.design, priorSigma);
            model.setSigma(sigma);
            model.covariance(epochs, count, covariance);
            decorrelation.compute(covariance, count);
        }
        IlsStatus status = estimator.estimate(decorrelation, aHat, solution);
        if (status.isSolved()) {
            for (int i = 0; i < count; i++) {
                result.ambiguities[epochs[i]] = solution.value(0, i);
            }
            result.norm = solution.norm(0);
            result.successRate = solution.successRate();
            result.fixedCount = solution.fixedCount();
        }
        return status;
    }

    @Override
    public void writePartialCovariance(ArcResult result) {
        partialCovariance.compute(result, decorrelation, epochs, result.fixedCount);
    }
}
