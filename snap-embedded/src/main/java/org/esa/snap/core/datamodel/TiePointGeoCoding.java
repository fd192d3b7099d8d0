package org.esa.snap.core.datamodel;

import org.esa.snap.core.dataio.ProductSubsetDef;

/**
 * A geo-coding by a grid of latitudes and one of longitudes (degrees).
 *
 * <p>{@link #getGeoPos} interpolates the grids as SNAP does. {@link #getPixelPos} inverts that interpolation to better than
 * 0.01 pixels, where SNAP evaluates polynomials that fit it; outside of the product it gives an invalid position. Reading is
 * safe for many threads at once.
 */
public class TiePointGeoCoding extends AbstractGeoCoding {

    private final TiePointGrid latGrid;
    private final TiePointGrid lonGrid;
    private volatile TieInverse inverse;

    /** @throws IllegalArgumentException where the two grids differ in shape or place */
    public TiePointGeoCoding(TiePointGrid latGrid, TiePointGrid lonGrid) {
        ProductNode.requireNonNull(latGrid, "latGrid");
        ProductNode.requireNonNull(lonGrid, "lonGrid");
        boolean alike = latGrid.getGridWidth() == lonGrid.getGridWidth()
                && latGrid.getGridHeight() == lonGrid.getGridHeight()
                && latGrid.getOffsetX() == lonGrid.getOffsetX()
                && latGrid.getOffsetY() == lonGrid.getOffsetY()
                && latGrid.getSubSamplingX() == lonGrid.getSubSamplingX()
                && latGrid.getSubSamplingY() == lonGrid.getSubSamplingY();
        if (!alike) {
            throw new IllegalArgumentException("latGrid is not compatible with lonGrid");
        }
        this.latGrid = latGrid;
        this.lonGrid = lonGrid;
    }

    public TiePointGrid getLatGrid() {
        return latGrid;
    }

    public TiePointGrid getLonGrid() {
        return lonGrid;
    }

    @Override
    public boolean isCrossingMeridianAt180() {
        return inverse().isCrossingMeridian();
    }

    @Override
    public boolean canGetGeoPos() {
        return true;
    }

    @Override
    public boolean canGetPixelPos() {
        return true;
    }

    @Override
    public GeoPos getGeoPos(PixelPos pixelPos, GeoPos geoPos) {
        GeoPos result = geoPos == null ? new GeoPos() : geoPos;
        boolean inside = pixelPos.x >= 0 && pixelPos.x <= latGrid.getRasterWidth()
                && pixelPos.y >= 0 && pixelPos.y <= latGrid.getRasterHeight();
        if (inside) {
            result.lat = latGrid.getPixelDouble(pixelPos.x, pixelPos.y);
            result.lon = lonGrid.getPixelDouble(pixelPos.x, pixelPos.y);
        } else {
            result.setInvalid();
        }
        return result;
    }

    @Override
    public PixelPos getPixelPos(GeoPos geoPos, PixelPos pixelPos) {
        PixelPos result = pixelPos == null ? new PixelPos() : pixelPos;
        boolean onGlobe = Math.abs(geoPos.lat) <= 90.0 && Math.abs(geoPos.lon) <= 180.0;
        if (!onGlobe || !inverse().find(geoPos.lat, geoPos.lon, result)) {
            result.setInvalid();
        }
        return result;
    }

    @Override
    public boolean canClone() {
        return true;
    }

    @Override
    public GeoCoding clone() {
        return new TiePointGeoCoding(latGrid.cloneTiePointGrid(), lonGrid.cloneTiePointGrid());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TiePointGeoCoding that && latGrid.equals(that.latGrid) && lonGrid.equals(that.lonGrid);
    }

    @Override
    public int hashCode() {
        return 31 * latGrid.hashCode() + lonGrid.hashCode();
    }

    @Override
    public void dispose() {
    }

    @Override
    boolean transferTo(Product target, ProductSubsetDef subset) {
        target.setSceneGeoCoding(new TiePointGeoCoding(gridIn(target, latGrid, subset), gridIn(target, lonGrid, subset)));
        return true;
    }

    private static TiePointGrid gridIn(Product target, TiePointGrid grid, ProductSubsetDef subset) {
        TiePointGrid existing = target.getTiePointGrid(grid.getName());
        if (existing != null) {
            return existing;
        }
        TiePointGrid created = TiePointGrid.createSubset(grid, subset);
        target.addTiePointGrid(created);
        return created;
    }

    private TieInverse inverse() {
        TieInverse current = inverse;
        if (current == null) {
            current = new TieInverse(latGrid, lonGrid);
            inverse = current;
        }
        return current;
    }
}
