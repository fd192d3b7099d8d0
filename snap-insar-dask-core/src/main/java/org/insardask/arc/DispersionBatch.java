package org.insardask.arc;

/**
 * Amplitude dispersion of many points, whose amplitudes lie epoch by epoch: element (epoch, point) at epoch * stride + point. The
 * same numbers as {@link AmplitudeDispersion#compute}, rounded to floats, as are deviations from the median. For one thread; nothing is
 * allocated after construction.
 */
public final class DispersionBatch {

    private final AmplitudeDispersion dispersion;
    private final int epochs;
    private final double[] series;
    /** For the NMAD; else null. */
    private final MedianNetwork network;
    private final double[] medians = new double[MedianNetwork.BLOCK];
    private final double[] deviations = new double[MedianNetwork.BLOCK];

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
        this.network = dispersion == AmplitudeDispersion.NMAD ? new MedianNetwork(epochs) : null;
    }

    /** The number of amplitudes of a point. */
    public int epochs() {
        return epochs;
    }

    /**
     * Computes the dispersions of points 0 to count - 1.
     *
     * @param amplitude epochs x stride; values that are not above 0, and NaN, are missing; not modified
     * @param stride points of an epoch
     * @param count the number of points, at most the stride
     * @param out count dispersions, rounded to floats; NaN for points of less than two amplitudes
     * @param valid how many amplitudes of each point are not missing; output, count elements
     */
    public void compute(float[] amplitude, int stride, int count, double[] out, int[] valid) {
        if (network == null) {
            for (int p = 0; p < count; p++) {
                valid[p] = takeSeries(amplitude, stride, p);
                out[p] = (float) dispersion.compute(series, valid[p]);
            }
            return;
        }
        for (int from = 0; from < count; from += MedianNetwork.BLOCK) {
            int size = Math.min(MedianNetwork.BLOCK, count - from);
            network.load(amplitude, stride, from, size);
            network.compute(medians);
            network.loadDeviations(amplitude, stride, from, medians);
            network.compute(deviations);
            divide(from, size, out, valid);
        }
    }

    private void divide(int from, int size, double[] out, int[] valid) {
        for (int p = 0; p < size; p++) {
            valid[from + p] = network.count(p);
            out[from + p] = network.count(p) < 2 ? Double.NaN : (float) (deviations[p] / medians[p]);
        }
    }

    private int takeSeries(float[] amplitude, int stride, int point) {
        int count = 0;
        for (int e = 0; e < epochs; e++) {
            float value = amplitude[e * stride + point];
            if (value > 0.0f) {
                series[count++] = value;
            }
        }
        return count;
    }
}
