package org.insardask.ils;

/**
 * The probability that one integer comes out right, 2 Phi(1 / (2 sqrt(s))) - 1 of a variance s (cycles^2), by cubic interpolation of its
 * values and slopes: to 3e-12, and five times faster than from the error function. Immutable, safe for threads.
 */
final class SuccessTable {

    /** The ends of the table (cycles^2); below the first the probability of failure is less than 2e-12. */
    private static final double FIRST = SuccessRate.CERTAIN;
    private static final double LAST = 0.1;

    private static final int INTERVALS = 512;
    private static final double STEP = (LAST - FIRST) / INTERVALS;
    private static final double STEPS = 1.0 / STEP;
    private static final SuccessTable TABLE = new SuccessTable();

    /** The coefficients of the cubic of each interval, the constant first; one interval more, for the last end. */
    private final double[] cubics = new double[4 * (INTERVALS + 1)];

    private SuccessTable() {
        double value = value(0);
        double slope = slope(0);
        for (int i = 0; i <= INTERVALS; i++) {
            double nextValue = value(i + 1);
            double nextSlope = slope(i + 1);
            double rise = nextValue - value;
            cubics[4 * i] = value;
            cubics[4 * i + 1] = slope;
            cubics[4 * i + 2] = 3.0 * rise - 2.0 * slope - nextSlope;
            cubics[4 * i + 3] = slope + nextSlope - 2.0 * rise;
            value = nextValue;
            slope = nextSlope;
        }
    }

    private static double value(int i) {
        return SuccessRate.of(FIRST + i * STEP);
    }

    /** The slope times the step. */
    private static double slope(int i) {
        double s = FIRST + i * STEP;
        double u = 1.0 / Math.sqrt(8.0 * s);
        return -STEP * u / (Math.sqrt(Math.PI) * s) * Math.exp(-u * u);
    }

    /** Returns {@link SuccessRate#of} of a variance (cycles^2). */
    static double of(double variance) {
        if (variance <= FIRST) {
            return 1.0;
        }
        return variance <= LAST ? TABLE.at(variance) : SuccessRate.of(variance);
    }

    private double at(double variance) {
        double place = (variance - FIRST) * STEPS;
        int i = (int) place;
        double x = place - i;
        i *= 4;
        return cubics[i] + x * (cubics[i + 1] + x * (cubics[i + 2] + x * cubics[i + 3]));
    }
}
