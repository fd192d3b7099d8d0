package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.referencing.CRS;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opengis.referencing.FactoryException;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.TransformException;

/** Coordinate reference systems of files: recognised, transformed, refused. */
class CrsTest {
    private static final String ESRI_WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String ESRI_RD = "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\","
            + "SPHEROID[\"Bessel_1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
            + "PROJECTION[\"Double_Stereographic\"],PARAMETER[\"False_Easting\",155000.0],PARAMETER[\"False_Northing\",463000.0],"
            + "PARAMETER[\"Central_Meridian\",5.38763888888889],PARAMETER[\"Scale_Factor\",0.9999079],"
            + "PARAMETER[\"Latitude_Of_Origin\",52.15616055555555],UNIT[\"Meter\",1.0]]";

    @TempDir
    private Path folder;

    private static double[] toWgs84(CrsDefinition definition, double x, double y) throws VectorFileException {
        double[] xy = {x, y};
        GeoToolsTransform.toWgs84(definition, VectorRequest.of(Path.of("test.shp"))).apply(xy, 1);
        return xy;
    }

    @Test
    void wgs84IsKnownWithoutALibrary() {
        assertTrue(new CrsDefinition(null, ESRI_WGS84).isWgs84());
        assertTrue(new CrsDefinition(null, ESRI_WGS84.replace(",", ", ").replace("[", " [")).isWgs84());
        assertTrue(new CrsDefinition(null, "GEOGCRS[\"WGS 84\",ENSEMBLE[\"World Geodetic System 1984 ensemble\",MEMBER[\"\"]]]").isWgs84());
        assertTrue(CrsDefinition.named("urn:ogc:def:crs:OGC:1.3:CRS84").isWgs84());
        assertTrue(CrsDefinition.named("epsg:4326").isWgs84());
        assertTrue(CrsDefinition.named("http://www.opengis.net/def/crs/EPSG/0/4326").isWgs84());
        assertFalse(CrsDefinition.named("urn:ogc:def:crs:EPSG::28992").isWgs84());
        assertFalse(new CrsDefinition(null, ESRI_RD).isWgs84());
        assertFalse(new CrsDefinition(null, ESRI_WGS84.replace("D_WGS_1984", "D_ETRS_1989")).isWgs84());
        assertTrue(CrsDefinition.NONE.isNone());
    }

    /** The tower of Amersfoort, the origin of RD, in ETRS89 as the Dutch cadastre publishes it; without the datum shift it is 100 m off. */
    @Test
    void theDutchSystemIsShiftedToWgs84() throws VectorFileException {
        for (CrsDefinition rd : new CrsDefinition[] {CrsDefinition.named("EPSG:28992"), new CrsDefinition(null, ESRI_RD)}) {
            double[] tower = toWgs84(rd, 155_000, 463_000);
            assertEquals(5.38720621, tower[0], 5e-6, rd.label());
            assertEquals(52.15517440, tower[1], 3e-6, rd.label());
        }
    }

    @ParameterizedTest
    @CsvSource({"EPSG:32631, 500000, 0, 3, 0", "EPSG:3857, 20037508.342789244, 0, 180, 0", "EPSG:4258, 4.5, 52.5, 4.5, 52.5",
        "EPSG:7415, 155000, 463000, 5.38720621, 52.15517440"})
    void axesAreEastingFirst(String code, double x, double y, double lon, double lat) throws VectorFileException {
        double[] xy = toWgs84(CrsDefinition.named(code), x, y);
        assertEquals(lon, xy[0], 5e-6);
        assertEquals(lat, xy[1], 5e-6);
    }

    @Test
    void whatCannotBeTransformedIsNotANumberAndHarmsNoOther() throws VectorFileException {
        double[] xy = {500_000, 0, Double.NaN, 5, 1e300, -1e300, 500_000, 1000};
        GeoToolsTransform.toWgs84(CrsDefinition.named("EPSG:32631"), VectorRequest.of(Path.of("test.shp"))).apply(xy, 4);
        assertEquals(3, xy[0], 1e-9);
        assertTrue(Double.isNaN(xy[2]));
        assertEquals(3, xy[6], 1e-9);
    }

    @Test
    void anUnknownSystemIsRefused() {
        VectorFileException e = assertThrows(VectorFileException.class, () -> toWgs84(CrsDefinition.named("EPSG:999999"), 0, 0));
        assertEquals("test.shp: its coordinate reference system EPSG:999999 is not known, or how it relates to WGS 84; "
                + "give the parameter crs, e.g. crs=EPSG:28992", e.getMessage());
        String nowhere = ESRI_RD.replace("Amersfoort", "Nowhere");
        e = assertThrows(VectorFileException.class, () -> toWgs84(new CrsDefinition(null, nowhere), 0, 0));
        assertTrue(e.getMessage().startsWith("test.shp: its coordinate reference system RD_New is not known"), e.getMessage());
    }

    /** The same polygons in another system give the same answers, but for points within a millimetre of an edge. */
    @ParameterizedTest
    @ValueSource(strings = {"EPSG:28992", "EPSG:3857", "EPSG:32631"})
    void theSamePolygonsInAnotherSystem(String code) throws IOException, FactoryException, TransformException {
        PointTable points = new PointTable(SharedData.path("enrich/small/points.csv"));
        Path original = SharedData.path("enrich/small/polygons.geojson");
        Path projected = folder.resolve("polygons.geojson");
        Files.writeString(projected, project(Files.readString(original), code));
        int[] expected = locate(original, points);
        int[] actual = locate(projected, points);
        int different = 0;
        for (int i = 0; i < expected.length; i++) {
            different += expected[i] == actual[i] ? 0 : 1;
        }
        int special = new PointTable(SharedData.path("enrich/small/special_points.csv")).size();
        assertTrue(different <= special, different + " of " + expected.length + " points differ; " + special + " lie on an edge");
    }

    private static int[] locate(Path file, PointTable points) throws IOException {
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "bid"));
        int[] feature = new int[points.size()];
        new PolygonIndex(layer.polygons(), OverlapRule.LAST).newLocator(PointPredicate.CONTAINS)
                .locate(points.numbers("lon"), points.numbers("lat"), points.size(), feature);
        return feature;
    }

    /** Rewrites every pair of coordinates, and the crs member. */
    private static String project(String geoJson, String code) throws FactoryException, TransformException {
        MathTransform transform = CRS.findMathTransform(CRS.decode("EPSG:4326", true), CRS.decode(code, true));
        StringBuilder text = new StringBuilder();
        Matcher pair = Pattern.compile("\\[\\s*(-?[0-9.]+),\\s*(-?[0-9.]+)\\s*\\]").matcher(geoJson);
        while (pair.find()) {
            double[] xy = {Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))};
            transform.transform(xy, 0, xy, 0, 1);
            pair.appendReplacement(text, String.format(Locale.ROOT, "[%.7f,%.7f]", xy[0], xy[1]));
        }
        pair.appendTail(text);
        String name = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:" + code.replace(":", "::") + "\"}}";
        String member = text.toString().replaceFirst("\"crs\":\\s*\\{[^}]*\\}\\s*\\}", "\"ignored\": 0");
        return "{" + name + "," + member.substring(member.indexOf('{') + 1);
    }
}
