package org.insardask.op;

import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;

/** How tall a pixel is on the ground compared to its width. Stateless. */
final class GroundProportions {
    private static final double LARGEST = 20;

    private GroundProportions() {
    }

    /** Height of a pixel over its width in the middle of a product; 1 where the product is not geocoded. */
    static double of(Product product) {
        GeoCoding geoCoding = product.getSceneGeoCoding();
        int width = product.getSceneRasterWidth();
        int height = product.getSceneRasterHeight();
        if (geoCoding == null || !geoCoding.canGetGeoPos() || width < 2 || height < 2) {
            return 1;
        }
        double across = distance(geoCoding, 0, 0.5 * height, width, 0.5 * height) / width;
        double along = distance(geoCoding, 0.5 * width, 0, 0.5 * width, height) / height;
        double ratio = along / across;
        return ratio >= 1 / LARGEST && ratio <= LARGEST ? ratio : 1;
    }

    /** Distance of two places in the raster, in degrees of latitude. */
    private static double distance(GeoCoding geoCoding, double x0, double y0, double x1, double y1) {
        GeoPos first = geoCoding.getGeoPos(new PixelPos(x0, y0), null);
        GeoPos second = geoCoding.getGeoPos(new PixelPos(x1, y1), null);
        double north = second.lat - first.lat;
        double east = Math.IEEEremainder(second.lon - first.lon, 360) * Math.cos(Math.toRadians(0.5 * (first.lat + second.lat)));
        return Math.hypot(north, east);
    }
}
