package org.insardask.orbit;

import java.util.List;
import java.util.Optional;

/**
 * Incidence angles and perpendicular baselines of the pixels of an image. Immutable.
 *
 * <p>They are computed exactly at nodes that lie fixed in the image, at most {@value #RANGE_STEP} m of slant range and
 * {@value #TIME_STEP} s apart, and interpolated between: by cubics along lines and pixels, by a parabola in height. The angles are
 * interpolated as cosines, which are smooth down to the nadir. Baselines are wrong by less than 1e-6 of the largest one, and by 2e-5 of it
 * where heights vary by pixel; angles by less than 1e-5 degrees; a test of a wide swath holds that. A value depends on its pixel only, not
 * on the window that it is asked for with.
 */
public final class GeometryGrid {

    /** Cosine of the incidence angle. */
    static final int COSINE = 0;
    /** Perpendicular baseline of the first orbit, m; those of the others follow. */
    static final int FIRST_BASELINE = 1;

    /** Largest distance of nodes in slant range, m. */
    static final double RANGE_STEP = 2500;
    /** Largest distance of nodes in time, s. */
    static final double TIME_STEP = 2;

    private final ImageTiming timing;
    private final NodeAxis lines;
    private final NodeAxis pixels;
    private final HeightLevels levels;
    /** [quantity][coefficient][line * pixels + pixel]. */
    private final double[][][] nodes;

    private GeometryGrid(ImageTiming timing, NodeAxis lines, NodeAxis pixels, HeightLevels levels, double[][][] nodes) {
        this.timing = timing;
        this.lines = lines;
        this.pixels = pixels;
        this.levels = levels;
        this.nodes = nodes;
    }

    /**
     * Computes the nodes of an image.
     *
     * @param timing of the mother's image
     * @param width  pixels
     * @param height lines
     * @param mother orbit of the mother; it covers the times of all lines, and of line 3 in shorter images
     * @param others orbits of the others
     * @param levels heights of the ground
     */
    public static GeometryGrid of(ImageTiming timing, int width, int height, Orbit mother, List<Orbit> others, HeightLevels levels) {
        NodeAxis lines = new NodeAxis(height, TIME_STEP / Math.abs(timing.lineInterval()));
        NodeAxis pixels = new NodeAxis(width, RANGE_STEP / Math.abs(timing.rangeSpacing()));
        double[][][] nodes = new double[FIRST_BASELINE + others.size()][levels.count()][lines.count() * pixels.count()];
        double[][] values = new double[nodes.length][levels.count()];
        for (int line = 0; line < lines.count(); line++) {
            StateVector state = mother.at(timing.time(lines.place(line)));
            for (int pixel = 0; pixel < pixels.count(); pixel++) {
                double range = timing.range(pixels.place(pixel));
                for (int level = 0; level < levels.count(); level++) {
                    put(Sight.solve(state, range, levels.height(level), timing.right()), others, values, level);
                }
                store(values, levels, nodes, line * pixels.count() + pixel);
            }
        }
        return new GeometryGrid(timing, lines, pixels, levels, nodes);
    }

    private static void put(Optional<Sight> sight, List<Orbit> others, double[][] values, int level) {
        values[COSINE][level] = sight.map(s -> Math.cos(s.incidence())).orElse(Double.NaN);
        for (int k = 0; k < others.size(); k++) {
            Orbit other = others.get(k);
            values[FIRST_BASELINE + k][level] = sight.map(s -> s.perpendicularBaseline(other)).orElse(Double.NaN);
        }
    }

    private static void store(double[][] values, HeightLevels levels, double[][][] nodes, int node) {
        for (int q = 0; q < values.length; q++) {
            levels.toCoefficients(values[q]);
            for (int c = 0; c < levels.count(); c++) {
                nodes[q][c][node] = values[q][c];
            }
        }
    }

    /** False where nothing on the ground has the range and height of a node. */
    public boolean hasGround() {
        return isComplete(COSINE);
    }

    /** False where another orbit does not see the ground of a node abeam, or there is no ground. */
    public boolean hasBaselines(int orbit) {
        return isComplete(FIRST_BASELINE + orbit);
    }

    private boolean isComplete(int quantity) {
        for (double[] coefficient : nodes[quantity]) {
            for (double value : coefficient) {
                if (Double.isNaN(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A window of the image, to be used by one thread. */
    public GeometryWindow window(int x, int y, int width, int height) {
        return new GeometryWindow(timing, lines, pixels, levels, nodes, new int[] {x, y, width, height});
    }
}
