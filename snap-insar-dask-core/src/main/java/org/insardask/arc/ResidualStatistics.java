package org.insardask.arc;

/** Temporal coherence and overall model test of the residuals. Stateless. */
final class ResidualStatistics {

    private ResidualStatistics() {
    }

    static void compute(ArcResult result, double sigma) {
        double real = 0.0;
        double imaginary = 0.0;
        double squares = 0.0;
        for (int i = 0; i < result.used.length; i++) {
            if (result.used[i]) {
                double residual = result.residual(i);
                real += Math.cos(residual);
                imaginary += Math.sin(residual);
                squares += residual * residual;
            }
        }
        int n = result.epochsUsed;
        result.temporalCoherence = Math.sqrt(real * real + imaginary * imaginary) / n;
        result.overallModelTest = squares / (sigma * sigma) / (n - result.model().parameters());
    }
}
