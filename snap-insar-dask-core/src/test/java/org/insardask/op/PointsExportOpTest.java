package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.stm.PointsProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointsExportOpTest {

    private static final PointsCase CASE = new PointsCase(93, 61, 6, 0.8);

    @TempDir
    private Path folder;

    private Path export(Product source, String name, Object... more) {
        Path file = folder.resolve(name);
        Object[] parameters = Arrays.copyOf(more, more.length + 2);
        parameters[more.length] = "outputFile";
        parameters[more.length + 1] = file.toFile();
        Product target = PointsCase.run("Points-Export", source, parameters);
        assertEquals(1.0f, ArcProducts.floats(target, "written")[0]);
        target.dispose();
        return file;
    }

    /** More than a row of points, less than two; images, factors, integers and coordinates come back. */
    @Test
    void zarrInAndOut() throws IOException {
        Product points = CASE.extract();
        Product again = ProductIO.readProduct(export(points, "points.zarr").toFile());
        assertEquals(CASE.points().length, PointsProduct.layoutOf(again).orElseThrow().count());
        for (String band : List.of("lat", "lon", "line", "pixel", "point_id")) {
            assertArrayEquals(PointProducts.doubles(points, band), PointProducts.doubles(again, band), band);
        }
        assertArrayEquals(PointProducts.doubles(points, "i_VV_ref_01Jan2021"), PointProducts.doubles(again, "i_ref_01Jan2021"));
        for (int e = 0; e < CASE.scene.epochs; e++) {
            String date = ArcProducts.snap(CASE.scene.dates[e]);
            String role = Arrays.stream(again.getBandNames()).filter(name -> name.startsWith("q_sec") && name.endsWith(date)).findFirst()
                    .orElseThrow();
            assertArrayEquals(PointProducts.doubles(points, "q_VV_sec" + (e + 1) + "_" + date), PointProducts.doubles(again, role), date);
            assertArrayEquals(PointProducts.doubles(points, "h2ph_VV_" + date), PointProducts.doubles(again, "h2ph_" + date), 1e-12, date);
        }
        again.dispose();
    }

    @Test
    void equalResultsOfArcsOnTheWayThroughZarr() throws IOException {
        Product points = CASE.extract();
        Product again = ProductIO.readProduct(export(points, "points.zarr").toFile());
        Object[] parameters = {"terms", new String[] {"offset", "velocity", "height"}, "referenceX", 5, "referenceY", 0};
        assertArrayEquals(PointProducts.doubles(PointsCase.run("Arc-Unwrapping", points, parameters), "velocity"),
                PointProducts.doubles(PointsCase.run("Arc-Unwrapping", again, parameters), "velocity"), 1e-5);
        again.dispose();
    }

    @Test
    void csvInAndOut() throws IOException {
        Path first = Files.writeString(folder.resolve("first.csv"), """
                ,pnt_id,pnt_lat,pnt_lon,pnt_line,d_20160327,a_20160327
                0,"A,1",52.5,4.25,7,0.001,
                1,B2,52.75,4.5,8,-0.1,1.5
                """);
        Product read = ProductIO.readProduct(first.toFile());
        List<String> lines = Files.readAllLines(export(read, "second.csv"));
        assertEquals(List.of(",pnt_id,pnt_lat,pnt_lon,pnt_line,pnt_pixel,d_20160327,a_20160327", "0,\"A,1\",52.5,4.25,7,,0.001,",
                "1,B2,52.75,4.5,8,,-0.1,1.5"), lines);
        Product again = ProductIO.readProduct(folder.resolve("second.csv").toFile());
        assertArrayEquals(PointProducts.doubles(read, "d_20160327"), PointProducts.doubles(again, "d_20160327"));
    }

    private Product unwrapped() {
        return PointsCase.run("Arc-Unwrapping", CASE.extract(), "terms", new String[] {"offset", "velocity"}, "referenceX", 5,
                "referenceY", 0);
    }

    @Test
    void mapsGetPointsThatPassTheFilter() throws IOException {
        Product arcs = unwrapped();
        double[] coherence = PointProducts.doubles(arcs, "temporal_coherence");
        int expected = (int) Arrays.stream(coherence).filter(value -> value >= 0.9).count();
        assertTrue(expected > 10 && expected < CASE.points().length, "" + expected);
        Object[] filter = {"maskBand", "temporal_coherence", "maskMinimum", 0.9};
        Object[] egmsToo = {"maskBand", "temporal_coherence", "maskMinimum", 0.9, "format", "EGMS_CSV"};
        List<String> egms = Files.readAllLines(export(arcs, "egms.csv", egmsToo));
        assertEquals(expected + 1, egms.size());
        assertTrue(egms.get(0).startsWith("pid,latitude,longitude,offset,mean_velocity,temporal_coherence,"), egms.get(0));
        List<String> json = Files.readAllLines(export(arcs, "points.geojson", filter));
        assertEquals(expected + 1, json.size());
        assertTrue(json.get(1).startsWith("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[4.8"), json.get(1));
        assertTrue(json.get(1).contains("\"dis_unw_"), json.get(1));
        export(arcs, "points.shp", filter);
        ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("points.shx")));
        assertEquals(100 + 8 * expected, index.capacity());
        assertEquals(index.capacity() / 2, index.getInt(24));
        assertEquals(1, index.order(ByteOrder.LITTLE_ENDIAN).getInt(32));
        List<String> fields = Files.readAllLines(folder.resolve("points_fields.csv"));
        assertEquals("field,name,unit", fields.get(0));
        assertTrue(fields.contains("temporal_c,temporal_coherence,"), fields.toString());
        assertTrue(fields.stream().anyMatch(line -> line.matches("D20[0-9]{6},dis_unw_20[0-9]{6},mm")), fields.toString());
    }

    @Test
    void kmzHasColoursAndALegend() throws IOException {
        Path file = export(unwrapped(), "points.kmz", "colourMinimum", -10.0, "colourMaximum", 10.0, "maskBand", "pixel", "maskMaximum",
                3.0);
        byte[] once = Files.readAllBytes(file);
        String document = "";
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                entries++;
                document = entry.getName().equals("doc.kml") ? new String(bytes, StandardCharsets.UTF_8) : document;
            }
        }
        assertEquals(3, entries);
        assertTrue(document.contains("<href>legend.png</href>"), document);
        assertTrue(document.contains("<styleUrl>#c1"), document);
        assertTrue(document.contains("<Data name=\"velocity\">"), document);
        export(unwrapped(), "points.kmz", "colourMinimum", -10.0, "colourMaximum", 10.0, "maskBand", "pixel", "maskMaximum", 3.0);
        assertArrayEquals(once, Files.readAllBytes(file));
    }

    /** A raster with a geocoding: its pixels are the points. */
    @Test
    void pixelsOfARaster() throws IOException {
        List<String> lines = Files.readAllLines(export(CASE.stack(), "pixels.csv", "bands", new String[] {"number"}, "maskBand", "ps",
                "maskMinimum", 1.0));
        assertEquals(CASE.points().length + 1, lines.size());
        assertEquals(",pnt_id,pnt_lat,pnt_lon,pnt_number", lines.get(0));
        assertTrue(lines.get(8).endsWith("," + CASE.points()[7]), lines.get(8));
    }

    @Test
    void whatWasThereIsReplacedOrLeftAsItWas() throws IOException {
        Product points = CASE.extract();
        export(points, "points.zarr");
        Files.writeString(folder.resolve("points.zarr").resolve("old"), "x");
        export(points, "points.zarr", "bands", new String[] {"number"});
        assertTrue(Files.notExists(folder.resolve("points.zarr").resolve("old")));
        assertTrue(Files.notExists(folder.resolve("points.zarr").resolve("complex")));
        Files.createDirectories(folder.resolve("mine.zarr"));
        OperatorException e = assertThrows(OperatorException.class, () -> ArcProducts.floats(PointsCase.run("Points-Export", points,
                "outputFile", folder.resolve("mine.zarr").toFile()), "written"));
        assertTrue(e.getMessage().contains("is a folder, and no Zarr group"), e.getMessage());
    }

    @Test
    void errors() {
        refused("outputFile = '" + folder.resolve("points.txt") + "': a name that ends in one of .zarr, .csv, .gpkg, .geojson, .json, "
                + ".shp, .kmz was expected", "outputFile", folder.resolve("points.txt").toFile());
        refused("the one of format SHP", "outputFile", folder.resolve("points.csv").toFile(), "format", "SHP");
        refused("utput", "outputFile", new File(""));
        File kmz = folder.resolve("points.kmz").toFile();
        refused("colourBand: 'velocity' is not among the bands that are written", "outputFile", kmz);
        refused("bands: source 'images_points' has no band 'nothing'", "outputFile", kmz, "bands", new String[] {"nothing"});
        refused("series = 'nothing': there is no such series, expected none or one of [complex, h2ph_values]", "outputFile", kmz, "series",
                "nothing");
        refused("maskBand is given without maskMinimum", "outputFile", kmz, "maskBand", "number");
    }

    private static void refused(String message, Object... parameters) {
        OperatorException e = assertThrows(OperatorException.class,
                () -> PointsCase.run("Points-Export", CASE.extract(), parameters));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
