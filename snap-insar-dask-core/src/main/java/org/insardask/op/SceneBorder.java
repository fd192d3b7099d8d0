package org.insardask.op;

import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;

/**
 * Walks along the border of a scene. Where the geocoding is continuous and gives no place twice, no pixel inside lies farther west, south,
 * east or north than the border, unless a pole or the antimeridian is inside; the border tells that by its longitudes.
 */
final class SceneBorder {
    /** Steps along a side of the scene. */
    private static final int STEPS = 512;
    private static final double HALF_TURN = 180;
    private static final double NEAR_POLE = 85;

    private final GeoCoding geoCoding;
    private final PixelPos pixel = new PixelPos();
    private final GeoPos place = new GeoPos();
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double lastLon = Double.NaN;
    private double lastLat = Double.NaN;
    private double longestStep;
    private boolean isBroken;

    private SceneBorder(GeoCoding geoCoding) {
        this.geoCoding = geoCoding;
    }

    /**
     * Returns a box that holds the scene, wider than its border by the longest step that was made along it; null where a pole or the
     * antimeridian is in the scene or near, or where a part of the border has no place.
     */
    static SceneBox box(GeoCoding geoCoding, int width, int height) {
        SceneBorder border = new SceneBorder(geoCoding);
        border.walk(0, 0, width, 0);
        border.walk(width, 0, width, height);
        border.walk(width, height, 0, height);
        border.walk(0, height, 0, 0);
        boolean hasPole = Math.max(Math.abs(border.south), Math.abs(border.north)) > NEAR_POLE;
        if (border.isBroken || hasPole || border.east - border.west >= HALF_TURN) {
            return null;
        }
        return new SceneBox(border.west, border.south, border.east, border.north).widened(border.longestStep);
    }

    private void walk(double x, double y, double toX, double toY) {
        for (int step = 0; step <= STEPS; step++) {
            double part = (double) step / STEPS;
            pixel.setLocation(x + part * (toX - x), y + part * (toY - y));
            geoCoding.getGeoPos(pixel, place);
            add(place.lon, place.lat);
        }
    }

    private void add(double lon, double lat) {
        isBroken |= !(Math.abs(lon) <= 2 * HALF_TURN && Math.abs(lat) <= HALF_TURN / 2);
        if (!Double.isNaN(lastLon)) {
            double step = Math.max(Math.abs(lon - lastLon), Math.abs(lat - lastLat));
            isBroken |= step >= HALF_TURN;
            longestStep = Math.max(longestStep, step);
        }
        lastLon = lon;
        lastLat = lat;
        west = Math.min(west, lon);
        south = Math.min(south, lat);
        east = Math.max(east, lon);
        north = Math.max(north, lat);
    }
}
