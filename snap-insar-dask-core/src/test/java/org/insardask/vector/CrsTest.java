package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coordinate reference systems of files: recognised, transformed, refused. */
class CrsTest {
    private static final String ESRI_WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String ESRI_RD = VectorSamples.esriPrj(28992);

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
        VectorRequest asked = new VectorRequest(Path.of("test.shp"), null, List.of(), "EPSG:999999", null);
        e = assertThrows(VectorFileException.class, () -> GeoToolsTransform.toWgs84(CrsDefinition.named(asked.crs()), asked));
        assertEquals("test.shp: the coordinate reference system of the parameter crs, EPSG:999999, is not known, or how it relates to "
                + "WGS 84; expected a code such as EPSG:28992", e.getMessage());
        String nowhere = ESRI_RD.replace("Amersfoort", "Nowhere");
        e = assertThrows(VectorFileException.class, () -> toWgs84(new CrsDefinition(null, nowhere), 0, 0));
        assertTrue(e.getMessage().startsWith("test.shp: its coordinate reference system RD_New is not known"), e.getMessage());
    }
}
