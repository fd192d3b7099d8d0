package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.generated.ColumnType;

/** Every file that cannot be used gives one line that names it and what was expected: no crash, no hang, no memory taken on its word. */
class BadFilesTest {
    private static final String UNIT = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
    private static final double[] SQUARE = {0, 0, 0, 4, 4, 4, 4, 0, 0, 0};
    private static final String PRJ = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final String FEATURE = "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}}";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeGoodFiles() throws IOException, SQLException {
        Path gpkg = VectorSamples.geoPackage(folder.resolve("good.gpkg"), 4326, "areas", ", a INTEGER");
        VectorSamples.geoPackage(folder.resolve("nocrs.gpkg"), -1, "areas", ", a INTEGER");
        VectorSamples.geoPackage(folder.resolve("norows.gpkg"), 4326, "areas", ", a INTEGER");
        Path points = VectorSamples.geoPackage(folder.resolve("points.gpkg"), 4326, "places", ", a INTEGER");
        VectorSamples.addRow(points, "places", 1, VectorSamples.blob("POINT (1 1)"), 1);
        for (int i = 0; i < 200; i++) {
            VectorSamples.addRow(gpkg, "areas", i + 1, VectorSamples.blob(UNIT), i);
        }
        blobFile("badblob.gpkg", new byte[] {1, 2, 3});
        blobFile("badwkb.gpkg", Arrays.copyOf(VectorSamples.blob(UNIT), 60));
        byte[] huge = VectorSamples.blob(UNIT);
        ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 9, Integer.MAX_VALUE);
        blobFile("hugecount.gpkg", huge);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("other.gpkg"));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE something (a INTEGER)");
        }
        Files.write(folder.resolve("cut.gpkg"), Arrays.copyOf(Files.readAllBytes(gpkg), 20_000));
        Files.write(folder.resolve("head.gpkg"), Arrays.copyOf(Files.readAllBytes(gpkg), 60));
        shapefiles();
        texts();
        flatGeobufs();
    }

    private static void blobFile(String name, byte[] blob) throws SQLException {
        VectorSamples.addRow(VectorSamples.geoPackage(folder.resolve(name), 4326, "areas", ", a INTEGER"), "areas", 1, blob, 1);
    }

    private static Path shapefile(String name, boolean hasTable, boolean hasCrs) throws IOException {
        Path shp = VectorSamples.shapefile(folder.resolve(name + ".shp"), 5, new double[][] {SQUARE}, new double[][] {SQUARE});
        if (hasTable) {
            VectorSamples.dbf(folder.resolve(name + ".dbf"), StandardCharsets.UTF_8, List.of(new DBFField("a", DBFDataType.NUMERIC, 5)),
                    new Object[] {BigDecimal.ONE}, new Object[] {BigDecimal.TEN});
        }
        if (hasCrs) {
            VectorSamples.text(folder.resolve(name + ".prj"), PRJ);
        }
        return shp;
    }

    private static void shapefiles() throws IOException {
        Path good = shapefile("good", true, true);
        byte[] bytes = Files.readAllBytes(good);
        shapefile("nodbf", false, true);
        shapefile("noprj", true, false);
        Files.write(shapefile("cut", true, true), Arrays.copyOf(bytes, bytes.length - 50));
        Files.write(shapefile("header", true, true), Arrays.copyOf(bytes, 60));
        Files.write(shapefile("parts", true, true), patched(bytes, 100 + 8 + 36, Integer.MAX_VALUE));
        Files.write(shapefile("negative", true, true), patched(bytes, 100 + 8 + 40, -5));
        Files.write(shapefile("order", true, true), patched(bytes, 100 + 8 + 44, 77_777));
        Files.write(shapefile("points", true, true), patched(bytes, 32, 1));
        shapefile("cutshx", true, true);
        Files.write(folder.resolve("cutshx.shx"), Arrays.copyOf(Files.readAllBytes(folder.resolve("good.shx")), 103));
        shapefile("cutdbf", true, true);
        Files.write(folder.resolve("cutdbf.dbf"), Arrays.copyOf(Files.readAllBytes(folder.resolve("good.dbf")), 20));
        shapefile("shortdbf", true, true);
        VectorSamples.dbf(folder.resolve("shortdbf.dbf"), StandardCharsets.UTF_8, List.of(new DBFField("a", DBFDataType.NUMERIC, 5)),
                new Object[][] {{BigDecimal.ONE}});
        shapefile("longdbf", true, true);
        VectorSamples.dbf(folder.resolve("longdbf.dbf"), StandardCharsets.UTF_8, List.of(new DBFField("a", DBFDataType.NUMERIC, 5)),
                new Object[] {BigDecimal.ONE}, new Object[] {BigDecimal.ONE}, new Object[] {BigDecimal.ONE});
        shapefile("badcpg", true, true);
        VectorSamples.text(folder.resolve("badcpg.cpg"), "no such charset");
    }

    private static byte[] patched(byte[] bytes, int offset, int value) {
        byte[] copy = bytes.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        return copy;
    }

    private static void texts() throws IOException {
        String good = "{\"type\":\"FeatureCollection\",\"features\":[" + FEATURE + "]}";
        VectorSamples.text(folder.resolve("good.geojson"), good);
        VectorSamples.text(folder.resolve("cut.geojson"), good.substring(0, 120));
        VectorSamples.text(folder.resolve("nocrs.geojson"), good.replace("{\"type\":\"FeatureC", "{\"crs\":null,\"type\":\"FeatureC"));
        VectorSamples.text(folder.resolve("topology.json"), "{\"type\":\"Topology\",\"objects\":{}}");
        VectorSamples.text(folder.resolve("words.geojson"), good.replace("[1,0]", "[1,\"x\"]"));
        VectorSamples.text(folder.resolve("flat.geojson"), good.replace("[1,0]", "1"));
        VectorSamples.text(folder.resolve("points.geojson"),
                good.replace("\"Polygon\"", "\"Point\"").replace("[[[0,0],[1,0],[1,1],[0,0]]]", "[0,0]"));
        VectorSamples.text(folder.resolve("list.geojson"), good.replace("\"a\":1", "\"a\":[1]"));
        VectorSamples.text(folder.resolve("infinite.geojson"), good.replace("[1,0]", "[1e999,0]"));
        VectorSamples.text(folder.resolve("metres.geojson"),
                good.replace("[[[0,0],[1,0],[1,1],[0,0]]]", "[[[121000,487000],[121010,487000],[121010,487010],[121000,487000]]]"));
        VectorSamples.text(folder.resolve("nothing.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
        VectorSamples.text(folder.resolve("deep.geojson"), good.replace("[[[0,0],[1,0],[1,1],[0,0]]]", "[".repeat(500) + "]".repeat(500)));
        VectorSamples.text(folder.resolve("empty.gpkg"), "");
        VectorSamples.text(folder.resolve("words.txt"), "These are no polygons.");
    }

    private static void flatGeobufs() throws IOException {
        List<Geometry> geometries = List.of(VectorSamples.wkt(UNIT), VectorSamples.wkt(UNIT));
        byte[] value = VectorSamples.property(0, ColumnType.Int, 5);
        List<ColumnMeta> columns = List.of(VectorSamples.column("a", ColumnType.Int));
        Path good = VectorSamples.flatGeobuf(folder.resolve("good.fgb"), 4326, columns, geometries, List.of(value, value));
        VectorSamples.flatGeobuf(folder.resolve("nocrs.fgb"), 0, columns, geometries, List.of(value, value));
        byte[] bytes = Files.readAllBytes(good);
        Files.write(folder.resolve("cut.fgb"), Arrays.copyOf(bytes, bytes.length - 30));
        Files.write(folder.resolve("head.fgb"), Arrays.copyOf(bytes, 30));
        Files.write(folder.resolve("size.fgb"), patched(bytes, 8, -1));
        byte[] version = bytes.clone();
        version[3] = 9;
        Files.write(folder.resolve("version.fgb"), version);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            absent.gpkg      | no such file
            .                | is a folder; a polygon file was expected
            empty.gpkg       | is empty
            words.txt        | is in no format that is known; GeoPackage, Shapefile (.shp), GeoJSON, FlatGeobuf, KML and GML \
            can be read
            other.gpkg       | is an SQLite file but no GeoPackage with features (it has no tables gpkg_contents and gpkg_geometry_columns)
            nocrs.gpkg       | says nothing about its coordinate reference system; give the parameter crs, e.g. crs=EPSG:28992
            norows.gpkg      | layer 'areas' holds no polygons; it is empty
            points.gpkg      | layer 'places' holds no polygons; it holds geometries of type Point
            badblob.gpkg     | the geometry of feature 0 (counted from 0) cannot be read: it has no GeoPackage header
            badwkb.gpkg      | the geometry of feature 0 (counted from 0) cannot be read: it is corrupt
            hugecount.gpkg   | the geometry of feature 0 (counted from 0) cannot be read: it is corrupt
            nodbf.shp        | its .dbf is missing, which holds the fields
            noprj.shp        | says nothing about its coordinate reference system; give the parameter crs, e.g. crs=EPSG:28992
            cut.shp          | is truncated: record 1 (counted from 0) ends at byte 372, the file has 322
            header.shp       | is truncated
            parts.shp        | record 0 (counted from 0) is corrupt
            negative.shp     | record 0 (counted from 0) is corrupt
            order.shp        | record 0 (counted from 0) is corrupt
            points.shp       | holds no polygons but shapes of type 1
            good.shx         | is the index of a Shapefile; give the .shp
            cutshx.shp       | its .shx is truncated
            cutdbf.shp       | its .dbf is corrupt: it has no header
            shortdbf.shp     | its .dbf ends after 1 rows; the .shp has more
            longdbf.shp      | has 2 records but its .dbf has 3
            badcpg.shp       | its .cpg names an encoding that is not known: 'no such charset'; give the parameter encoding
            nocrs.geojson    | says nothing about its coordinate reference system; give the parameter crs, e.g. crs=EPSG:28992
            topology.json    | is no GeoJSON FeatureCollection with features (its type is 'Topology')
            words.geojson    | is no valid GeoJSON at line 1: a coordinate is no number
            flat.geojson     | is no valid GeoJSON at line 1: a position needs two numbers
            deep.geojson     | is no valid GeoJSON at line 1: coordinates are nested too deeply
            points.geojson   | layer 'points' holds no polygons; it holds geometries of type Point
            list.geojson     | field 'a' holds lists or objects; numbers, texts and truth values can be used
            metres.geojson   | coordinates such as (121000.0, 487000.0) are no degrees of EPSG:4326; \
            give the parameter crs, e.g. crs=EPSG:28992
            nothing.geojson  | layer 'nothing' holds no polygons; it is empty
            nocrs.fgb        | says nothing about its coordinate reference system; give the parameter crs, e.g. crs=EPSG:28992
            head.fgb         | is truncated or corrupt: the header says it has 148 bytes, 18 are left
            size.fgb         | is truncated or corrupt: the header says it has 4294967295 bytes, 564 are left
            version.fgb      | is no FlatGeobuf of version 3
            """)
    void theLineSaysWhatIsWrong(String name, String message) {
        Path file = folder.resolve(name);
        VectorFileException e = assertTimeoutPreemptively(Duration.ofSeconds(30),
                () -> assertThrows(VectorFileException.class, () -> VectorFiles.read(VectorRequest.of(file, "a"))));
        assertEquals(file + ": " + message, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cut.gpkg         | is corrupt or cannot be read as a GeoPackage (
            head.gpkg        | is corrupt or cannot be read as a GeoPackage (
            cut.geojson      | is no valid GeoJSON at line 1:
            infinite.geojson | layer 'infinite' holds no polygons that can be used (1 features, 1 polygons with coordinates that are
            cut.fgb          | is truncated or corrupt: feature 1 says it has
            """)
    void theLineStartsWithWhatIsWrong(String name, String message) {
        Path file = folder.resolve(name);
        VectorFileException e = assertThrows(VectorFileException.class, () -> VectorFiles.read(VectorRequest.of(file, "a")));
        assertTrue(e.getMessage().startsWith(file + ": " + message), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"good.gpkg", "good.shp", "good.geojson", "good.fgb"})
    void aFieldOrLayerThatIsNotThereIsNamedWithThoseThatAre(String name) throws VectorFileException {
        Path file = folder.resolve(name);
        assertTrue(VectorFiles.read(VectorRequest.of(file, "a")).polygons().polygonCount() > 0);
        VectorFileException field = assertThrows(VectorFileException.class, () -> VectorFiles.read(VectorRequest.of(file, "a", "height")));
        assertEquals(file + ": no field 'height'; its fields are " + (name.endsWith("gpkg") ? "fid, a" : "a"), field.getMessage());
        VectorFileException layer = assertThrows(VectorFileException.class,
                () -> VectorFiles.read(new VectorRequest(file, "roads", List.of("a"), null, null)));
        String only = name.endsWith("fgb") ? "layer" : "good";
        String there = name.endsWith("gpkg") ? "its layers are areas" : "its only layer is '" + only + "'";
        assertEquals(file + ": no layer 'roads'; " + there, layer.getMessage());
    }

    /** Seeded damage at random places: whatever it does, there is an answer or one line, and it comes soon. */
    @ParameterizedTest
    @ValueSource(strings = {"good.gpkg", "good.shp", "good.dbf", "good.shx", "good.geojson", "good.fgb"})
    void randomDamageNeverHangsOrCrashes(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        Path damaged = folder.resolve("damaged." + name.substring(name.indexOf('.') + 1));
        boolean ofShapefile = name.endsWith("shp") || name.endsWith("dbf") || name.endsWith("shx");
        if (ofShapefile) {
            for (String part : new String[] {"shp", "dbf", "shx", "prj"}) {
                Files.copy(folder.resolve("good." + part), folder.resolve("damaged." + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path read = ofShapefile ? folder.resolve("damaged.shp") : damaged;
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            byte[] copy = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
            for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, copy);
            refused += assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isRefused(read)) ? 1 : 0;
        }
        assertTrue(refused > 0, "no damage was noticed");
    }

    private static boolean isRefused(Path file) {
        try {
            VectorFiles.read(VectorRequest.of(file, "a"));
            return false;
        } catch (VectorFileException e) {
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
            return true;
        }
    }

    @Test
    void aNameWithOddCharactersIsFound() throws IOException {
        Path odd = folder.resolve("odd name #1 %20 \u00e9?.gpkg");
        Files.copy(folder.resolve("good.gpkg"), odd);
        assertEquals(200, VectorFiles.read(VectorRequest.of(odd, "a")).polygons().polygonCount());
    }
}
