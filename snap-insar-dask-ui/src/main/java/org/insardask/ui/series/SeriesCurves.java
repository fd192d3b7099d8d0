package org.insardask.ui.series;

import java.time.LocalDate;
import java.util.List;

/**
 * What is drawn and exported of a pixel (mm, positive towards the satellite); NaN where there is nothing. Immutable by agreement.
 *
 * @param dates days of the epochs
 * @param observed unwrapped displacement by epoch, without the apparent displacement of the height where that was taken off
 * @param model the fitted model by epoch, without height
 * @param halfWidth half the width of the 2-sigma band by epoch
 * @param heightPart apparent displacement of the height by epoch
 * @param ambiguities the observed values shifted by whole ambiguities: one array by epoch for each shift
 * @param lineDays days at which the model is drawn
 * @param line the model on these days
 * @param lineHalfWidth half the width of the band on these days
 * @param parameters by term
 * @param parameterSigma standard deviations by term
 * @param heightRemoved whether observed is without height
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; never compared
record SeriesCurves(List<LocalDate> dates, double[] observed, double[] model, double[] halfWidth, double[] heightPart,
        List<double[]> ambiguities, List<LocalDate> lineDays, double[] line, double[] lineHalfWidth, double[] parameters,
        double[] parameterSigma, boolean heightRemoved) {

    /** Returns the root mean square of observed less model (mm), NaN where there is nothing. */
    double rms() {
        double sum = 0.0;
        int count = 0;
        for (int e = 0; e < observed.length; e++) {
            double residual = observed[e] - model[e];
            if (!Double.isNaN(residual)) {
                sum += residual * residual;
                count++;
            }
        }
        return count == 0 ? Double.NaN : Math.sqrt(sum / count);
    }
}
