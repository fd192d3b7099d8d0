package org.insardask.orbit;

/**
 * The heights at which a geometry is computed: one, or a range over which it is a parabola.
 *
 * @param middle height, m
 * @param half   half of the range, m; 0 for one height
 */
public record HeightLevels(double middle, double half) {

    /** From the lowest land to the highest: -1000 to 9000 m. */
    public static final HeightLevels LAND = new HeightLevels(4000, 5000);

    /** One height, m. */
    public static HeightLevels constant(double height) {
        return new HeightLevels(height, 0);
    }

    /** Number of coefficients: of a parabola, or one. */
    int count() {
        return half == 0 ? 1 : 3;
    }

    /** Height of a level, m. */
    double height(int level) {
        return half == 0 ? middle : middle + (level - 1) * half;
    }

    /** True for heights of the range. */
    public boolean contains(double height) {
        return Math.abs(height - middle) <= half;
    }

    /** A height as -1 to 1 over the range. */
    double scaled(double height) {
        return (height - middle) / half;
    }

    /** Makes coefficients of the parabola in {@link #scaled} heights of values at the levels, in place. */
    void toCoefficients(double[] values) {
        if (half != 0) {
            double low = values[0];
            double high = values[2];
            values[0] = values[1];
            values[2] = 0.5 * (high + low) - values[1];
            values[1] = 0.5 * (high - low);
        }
    }
}
