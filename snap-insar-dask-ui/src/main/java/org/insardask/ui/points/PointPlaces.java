package org.insardask.ui.points;

import java.io.IOException;
import java.util.Arrays;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.insardask.stm.PointsProduct;

/**
 * Where points lie in an image: at their rows and columns where it is of the size of the image from which they come, else by latitude and
 * longitude through its geocoding. Immutable.
 */
final class PointPlaces {

    private static final double CENTRE = 0.5;
    private static final int STEP = 10_000;

    private final double[] x;
    private final double[] y;

    private PointPlaces(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Finds the places.
     *
     * @throws IllegalArgumentException where there is no way from the points to the image
     */
    static PointPlaces in(Product image, Product points, Progress progress) throws IOException {
        if (isSource(image, points)) {
            return ofPixels(points);
        }
        if (!PointsProduct.hasCoordinates(points)) {
            throw new IllegalArgumentException("'" + points.getName() + "' has no bands " + PointsProduct.LATITUDE + " and "
                    + PointsProduct.LONGITUDE + "; they are needed, as " + image.getName() + " is not the image of its points");
        }
        GeoCoding geoCoding = image.getSceneGeoCoding();
        if (geoCoding == null || !geoCoding.canGetPixelPos()) {
            throw new IllegalArgumentException("'" + image.getName() + "' has no geocoding with which the pixels of latitudes and "
                    + "longitudes are found, and is not of the size of the image from which the points come");
        }
        return throughGeoCoding(geoCoding, points, progress);
    }

    private static boolean isSource(Product image, Product points) {
        MetadataElement record = points.getMetadataRoot().getElement(PointsProduct.RECORD);
        return record != null && points.containsBand(PointsProduct.LINE) && points.containsBand(PointsProduct.PIXEL)
                && record.getAttributeInt("sourceWidth", -1) == image.getSceneRasterWidth()
                && record.getAttributeInt("sourceHeight", -1) == image.getSceneRasterHeight();
    }

    private static PointPlaces ofPixels(Product points) throws IOException {
        double[] x = PointColumn.samples(points.getBand(PointsProduct.PIXEL));
        double[] y = PointColumn.samples(points.getBand(PointsProduct.LINE));
        for (int p = 0; p < x.length; p++) {
            x[p] += CENTRE;
            y[p] += CENTRE;
        }
        return new PointPlaces(x, y);
    }

    private static PointPlaces throughGeoCoding(GeoCoding geoCoding, Product points, Progress progress) throws IOException {
        double[] x = PointColumn.samples(points.getBand(PointsProduct.LONGITUDE));
        double[] y = PointColumn.samples(points.getBand(PointsProduct.LATITUDE));
        GeoPos place = new GeoPos();
        PixelPos pixel = new PixelPos();
        for (int p = 0; p < x.length; p++) {
            place.setLocation(y[p], x[p]);
            pixel.setInvalid();
            if (place.isValid()) {
                geoCoding.getPixelPos(place, pixel);
            }
            x[p] = pixel.isValid() ? pixel.x : Double.NaN;
            y[p] = pixel.isValid() ? pixel.y : Double.NaN;
            if (p % STEP == 0) {
                progress.at((double) p / x.length);
            }
        }
        return new PointPlaces(x, y);
    }

    int count() {
        return x.length;
    }

    /** Column of a point (pixels, the centre of the first one is 0.5); NaN where it has no place. */
    double x(int point) {
        return x[point];
    }

    /** Row of a point (pixels). */
    double y(int point) {
        return y[point];
    }

    /** The points that lie in an image, ascending. */
    int[] inside(Product image) {
        int[] found = new int[x.length];
        int count = 0;
        for (int p = 0; p < x.length; p++) {
            if (image.containsPixel(x[p], y[p])) {
                found[count++] = p;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
