package org.insardask.op;

import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;

/**
 * Which pixel is the reference.
 *
 * @param x column from 0, -1 where the best pixel is to be looked for
 * @param y row from 0, -1 where the best pixel is to be looked for
 * @param how how it was chosen, for the record
 */
record ReferenceChoice(int x, int y, String how) {

    private static final ReferenceChoice BEST = new ReferenceChoice(-1, -1, "best quality");

    /** Returns whether the best pixel is to be looked for. */
    boolean isBest() {
        return x < 0;
    }

    /**
     * Makes the choice of the parameters; null is "not given".
     *
     * @throws OperatorException where they contradict each other, or the pixel is outside
     */
    static ReferenceChoice of(Integer x, Integer y, Double latitude, Double longitude, Product product) {
        boolean pixel = x != null || y != null;
        boolean position = latitude != null || longitude != null;
        if (pixel && position) {
            throw new OperatorException("referenceX, referenceY and referenceLat, referenceLon are both given, expected only one pair");
        }
        if (pixel && (x == null || y == null)) {
            throw new OperatorException("only one of referenceX and referenceY is given, expected both");
        }
        if (position && (latitude == null || longitude == null)) {
            throw new OperatorException("only one of referenceLat and referenceLon is given, expected both");
        }
        if (pixel) {
            return inside(x, y, "pixel", "referenceX " + x + ", referenceY " + y, product);
        }
        return position ? ofPosition(latitude, longitude, product) : BEST;
    }

    private static ReferenceChoice ofPosition(double latitude, double longitude, Product product) {
        GeoCoding geoCoding = product.getSceneGeoCoding();
        if (geoCoding == null || !geoCoding.canGetPixelPos()) {
            throw new OperatorException("referenceLat and referenceLon need a geocoding, and product '" + product.getName()
                    + "' has none that finds pixels; give referenceX and referenceY");
        }
        PixelPos position = geoCoding.getPixelPos(new GeoPos(latitude, longitude), null);
        String what = "referenceLat " + latitude + ", referenceLon " + longitude;
        if (position == null || !position.isValid() || Double.isNaN(position.x) || Double.isNaN(position.y)) {
            throw new OperatorException(what + " is not in product '" + product.getName() + "'");
        }
        return inside((int) Math.floor(position.x), (int) Math.floor(position.y), "latitude and longitude", what, product);
    }

    private static ReferenceChoice inside(int x, int y, String how, String what, Product product) {
        int width = product.getSceneRasterWidth();
        int height = product.getSceneRasterHeight();
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new OperatorException(what + " is outside of product '" + product.getName() + "', expected 0 to " + (width - 1)
                    + " and 0 to " + (height - 1) + " (pixel " + x + ", " + y + ")");
        }
        return new ReferenceChoice(x, y, how);
    }
}
