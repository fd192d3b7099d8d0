package org.insardask.arc;

/**
 * Amplitudes of complex samples, and phases of their differences to a reference, block by block: short loops of arithmetic alone, which
 * compilers turn into vector instructions, and which are called so often that they are compiled soon. A sample of 0 in both parts, or with
 * NaN, is missing. For one thread; nothing is allocated after construction.
 */
public final class SampleKernel {

    private static final int BLOCK = 256;

    private final float[] real = new float[BLOCK];
    private final float[] imaginary = new float[BLOCK];
    private final double[] first = new double[BLOCK];
    private final double[] second = new double[BLOCK];
    private double referenceReal = Double.NaN;
    private double referenceImaginary = Double.NaN;
    private float cosine = Float.NaN;
    private float sine = Float.NaN;

    /**
     * Sets the reference of phases.
     *
     * @param re real part of the reference; 0 or NaN in both parts where it is missing
     * @param im imaginary part of the reference
     */
    public void setReference(double re, double im) {
        double scale = scaleToHalf(re, im);
        referenceReal = re;
        referenceImaginary = im;
        cosine = (float) (re * scale);
        sine = (float) (im * scale);
    }

    /** A power of two that brings the larger part of a number to below a half, which changes no digit of it. */
    private static double scaleToHalf(double re, double im) {
        return Math.scalb(1.0, -2 - Math.getExponent(Math.max(Math.abs(re), Math.abs(im))));
    }

    /**
     * Phases of the double differences with the reference, arg(z conj(reference)), in float arithmetic: to 5e-7 rad (the last bit of a
     * float of 3 is 2.4e-7), and exactly 0 where both are the same. Reference and samples must lie between 1e-30 and 1e38.
     *
     * @param re real parts, count elements from reFrom on, not modified
     * @param im imaginary parts, count elements from imFrom on, not modified
     * @param phase output at to until to + count - 1 (rad), NaN where missing
     */
    public void doublePhase(float[] re, int reFrom, float[] im, int imFrom, int count, float[] phase, int to) {
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            System.arraycopy(re, reFrom + from, real, 0, size);
            System.arraycopy(im, imFrom + from, imaginary, 0, size);
            rotate(real, imaginary, cosine, sine, size);
            System.arraycopy(real, 0, phase, to + from, size);
        }
    }

    private static void rotate(float[] real, float[] imaginary, float cosine, float sine, int size) {
        for (int i = 0; i < size; i++) {
            float x = real[i] * cosine + imaginary[i] * sine;
            float y = imaginary[i] * cosine - real[i] * sine;
            real[i] = Angles.angle(y, x);
        }
    }

    /**
     * Phases of the double differences with the reference, arg(z conj(reference)), to 4e-10 rad before they are rounded to floats.
     * The products must lie between 1e-150 and 1e150.
     *
     * @param re count real parts, not modified
     * @param im count imaginary parts, not modified
     * @param count the number of samples
     * @param phase output at to until to + count - 1 (rad), NaN where missing
     */
    public void doublePhase(double[] re, double[] im, int count, float[] phase, int to) {
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            System.arraycopy(re, from, first, 0, size);
            System.arraycopy(im, from, second, 0, size);
            rotate(first, second, referenceReal, referenceImaginary, size);
            round(first, phase, to + from, size);
        }
    }

    private static void rotate(double[] real, double[] imaginary, double referenceReal, double referenceImaginary, int size) {
        for (int i = 0; i < size; i++) {
            double x = real[i] * referenceReal + imaginary[i] * referenceImaginary;
            double y = imaginary[i] * referenceReal - real[i] * referenceImaginary;
            real[i] = Angles.angle(y, x);
        }
    }

    /** Conversions keep a loop from becoming vector instructions: they are apart. */
    private static void round(double[] values, float[] out, int to, int size) {
        for (int i = 0; i < size; i++) {
            out[to + i] = (float) values[i];
        }
    }

    /**
     * Amplitudes of samples, rounded to floats.
     *
     * @param re real parts, count elements from reFrom on, not modified
     * @param im imaginary parts, count elements from imFrom on, not modified
     * @param amplitude output at to until to + count - 1; 0 or NaN where missing
     */
    public void amplitude(float[] re, int reFrom, float[] im, int imFrom, int count, float[] amplitude, int to) {
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            square(re, reFrom + from, im, imFrom + from, first, size);
            root(first, size);
            round(first, amplitude, to + from, size);
        }
    }

    private static void square(float[] re, int reFrom, float[] im, int imFrom, double[] out, int size) {
        for (int i = 0; i < size; i++) {
            double x = re[reFrom + i];
            double y = im[imFrom + i];
            out[i] = x * x + y * y;
        }
    }

    private static void root(double[] values, int size) {
        for (int i = 0; i < size; i++) {
            values[i] = Math.sqrt(values[i]);
        }
    }

    /**
     * Amplitudes of samples, rounded to floats.
     *
     * @param re count real parts, not modified
     * @param im count imaginary parts, not modified
     * @param amplitude output at to until to + count - 1; 0 or NaN where missing
     */
    public void amplitude(double[] re, double[] im, int count, float[] amplitude, int to) {
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            System.arraycopy(re, from, first, 0, size);
            System.arraycopy(im, from, second, 0, size);
            lengths(first, second, size);
            round(first, amplitude, to + from, size);
        }
    }

    private static void lengths(double[] real, double[] imaginary, int size) {
        for (int i = 0; i < size; i++) {
            real[i] = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
        }
    }
}
