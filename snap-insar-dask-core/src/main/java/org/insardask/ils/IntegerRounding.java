package org.insardask.ils;

/**
 * Integer rounding: each decorrelated float ambiguity goes to the nearest integer.
 *
 * <p>Source: Teunissen (1998), doi:10.1007/s001900050199.
 */
public final class IntegerRounding implements AmbiguityEstimator {

    private final DecorrelatedFloats floats;
    private final ConditionalResiduals residuals;
    private final double[] z;

    /**
     * Makes an estimator for one thread.
     *
     * @param capacity the largest number of ambiguities
     */
    public IntegerRounding(int capacity) {
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
        double[] zHat = floats.zHat();
        for (int i = n - 1; i >= 0; i--) {
            z[i] = Math.rint(zHat[i]);
            residuals.set(i, residuals.conditional(decorrelation, zHat, i) - z[i]);
        }
        solution.setSummary(n, decorrelation.successRate(), 0L);
        return floats.leave(z, 0, residuals.norm(decorrelation), solution) ? IlsStatus.SOLVED : IlsStatus.INTEGER_OVERFLOW;
    }
}
