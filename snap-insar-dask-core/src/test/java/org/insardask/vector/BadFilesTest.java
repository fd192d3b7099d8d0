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
import java.util.BitSet;
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
        HostileFiles.write(folder);
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

    static byte[] patched(byte[] bytes, int offset, int value) {
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
            endless.gpkg     | one of its views does not come to an end
            copies.gpkg      | layer 'view' gives more geometry than the file can hold
            curve.gpkg       | the geometry of feature 0 (counted from 0) cannot be read: it has curves (type 10); make lines of them, \
            e.g. with ogr2ogr -nlt CONVERT_TO_LINEAR
            unknown.gpkg     | the geometry of feature 0 (counted from 0) cannot be read: its type 99 is not known
            binary.gpkg      | field 'a' holds binary data; numbers, texts and truth values can be used
            notable.gpkg     | no field 'a'; its fields are none
            nolayer.gpkg     | holds no layer of features
            magic.gpkg       | is in no format that is known; GeoPackage, Shapefile (.shp), GeoJSON, FlatGeobuf, KML and GML can be read
            magic.shp        | is in no format that is known; GeoPackage, Shapefile (.shp), GeoJSON, FlatGeobuf, KML and GML can be read
            magic.fgb        | is in no format that is known; GeoPackage, Shapefile (.shp), GeoJSON, FlatGeobuf, KML and GML can be read
            samerecord.shp   | its .shx is corrupt: it names more records than the .shp holds
            reclength.shp    | record 0 (counted from 0) is corrupt
            reclong.shp      | is truncated: record 0 (counted from 0) ends at byte 2000000108, the file has 236
            nulls.shp        | layer 'nulls' holds no polygons that can be used (1 features, 0 polygons with coordinates that are not \
            finite, 0 rings without area)
            dbfrows.shp      | its .dbf is truncated: 2147483647 rows of 6 bytes were expected
            dbfnegative.shp  | its .dbf is corrupt: its header is not valid
            dbfrow0.shp      | its .dbf is corrupt: its header is not valid
            dbfcolumn.shp    | its .dbf is corrupt: its columns have 256 bytes and its rows 6
            dbfmemo.shp      | field 'a' is of the .dbf type 'M' (5 bytes), which cannot be read
            dbf7.shp         | its .dbf is corrupt: dBase 7 was not expected
            nodes.fgb        | is truncated or corrupt: its index is longer than the file
            collection.fgb   | is corrupt: feature 0 (counted from 0): its geometries are nested too deeply
            archive.kmz      | is a zip archive; unpack it first (a KMZ holds a .kml, a zipped Shapefile a .shp, .shx, .dbf and .prj)
            page.html        | is XML but neither KML nor a FeatureCollection of GML (its first element is 'html'); another program can \
            convert it, e.g. ogr2ogr polygons.gpkg page.html
            bomb.kml         | is no valid XML at line 1: document types and entities of their own are not read
            outside.kml      | is no valid XML at line 1: document types and entities of their own are not read
            deep.kml         | is no valid KML at line 1: it is nested too deeply
            word.kml         | is no valid KML at line 1: 'x' is no number
            single.kml       | is no valid KML at line 1: a position needs two numbers
            twoouter.kml     | is no valid KML at line 1: a polygon has two outer boundaries
            inner.kml        | is no valid KML at line 1: the outer boundary of a polygon was expected before its inner ones
            schema.kml       | is no valid KML at line 1: value 'tall' of field 'a' is not of the type that the schema says
            points.kml       | layer 'points' holds no polygons; it holds geometries of type Point
            infinite.kml     | layer 'infinite' holds no polygons that can be used (1 features, 1 polygons with coordinates that are not \
            finite, 0 rings without area)
            three.kml        | layer 'three' holds no polygons that can be used (1 features, 0 polygons with coordinates that are not \
            finite, 1 rings without area)
            nocrs.gml        | says nothing about its coordinate reference system; give the parameter crs, e.g. crs=EPSG:28992
            twocrs.gml       | is no valid GML at line 1: it has more than one coordinate reference system (EPSG:4326, EPSG:28992)
            arc.gml          | has geometry that is not read ('Arc' in a ring); another program can make lines of curves, e.g. ogr2ogr \
            -nlt CONVERT_TO_LINEAR polygons.gpkg arc.gml
            odd.gml          | is no valid GML at line 1: a list of positions has 7 numbers
            nothing.gml      | holds no features
            member.geojson   | is no valid GeoJSON at line 1: it is nested too deeply
            infinity.gpkg    | layer 'areas' holds no polygons that can be used (1 features, 1 polygons with coordinates that are not \
            finite, 0 rings without area)
            three.gpkg       | layer 'areas' holds no polygons that can be used (1 features, 0 polygons with coordinates that are not \
            finite, 1 rings without area)
            """)
    void theLineSaysWhatIsWrong(String name, String message) {
        Path file = folder.resolve(name);
        VectorFileException e = assertTimeoutPreemptively(Duration.ofSeconds(30),
                () -> assertThrows(VectorFileException.class, () -> VectorFiles.read(VectorRequest.of(file, "a"))));
        assertEquals(file + ": " + message, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cut.gpkg         | is truncated:
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
    @ValueSource(strings = {"good.gpkg", "good.shp", "good.geojson", "good.fgb", "good.kml", "good.gml"})
    void aFieldOrLayerThatIsNotThereIsNamedWithThoseThatAre(String name) throws VectorFileException {
        Path file = folder.resolve(name);
        assertTrue(VectorFiles.read(VectorRequest.of(file, "a")).polygons().polygonCount() > 0);
        VectorFileException field = assertThrows(VectorFileException.class, () -> VectorFiles.read(VectorRequest.of(file, "a", "height")));
        String fields = name.endsWith("gpkg") ? "fid, a" : name.endsWith("gml") ? "gml_id, a" : "a";
        assertEquals(file + ": no field 'height'; its fields are " + fields, field.getMessage());
        VectorFileException layer = assertThrows(VectorFileException.class,
                () -> VectorFiles.read(new VectorRequest(file, "roads", List.of("a"), null, null)));
        String there = switch (name.substring(name.indexOf('.') + 1)) {
            case "gpkg", "gml" -> "its layers are areas";
            case "kml" -> "its layers are good, areas";
            case "fgb" -> "its only layer is 'layer'";
            default -> "its only layer is 'good'";
        };
        assertEquals(file + ": no layer 'roads'; " + there, layer.getMessage());
    }

    private static Path copyOfGood(String name, String stem) throws IOException {
        String extension = name.substring(name.indexOf('.') + 1);
        if (List.of("shp", "dbf", "shx").contains(extension)) {
            for (String part : new String[] {"shp", "dbf", "shx", "prj"}) {
                Files.copy(folder.resolve("good." + part), folder.resolve(stem + "." + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder.resolve(stem + "." + extension);
    }

    private static Path toRead(Path damaged) {
        String name = damaged.getFileName().toString();
        return damaged.resolveSibling(name.replaceFirst("(dbf|shx)$", "shp"));
    }

    /** A file that ends early is refused wherever it ends. */
    @ParameterizedTest
    @ValueSource(strings = {"good.gpkg", "good.shp", "good.dbf", "good.shx", "good.geojson", "good.fgb", "good.kml", "good.gml"})
    void aFileThatEndsEarlyIsRefused(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        Path cut = copyOfGood(name, "ends");
        for (int part = 0; part < 40; part++) {
            int length = (int) ((bytes.length - 2L) * part / 39);
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertTrue(isRefused(toRead(cut)), name + " of " + length + " bytes");
        }
    }

    /** Every offset and count of a FlatGeobuf, one after the other, points back, to nowhere, or says that there is very much. */
    @Test
    void everyNumberOfAFlatGeobufCanBeWrong() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("collected.fgb"));
        Path damaged = folder.resolve("numbers.fgb");
        int refused = 0;
        for (int at = 8; at + 4 <= bytes.length; at += 4) {
            for (int value : new int[] {0, -1, Integer.MAX_VALUE, 1 << 20, -8, -16, -24, -40, -64, 4, 8}) {
                Files.write(damaged, patched(bytes, at, value));
                refused += assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isRefused(damaged)) ? 1 : 0;
            }
        }
        assertTrue(refused > 100, refused + " were noticed");
    }

    /** Seeded damage at random places: whatever it does, there is an answer or one line, and it comes soon. */
    @ParameterizedTest
    @ValueSource(strings = {"good.gpkg", "good.shp", "good.dbf", "good.shx", "good.geojson", "good.fgb", "collected.fgb", "good.kml",
        "good.gml"})
    void randomDamageNeverHangsOrCrashes(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        Path damaged = copyOfGood(name, "damaged");
        Random random = new Random(name.hashCode());
        long end = System.nanoTime() + (long) (1e9 * Double.parseDouble(System.getProperty("insardask.fuzzSeconds", "4")) / 9);
        int refused = 0;
        for (int round = 0; round < 20 || System.nanoTime() < end; round++) {
            byte[] copy = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
            for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
                damage(copy, random);
            }
            Files.write(damaged, copy);
            refused += assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isRefused(toRead(damaged))) ? 1 : 0;
        }
        assertTrue(refused > 0, "no damage was noticed");
    }

    /** A byte of any kind, a bit, a character of the grammar of texts, or a number that says that there is very much. */
    private static void damage(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) "{}[]<>&;:,\"/0-.eE ".charAt(random.nextInt(18));
            default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0x7f : 0xff));
        }
    }

    private static boolean isRefused(Path file) {
        try {
            PolygonSource source = VectorFiles.open(VectorRequest.of(file, "a"));
            source.layer(BitSet.valueOf(new long[] {1}));
            source.layer();
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
