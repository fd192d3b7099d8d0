package org.insardask.op;

import java.awt.Rectangle;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;

/** Where the points of a product lie in a raster. Safe for several threads. */
final class RasterPositions {

    private final PixelPlaces places;
    private final GeoCoding geoCoding;
    private final int width;
    private final int height;

    /**
     * Takes the places of points and a raster.
     *
     * @throws OperatorException where the raster has no geocoding that gives pixels
     */
    RasterPositions(PixelPlaces places, Product raster) {
        this.places = places;
        geoCoding = raster.getSceneGeoCoding();
        width = raster.getSceneRasterWidth();
        height = raster.getSceneRasterHeight();
        if (geoCoding == null || !geoCoding.canGetPixelPos()) {
            throw new OperatorException("raster '" + raster.getName() + "' has no geocoding from which pixels follow; a geocoded product "
                    + "was expected");
        }
    }

    /**
     * How many points were found.
     *
     * @param points have coordinates
     * @param inside of them lie in the raster
     */
    record Counts(int points, int inside) {
    }

    /**
     * Finds the points of a rectangle: pixels from the upper left corner of the raster, centres at 0.5.
     *
     * @param x receives the columns, row by row, NaN for a point outside of the raster
     * @param y receives the rows
     */
    Counts find(Operator operator, Rectangle rectangle, double[] x, double[] y) {
        places.read(operator, rectangle, x, y);
        PixelPos pixel = new PixelPos();
        GeoPos place = new GeoPos();
        int points = 0;
        int inside = 0;
        for (int k = 0; k < x.length; k++) {
            boolean hasPlace = Double.isFinite(x[k]) && Math.abs(y[k]) <= 90.0;
            if (hasPlace) {
                points++;
                place.setLocation(y[k], Math.IEEEremainder(x[k], 360.0));
                geoCoding.getPixelPos(place, pixel);
            }
            boolean isInside = hasPlace && pixel.x >= 0 && pixel.y >= 0 && pixel.x <= width && pixel.y <= height;
            x[k] = isInside ? pixel.x : Double.NaN;
            y[k] = isInside ? pixel.y : Double.NaN;
            inside += isInside ? 1 : 0;
        }
        return new Counts(points, inside);
    }

    /** Whether any point of a product lies in the raster. */
    boolean hasAny(Operator operator, Product source) {
        return SceneBlocks.of(source, 2).stream().anyMatch(block -> {
            int size = block.width * block.height;
            return find(operator, block, new double[size], new double[size]).inside() > 0;
        });
    }
}
