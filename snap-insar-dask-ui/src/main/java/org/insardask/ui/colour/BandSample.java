package org.insardask.ui.colour;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.esa.snap.core.datamodel.Band;

/**
 * Samples from all over a band: all of a small one, else windows on a regular grid, so that large products take no longer. Stateless.
 */
final class BandSample {

    private static final int WINDOW = 64;
    private static final int WINDOWS = 8;

    private BandSample() {
    }

    /**
     * Reads samples.
     *
     * @return those that are there, ascending
     */
    static double[] sorted(Band band) throws IOException {
        int width = Math.min(WINDOW, band.getRasterWidth());
        int height = Math.min(WINDOW, band.getRasterHeight());
        int columns = windows(band.getRasterWidth());
        int rows = windows(band.getRasterHeight());
        DoublePredicate isThere = value -> Double.isFinite(value)
                && !(band.isNoDataValueUsed() && value == band.getGeophysicalNoDataValue());
        double[] all = new double[0];
        for (int row = 0; row < rows; row++) {
            int y = place(row, rows, band.getRasterHeight() - height);
            for (int column = 0; column < columns; column++) {
                int x = place(column, columns, band.getRasterWidth() - width);
                double[] window = band.readPixels(x, y, width, height, new double[width * height]);
                double[] there = Arrays.stream(window).filter(isThere).toArray();
                int before = all.length;
                all = Arrays.copyOf(all, before + there.length);
                System.arraycopy(there, 0, all, before, there.length);
            }
        }
        Arrays.sort(all);
        return all;
    }

    private static int windows(int length) {
        return Math.min(WINDOWS, (length + WINDOW - 1) / WINDOW);
    }

    /** Start of a window: evenly from 0 to last. */
    private static int place(int index, int count, int last) {
        return count == 1 ? 0 : (int) Math.round((double) index * last / (count - 1));
    }
}
