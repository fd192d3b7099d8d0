package org.insardask.ils;

/**
 * Integer bootstrapping (sequential rounding): from the last decorrelated ambiguity to the first, each is rounded after it was corrected
 * for those fixed before.
 *
 * <p>Source: Teunissen (1998), doi:10.1007/s001900050199.
 */
public final class IntegerBootstrapping implements AmbiguityEstimator {

    private final DecorrelatedFloats floats;
    private final ConditionalResiduals residuals;
    private final double[] z;

    /**
     * Makes an estimator for one thread.
     *
     * @param capacity the largest number of ambiguities
     */
    public IntegerBootstrapping(int capacity) {
        floats = new DecorrelatedFloats(capacity);
        residuals = new ConditionalResiduals(capacity);
        z = new double[capacity];
    }

    @Override
    public IlsStatus estimate(Decorrelation decorrelation, double[] aHat, AmbiguitySolution solution) {
        IlsStatus entered = floats.enter(decorrelation, aHat, solution);
        if (entered != IlsStatus.SOLVED) {
            return entered;
        }
        int n = decorrelation.size();
        for (int i = n - 1; i >= 0; i--) {
            double conditional = residuals.conditional(decorrelation, floats.zHat(), i);
            z[i] = Math.rint(conditional);
            residuals.set(i, conditional - z[i]);
        }
        solution.setSummary(n, decorrelation.successRate(), 0L);
        return floats.leave(z, 0, residuals.norm(decorrelation), solution) ? IlsStatus.SOLVED : IlsStatus.INTEGER_OVERFLOW;
    }
}
