package org.insardask.op;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.polygon.PointPredicate;

/**
 * The parameters that choose several pixels as reference: a list, or polygons. Null where they are not given.
 *
 * @param pixels columns and rows
 * @param vectorFile polygons
 * @param layer layer of the file
 * @param polygonField attribute by which polygons are chosen
 * @param polygonValue its value
 * @param longitudeBand band of longitudes instead of the geocoding
 * @param latitudeBand band of latitudes
 * @param crs system of the polygons' coordinates
 */
record ReferenceWords(String pixels, File vectorFile, String layer, String polygonField, String polygonValue, String longitudeBand,
        String latitudeBand, String crs) {

    boolean hasPixels() {
        return text(pixels).isPresent();
    }

    boolean hasPolygons() {
        return vectorFile != null && !vectorFile.getPath().isBlank();
    }

    /**
     * Checks that nothing is said of polygons where there are none.
     *
     * @throws OperatorException that names the parameter
     */
    void requireNoPolygonWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("layer", layer);
        words.put("polygonField", polygonField);
        words.put("polygonValue", polygonValue);
        words.put("longitudeBand", longitudeBand);
        words.put("latitudeBand", latitudeBand);
        words.put("crs", crs);
        words.forEach((name, value) -> {
            if (!hasPolygons() && text(value).isPresent()) {
                throw new OperatorException(name + " is given without vectorFile");
            }
        });
    }

    /** Reads the list of pixels. */
    PixelList readPixels(Product product) {
        return PixelList.parse(text(pixels).orElse(""), product);
    }

    /** Reads the polygons; what a user should know of the file goes to the log. */
    PolygonPixels readPolygons(Product product, Logger logger) {
        return readPolygons(product, PointPredicate.CONTAINS, logger);
    }

    /**
     * Reads the polygons.
     *
     * @param predicate whether pixels whose centres lie on a boundary belong to them
     * @throws OperatorException where they cannot be used
     */
    PolygonPixels readPolygons(Product product, PointPredicate predicate, Logger logger) {
        PolygonPixels.Choice choice = new PolygonPixels.Choice(vectorFile, text(layer).orElse(null), text(polygonField).orElse(null),
                text(polygonValue).orElse(null), text(crs).orElse(null));
        PolygonPixels polygons = PolygonPixels.read(choice, product, PixelPlaces.of(product, longitudeBand, latitudeBand),
                predicate);
        polygons.notes().forEach(note -> logger.warning(vectorFile + ": " + note));
        return polygons;
    }

    /** Returns a text without blanks around it, where there is one. */
    static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(word -> !word.isEmpty());
    }
}
