package org.insardask.ui.series;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.function.BooleanSupplier;
import org.esa.snap.core.datamodel.Band;

/** Reads all samples of a pixel. Takes as long as some hundred small reads do: not for the event thread. Stateless. */
final class PixelReader {

    private PixelReader() {
    }

    /**
     * Reads a pixel.
     *
     * @param obsolete asked between bands; true ends the reading
     * @return the samples; null where the reading became obsolete
     * @throws IOException where a band cannot be read
     * @throws IllegalArgumentException where the pixel is outside
     */
    static PixelSamples read(SeriesProduct product, int x, int y, BooleanSupplier obsolete) throws IOException {
        int width = product.product().getSceneRasterWidth();
        int height = product.product().getSceneRasterHeight();
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new IllegalArgumentException("Pixel (" + x + ", " + y + ") is outside the product of " + width + " x " + height
                    + " pixels");
        }
        EnumMap<SeriesKind, double[]> series = new EnumMap<>(SeriesKind.class);
        for (SeriesKind kind : SeriesKind.values()) {
            Band[] bands = product.bands(kind);
            double[] values = new double[bands.length];
            for (int e = 0; e < bands.length; e++) {
                if (obsolete.getAsBoolean()) {
                    return null;
                }
                values[e] = bands[e] == null ? Double.NaN : sample(bands[e], x, y);
            }
            series.put(kind, values);
        }
        LinkedHashMap<String, Double> values = new LinkedHashMap<>();
        for (Band band : product.values()) {
            values.put(band.getName(), sample(band, x, y));
        }
        int status = product.status().isPresent() ? product.status().get().readPixels(x, y, 1, 1, new int[1])[0] : -1;
        return obsolete.getAsBoolean() ? null : new PixelSamples(x, y, series, values, status);
    }

    private static double sample(Band band, int x, int y) throws IOException {
        double value = band.readPixels(x, y, 1, 1, new double[1])[0];
        boolean noData = band.isNoDataValueUsed() && value == band.getGeophysicalNoDataValue();
        return noData || Double.isInfinite(value) ? Double.NaN : value;
    }
}
