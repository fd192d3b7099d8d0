package org.insardask.statistics;

/**
 * A sum of doubles as if computed in twice the working precision and then rounded (Ogita, T., Rump, S. M., Oishi, S. 2005, Accurate sum and
 * dot product, SIAM J. Sci. Comput. 26(6), doi:10.1137/030601818, algorithms Sum2 and Dot2). Not safe for use by several threads.
 */
final class TwofoldSum {

    private double high;
    private double low;

    /** Sets the sum to 0. */
    void clear() {
        high = 0.0;
        low = 0.0;
    }

    /** Adds a number. */
    void add(double value) {
        double sum = high + value;
        double virtual = sum - high;
        low += (high - (sum - virtual)) + (value - virtual);
        high = sum;
    }

    /** Adds the square of a number, without rounding the square first. */
    void addSquare(double value) {
        double square = value * value;
        low += Math.fma(value, value, -square);
        add(square);
    }

    /** The sum as a double. */
    double value() {
        return high + low;
    }

    /** The part of the sum that the other one is to be added to. */
    double high() {
        return high;
    }

    /** What the sum is beyond {@link #high()}. */
    double low() {
        return low;
    }
}
