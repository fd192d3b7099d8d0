package org.insardask.arc;

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
        int middle = count / 2;
        select(values, count, middle);
        double upper = values[middle];
        if (count % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return 0.5 * (lower + upper);
    }

    /** Moves the value of a rank to its place, none larger before it and none smaller behind it: Hoare (1961), algorithm 65. */
    private static void select(double[] values, int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            double pivot = values[rank];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (pivot < values[j]) {
                    j--;
                }
                if (i <= j) {
                    double kept = values[i];
                    values[i++] = values[j];
                    values[j--] = kept;
                }
            }
            if (j < rank) {
                low = i;
            }
            if (rank < i) {
                high = j;
            }
        }
    }
}
