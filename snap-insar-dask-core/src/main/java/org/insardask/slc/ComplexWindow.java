package org.insardask.slc;

import java.util.Locale;
import java.util.Objects;

/**
 * A rectangle of complex samples in two flat arrays, row by row: real and imaginary parts, each with the index of its first sample and
 * the step from one row to the next. The arrays are not copied.
 */
public final class ComplexWindow {

    private final float[] re;
    private final int reOffset;
    private final int reStride;
    private final float[] im;
    private final int imOffset;
    private final int imStride;

    /**
     * A window into larger arrays.
     *
     * @param re       real parts
     * @param reOffset index of the first real part
     * @param reStride step between rows of real parts
     * @param im       imaginary parts
     * @param imOffset index of the first imaginary part
     * @param imStride step between rows of imaginary parts
     */
    public ComplexWindow(float[] re, int reOffset, int reStride, float[] im, int imOffset, int imStride) {
        this.re = Objects.requireNonNull(re, "re");
        this.reOffset = reOffset;
        this.reStride = reStride;
        this.im = Objects.requireNonNull(im, "im");
        this.imOffset = imOffset;
        this.imStride = imStride;
    }

    /**
     * A window of packed rows.
     *
     * @param re    real parts, rows of {@code width}
     * @param im    imaginary parts, rows of {@code width}
     * @param width samples of a row
     */
    public static ComplexWindow packed(float[] re, float[] im, int width) {
        return new ComplexWindow(re, 0, width, im, 0, width);
    }

    float[] re() {
        return re;
    }

    float[] im() {
        return im;
    }

    int reIndex(int row) {
        return reOffset + row * reStride;
    }

    int imIndex(int row) {
        return imOffset + row * imStride;
    }

    void requireHolds(String name, int width, int height) {
        requireHolds(name + " (real)", re, reOffset, reStride, width, height);
        requireHolds(name + " (imaginary)", im, imOffset, imStride, width, height);
    }

    private static void requireHolds(String name, float[] data, int offset, int stride, int width, int height) {
        long last = offset + (height - 1L) * stride + width;
        if (offset < 0 || stride < width || last > data.length) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "%s: %d x %d samples from index %d with stride %d do not fit into %d",
                    name, width, height, offset, stride, data.length));
        }
    }
}
