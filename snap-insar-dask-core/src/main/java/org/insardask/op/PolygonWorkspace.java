package org.insardask.op;

import java.awt.Rectangle;
import org.esa.snap.core.gpf.Operator;
import org.insardask.polygon.PolygonDistance;
import org.insardask.polygon.PolygonLocator;

/** The places of the pixels of a tile and what polygons say about them; of one thread, for one tile after another. */
final class PolygonWorkspace {
    private final PixelPlaces places;
    private final PolygonLocator locator;
    private final PolygonDistance nearest;
    private final boolean isCounting;
    private double[] lon = new double[0];
    private double[] lat = new double[0];
    private int[] inside = new int[0];
    private int[] feature = new int[0];
    private int[] holders = new int[0];
    private double[] distance = new double[0];

    /**
     * Creates a workspace.
     *
     * @param isCounting true where {@link #holders()} are wanted
     * @param nearest finds polygons beside points, or null where they are not wanted
     */
    PolygonWorkspace(PixelPlaces places, PolygonLocator locator, boolean isCounting, PolygonDistance nearest) {
        this.places = places;
        this.locator = locator;
        this.isCounting = isCounting;
        this.nearest = nearest;
    }

    /** Finds the polygons that hold the pixels of a tile. */
    void locate(Operator operator, Rectangle tile) {
        int pixels = tile.width * tile.height;
        if (lon.length != pixels) {
            lon = new double[pixels];
            lat = new double[pixels];
            inside = new int[pixels];
            feature = nearest == null ? inside : new int[pixels];
            holders = isCounting ? new int[pixels] : null;
            distance = nearest == null ? null : new double[pixels];
        }
        places.read(operator, tile, lon, lat);
        locator.locate(lon, lat, pixels, inside, holders);
    }

    /** Finds the nearest polygons of the other pixels, where they are wanted. */
    void findNearest() {
        if (nearest != null) {
            System.arraycopy(inside, 0, feature, 0, inside.length);
            nearest.nearest(lon, lat, inside.length, feature, distance);
        }
    }

    /** For each pixel the feature that holds it. */
    int[] inside() {
        return inside;
    }

    /** For each pixel the feature that holds it, else the nearest one where that is wanted. */
    int[] feature() {
        return feature;
    }

    /** For each pixel the number of features that hold it; null where they are not counted. */
    int[] holders() {
        return holders;
    }

    /** For each pixel its distance from the feature (m), NaN for none; null where it is not wanted. */
    double[] distance() {
        return distance;
    }
}
