package org.insardask.ui.series;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All samples of a pixel that the window shows; NaN where there is none. Immutable by agreement: arrays are not modified.
 *
 * @param x column
 * @param y row
 * @param series mm by epoch of each series, NaN throughout where the product does not have it
 * @param values single values by name of their band
 * @param status sum of flags, -1 where there is no status
 */
record PixelSamples(int x, int y, EnumMap<SeriesKind, double[]> series, LinkedHashMap<String, Double> values, int status) {

    /** Returns a series (mm by epoch). */
    double[] get(SeriesKind kind) {
        return series.get(kind);
    }

    /** Returns a single value, NaN where it is not there. */
    double value(String band) {
        return values.getOrDefault(band, Double.NaN);
    }

    /** Returns the single values by name of their band, in the order to show them. */
    Map<String, Double> all() {
        return values;
    }
}
