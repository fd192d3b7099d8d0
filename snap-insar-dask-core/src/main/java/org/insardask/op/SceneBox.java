package org.insardask.op;

import java.util.Arrays;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;

/**
 * A box of longitudes and latitudes (degrees) that holds all pixel centres of a scene.
 *
 * @param west least longitude
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
record SceneBox(double west, double south, double east, double north) {
    /** More than single precision loses in the interpolation of tie points. */
    private static final double MARGIN = 1e-3;
    /** Geocoding of terrain-corrected products; the embedded runner does not have it. */
    private static final String MAP = "org.esa.snap.core.datamodel.CrsGeoCoding";
    private static final double METRES_PER_DEGREE = 110_000;
    private static final double HALF_TURN = 180;

    /**
     * Returns the box, or null where it is not known. It follows from tie points, as interpolated values lie between those around them, and
     * for the map of a coordinate reference system, which is continuous, from the border of the scene.
     */
    static SceneBox of(Product product) {
        GeoCoding geoCoding = product.getSceneGeoCoding();
        if (geoCoding != null && geoCoding.getClass() == TiePointGeoCoding.class) {
            return of((TiePointGeoCoding) geoCoding, product);
        }
        if (geoCoding != null && geoCoding.getClass().getName().equals(MAP) && geoCoding.canGetGeoPos()) {
            return SceneBorder.box(geoCoding, product.getSceneRasterWidth(), product.getSceneRasterHeight());
        }
        return null;
    }

    private static SceneBox of(TiePointGeoCoding geoCoding, Product product) {
        double[] lon = range(geoCoding.getLonGrid(), product);
        double[] lat = range(geoCoding.getLatGrid(), product);
        if (lon == null || lat == null || lon[1] - lon[0] >= HALF_TURN) {
            return null;
        }
        return new SceneBox(lon[0], lat[0], lon[1], lat[1]).widened(MARGIN);
    }

    private static double[] range(TiePointGrid grid, Product product) {
        boolean coversAll = grid.getOffsetX() <= 0.5 && grid.getOffsetY() <= 0.5
                && grid.getOffsetX() + (grid.getGridWidth() - 1) * grid.getSubSamplingX() >= product.getSceneRasterWidth() - 0.5
                && grid.getOffsetY() + (grid.getGridHeight() - 1) * grid.getSubSamplingY() >= product.getSceneRasterHeight() - 0.5;
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (float value : grid.getTiePoints()) {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
        return coversAll && Arrays.stream(range).allMatch(Double::isFinite) ? range : null;
    }

    /** Returns the box with a margin on all sides (degrees). */
    SceneBox widened(double degrees) {
        return new SceneBox(west - degrees, south - degrees, east + degrees, north + degrees);
    }

    /** Returns the box with a margin on all sides (m). */
    SceneBox extended(double metres) {
        double up = metres / METRES_PER_DEGREE;
        double highest = Math.max(Math.abs(south), Math.abs(north)) + up;
        double across = highest >= 89 ? HALF_TURN : Math.min(HALF_TURN, up / Math.cos(Math.toRadians(highest)));
        return new SceneBox(west - across, south - up, east + across, north + up);
    }
}
