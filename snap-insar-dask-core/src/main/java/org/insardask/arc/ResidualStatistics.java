package org.insardask.arc;

/** Temporal coherence and overall model test of the residuals. One instance per thread; nothing is allocated after construction. */
final class ResidualStatistics {

    private static final int FOUR = 4;

    private final int k;
    private final double[] residuals;
    private final Phasors phasors;
    private double squares;

    ResidualStatistics(ArcModel model) {
        k = model.parameters();
        residuals = new double[model.epochs()];
        phasors = new Phasors(model.epochs());
    }

    /** Computes both numbers of an arc from its phase, ambiguities, design and parameters. */
    void compute(ArcResult result, double sigma) {
        int n = k == FOUR ? fillOfFour(result) : fill(result);
        phasors.setAngles(residuals, n);
        phasors.sum(n);
        double real = phasors.sumReal();
        double imaginary = phasors.sumImaginary();
        result.temporalCoherence = Math.sqrt(real * real + imaginary * imaginary) / n;
        result.overallModelTest = squares / (sigma * sigma) / (n - k);
    }

    private int fill(ArcResult result) {
        int n = 0;
        double sum = 0.0;
        for (int i = 0; i < result.used.length; i++) {
            if (result.used[i]) {
                double residual = result.residual(i);
                residuals[n++] = residual;
                sum += residual * residual;
            }
        }
        squares = sum;
        return n;
    }

    /** The same for four parameters, the usual number. */
    private int fillOfFour(ArcResult result) {
        double[] design = result.design;
        double b0 = result.parameters[0];
        double b1 = result.parameters[1];
        double b2 = result.parameters[2];
        double b3 = result.parameters[3];
        int n = 0;
        double sum = 0.0;
        for (int i = 0; i < result.used.length; i++) {
            if (result.used[i]) {
                int row = FOUR * i;
                double estimated = (design[row] * b0 + design[row + 1] * b1) + (design[row + 2] * b2 + design[row + 3] * b3);
                double residual = result.unwrapped(i) - estimated;
                residuals[n++] = residual;
                sum += residual * residual;
            }
        }
        squares = sum;
        return n;
    }
}
