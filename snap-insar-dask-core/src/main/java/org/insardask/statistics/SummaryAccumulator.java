package org.insardask.statistics;

/**
 * Summarises finite numbers that come in ascending order: {@link #begin}, {@link #add} for each of them, {@link #finish}.
 *
 * <p>One pass, O(1) memory. Since the order is given, the result depends on the numbers alone. Sums are taken of the distances to the
 * smallest number, in twice the working precision, so that neither a large common offset nor many numbers cost digits. May be used again.
 * Not safe for use by several threads.
 */
public final class SummaryAccumulator {

    private final TwofoldSum sum = new TwofoldSum();
    private final TwofoldSum squares = new TwofoldSum();
    private long count;
    private long added;
    private double first;
    private double last;
    private double lowerMiddle;
    private double upperMiddle;

    /**
     * Forgets what came before.
     *
     * @param expected how many numbers will come
     */
    public void begin(long expected) {
        count = expected;
        added = 0;
        sum.clear();
        squares.clear();
    }

    /**
     * Adds the next number.
     *
     * @throws IllegalArgumentException where it is not finite or less than the one before
     */
    public void add(double value) {
        if (added == 0) {
            first = value;
        }
        if (!Double.isFinite(value) || (added > 0 && value < last)) {
            throw new IllegalArgumentException("number " + value + " after " + last + ": finite numbers in ascending order were expected");
        }
        double distance = value - first;
        sum.add(distance);
        squares.addSquare(distance);
        if (added == (count - 1) / 2) {
            lowerMiddle = value;
        }
        if (added == count / 2) {
            upperMiddle = value;
        }
        last = value;
        added++;
    }

    /**
     * Returns the summary.
     *
     * @throws IllegalArgumentException where more or fewer numbers came than were announced
     */
    public Summary finish() {
        if (added != count) {
            throw new IllegalArgumentException(added + " numbers came, " + count + " were expected");
        }
        if (count == 0) {
            return Summary.NONE;
        }
        double mean = Math.min(Math.max(first + sum.value() / count, first), last);
        double median = lowerMiddle == upperMiddle ? lowerMiddle : 0.5 * lowerMiddle + 0.5 * upperMiddle;
        return new Summary(count, mean, median, count == 1 ? Double.NaN : Math.sqrt(variance()), first, last);
    }

    /** (n S2 - S1 S1) / (n (n - 1)), the numerator in twice the working precision. */
    private double variance() {
        double n = count;
        double product = n * squares.high();
        double productLow = Math.fma(n, squares.high(), -product) + n * squares.low();
        double square = sum.high() * sum.high();
        double squareLow = Math.fma(sum.high(), sum.high(), -square) + 2 * sum.high() * sum.low();
        double numerator = (product - square) + (productLow - squareLow);
        return Math.max(0.0, numerator / (n * (n - 1)));
    }
}
