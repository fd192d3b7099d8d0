package org.insardask.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Values to colours. Immutable.
 *
 * @param minimum value of the first colour
 * @param maximum value of the last colour, larger than the minimum
 * @param palette the colours
 */
public record ColourScale(double minimum, double maximum, Palette palette) {
    private static final double[] STEPS = {1, 2, 5, 10};

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the maximum is not larger than the minimum
     */
    public ColourScale {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("The maximum (" + maximum + ") must be larger than the minimum (" + minimum + ").");
        }
    }

    /** The colour of a value, 0xFFRRGGBB; values out of the range take the colour of its end. */
    public int colour(double value) {
        return palette.colour((value - minimum) / (maximum - minimum));
    }

    /**
     * Round values within the range, at equal distances of 1, 2 or 5 times a power of ten.
     *
     * @param most how many there may be, 2 or more
     */
    public List<Double> ticks(int most) {
        double step = step(most);
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(minimum / step - 1e-9);
        long last = (long) Math.floor(maximum / step + 1e-9);
        for (long k = first; k <= last; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** Digits after the point that tell the ticks apart. */
    public int decimals(int most) {
        return (int) Math.max(0, Math.ceil(-Math.log10(step(most)) - 1e-9));
    }

    private double step(int most) {
        double least = (maximum - minimum) / Math.max(1, most - 1);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            if (step * power >= least * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
