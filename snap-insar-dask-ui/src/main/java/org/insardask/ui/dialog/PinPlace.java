package org.insardask.ui.dialog;

import java.awt.Point;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Placemark;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.ui.product.ProductSceneView;

/**
 * Where a pin is.
 *
 * @param label what the user calls it
 * @param pixel the column and row, from 0, of the pixel that holds it; null where it is not on the raster of the source
 * @param latitude in degrees as text, empty where it has no place on the ground
 * @param longitude in degrees as text, empty where it has no place on the ground
 */
record PinPlace(String label, Point pixel, String latitude, String longitude) {

    /**
     * The pins that a user means: those selected in the image view; without any, the only pin of the source.
     *
     * @param view the selected view, or null
     * @param source the source of the operator, or null
     */
    static List<PinPlace> selected(ProductSceneView view, Product source) {
        List<Placemark> pins = view == null ? List.of() : List.of(view.getSelectedPins());
        if (pins.isEmpty() && source != null && source.getPinGroup().getNodeCount() == 1) {
            pins = List.of(source.getPinGroup().get(0));
        }
        return pins.stream().map(pin -> of(pin, source)).toList();
    }

    private static PinPlace of(Placemark pin, Product source) {
        PixelPos place = pin.getPixelPos();
        boolean here = place != null && sameRaster(pin.getProduct(), source);
        Point pixel = here ? new Point((int) Math.floor(place.x), (int) Math.floor(place.y)) : null;
        Optional<GeoPos> ground = Optional.ofNullable(pin.getGeoPos()).filter(GeoPos::isValid);
        return new PinPlace(pin.getLabel().isBlank() ? pin.getName() : pin.getLabel(), pixel,
                ground.map(pos -> degrees(pos.lat)).orElse(""), ground.map(pos -> degrees(pos.lon)).orElse(""));
    }

    /** A pin counts by its pixel on the source itself, and on products of the same size, such as those computed from it. */
    private static boolean sameRaster(Product product, Product source) {
        return product == null || source == null || product.getSceneRasterSize().equals(source.getSceneRasterSize());
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }

    boolean hasPixel() {
        return pixel != null;
    }

    boolean hasGround() {
        return !latitude.isEmpty();
    }

    int column() {
        return pixel.x;
    }

    int row() {
        return pixel.y;
    }
}
