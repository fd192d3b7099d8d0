package org.insardask.arc;

/**
 * Single and double differences of complex samples. A sample of 0 in both parts, or with NaN, is missing. Stateless, safe for threads.
 */
public final class PhaseDifference {

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
        for (int i = 0; i < count; i++) {
            double re = motherReal[i] * real[i] + motherImaginary[i] * imaginary[i];
            imaginary[i] = motherImaginary[i] * real[i] - motherReal[i] * imaginary[i];
            real[i] = re;
        }
    }

    /**
     * Phases of the double differences with a reference, arg(z conj(reference)), to 4e-10 rad before they are rounded to floats.
     * The products must lie between 1e-150 and 1e150.
     *
     * @param real count real parts; scratch memory, modified
     * @param imaginary count imaginary parts, not modified
     * @param referenceReal real part of the reference; 0 or NaN in both parts where it is missing
     * @param referenceImaginary imaginary part of the reference
     * @param count the number of samples
     * @param phase output at offset to offset + count - 1 (rad), NaN where missing
     * @param offset first index of the output
     */
    public static void doublePhase(double[] real, double[] imaginary, double referenceReal, double referenceImaginary, int count,
            float[] phase, int offset) {
        // two loops: one of doubles alone, which becomes vector instructions, and the rounding
        for (int i = 0; i < count; i++) {
            double re = real[i] * referenceReal + imaginary[i] * referenceImaginary;
            double im = imaginary[i] * referenceReal - real[i] * referenceImaginary;
            real[i] = Angles.angle(im, re);
        }
        for (int i = 0; i < count; i++) {
            phase[offset + i] = (float) real[i];
        }
    }

    /**
     * Amplitudes of samples.
     *
     * @param real count real parts, not modified
     * @param imaginary count imaginary parts, not modified
     * @param count the number of samples
     * @param amplitude output at offset to offset + count - 1; NaN where missing
     * @param offset first index of the output
     */
    public static void amplitude(double[] real, double[] imaginary, int count, float[] amplitude, int offset) {
        for (int i = 0; i < count; i++) {
            double square = real[i] * real[i] + imaginary[i] * imaginary[i];
            amplitude[offset + i] = square > 0.0 ? (float) Math.sqrt(square) : Float.NaN;
        }
    }
}
