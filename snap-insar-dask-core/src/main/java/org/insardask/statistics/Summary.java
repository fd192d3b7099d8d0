package org.insardask.statistics;

/**
 * What some numbers are like. All but the count are NaN where there are no numbers; the standard deviation is so too where there is one.
 *
 * @param count how many they are
 * @param mean their mean
 * @param median the middle one, or the mean of the two in the middle
 * @param standardDeviation the standard deviation of a sample: the divisor is count - 1
 * @param minimum the smallest
 * @param maximum the largest
 */
public record Summary(long count, double mean, double median, double standardDeviation, double minimum, double maximum) {

    /** Of no numbers. */
    public static final Summary NONE = new Summary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
