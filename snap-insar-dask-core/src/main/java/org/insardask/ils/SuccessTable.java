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

    /** Value, and slope times step, of each node. */
    private final double[] nodes = new double[2 * (INTERVALS + 1)];

    private SuccessTable() {
        for (int i = 0; i <= INTERVALS; i++) {
            double s = FIRST + i * STEP;
            double u = 1.0 / Math.sqrt(8.0 * s);
            nodes[2 * i] = NormalDistribution.centralProbability(0.5 / Math.sqrt(s));
            nodes[2 * i + 1] = -STEP * u / (Math.sqrt(Math.PI) * s) * Math.exp(-u * u);
        }
    }

    /** Returns {@link SuccessRate#of} of a variance (cycles^2). */
    static double of(double variance) {
        if (variance <= FIRST) {
            return 1.0;
        }
        return variance <= LAST ? TABLE.at(variance) : SuccessRate.of(variance);
    }

    /** The line between two nodes, and Hermite's correction by the slopes. */
    private double at(double variance) {
        double place = (variance - FIRST) * STEPS;
        int i = Math.min((int) place, INTERVALS - 1);
        double x = place - i;
        double value = nodes[2 * i];
        double slope = nodes[2 * i + 1];
        double rise = nodes[2 * i + 2] - value;
        double first = slope - rise;
        double second = nodes[2 * i + 3] - rise;
        return value + x * rise + x * (1.0 - x) * ((1.0 - x) * first - x * second);
    }
}
