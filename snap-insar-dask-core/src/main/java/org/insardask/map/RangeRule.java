package org.insardask.map;

/** Chooses the range of a colour scale from the values of a map. Stateless. */
public final class RangeRule {
    private static final double LOW = 0.02;
    private static final double HIGH = 0.98;
    private static final double NOTHING_TO_SHOW = 1;

    private RangeRule() {
    }

    /** Whether values lie on both sides of zero, so that a diverging palette suits them. */
    public static boolean diverges(double[] sorted) {
        return sorted.length > 0 && quantile(sorted, LOW) < 0 && quantile(sorted, HIGH) > 0;
    }

    /**
     * The range between the percentiles 2 and 98, for a diverging palette symmetric around zero.
     *
     * @param sorted  values in ascending order; may be empty
     * @param minimum given by the user, or null
     * @param maximum given by the user, or null
     * @throws IllegalArgumentException if the given ends leave no range
     */
    public static ColourScale choose(double[] sorted, boolean diverging, Double minimum, Double maximum) {
        double low = sorted.length == 0 ? 0 : quantile(sorted, LOW);
        double high = sorted.length == 0 ? NOTHING_TO_SHOW : quantile(sorted, HIGH);
        if (diverging) {
            double reach = reach(low, high, minimum, maximum);
            low = -reach;
            high = reach;
        }
        double first = minimum == null ? low : minimum;
        double last = maximum == null ? high : maximum;
        if (first >= last && maximum == null) {
            last = first + NOTHING_TO_SHOW;
        } else if (first >= last && minimum == null) {
            first = last - NOTHING_TO_SHOW;
        }
        return new ColourScale(first, last, diverging ? Palette.DIVERGING : Palette.SEQUENTIAL);
    }

    private static double reach(double low, double high, Double minimum, Double maximum) {
        if (minimum != null) {
            return Math.abs(minimum);
        }
        if (maximum != null) {
            return Math.abs(maximum);
        }
        double reach = Math.max(Math.abs(low), Math.abs(high));
        return reach > 0 ? reach : NOTHING_TO_SHOW;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
