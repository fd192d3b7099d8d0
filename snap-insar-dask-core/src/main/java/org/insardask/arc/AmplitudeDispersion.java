package org.insardask.arc;

import java.util.Arrays;

/** Dispersion of the amplitudes of a point over time, the usual measure of its phase quality. */
public enum AmplitudeDispersion {
    /**
     * Normalised amplitude dispersion: standard deviation (divisor n) divided by mean. Ferretti et al. (2001), doi:10.1109/36.898661.
     */
    NAD {
        @Override
        double of(double[] amplitudes, int count) {
            double sum = 0.0;
            for (int i = 0; i < count; i++) {
                sum += amplitudes[i];
            }
            double mean = sum / count;
            double squares = 0.0;
            for (int i = 0; i < count; i++) {
                squares += (amplitudes[i] - mean) * (amplitudes[i] - mean);
            }
            return Math.sqrt(squares / count) / mean;
        }
    },
    /** Normalised median absolute deviation: median |A - median(A)| divided by median(A), without the factor 1.4826, as in DePSI. */
    NMAD {
        @Override
        double of(double[] amplitudes, int count) {
            double median = median(amplitudes, count);
            for (int i = 0; i < count; i++) {
                amplitudes[i] = Math.abs(amplitudes[i] - median);
            }
            return median(amplitudes, count) / median;
        }
    };

    private static final int FEWEST = 2;

    /**
     * Computes the dispersion.
     *
     * @param amplitudes the valid amplitudes, above 0; used as scratch memory, and modified
     * @param count their number
     * @return the dispersion; NaN for less than two amplitudes
     */
    public double compute(double[] amplitudes, int count) {
        return count < FEWEST ? Double.NaN : of(amplitudes, count);
    }

    abstract double of(double[] amplitudes, int count);

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return 0.5 * (values[(count - 1) / 2] + values[count / 2]);
    }
}
