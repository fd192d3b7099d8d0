package org.insardask.ui.points;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.insardask.map.ColourScale;
import org.insardask.map.RangeRule;

/**
 * The styles of points by value, in the words of SNAP's vector data. Points of one colour share their text. For one thread.
 */
final class PointStyles {

    /** The style of points without a value. */
    static final String NO_VALUE = style(0x808080);

    private static final int COLOUR = 0xFFFFFF;
    private static final int STEPS = 64;

    private final ColourScale scale;
    private final Map<Integer, String> styles = new HashMap<>();

    private PointStyles(ColourScale scale) {
        this.scale = scale;
    }

    /** Styles over the values of points, NaN where there is none: between the percentiles 2 and 98, as in KMZ files. */
    static PointStyles over(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return new PointStyles(RangeRule.choose(sorted, RangeRule.diverges(sorted), null, null));
    }

    ColourScale scale() {
        return scale;
    }

    /** The style of a value. */
    String of(double value) {
        if (Double.isNaN(value)) {
            return NO_VALUE;
        }
        double share = (value - scale.minimum()) / (scale.maximum() - scale.minimum());
        int step = (int) Math.max(0, Math.min(STEPS - 1, Math.floor(share * STEPS)));
        return styles.computeIfAbsent(step, k -> style(scale.colour(scale.minimum()
                + (k + 0.5) / STEPS * (scale.maximum() - scale.minimum()))));
    }

    private static String style(int colour) {
        return String.format("fill:#%06x; fill-opacity:1.0; stroke:#202020; stroke-opacity:0.6; stroke-width:0.5; symbol:circle",
                colour & COLOUR);
    }
}
