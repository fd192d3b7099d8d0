package org.insardask.experiments;

import java.time.LocalDate;

/** An assumed mean year of the temperature in Amsterdam: a cosine, warmest on 22 July. Not measured; stateless. */
final class MeanYear {

    private static final double MEAN = 10.5;
    private static final double AMPLITUDE = 7.3;
    private static final double WARMEST_DAY = 203.0;

    private MeanYear() {
    }

    /** Returns the temperature of a day (degC). */
    static double temperature(LocalDate date) {
        return MEAN + AMPLITUDE * Math.cos(2.0 * Math.PI * (date.getDayOfYear() - WARMEST_DAY) / 365.25);
    }
}
