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
                squares += residual * residual;
                double wrapped = Angles.wrap(residual);
                // twice the double angle: cos 2x = 1 - 2 sin^2 x, sin 2x = 2 sin x cos x
                double sine = Angles.sineOfQuarter(wrapped);
                double cosine = 1.0 - Angles.versineOfQuarter(wrapped);
                double sineOfHalf = 2.0 * sine * cosine;
                double cosineOfHalf = 1.0 - 2.0 * sine * sine;
                real += 1.0 - 2.0 * sineOfHalf * sineOfHalf;
                imaginary += 2.0 * sineOfHalf * cosineOfHalf;
            }
        }
        int n = result.epochsUsed;
        result.temporalCoherence = Math.sqrt(real * real + imaginary * imaginary) / n;
        result.overallModelTest = squares / (sigma * sigma) / (n - result.model().parameters());
    }
}
