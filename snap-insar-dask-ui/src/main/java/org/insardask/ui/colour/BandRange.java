package org.insardask.ui.colour;

/**
 * A range of a colour scale. Immutable.
 *
 * @param minimum sample of the first colour
 * @param maximum sample of the last colour, larger than minimum
 */
record BandRange(double minimum, double maximum) {

    private static final double LOW = 0.02;
    private static final double HIGH = 0.98;

    /**
     * Chooses the range of a look: percentiles 2 and 98, symmetric around zero for MOTION, from 0 for SIGMA; 0 to 1 for QUALITY.
     *
     * @param sorted samples, ascending; may be empty
     * @param otherwise the largest sample where there are none
     */
    static BandRange of(BandLook look, double[] sorted, double otherwise) {
        double low = sorted.length == 0 ? -otherwise : quantile(sorted, LOW);
        double high = sorted.length == 0 ? otherwise : quantile(sorted, HIGH);
        double reach = Math.max(Math.abs(low), Math.abs(high));
        if (!(reach > 0.0)) {
            reach = otherwise;
        }
        double top = rounded(high > 0.0 ? high : otherwise);
        reach = rounded(reach);
        return switch (look) {
            case MOTION -> new BandRange(-reach, reach);
            case QUALITY -> new BandRange(0.0, 1.0);
            case SIGMA -> new BandRange(0.0, top);
        };
    }

    /** Up to the next number of two digits, so that legends are easy to read. */
    private static double rounded(double value) {
        double unit = Math.pow(10.0, Math.floor(Math.log10(value)) - 1.0);
        return Math.ceil(value / unit - 1e-9) * unit;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** Returns the smallest range that holds both. */
    BandRange and(BandRange other) {
        return new BandRange(Math.min(minimum, other.minimum), Math.max(maximum, other.maximum));
    }
}
