package org.insardask.experiments;

/**
 * A share of cases with its 95 % interval of Wilson (1927), doi:10.1080/01621459.1927.10502953, which also holds near 0 and 1.
 *
 * @param hits the cases that count
 * @param all the number of cases
 */
record Share(long hits, long all) {

    private static final double Z = 1.959964;

    Share {
        if (hits < 0 || hits > all) {
            throw new IllegalArgumentException("A share of " + hits + " in " + all + " cannot be");
        }
    }

    /** Returns the share, NaN of no cases. */
    double value() {
        return (double) hits / all;
    }

    /** Returns the lower end of the interval; 0 of no cases. */
    double low() {
        return all == 0 ? 0.0 : Math.max(0.0, centre() - half());
    }

    /** Returns the upper end of the interval; 1 of no cases. */
    double high() {
        return all == 0 ? 1.0 : Math.min(1.0, centre() + half());
    }

    private double centre() {
        return (value() + Z * Z / (2.0 * all)) / (1.0 + Z * Z / all);
    }

    private double half() {
        double p = value();
        return Z / (1.0 + Z * Z / all) * Math.sqrt(p * (1.0 - p) / all + Z * Z / (4.0 * all * all));
    }
}
