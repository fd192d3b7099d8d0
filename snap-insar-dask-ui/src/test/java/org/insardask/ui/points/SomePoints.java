package org.insardask.ui.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.points.PointLayout;
import org.insardask.stm.PointsProduct;

/** Products of points in the town: point p lies in column 10 p and row 5 p, and moves with p - 1 mm/year. */
final class SomePoints {

    private SomePoints() {
    }

    /** The image of the town, 128 x 96 pixels. */
    static Product image() throws IOException {
        Path root = Path.of(System.getProperty("insardask.root", ".."));
        return ProductIO.readProduct(root.resolve("test-products/town/town_mother.dim").toFile());
    }

    /** Points with latitudes, longitudes, velocities and numbers. */
    static Product withDegrees(int count) throws IOException {
        Product image = image();
        Product points = PointsProduct.create("points", new PointLayout(count));
        PointsProduct.mark(points, new PointLayout(count));
        double[] lat = new double[count];
        double[] lon = new double[count];
        for (int p = 0; p < count; p++) {
            GeoPos place = image.getSceneGeoCoding().getGeoPos(new PixelPos(10 * p + 0.5, 5 * p + 0.5), new GeoPos());
            lat[p] = place.lat;
            lon[p] = place.lon;
        }
        fill(PointsProduct.addDegrees(points, PointsProduct.LATITUDE, ""), lat);
        fill(PointsProduct.addDegrees(points, PointsProduct.LONGITUDE, ""), lon);
        add(points, "velocity", velocities(count)).setUnit("mm/year");
        int[] numbers = new int[count];
        Arrays.setAll(numbers, p -> 100 + p);
        fill(PointsProduct.addNumbers(points, PointsProduct.ID, ""), numbers);
        return points;
    }

    private static double[] velocities(int count) {
        double[] velocities = new double[count];
        Arrays.setAll(velocities, p -> p - 1.0);
        return velocities;
    }

    /** Gives points the lines and pixels of an image of this size, mirrored: point p lies in column 5 p and row 10 p. */
    static void addPixels(Product points, int width, int height) {
        int count = PointsProduct.layoutOf(points).orElseThrow().count();
        int[] line = new int[count];
        int[] pixel = new int[count];
        Arrays.setAll(line, p -> 10 * p);
        Arrays.setAll(pixel, p -> 5 * p);
        fill(PointsProduct.addNumbers(points, PointsProduct.LINE, ""), line);
        fill(PointsProduct.addNumbers(points, PointsProduct.PIXEL, ""), pixel);
        points.getMetadataRoot().getElement(PointsProduct.RECORD).setAttributeInt("sourceWidth", width);
        points.getMetadataRoot().getElement(PointsProduct.RECORD).setAttributeInt("sourceHeight", height);
    }

    /** Adds a band of numbers, NaN for none. */
    static Band add(Product points, String name, double... values) {
        Band band = points.addBand(name, ProductData.TYPE_FLOAT64);
        band.setNoDataValue(Double.NaN);
        band.setNoDataValueUsed(true);
        return fill(band, values);
    }

    private static Band fill(Band band, double... values) {
        double[] all = Arrays.copyOf(values, band.getRasterWidth() * band.getRasterHeight());
        Arrays.fill(all, values.length, all.length, Double.NaN);
        band.setRasterData(ProductData.createInstance(all));
        return band;
    }

    private static void fill(Band band, int... values) {
        int[] all = Arrays.copyOf(values, band.getRasterWidth() * band.getRasterHeight());
        Arrays.fill(all, values.length, all.length, -1);
        band.setRasterData(ProductData.createInstance(all));
    }
}
