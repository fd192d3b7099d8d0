package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.insardask.points.PointLayout;
import org.insardask.tile.SourceSamples;

/** Gathers the samples of points from a raster into a raster of points. Immutable. */
final class PointGathering {

    private static final int SAMPLES_AT_ONCE = 1 << 18;

    private final MaskedPixels pixels;
    private final PointLayout layout;
    private final int sceneWidth;
    private final int rowsAtOnce;

    PointGathering(MaskedPixels pixels, PointLayout layout, int sceneWidth) {
        this.pixels = pixels;
        this.layout = layout;
        this.sceneWidth = sceneWidth;
        this.rowsAtOnce = Math.max(1, SAMPLES_AT_ONCE / sceneWidth);
    }

    MaskedPixels pixels() {
        return pixels;
    }

    /** What is done with a point of a rectangle: its index in the rectangle, its number. */
    interface PointVisitor {
        void visit(int index, int point);
    }

    /** Visits the points of a rectangle of the points' raster. */
    void visit(Rectangle rectangle, PointVisitor visitor) {
        for (int row = 0; row < rectangle.height; row++) {
            for (int column = 0; column < rectangle.width; column++) {
                long point = layout.pointAt(rectangle.x + column, rectangle.y + row);
                if (point < layout.count()) {
                    visitor.visit(row * rectangle.width + column, (int) point);
                }
            }
        }
    }

    /**
     * Gathers a rectangle of the points' raster, from strips of the source in which no strip without points is read.
     *
     * @param missing for places without a point
     * @return width x height samples
     */
    double[] gather(Operator operator, Band source, Rectangle rectangle, double missing) {
        double[] out = new double[rectangle.width * rectangle.height];
        Arrays.fill(out, missing);
        Strip strip = new Strip(operator, source);
        visit(rectangle, (index, point) -> out[index] = strip.sample(pixels.column(point), pixels.row(point)));
        return out;
    }

    /** Some rows of the source; the rows of points ascend along a row of their raster. */
    private final class Strip {
        private final Operator operator;
        private final Band source;
        private final SourceSamples samples;
        private final double[] values;
        private int first = -1;

        Strip(Operator operator, Band source) {
            this.operator = operator;
            this.source = source;
            this.samples = SourceSamples.of(source);
            this.values = new double[Math.multiplyExact(sceneWidth, Math.min(rowsAtOnce, source.getRasterHeight()))];
        }

        double sample(int column, int row) {
            if (first < 0 || row < first || row >= first + rowsAtOnce) {
                first = row - row % rowsAtOnce;
                int rows = Math.min(rowsAtOnce, source.getRasterHeight() - first);
                samples.read(operator.getSourceTile(source, new Rectangle(0, first, sceneWidth, rows)), values);
            }
            return values[(row - first) * sceneWidth + column];
        }
    }
}
