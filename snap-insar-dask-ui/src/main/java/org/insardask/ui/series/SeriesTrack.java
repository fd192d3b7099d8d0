package org.insardask.ui.series;

import java.awt.Color;

/**
 * A pixel that is shown: the cursor, a clicked pixel or a pin. Immutable.
 *
 * @param name what the legend calls it
 * @param colour of its points and curves
 * @param samples what was read of it
 * @param curves what is drawn
 * @param relative whether the curves are relative to another pixel
 */
record SeriesTrack(String name, Color colour, PixelSamples samples, SeriesCurves curves, boolean relative) {

    /** Returns name and place for legend and table. */
    String label() {
        return name + " (" + samples.x() + ", " + samples.y() + ")";
    }
}
