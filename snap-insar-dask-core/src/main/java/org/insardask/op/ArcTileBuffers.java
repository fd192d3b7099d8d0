package org.insardask.op;

import org.insardask.arc.ArcBatch;
import org.insardask.arc.DispersionBatch;
import org.insardask.arc.SampleKernel;

/**
 * The flat arrays into which a rectangle is read: planes by epoch, n x stride. One per thread; grows to the largest rectangle.
 */
final class ArcTileBuffers {

    /** Floats of a cache line. */
    private static final int CACHE_LINE = 16;

    private final int epochs;
    private final boolean withHeight;
    private final DispersionBatch dispersion;
    private final SampleKernel kernel = new SampleKernel();
    private int stride;
    private double[] real = new double[0];
    private double[] imaginary = real;
    private double[] motherReal = real;
    private double[] motherImaginary = real;
    private double[] sigma = real;
    private float[] phase = new float[0];
    private float[] height = phase;
    private float[] amplitude;
    private byte[] belowThreshold = new byte[0];
    private int[] validEpochs = new int[0];
    private int[] validAmplitudes = validEpochs;

    /**
     * Makes buffers without room.
     *
     * @param dispersion computes the dispersion of amplitudes; null where they are not wanted
     */
    ArcTileBuffers(int epochs, boolean withHeight, DispersionBatch dispersion) {
        this.epochs = epochs;
        this.withHeight = withHeight;
        this.dispersion = dispersion;
    }

    /**
     * Makes room for a number of pixels; what was in the arrays is lost where they grow.
     *
     * @param withAmplitude whether amplitudes are wanted this time
     */
    void ensure(int pixels, boolean withAmplitude) {
        if (pixels > stride) {
            stride = paddedStride(pixels);
            real = new double[stride];
            imaginary = new double[stride];
            motherReal = new double[stride];
            motherImaginary = new double[stride];
            sigma = new double[stride];
            phase = new float[Math.multiplyExact(epochs, stride)];
            height = withHeight ? new float[Math.multiplyExact(epochs, stride)] : null;
            amplitude = null;
            belowThreshold = new byte[stride];
            validEpochs = new int[stride];
            validAmplitudes = new int[stride];
        }
        if (withAmplitude && amplitude == null) {
            amplitude = new float[Math.multiplyExact(dispersion.epochs(), stride)];
        }
    }

    /** The arcs of the rectangle as a batch of these arrays. */
    ArcBatch batch() {
        return withHeight ? ArcBatch.ofOwnGeometry(epochs, stride, phase, height, sigma)
                : ArcBatch.ofSharedGeometry(epochs, stride, phase, null, sigma);
    }

    /** Bytes of these arrays for one pixel. */
    static long bytesPerPixel(int epochs, boolean withHeight, boolean withAmplitude) {
        return 4L * epochs * (1 + (withHeight ? 1 : 0) + (withAmplitude ? 1 : 0)) + 50L;
    }

    int stride() {
        return stride;
    }

    double[] real() {
        return real;
    }

    double[] imaginary() {
        return imaginary;
    }

    double[] motherReal() {
        return motherReal;
    }

    double[] motherImaginary() {
        return motherImaginary;
    }

    /** Phase standard deviation of the pixel, and later of its arc (rad). */
    double[] sigma() {
        return sigma;
    }

    float[] phase() {
        return phase;
    }

    float[] height() {
        return height;
    }

    /** Amplitudes by epoch, the mother's last; 0 or NaN where missing; null where they were never wanted. */
    float[] amplitude() {
        return amplitude;
    }

    /** 1 where the quality is worse than the threshold. */
    byte[] belowThreshold() {
        return belowThreshold;
    }

    int[] validEpochs() {
        return validEpochs;
    }

    /** How many amplitudes of the pixel are not missing. */
    int[] validAmplitudes() {
        return validAmplitudes;
    }

    /** What computes phases and amplitudes. */
    SampleKernel kernel() {
        return kernel;
    }

    /** What computes the dispersion of the amplitudes; null where they are not wanted. */
    DispersionBatch dispersion() {
        return dispersion;
    }

    /**
     * A distance of planes that is no multiple of a large power of two: the samples of an arc would all compete for the same cache
     * lines.
     */
    private static int paddedStride(int pixels) {
        return (Math.addExact(pixels, CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE) | CACHE_LINE;
    }
}
