package org.insardask.vector;

import java.util.Arrays;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.geotools.referencing.util.CRSUtilities;
import org.geotools.util.factory.Hints;
import org.opengis.referencing.FactoryException;
import org.opengis.referencing.crs.CoordinateReferenceSystem;
import org.opengis.referencing.crs.GeographicCRS;
import org.opengis.referencing.cs.AxisDirection;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.NoninvertibleTransformException;
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
 *
 * <p>A change of datum is made in space, and plane coordinates have no height: taken as 0 on one ellipsoid it is not 0 on the other, and
 * the way there and the way back differ (9 mm between RD and WGS 84). Here a place is the one that the way from WGS 84 brings to the
 * coordinates of the file, so that a file and its copy in another system give the same places.
 */
final class GeoToolsTransform implements CoordinateTransform {
    private static final String WGS84 = "EPSG:4326";

    private final MathTransform[] steps;
    /** The inverse of each step, where there and back are not the same; else null. */
    private final MathTransform[] back;

    private GeoToolsTransform(boolean changesDatum, MathTransform... steps) throws FactoryException {
        this.steps = steps;
        back = changesDatum ? new MathTransform[steps.length] : null;
        try {
            for (int s = 0; changesDatum && s < steps.length; s++) {
                back[s] = steps[s].inverse();
            }
        } catch (NoninvertibleTransformException e) {
            throw new FactoryException("no way back", e);
        }
    }

    static CoordinateTransform toWgs84(CrsDefinition definition, VectorRequest request) throws VectorFileException {
        try {
            return definition.code() != null ? between(decode(definition.code())) : ofWkt(definition.wkt());
        } catch (FactoryException e) {
            throw unknown(definition, request, e);
        }
    }

    /** True where the first axis of a system, as its authority defines it, points north. */
    static boolean isNorthFirst(CrsDefinition definition, VectorRequest request) throws VectorFileException {
        try {
            Hints asDefined = new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, false);
            CoordinateReferenceSystem crs = CRS.getHorizontalCRS(ReferencingFactoryFinder.getCRSAuthorityFactory("EPSG", asDefined)
                    .createCoordinateReferenceSystem(String.valueOf(definition.code())));
            return AxisDirection.NORTH.equals(crs.getCoordinateSystem().getAxis(0).getDirection());
        } catch (FactoryException e) {
            throw unknown(definition, request, e);
        }
    }

    private static VectorFileException unknown(CrsDefinition definition, VectorRequest request, FactoryException e) {
        if (request.crs() != null) {
            return request.failure("the coordinate reference system of the parameter crs, " + definition.label()
                    + ", is not known, or how it relates to WGS 84; expected a code such as EPSG:28992", e);
        }
        return request.failure("its coordinate reference system " + definition.label() + " is not known, or how it relates to WGS 84; "
                + "give the parameter crs, e.g. crs=EPSG:28992", e);
    }

    private static CoordinateTransform between(CoordinateReferenceSystem source) throws FactoryException {
        CoordinateReferenceSystem wgs84 = CRS.decode(WGS84, true);
        MathTransform transform = CRS.findMathTransform(source, wgs84);
        boolean changesDatum = !CRS.equalsIgnoreMetadata(CRSUtilities.getDatum(source), CRSUtilities.getDatum(wgs84));
        return transform.isIdentity() ? IDENTITY : new GeoToolsTransform(changesDatum, transform);
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
        return new GeoToolsTransform(true, CRS.findMathTransform(parsed, own), CRS.findMathTransform(known, CRS.decode(WGS84, true)));
    }

    @Override
    public void apply(double[] xy, int count) {
        double[] asked = back == null ? null : Arrays.copyOf(xy, 2 * count);
        for (MathTransform step : steps) {
            apply(step, xy, count);
        }
        if (back != null) {
            correct(asked, xy, count);
        }
    }

    /** One step of Newton's method: goes back, and there again from as far on the other side of what was asked. */
    private void correct(double[] asked, double[] xy, int count) {
        for (int s = back.length - 1; s >= 0; s--) {
            apply(back[s], xy, count);
        }
        for (int i = 0; i < 2 * count; i++) {
            xy[i] = 2 * asked[i] - xy[i];
        }
        for (MathTransform step : steps) {
            apply(step, xy, count);
        }
    }

    private static void apply(MathTransform step, double[] xy, int count) {
        double[] from = Arrays.copyOf(xy, 2 * count);
        try {
            step.transform(from, 0, xy, 0, count);
        } catch (TransformException e) {
            applyOneByOne(step, from, xy, count);
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
