package org.insardask.experiments;

import java.util.stream.IntStream;
import org.insardask.ils.Decorrelation;
import org.insardask.ils.EpochOrder;
import org.insardask.ils.StructuredGains;
import org.insardask.ils.StructuredModel;

/**
 * Success rates that are predicted from geometry, noise and priors alone.
 *
 * @param ordered bootstrapping in the order of the structured solver
 * @param decorrelated bootstrapping after decorrelation of the epochs in time order, as LAMBDA does it
 * @param adop the approximation for least squares by the ADOP
 * @param upper the upper bound of least squares by the ADOP, P(chi-square(n) &lt;= c / ADOP^2), c = (n / 2 Gamma(n / 2))^(2 / n) / pi:
 *     the ball of the volume of a pull-in region. Source: Hassibi and Boyd (1998), doi:10.1109/78.726808; Verhagen (2003)
 * @param gains of the structured solver
 */
record Prediction(double ordered, double decorrelated, double adop, double upper, StructuredGains gains) {

    /**
     * Makes the predictions.
     *
     * @param design n x k (rad per unit)
     * @param priorSigma k prior standard deviations
     * @param sigma of the phase (rad)
     */
    static Prediction of(double[] design, double[] priorSigma, double sigma) {
        int k = priorSigma.length;
        int n = design.length / k;
        StructuredModel model = new StructuredModel(n, k);
        model.setDesign(design, priorSigma);
        model.setSigma(sigma);
        StructuredGains gains = new StructuredGains(n, k);
        gains.compute(model, EpochOrder.bySmallestVariance(model), n);
        double[] covariance = new double[n * n];
        model.covariance(IntStream.range(0, n).toArray(), n, covariance);
        double decorrelated = Decorrelation.of(covariance, n).successRate();
        return new Prediction(gains.computeSuccessRate(), decorrelated, gains.adopSuccessRate(), upperBound(gains), gains);
    }

    private static double upperBound(StructuredGains gains) {
        int n = gains.size();
        double logarithm = 0.0;
        for (int t = 0; t < n; t++) {
            logarithm += Math.log(gains.variance(t)) / n;
        }
        double c = Math.exp(2.0 / n * (Math.log(0.5 * n) + ChiSquare.logGammaOfHalf(n))) / Math.PI;
        return ChiSquare.probability(c / Math.exp(logarithm), n);
    }
}
