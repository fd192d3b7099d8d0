package org.esa.snap.core.datamodel;

/**
 * Inverts the interpolation of a latitude and a longitude grid: Newton steps with the Jacobian of the cell, from the nearest
 * tie point on, and from each cell where that does not end. The residual is that of the grids themselves, so a position
 * found gives the place back. Immutable, safe for use by several threads.
 */
final class TieInverse {

    private static final int MAX_STEPS = 30;
    /** Steps end where they are shorter than this (grid cells). */
    private static final double STEP_LIMIT = 1.0e-10;
    /** A solution is one where the residual is less than this (degrees): about 0.1 mm. */
    private static final double RESIDUAL_LIMIT = 1.0e-9;
    /** Positions that lie outside of the raster by no more than this (pixels) are moved onto its rim. */
    private static final double RIM = 1.0e-4;

    private final TiePointGrid latGrid;
    private final TiePointGrid lonGrid;
    private final int gridWidth;
    private final int gridHeight;
    private final float[] lats;
    private final double[] lons;
    private final boolean crossingMeridian;

    TieInverse(TiePointGrid latGrid, TiePointGrid lonGrid) {
        this.latGrid = latGrid;
        this.lonGrid = lonGrid;
        gridWidth = latGrid.getGridWidth();
        gridHeight = latGrid.getGridHeight();
        lats = latGrid.getTiePoints();
        lons = new double[lats.length];
        crossingMeridian = unwrap(lonGrid.getTiePoints());
    }

    boolean isCrossingMeridian() {
        return crossingMeridian;
    }

    /** Fills {@code result} and returns true where the raster holds the place. */
    boolean find(double lat, double lon, PixelPos result) {
        int nearest = nearestNode(lat, lon);
        int row = nearest / gridWidth;
        double[] grid = {nearest - row * gridWidth, row};
        if (solve(lat, lon, grid) && toPixel(grid, result)) {
            return true;
        }
        return nearRaster(lat, lon) && findFromCells(lat, lon, grid, result);
    }

    private boolean findFromCells(double lat, double lon, double[] grid, PixelPos result) {
        for (int j = 0; j < gridHeight - 1; j++) {
            for (int i = 0; i < gridWidth - 1; i++) {
                grid[0] = i + 0.5;
                grid[1] = j + 0.5;
                if (cellHolds(i, j, lat, lon) && solve(lat, lon, grid) && toPixel(grid, result)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Makes longitudes continuous from node to node; true where that took a turn. */
    private boolean unwrap(float[] longitudes) {
        boolean turned = false;
        for (int k = 0; k < longitudes.length; k++) {
            double before = k == 0 ? longitudes[0] : lons[k % gridWidth == 0 ? k - gridWidth : k - 1];
            lons[k] = before + turn(longitudes[k] - before);
            turned |= Math.abs(longitudes[k] - before) > 180.0 && k > 0 && lons[k] != longitudes[k];
        }
        return turned;
    }

    private int nearestNode(double lat, double lon) {
        double cosLat = Math.cos(Math.toRadians(lat));
        double best = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int k = 0; k < lats.length; k++) {
            double dLat = lats[k] - lat;
            double dLon = turn(lons[k] - lon) * cosLat;
            double distance = dLat * dLat + dLon * dLon;
            if (distance < best) {
                best = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    /** Newton steps in grid co-ordinates; the start is overwritten. */
    private boolean solve(double lat, double lon, double[] grid) {
        for (int step = 0; step < MAX_STEPS; step++) {
            int i = BilinearGrid.cellOf(grid[0], gridWidth);
            int j = BilinearGrid.cellOf(grid[1], gridHeight);
            int k = j * gridWidth + i;
            double u = grid[0] - i;
            double v = grid[1] - j;
            double latU = (1 - v) * (lats[k + 1] - lats[k]) + v * (lats[k + gridWidth + 1] - lats[k + gridWidth]);
            double latV = (1 - u) * (lats[k + gridWidth] - lats[k]) + u * (lats[k + gridWidth + 1] - lats[k + 1]);
            double lonU = (1 - v) * (lons[k + 1] - lons[k]) + v * (lons[k + gridWidth + 1] - lons[k + gridWidth]);
            double lonV = (1 - u) * (lons[k + gridWidth] - lons[k]) + u * (lons[k + gridWidth + 1] - lons[k + 1]);
            double x = pixelX(grid[0]);
            double y = pixelY(grid[1]);
            double dLat = lat - latGrid.getPixelDouble(x, y);
            double dLon = turn(lon - lonGrid.getPixelDouble(x, y));
            double det = latU * lonV - latV * lonU;
            double du = (dLat * lonV - latV * dLon) / det;
            double dv = (latU * dLon - dLat * lonU) / det;
            boolean still = Math.abs(du) < STEP_LIMIT && Math.abs(dv) < STEP_LIMIT;
            if (still || !Double.isFinite(du) || !Double.isFinite(dv)) {
                return still && Math.abs(dLat) < RESIDUAL_LIMIT && Math.abs(dLon) < RESIDUAL_LIMIT;
            }
            grid[0] = clamp(grid[0] + du, gridWidth);
            grid[1] = clamp(grid[1] + dv, gridHeight);
        }
        return false;
    }

    /** Keeps steps within one grid size around the grid. */
    private static double clamp(double coordinate, int nodes) {
        return Math.max(-nodes, Math.min(2.0 * nodes, coordinate));
    }

    private boolean cellHolds(int i, int j, double lat, double lon) {
        int k = j * gridWidth + i;
        int[] corners = {k, k + 1, k + gridWidth, k + gridWidth + 1};
        double minLat = Double.POSITIVE_INFINITY;
        double maxLat = Double.NEGATIVE_INFINITY;
        double minLon = Double.POSITIVE_INFINITY;
        double maxLon = Double.NEGATIVE_INFINITY;
        for (int corner : corners) {
            double dLon = turn(lons[corner] - lon);
            minLat = Math.min(minLat, lats[corner]);
            maxLat = Math.max(maxLat, lats[corner]);
            minLon = Math.min(minLon, dLon);
            maxLon = Math.max(maxLon, dLon);
        }
        double latMargin = maxLat - minLat;
        double lonMargin = maxLon - minLon;
        return lat >= minLat - latMargin && lat <= maxLat + latMargin && minLon - lonMargin <= 0.0 && maxLon + lonMargin >= 0.0;
    }

    private boolean nearRaster(double lat, double lon) {
        for (int j = 0; j < gridHeight - 1; j++) {
            for (int i = 0; i < gridWidth - 1; i++) {
                if (cellHolds(i, j, lat, lon)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean toPixel(double[] grid, PixelPos result) {
        double x = pixelX(grid[0]);
        double y = pixelY(grid[1]);
        int w = latGrid.getRasterWidth();
        int h = latGrid.getRasterHeight();
        if (x < -RIM || x > w + RIM || y < -RIM || y > h + RIM) {
            return false;
        }
        result.setLocation(Math.max(0.0, Math.min(w, x)), Math.max(0.0, Math.min(h, y)));
        return true;
    }

    private double pixelX(double gridX) {
        return latGrid.getOffsetX() + gridX * latGrid.getSubSamplingX();
    }

    private double pixelY(double gridY) {
        return latGrid.getOffsetY() + gridY * latGrid.getSubSamplingY();
    }

    /** A difference of longitudes brought to -180 ... 180 degrees. */
    private static double turn(double degrees) {
        return degrees - 360.0 * Math.rint(degrees / 360.0);
    }
}
