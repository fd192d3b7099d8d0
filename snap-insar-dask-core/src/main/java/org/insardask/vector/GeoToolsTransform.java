package org.insardask.vector;

import org.geotools.referencing.CRS;
import org.opengis.referencing.FactoryException;
import org.opengis.referencing.crs.CoordinateReferenceSystem;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.TransformException;

/**
 * Coordinates of any system that GeoTools knows to WGS 84, x (easting, longitude) first on both sides. Apart from the other classes so that
 * GeoTools and its EPSG database, which take a second or two to start, are loaded only for files that need them.
 */
final class GeoToolsTransform implements CoordinateTransform {
    /** Longitude and latitude in degrees; the name does not matter to the transform. */
    private static final String WGS84 = "GEOGCS[\"WGS84\", DATUM[\"WGS84\", SPHEROID[\"WGS84\", 6378137.0, 298.257223563]],"
            + "PRIMEM[\"Greenwich\", 0.0], UNIT[\"degree\", 0.017453292519943295], AXIS[\"Longitude\", EAST], AXIS[\"Latitude\", NORTH]]";

    private final MathTransform transform;

    private GeoToolsTransform(MathTransform transform) {
        this.transform = transform;
    }

    static CoordinateTransform toWgs84(CrsDefinition definition, VectorRequest request) throws VectorFileException {
        CoordinateReferenceSystem source = decode(definition, request);
        try {
            MathTransform transform = CRS.findMathTransform(source, CRS.parseWKT(WGS84));
            return transform.isIdentity() ? IDENTITY : new GeoToolsTransform(transform);
        } catch (FactoryException e) {
            throw request.failure("its coordinate reference system " + definition.label() + " does not say how it relates to WGS 84; "
                    + "give the parameter crs, e.g. crs=EPSG:28992", e);
        }
    }

    private static CoordinateReferenceSystem decode(CrsDefinition definition, VectorRequest request) throws VectorFileException {
        try {
            if (definition.code() != null) {
                return CRS.getHorizontalCRS(CRS.decode(definition.code(), true));
            }
            CoordinateReferenceSystem parsed = CRS.parseWKT(definition.wkt());
            Integer code = CRS.lookupEpsgCode(parsed, true);
            return code == null ? CRS.getHorizontalCRS(parsed) : CRS.decode("EPSG:" + code, true);
        } catch (FactoryException e) {
            throw request.failure("its coordinate reference system " + definition.label() + " is not known; "
                    + "give the parameter crs, e.g. crs=EPSG:28992", e);
        }
    }

    @Override
    public void apply(double[] xy, int count) {
        try {
            transform.transform(xy, 0, xy, 0, count);
        } catch (TransformException e) {
            applyOneByOne(xy, count);
        }
    }

    /** Where a transform of all failed: what fails again becomes NaN. */
    private void applyOneByOne(double[] xy, int count) {
        for (int v = 0; v < count; v++) {
            try {
                transform.transform(xy, 2 * v, xy, 2 * v, 1);
            } catch (TransformException e) {
                xy[2 * v] = Double.NaN;
                xy[2 * v + 1] = Double.NaN;
            }
        }
    }
}
