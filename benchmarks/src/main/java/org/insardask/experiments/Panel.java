package org.insardask.experiments;

import java.util.List;

/**
 * What one chart of a figure shows.
 *
 * @param title above the chart
 * @param xLabel with its unit
 * @param yLabel with its unit
 * @param xLow left end of the axis
 * @param xHigh right end of the axis
 * @param yLow lower end of the axis
 * @param yHigh upper end of the axis
 * @param curves in the order in which they are drawn
 */
record Panel(String title, String xLabel, String yLabel, double xLow, double xHigh, double yLow, double yHigh, List<Curve> curves) {
}
