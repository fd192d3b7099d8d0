package org.insardask.arc;

/**
 * Trigonometry in inner loops: without branches that depend on data, and several times faster than {@link Math}. Stateless.
 */
final class Angles {

    private static final double TWO_PI = 2.0 * Math.PI;
    private static final double INVERSE_TWO_PI = 1.0 / TWO_PI;
    /** Makes 0 positive, and changes no other number that can occur. */
    private static final double TINY = 1.0e-290;
    /** The same for floats. */
    private static final float TINY_FLOAT = 1.0e-36f;
    private static final float QUARTER_OF_PI = arctangent(1.0f);
    private static final double QUARTER_TURN = 2.0 * arctangent(1.0);

    private Angles() {
    }

    /**
     * Returns the angle of a point, to 4e-10 rad: pi/2 - 2 atan(x / (r + |y|)) for y of at least 0. Only arithmetic, so that loops
     * of it can be turned into vector instructions.
     *
     * @return from -pi to pi; 0 for y = 0 and positive x; NaN where both are 0, or one is NaN, or their squares overflow or vanish
     */
    static double angle(double y, double x) {
        double signed = y + TINY;
        return (QUARTER_TURN - 2.0 * arctangent(x / (Math.sqrt(x * x + y * y) + Math.abs(y)))) * (signed / Math.abs(signed));
    }

    /**
     * Returns the angle of a point, to 4e-7 rad: pi/4 - atan((|x| - |y|) / (|x| + |y|)) in the first quadrant, which needs neither squares
     * nor roots. Only arithmetic, so that loops of it can be turned into vector instructions.
     *
     * @return from -pi to pi; 0 for y = 0 and positive x; NaN where both are 0, or one is NaN or infinite. The quadrant is not certain
     *     where a coordinate is not 0, but below 1e-35
     */
    static float angle(float y, float x) {
        float absoluteX = Math.abs(x);
        float absoluteY = Math.abs(y);
        float fromAxis = QUARTER_OF_PI + arctangent((absoluteX - absoluteY) / (absoluteX + absoluteY));
        float signedX = x + TINY_FLOAT;
        float signedY = y + TINY_FLOAT;
        return (2.0f * QUARTER_OF_PI - signedX / Math.abs(signedX) * fromAxis) * (signedY / Math.abs(signedY));
    }

    /** Arctangent of numbers from -1 to 1, to 1e-7: a polynomial of least largest error (8e-9 but for roundings), with none at 1. */
    private static float arctangent(float t) {
        float s = t * t;
        float p = 0.002576001f;
        p = p * s - 0.014953135f;
        p = p * s + 0.040838856f;
        p = p * s - 0.07343422f;
        p = p * s + 0.10563295f;
        p = p * s - 0.1418333f;
        p = p * s + 0.19990075f;
        p = p * s - 0.3333297f;
        return t + t * s * p;
    }

    /** Arctangent of numbers from -1 to 1, to 2e-10: a polynomial of least largest error, with none at 1. */
    private static double arctangent(double t) {
        double s = t * t;
        double p = 0.000976261743209;
        p = p * s - 0.00661245758633;
        p = p * s + 0.020994799578;
        p = p * s - 0.0428061591879;
        p = p * s + 0.0660184227469;
        p = p * s - 0.0874636448864;
        p = p * s + 0.11039777254;
        p = p * s - 0.142767760986;
        p = p * s + 0.199994116448;
        p = p * s - 0.333333187012;
        return t + t * s * p;
    }

    /** Returns an angle brought to -pi to pi by whole turns. */
    static double wrap(double angle) {
        return angle - TWO_PI * Math.rint(angle * INVERSE_TWO_PI);
    }

    /**
     * Returns 1 - cos of a quarter of a wrapped angle, to 1e-16: its Taylor series for at most pi/4.
     */
    static double versineOfQuarter(double wrapped) {
        double s = 0.0625 * wrapped * wrapped;
        double p = 1.0 / 20922789888000.0;
        p = 1.0 / 87178291200.0 - s * p;
        p = 1.0 / 479001600.0 - s * p;
        p = 1.0 / 3628800.0 - s * p;
        p = 1.0 / 40320.0 - s * p;
        p = 1.0 / 720.0 - s * p;
        p = 1.0 / 24.0 - s * p;
        return s * (0.5 - s * p);
    }

    /** Returns the sine of a quarter of a wrapped angle, to 1e-16: its Taylor series for at most pi/4. */
    static double sineOfQuarter(double wrapped) {
        double y = 0.25 * wrapped;
        double s = y * y;
        double p = 1.0 / 1307674368000.0;
        p = 1.0 / 6227020800.0 - s * p;
        p = 1.0 / 39916800.0 - s * p;
        p = 1.0 / 362880.0 - s * p;
        p = 1.0 / 5040.0 - s * p;
        p = 1.0 / 120.0 - s * p;
        p = 1.0 / 6.0 - s * p;
        return y * (1.0 - s * p);
    }
}
