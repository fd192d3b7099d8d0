package org.insardask.arc;

/**
 * Single differences of complex samples. A sample of 0 in both parts, or with NaN, is missing. Stateless, safe for threads.
 */
public final class PhaseDifference {

    /** Short loops are called often, and so compiled soon. */
    private static final int BLOCK = 256;

    private PhaseDifference() {
    }

    /**
     * Single differences mother * conj(daughter), in place of the daughter; missing where one of both is missing.
     *
     * @param motherReal count elements, not modified
     * @param motherImaginary count elements, not modified
     * @param real real parts of the daughter; output
     * @param imaginary imaginary parts of the daughter; output
     * @param count the number of samples
     */
    public static void single(double[] motherReal, double[] motherImaginary, double[] real, double[] imaginary, int count) {
        for (int from = 0; from < count; from += BLOCK) {
            multiply(motherReal, motherImaginary, real, imaginary, from, Math.min(count, from + BLOCK));
        }
    }

    private static void multiply(double[] motherReal, double[] motherImaginary, double[] real, double[] imaginary, int from, int to) {
        for (int i = from; i < to; i++) {
            double re = motherReal[i] * real[i] + motherImaginary[i] * imaginary[i];
            imaginary[i] = motherImaginary[i] * real[i] - motherReal[i] * imaginary[i];
            real[i] = re;
        }
    }
}
