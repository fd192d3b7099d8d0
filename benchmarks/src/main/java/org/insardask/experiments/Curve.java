package org.insardask.experiments;

import java.awt.Color;
import java.util.List;

/**
 * One line or one set of points of a chart.
 *
 * @param name for the legend
 * @param colour of line and points
 * @param style how it is drawn
 * @param points from left to right
 */
record Curve(String name, Color colour, Style style, List<Point> points) {

    /**
     * A value with its bar.
     *
     * @param x place
     * @param y value, NaN where there is none
     * @param low lower end of the bar, NaN without bar
     * @param high upper end of the bar, NaN without bar
     */
    record Point(double x, double y, double low, double high) {

        Point(double x, double y) {
            this(x, y, Double.NaN, Double.NaN);
        }

        Point(double x, Share share) {
            this(x, share.value(), share.low(), share.high());
        }
    }

    /** How a curve is drawn. */
    enum Style {
        /** A full line. */
        LINE,
        /** A dashed line. */
        DASHED,
        /** A dotted line. */
        DOTTED,
        /** Points with bars, not joined. */
        POINTS,
        /** Points with bars, joined by a thin line. */
        JOINED;

        boolean hasPoints() {
            return this == POINTS || this == JOINED;
        }
    }
}
