package org.insardask.op;

import java.awt.Rectangle;
import java.util.Arrays;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.tile.SourceSamples;

/** The pixels of a scene whose sample in a mask is not 0 (and is there), in the order of rows and columns. Immutable. */
final class MaskedPixels implements PlacedPoints {

    private static final int SAMPLES_AT_ONCE = 1 << 20;

    private final int width;
    /** Row * width + column, ascending. */
    private final long[] places;

    private MaskedPixels(int width, long[] places) {
        this.width = width;
        this.places = places;
    }

    /**
     * Reads the mask.
     *
     * @param operator for its source tiles
     * @throws OperatorException where there are more pixels than an array can hold
     */
    static MaskedPixels read(Operator operator, Band mask) {
        int width = mask.getRasterWidth();
        int height = mask.getRasterHeight();
        int rows = Math.max(1, SAMPLES_AT_ONCE / width);
        SourceSamples samples = SourceSamples.noDataAsNaN(mask);
        double[] values = new double[Math.multiplyExact(width, Math.min(rows, height))];
        long[] places = new long[1024];
        int count = 0;
        for (int y = 0; y < height; y += rows) {
            Rectangle strip = new Rectangle(0, y, width, Math.min(rows, height - y));
            samples.read(operator.getSourceTile(mask, strip), values);
            for (int k = 0; k < strip.height * width; k++) {
                if (values[k] != 0.0 && !Double.isNaN(values[k])) {
                    if (count == places.length) {
                        places = Arrays.copyOf(places, longer(count));
                    }
                    places[count++] = (long) y * width + k;
                }
            }
        }
        return new MaskedPixels(width, Arrays.copyOf(places, count));
    }

    private static int longer(int length) {
        if (length > (1 << 30)) {
            throw new OperatorException("maskBand selects more than " + length + " pixels, expected fewer");
        }
        return 2 * length;
    }

    @Override
    public int count() {
        return places.length;
    }

    @Override
    public int column(int point) {
        return (int) (places[point] % width);
    }

    @Override
    public int row(int point) {
        return (int) (places[point] / width);
    }
}
