package org.insardask.vector;

import java.util.Arrays;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.geotools.util.factory.Hints;
import org.opengis.referencing.FactoryException;
import org.opengis.referencing.crs.CoordinateReferenceSystem;
import org.opengis.referencing.crs.GeographicCRS;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.OperationNotFoundException;
import org.opengis.referencing.operation.TransformException;

/**
 * Coordinates of any system that GeoTools knows to WGS 84, x (easting, longitude) first on both sides. Apart from the other classes so that
 * GeoTools and its EPSG database, which take a second or two to start, are loaded only for files that need them.
 *
 * <p>Transforms are strict about datums: GeoTools' lenient way would ignore a datum shift that a file does not give, which is an error of
 * 100 m for the Dutch RD. Both ends come from the EPSG database where that is possible, because GeoTools 28 applies shifts of its datums
 * (as against its coordinate operations) with a wrong sign where they are given as coordinate frame rotations: 70 m for RD. Where a WKT
 * names its datum without a shift, as ESRI software writes it, the shift is that of the geographic system of that name ({@code
 * D_Amersfoort} is EPSG's Amersfoort).
 */
final class GeoToolsTransform implements CoordinateTransform {
    private static final String WGS84 = "EPSG:4326";

    private final MathTransform[] steps;

    private GeoToolsTransform(MathTransform... steps) {
        this.steps = steps;
    }

    static CoordinateTransform toWgs84(CrsDefinition definition, VectorRequest request) throws VectorFileException {
        try {
            return definition.code() != null ? between(decode(definition.code())) : ofWkt(definition.wkt());
        } catch (FactoryException e) {
            throw request.failure("its coordinate reference system " + definition.label() + " is not known, or how it relates to WGS 84; "
                    + "give the parameter crs, e.g. crs=EPSG:28992", e);
        }
    }

    private static CoordinateTransform between(CoordinateReferenceSystem source) throws FactoryException {
        MathTransform transform = CRS.findMathTransform(source, CRS.decode(WGS84, true));
        return transform.isIdentity() ? IDENTITY : new GeoToolsTransform(transform);
    }

    private static CoordinateReferenceSystem decode(String code) throws FactoryException {
        return CRS.getHorizontalCRS(CRS.decode(code.replace("OGC:CRS", "CRS:"), true));
    }

    private static CoordinateTransform ofWkt(String wkt) throws FactoryException {
        CoordinateReferenceSystem parsed = CRS.getHorizontalCRS(CRS.parseWKT(wkt));
        if (parsed == null) {
            throw new FactoryException("no horizontal part");
        }
        Integer code = CRS.lookupEpsgCode(parsed, false);
        if (code != null) {
            return between(decode("EPSG:" + code));
        }
        try {
            return between(parsed);
        } catch (OperationNotFoundException e) {
            return byDatumName(parsed, e);
        }
    }

    /** From the system to its own longitude and latitude, and from there as the EPSG system on the datum of that name. */
    private static CoordinateTransform byDatumName(CoordinateReferenceSystem parsed, OperationNotFoundException failure)
            throws FactoryException {
        GeographicCRS own = parsed instanceof GeographicCRS geographic ? geographic
                : CRS.getProjectedCRS(parsed) == null ? null : CRS.getProjectedCRS(parsed).getBaseCRS();
        if (own == null) {
            throw failure;
        }
        String datum = own.getDatum().getName().getCode().replaceFirst("^D_", "").replace('_', ' ');
        Hints longitudeFirst = new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, true);
        GeographicCRS known = ReferencingFactoryFinder.getCRSAuthorityFactory("EPSG", longitudeFirst).createGeographicCRS(datum);
        if (!CRS.equalsIgnoreMetadata(own.getDatum().getEllipsoid(), known.getDatum().getEllipsoid())
                || !CRS.equalsIgnoreMetadata(own.getDatum().getPrimeMeridian(), known.getDatum().getPrimeMeridian())) {
            throw failure;
        }
        return new GeoToolsTransform(CRS.findMathTransform(parsed, own), CRS.findMathTransform(known, CRS.decode(WGS84, true)));
    }

    @Override
    public void apply(double[] xy, int count) {
        for (MathTransform step : steps) {
            double[] from = Arrays.copyOf(xy, 2 * count);
            try {
                step.transform(from, 0, xy, 0, count);
            } catch (TransformException e) {
                applyOneByOne(step, from, xy, count);
            }
        }
    }

    /** Where the transform of all failed: what fails again becomes NaN. */
    private static void applyOneByOne(MathTransform step, double[] from, double[] xy, int count) {
        for (int v = 0; v < count; v++) {
            try {
                step.transform(from, 2 * v, xy, 2 * v, 1);
            } catch (TransformException e) {
                xy[2 * v] = Double.NaN;
                xy[2 * v + 1] = Double.NaN;
            }
        }
    }
}
