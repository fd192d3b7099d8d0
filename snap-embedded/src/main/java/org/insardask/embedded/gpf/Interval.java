package org.insardask.embedded.gpf;

/** A range of numbers such as {@code [0,1)} or {@code (0,*]}; a star is no bound, NaN is in no interval. Immutable. */
final class Interval {

    private final String text;
    private final double min;
    private final double max;
    private final boolean minIncluded;
    private final boolean maxIncluded;

    private Interval(String text, double min, double max) {
        this.text = text;
        this.min = min;
        this.max = max;
        minIncluded = text.startsWith("[");
        maxIncluded = text.endsWith("]");
    }

    static Interval parse(String text) {
        String[] ends = text.matches("[\\[(][^,]+,[^,]+[\\])]") ? text.substring(1, text.length() - 1).split(",") : new String[0];
        if (ends.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is not an interval such as [0,1) or (0,*].");
        }
        return new Interval(text, bound(ends[0], Double.NEGATIVE_INFINITY), bound(ends[1], Double.POSITIVE_INFINITY));
    }

    private static double bound(String text, double unbounded) {
        String trimmed = text.trim();
        return trimmed.equals("*") ? unbounded : Double.parseDouble(trimmed);
    }

    boolean contains(double value) {
        boolean aboveMin = minIncluded ? value >= min : value > min;
        boolean belowMax = maxIncluded ? value <= max : value < max;
        return aboveMin && belowMax;
    }

    @Override
    public String toString() {
        return text;
    }
}
