package org.insardask.vector;

import static org.insardask.vector.LayerChecks.check;
import static org.insardask.vector.LayerChecks.locate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.wololo.flatgeobuf.generated.ColumnType;

/** What is read from each format: geometries of every kind, values of every type, layers, order. */
class VectorFilesTest {
    private static final String UNIT = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
    private static final double[] SQUARE = {0, 0, 0, 4, 4, 4, 4, 0, 0, 0};
    private static final double[] HOLE = {1, 1, 2, 1, 2, 2, 1, 2, 1, 1};
    private static final String PRJ = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @TempDir
    private Path folder;

    @Test
    void geoPackageValuesAndTypes() throws Exception {
        Path file = VectorSamples.geoPackage(folder.resolve("types.gpkg"), 4326, "my layer",
                ", i MEDIUMINT, l INTEGER, d DOUBLE, s TEXT(20), b BOOLEAN, t DATE, n INT, \"odd \"\"name\" REAL");
        byte[] unit = VectorSamples.blob(UNIT);
        VectorSamples.addRow(file, "my layer", 7, unit, 5, 1L << 40, 2.5, " text ", 1, "2023-03-31", null, 1);
        VectorSamples.addRow(file, "my layer", 3, null, -1, -5, 3, "", 0, null, null, 2.5);
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "i", "l", "d", "s", "b", "t", "n", "odd \"name", "fid"));
        assertEquals("my layer", layer.name());
        check(layer, 0, AttributeType.INTEGER, -1L, 5L);
        check(layer, 1, AttributeType.INTEGER, -5L, 1L << 40);
        check(layer, 2, AttributeType.FLOAT, 3.0, 2.5);
        check(layer, 3, AttributeType.STRING, null, "text");
        check(layer, 4, AttributeType.BOOLEAN, 0L, 1L);
        check(layer, 5, AttributeType.STRING, null, "2023-03-31");
        check(layer, 6, AttributeType.INTEGER, null, null);
        check(layer, 7, AttributeType.FLOAT, 2.5, 1.0);
        check(layer, 8, AttributeType.INTEGER, 3L, 7L);
        assertEquals(1, locate(layer, 0.5, 0.5), "features stand in the order of the primary key");
        assertEquals(List.of("1 features have no polygon and hold no point"), layer.notes());
    }

    @Test
    void geoPackageGeometries() throws Exception {
        Path file = VectorSamples.geoPackage(folder.resolve("shapes.gpkg"), 4326, "shapes", "");
        Geometry withZ = VectorSamples.wkt("POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 1 5, 0 0 5))");
        VectorSamples.addRow(file, "shapes", 1, VectorSamples.blob(withZ, 3, 2, ByteOrderValues.LITTLE_ENDIAN));
        VectorSamples.addRow(file, "shapes", 2, VectorSamples.blob(
                VectorSamples.wkt("MULTIPOLYGON (((2 0, 3 0, 3 1, 2 1, 2 0)), "
                        + "((4 0, 6 0, 6 2, 4 2, 4 0), (5 0.5, 5.5 0.5, 5.5 1, 5 0.5)))"), 2, 1, ByteOrderValues.BIG_ENDIAN));
        VectorSamples.addRow(file, "shapes", 3, VectorSamples.blob("GEOMETRYCOLLECTION (POINT (9 9), LINESTRING (0 0, 1 1), "
                + "MULTIPOINT ((1 1), (2 2)), POLYGON ((7 0, 8 0, 8 1, 7 1, 7 0)))"));
        VectorSamples.addRow(file, "shapes", 4, VectorSamples.blob("POLYGON EMPTY"));
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "fid"));
        assertEquals(4, layer.polygons().featureCount());
        assertEquals(0, locate(layer, 0.5, 0.5));
        assertEquals(1, locate(layer, 2.5, 0.5));
        assertEquals(1, locate(layer, 4.5, 0.5));
        assertEquals(-1, locate(layer, 5.4, 0.8));
        assertEquals(2, locate(layer, 7.5, 0.5));
        assertTrue(layer.notes().contains("geometries that are no polygons (Point) were left out"), layer.notes().toString());
    }

    @Test
    void geoPackageInWriteAheadModeIsReadWithoutFilesBesideIt() throws SQLException, IOException {
        Path file = VectorSamples.geoPackage(folder.resolve("wal.gpkg"), 4326, "areas", ", a INTEGER");
        VectorSamples.addRow(file, "areas", 1, VectorSamples.blob(UNIT), 10);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        assertEquals(2, Files.readAllBytes(file)[18]);
        check(VectorFiles.read(VectorRequest.of(file, "a")), 0, AttributeType.INTEGER, 10L);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void geoPackageLayers() throws SQLException, IOException {
        Path file = VectorSamples.geoPackage(folder.resolve("two.gpkg"), 4326, "first", ", a INTEGER",
                "INSERT INTO gpkg_contents VALUES ('second', 'features', 'second')",
                "INSERT INTO gpkg_geometry_columns VALUES ('second', 'geom', 'POLYGON', -1, 0, 0)",
                "CREATE TABLE second (fid INTEGER PRIMARY KEY, geom POLYGON, b INTEGER)");
        VectorSamples.addRow(file, "first", 1, VectorSamples.blob(UNIT), 10);
        VectorSamples.addRow(file, "second", 1, VectorSamples.blob(UNIT), 20);
        check(VectorFiles.read(VectorRequest.of(file, "a")), 0, AttributeType.INTEGER, 10L);
        PolygonLayer second = VectorFiles.read(new VectorRequest(file, "second", List.of("b"), "EPSG:4326", null));
        check(second, 0, AttributeType.INTEGER, 20L);
        assertEquals("EPSG:4326", second.crs());
    }

    private Path shapefile(String name, int type, double[][]... records) throws IOException {
        Path shp = VectorSamples.shapefile(folder.resolve(name + ".shp"), type, records);
        VectorSamples.text(folder.resolve(name + ".prj"), PRJ);
        return shp;
    }

    private static Object[][] numbered(int rows) {
        Object[][] numbers = new Object[rows][];
        Arrays.setAll(numbers, i -> new Object[] {new BigDecimal(i)});
        return numbers;
    }

    @Test
    void shapefileRings() throws IOException {
        for (int type : new int[] {5, 15, 25}) {
            double[] island = {1.2, 1.2, 1.2, 1.8, 1.8, 1.8, 1.8, 1.2, 1.2, 1.2};
            double[] counterClockwise = {10, 0, 11, 0, 11, 1, 10, 1, 10, 0};
            Path shp = shapefile("rings" + type, type, new double[][] {HOLE, island, SQUARE}, null, new double[][] {counterClockwise});
            VectorSamples.dbf(folder.resolve("rings" + type + ".dbf"), StandardCharsets.UTF_8,
                    List.of(new DBFField("n", DBFDataType.NUMERIC, 5)), numbered(3));
            PolygonLayer layer = VectorFiles.read(VectorRequest.of(shp, "n"));
            assertEquals(3, layer.polygons().featureCount());
            assertEquals(0, locate(layer, 0.5, 0.5));
            assertEquals(-1, locate(layer, 1.1, 1.1), "in the hole");
            assertEquals(0, locate(layer, 1.5, 1.5), "on the island in the hole");
            assertEquals(2, locate(layer, 10.5, 0.5), "a shell of the wrong direction");
        }
    }

    @Test
    void shapefileValuesAndTypes() throws IOException {
        Path shp = shapefile("types", 5, new double[][] {SQUARE}, new double[][] {SQUARE});
        Date day = new GregorianCalendar(2023, 2, 31).getTime();
        VectorSamples.dbf(folder.resolve("types.dbf"), Charset.forName("windows-1252"),
                List.of(new DBFField("whole", DBFDataType.NUMERIC, 18), new DBFField("temperatur", DBFDataType.NUMERIC, 12, 4),
                        new DBFField("name", DBFDataType.CHARACTER, 20), new DBFField("truth", DBFDataType.LOGICAL),
                        new DBFField("day", DBFDataType.DATE), new DBFField("float", DBFDataType.FLOATING_POINT, 19, 11)),
                new Object[] {new BigDecimal("123456789012345"), new BigDecimal("15.24"), "\u00e9glise", true, day, new BigDecimal("0.5")},
                new Object[] {null, null, null, null, null, null});
        VectorSamples.text(folder.resolve("types.cpg"), "1252\n");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(shp, "whole", "temperature", "name", "truth", "day", "float"));
        check(layer, 0, AttributeType.INTEGER, 123456789012345L, null);
        check(layer, 1, AttributeType.FLOAT, 15.24, null);
        check(layer, 2, AttributeType.STRING, "\u00e9glise", null);
        check(layer, 3, AttributeType.BOOLEAN, 1L, null);
        check(layer, 4, AttributeType.STRING, "2023-03-31", null);
        check(layer, 5, AttributeType.FLOAT, 0.5, null);
        assertEquals("temperature", layer.attributes().get(1).name());
        VectorRequest other = new VectorRequest(shp, null, List.of("name"), null, Charset.forName("IBM437"));
        check(VectorFiles.read(other), 0, AttributeType.STRING, "\u0398glise", null);
    }

    @Test
    void shapefileOrderIsThatOfTheIndexAndDoesWithoutIt() throws IOException {
        double[] far = {20, 0, 20, 1, 21, 1, 21, 0, 20, 0};
        Path shp = shapefile("order", 5, new double[][] {SQUARE}, new double[][] {far});
        VectorSamples.dbf(folder.resolve("order.DBF"), StandardCharsets.UTF_8,
                List.of(new DBFField("n", DBFDataType.NUMERIC, 5)), numbered(2));
        Path shx = folder.resolve("order.shx");
        byte[] index = Files.readAllBytes(shx);
        byte[] swapped = index.clone();
        System.arraycopy(index, 100, swapped, 108, 8);
        System.arraycopy(index, 108, swapped, 100, 8);
        Files.write(shx, swapped);
        assertEquals(1, locate(VectorFiles.read(VectorRequest.of(shp, "n")), 0.5, 0.5));
        Files.delete(shx);
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(shp, "n"));
        assertEquals(0, locate(layer, 0.5, 0.5));
        assertEquals(List.of("there is no .shx; records are taken in the order of the .shp"), layer.notes());
    }

    @Test
    void geoJsonValuesAndTypes() throws IOException {
        String square = "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0, 7], [1, 1], [0, 1], [0, 0]]]}";
        Path file = VectorSamples.text(folder.resolve("types.geojson"), "\ufeff{\"features\": ["
                + "{\"properties\": {\"i\": 1, \"d\": 1, \"s\": \"a\", \"b\": true, \"mix\": 1.5, \"big\": 18446744073709551616,"
                + " \"skip\": [1]},"
                + " \"geometry\": " + square + ", \"type\": \"Feature\"},"
                + "{\"type\": \"Feature\", \"geometry\": null, \"properties\": null},"
                + "{\"type\": \"Feature\", \"geometry\": {\"coordinates\": [[[[2, 0], [3, 0], [3, 1], [2, 0]]], []],"
                + " \"type\": \"MultiPolygon\"},"
                + " \"properties\": {\"i\": null, \"d\": 2.5, \"s\": \"b\", \"b\": false, \"mix\": \"x\", \"only\": 3}}],"
                + " \"type\": \"FeatureCollection\"}");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "i", "d", "s", "b", "mix", "big", "only"));
        check(layer, 0, AttributeType.INTEGER, 1L, null, null);
        check(layer, 1, AttributeType.FLOAT, 1.0, null, 2.5);
        check(layer, 2, AttributeType.STRING, "a", null, "b");
        check(layer, 3, AttributeType.BOOLEAN, 1L, null, 0L);
        check(layer, 4, AttributeType.STRING, "1.5", null, "x");
        check(layer, 5, AttributeType.FLOAT, 0x1p64, null, null);
        check(layer, 6, AttributeType.INTEGER, null, null, 3L);
        assertEquals(0, locate(layer, 0.5, 0.5));
        assertEquals(2, locate(layer, 2.7, 0.2));
        assertEquals("types", layer.name());
        assertEquals("EPSG:4326", layer.crs());
    }

    @Test
    void geoJsonCrsMayStandBehindTheFeatures() throws IOException {
        Path file = VectorSamples.text(folder.resolve("late.geojson"), "{\"type\": \"FeatureCollection\", \"features\": "
                + "[{\"type\": \"Feature\","
                + "\"properties\": {\"a\": 1}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[500000, 0], [600000, 0], "
                + "[600000, 100000], [500000, 0]]]}}], \"crs\": {\"type\": \"name\", \"properties\": {\"name\": "
                + "\"urn:ogc:def:crs:EPSG::32631\"}}}");
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "a"));
        assertEquals("EPSG:32631", layer.crs());
        assertEquals(0, locate(layer, 3.5, 0.2));
        assertNull(layer.notes().stream().findFirst().orElse(null));
    }

    @Test
    void flatGeobufValuesAndTypes() throws IOException {
        Path file = VectorSamples.flatGeobuf(folder.resolve("types.fgb"), 4326,
                List.of(VectorSamples.column("i", ColumnType.Int), VectorSamples.column("l", ColumnType.Long),
                        VectorSamples.column("d", ColumnType.Double), VectorSamples.column("s", ColumnType.String),
                        VectorSamples.column("b", ColumnType.Bool), VectorSamples.column("t", ColumnType.DateTime)),
                Arrays.asList(VectorSamples.wkt(UNIT), null, VectorSamples.wkt("MULTIPOLYGON (((2 0, 3 0, 3 1, 2 1, 2 0)), "
                        + "((4 0, 6 0, 6 2, 4 2, 4 0), (5 0.5, 5.5 0.5, 5.5 1, 5 0.5)))")),
                Arrays.asList(VectorSamples.join(VectorSamples.property(0, ColumnType.Int, -5),
                        VectorSamples.property(1, ColumnType.Long, 1L << 40),
                        VectorSamples.property(2, ColumnType.Double, 2.5), VectorSamples.property(3, ColumnType.String, "\u00e9glise"),
                        VectorSamples.property(4, ColumnType.Bool, true), VectorSamples.property(5, ColumnType.DateTime, "2023-03-31")),
                        null, VectorSamples.property(0, ColumnType.Int, 7)));
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "i", "l", "d", "s", "b", "t"));
        check(layer, 0, AttributeType.INTEGER, -5L, null, 7L);
        check(layer, 1, AttributeType.INTEGER, 1L << 40, null, null);
        check(layer, 2, AttributeType.FLOAT, 2.5, null, null);
        check(layer, 3, AttributeType.STRING, "\u00e9glise", null, null);
        check(layer, 4, AttributeType.BOOLEAN, 1L, null, null);
        check(layer, 5, AttributeType.STRING, "2023-03-31", null, null);
        assertEquals(0, locate(layer, 0.5, 0.5));
        assertEquals(2, locate(layer, 4.5, 0.5));
        assertEquals(-1, locate(layer, 5.4, 0.8));
    }

    @Test
    void flatGeobufIndexIsSkipped() throws IOException {
        for (int features : new int[] {1, 2, 16, 17, 300}) {
            List<Geometry> squares = Collections.nCopies(features, VectorSamples.wkt(UNIT));
            List<byte[]> values = Collections.nCopies(features, VectorSamples.property(0, ColumnType.Int, features));
            Path file = VectorSamples.flatGeobuf(folder.resolve(features + ".fgb"), 4326,
                    List.of(VectorSamples.column("n", ColumnType.Int)), squares, values, 16);
            PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, "n"));
            assertEquals(features, layer.polygons().polygonCount());
            assertEquals(features, layer.attributes().get(0).integer(features - 1));
        }
    }

    @Test
    void cpgNames() {
        assertEquals(StandardCharsets.UTF_8, DbfEncoding.named("65001"));
        assertEquals(StandardCharsets.UTF_8, DbfEncoding.named("UTF-8"));
        assertEquals(Charset.forName("windows-1252"), DbfEncoding.named("ANSI 1252"));
        assertEquals(StandardCharsets.ISO_8859_1, DbfEncoding.named("88591"));
        assertEquals(Charset.forName("IBM850"), DbfEncoding.named("850"));
        assertEquals(Charset.forName("GBK"), DbfEncoding.named("GBK"));
    }
}
