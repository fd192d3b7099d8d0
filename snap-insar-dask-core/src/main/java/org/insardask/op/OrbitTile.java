package org.insardask.op;

import java.awt.Rectangle;
import org.insardask.orbit.GeometryGrid;
import org.insardask.orbit.GeometryWindow;

/** The geometry of one tile. For one thread. */
final class OrbitTile {

    private final GeometryWindow window;
    private final double[] heights;
    private final double[] values;
    private final double[] factors;
    private final double[] baselines;

    /** With the heights of the pixels; null where the grid has one height. */
    OrbitTile(GeometryGrid grid, Rectangle rectangle, double[] heights) {
        this.window = grid.window(rectangle.x, rectangle.y, rectangle.width, rectangle.height);
        this.heights = heights;
        int pixels = rectangle.width * rectangle.height;
        values = new double[pixels];
        baselines = new double[pixels];
        factors = new double[pixels];
        window.heightToPhasePerMetre(heights, factors);
    }

    /** Incidence angles, deg; valid until the next call. */
    double[] incidence() {
        window.incidence(heights, values);
        return values;
    }

    /** Takes an epoch, whose baselines (m) it returns. */
    double[] baselines(int epoch) {
        window.baselines(epoch, heights, baselines);
        return baselines;
    }

    /** Height-to-phase factors (m/m) of the epoch that was taken; valid until the next call. */
    double[] heightToPhase() {
        for (int p = 0; p < values.length; p++) {
            values[p] = factors[p] * baselines[p];
        }
        return values;
    }
}
