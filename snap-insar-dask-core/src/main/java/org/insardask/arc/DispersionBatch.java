package org.insardask.arc;

/**
 * Amplitude dispersion of many points, whose amplitudes lie epoch by epoch: element (epoch, point) at epoch * stride + point. The
 * same numbers as {@link AmplitudeDispersion#compute}, but for deviations from the median, which are rounded to floats (6e-8). For
 * one thread; nothing is allocated after construction.
 */
public final class DispersionBatch {

    private static final int BLOCK = 256;

    private final AmplitudeDispersion dispersion;
    private final int epochs;
    private final double[] series;
    private final BlockMedian median;
    private final double[] medians;
    private final double[] deviations;

    /**
     * Makes a batch.
     *
     * @param dispersion which one
     * @param epochs the number of amplitudes of a point
     */
    public DispersionBatch(AmplitudeDispersion dispersion, int epochs) {
        this.dispersion = dispersion;
        this.epochs = epochs;
        this.series = new double[epochs];
        boolean medianNeeded = dispersion == AmplitudeDispersion.NMAD;
        this.median = medianNeeded ? new BlockMedian(epochs, BLOCK) : null;
        this.medians = new double[BLOCK];
        this.deviations = new double[BLOCK];
    }

    /**
     * Computes the dispersions of points 0 to count - 1.
     *
     * @param amplitude epochs x stride; values that are not above 0, and NaN, are missing; not modified
     * @param stride points of an epoch
     * @param count the number of points, at most the stride
     * @param out count dispersions; NaN for points of less than two amplitudes
     */
    public void compute(float[] amplitude, int stride, int count, double[] out) {
        if (median == null) {
            for (int p = 0; p < count; p++) {
                out[p] = ofPoint(amplitude, stride, p);
            }
            return;
        }
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            median.load(amplitude, stride, from, size);
            median.compute(medians);
            median.toDeviations(medians);
            median.compute(deviations);
            for (int p = 0; p < size; p++) {
                out[from + p] = median.count(p) < 2 ? Double.NaN : deviations[p] / medians[p];
            }
        }
    }

    private double ofPoint(float[] amplitude, int stride, int point) {
        int count = 0;
        for (int e = 0; e < epochs; e++) {
            float value = amplitude[e * stride + point];
            if (value > 0.0f) {
                series[count++] = value;
            }
        }
        return dispersion.compute(series, count);
    }
}
