package org.insardask.points;

import java.util.Arrays;
import org.insardask.arc.AmplitudeDispersion;
import org.insardask.arc.DispersionBatch;

/**
 * Amplitude dispersion of a block of pixels as a measure of their stability, by the rules of DePSI's {@code ps_selection}: all epochs
 * count, and a pixel with a missing amplitude at any epoch has none. An amplitude of 0 that is not missing counts as 0. NAD is the
 * standard deviation (divisor n) over the mean, NMAD the median absolute deviation over the median, without 1.4826. Where mean or median
 * are 0 there is no dispersion.
 *
 * <p>Amplitudes are rounded to floats; what follows from them is computed in doubles, but for the deviations of the NMAD (floats), and
 * rounded at the end. For one thread; nothing is allocated after construction.
 */
public final class PixelDispersion {

    /** Pixels of a block: the amplitudes of some tens of epochs then stay in the cache of a core. */
    public static final int BLOCK = 1024;

    private final AmplitudeDispersion dispersion;
    private final int epochs;
    /** Epochs x BLOCK; NaN where missing. */
    private final float[] amplitude;
    /** Squares of amplitudes, then amplitudes, of one epoch. */
    private final double[] power = new double[BLOCK];
    private final double[] mean = new double[BLOCK];
    private final double[] result = new double[BLOCK];
    private final float[] lowest = new float[BLOCK];
    private final double[] series;
    /** For the NMAD; else null. */
    private final DispersionBatch batch;
    private final int[] valid = new int[BLOCK];

    /**
     * Makes room for a block.
     *
     * @param dispersion which one
     * @param epochs the number of epochs, at least 2
     * @throws IllegalArgumentException where there are fewer
     */
    public PixelDispersion(AmplitudeDispersion dispersion, int epochs) {
        if (epochs < 2) {
            throw new IllegalArgumentException("dispersion of " + epochs + " amplitudes, expected at least 2");
        }
        this.dispersion = dispersion;
        this.epochs = epochs;
        this.amplitude = new float[Math.multiplyExact(epochs, BLOCK)];
        this.series = new double[epochs];
        this.batch = dispersion == AmplitudeDispersion.NMAD ? new DispersionBatch(dispersion, epochs) : null;
    }

    /**
     * Takes the amplitudes of an epoch from complex samples; one that is not finite is missing.
     *
     * @param epoch index of the epoch
     * @param re real parts from reFrom on, not modified
     * @param im imaginary parts from imFrom on, not modified
     * @param count pixels, at most {@link #BLOCK}
     * @param zeroIsMissing whether 0 in both parts is missing, else it is an amplitude of 0
     * @param factor the amplitudes are multiplied with
     */
    public void setComplex(int epoch, float[] re, int reFrom, float[] im, int imFrom, int count, boolean zeroIsMissing, double factor) {
        for (int p = 0; p < count; p++) {
            double real = re[reFrom + p];
            double imaginary = im[imFrom + p];
            power[p] = real * real + imaginary * imaginary;
        }
        setPower(epoch, count, zeroIsMissing ? Float.MIN_VALUE : 0.0f, factor);
    }

    /** The roots apart from what comes before and after: so they are vector instructions, which the conversions of floats are not. */
    private void setPower(int epoch, int count, float smallest, double factor) {
        for (int p = 0; p < count; p++) {
            power[p] = Math.sqrt(power[p]) * factor;
        }
        int to = epoch * BLOCK;
        for (int p = 0; p < count; p++) {
            float value = (float) power[p];
            amplitude[to + p] = value >= smallest && value <= Float.MAX_VALUE ? value : Float.NaN;
        }
    }

    /** Takes the amplitudes of an epoch as they are; negative ones, and those that are not finite, are missing. */
    public void setAmplitude(int epoch, float[] values, int from, int count, double factor) {
        int to = epoch * BLOCK;
        for (int p = 0; p < count; p++) {
            float value = values[from + p];
            amplitude[to + p] = value >= 0.0f ? finite((float) (value * factor)) : Float.NaN;
        }
    }

    /** Takes the amplitudes of an epoch from intensities, their squares; negative ones, and those that are not finite, are missing. */
    public void setIntensity(int epoch, float[] values, int from, int count, double factor) {
        for (int p = 0; p < count; p++) {
            power[p] = values[from + p];
        }
        setPower(epoch, count, 0.0f, factor);
    }

    /** NaN for an infinite value: one such sample would make the mean of its epoch infinite. */
    private static float finite(float value) {
        return value <= Float.MAX_VALUE ? value : Float.NaN;
    }

    /** Adds the amplitudes of an epoch that are not missing to a sum, and returns their number. */
    public int addTo(int epoch, int count, double[] sum) {
        int from = epoch * BLOCK;
        int found = 0;
        for (int p = 0; p < count; p++) {
            float value = amplitude[from + p];
            if (value >= 0.0f) {
                sum[epoch] += value;
                found++;
            }
        }
        return found;
    }

    /**
     * Computes the dispersions of the pixels whose amplitudes were taken at every epoch.
     *
     * @param count pixels
     * @param out receives the dispersions from outFrom on; NaN for pixels without one
     */
    public void compute(int count, float[] out, int outFrom) {
        if (dispersion != AmplitudeDispersion.NMAD) {
            standardDeviations(count);
        } else {
            medianDeviations(count);
        }
        for (int p = 0; p < count; p++) {
            float value = (float) result[p];
            out[outFrom + p] = value < Float.POSITIVE_INFINITY ? value : Float.NaN;
        }
    }

    /** A NaN at any epoch goes through the sums. */
    private void standardDeviations(int count) {
        Arrays.fill(mean, 0, count, 0.0);
        Arrays.fill(result, 0, count, 0.0);
        for (int e = 0; e < epochs; e++) {
            addAll(e * BLOCK, count);
        }
        for (int p = 0; p < count; p++) {
            mean[p] /= epochs;
        }
        for (int e = 0; e < epochs; e++) {
            addSquares(e * BLOCK, count);
        }
        for (int p = 0; p < count; p++) {
            result[p] = Math.sqrt(result[p] / epochs) / mean[p];
        }
    }

    private void addAll(int from, int count) {
        for (int p = 0; p < count; p++) {
            mean[p] += amplitude[from + p];
        }
    }

    private void addSquares(int from, int count) {
        for (int p = 0; p < count; p++) {
            double deviation = amplitude[from + p] - mean[p];
            result[p] += deviation * deviation;
        }
    }

    private void medianDeviations(int count) {
        batch.compute(amplitude, BLOCK, count, result, valid);
        Arrays.fill(lowest, 0, count, Float.POSITIVE_INFINITY);
        for (int e = 0; e < epochs; e++) {
            int from = e * BLOCK;
            for (int p = 0; p < count; p++) {
                lowest[p] = Math.min(lowest[p], amplitude[from + p]);
            }
        }
        for (int p = 0; p < count; p++) {
            if (!(lowest[p] > 0.0f)) {
                result[p] = lowest[p] == 0.0f ? ofSeriesWithZeros(p) : Double.NaN;
            }
        }
    }

    /** The batch takes 0 as missing. */
    private double ofSeriesWithZeros(int point) {
        for (int e = 0; e < epochs; e++) {
            series[e] = amplitude[e * BLOCK + point];
        }
        return dispersion.compute(series, epochs);
    }
}
