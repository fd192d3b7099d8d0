package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.insardask.polygon.FeatureRings;
import org.insardask.vector.FeatureTable.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

class FeatureFileTest {

    private static final double[] SHELL = {5, 52, 6, 52, 6, 53, 5, 53, 5, 52};
    private static final double[] HOLE = {5.25, 52.25, 5.5, 52.25, 5.5, 52.5, 5.25, 52.25};
    private static final double[] OTHER = {-7, 40, -6.5, 40, -6.5, 41.125, -7, 40};
    private static final List<Column> COLUMNS = List.of(new Column("number", AttributeType.INTEGER),
            new Column("size", AttributeType.FLOAT), new Column("Name, \"official\"", AttributeType.STRING),
            new Column("listed", AttributeType.BOOLEAN));

    @TempDir
    private Path folder;

    private static void features(FeatureSink sink) throws IOException {
        sink.write(List.of(List.of(SHELL, HOLE), List.of(OTHER)), Arrays.asList(1L << 40, 0.1, "Café \"Zoë\", 2", true));
        sink.write(List.of(), Arrays.asList(null, Double.NaN, "", null));
        sink.write(List.of(List.of(OTHER)), Arrays.asList(-3, -1e-300, "two\nlines", false));
    }

    private Path write(String name, boolean hasGeometry, List<Column> columns) throws IOException {
        Path file = folder.resolve("new").resolve(name);
        FeatureFile.write(file, new FeatureTable("made here", "for a test", hasGeometry, columns), FeatureFileTest::features);
        return file;
    }

    @Test
    void aGeoPackageIsReadBack() throws IOException {
        Path file = write("a.gpkg", true, COLUMNS);
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, COLUMNS.stream().map(Column::name).toArray(String[]::new)));
        assertEquals("made here", layer.name());
        assertEquals("EPSG:4326", layer.crs());
        assertEquals(3, layer.polygons().featureCount());
        List<List<double[]>> first = FeatureRings.of(layer.polygons(), 0);
        assertEquals(2, first.size());
        assertArrayEquals(SHELL, first.get(0).get(0));
        assertArrayEquals(HOLE, first.get(0).get(1));
        assertArrayEquals(OTHER, first.get(1).get(0));
        assertEquals(List.of(), FeatureRings.of(layer.polygons(), 1));
        assertEquals(1, FeatureRings.of(layer.polygons(), 2).size());
        assertEquals(COLUMNS.stream().map(Column::type).toList(), layer.attributes().stream().map(Attribute::type).toList());
        assertEquals(1L << 40, layer.attributes().get(0).integer(0));
        assertEquals(-1e-300, layer.attributes().get(1).number(2));
        assertEquals("Café \"Zoë\", 2", layer.attributes().get(2).text(0));
        assertEquals(0, layer.attributes().get(3).integer(2));
        layer.attributes().forEach(attribute -> assertTrue(attribute.isNull(1), attribute.name()));
    }

    @Test
    void itsTablesAreThoseOfTheStandard() throws IOException, SQLException {
        Path file = write("a.gpkg", true, COLUMNS);
        assertEquals("1196444487", query(file, "PRAGMA application_id"));
        assertEquals("10200", query(file, "PRAGMA user_version"));
        assertEquals("ok", query(file, "PRAGMA integrity_check"));
        assertNull(query(file, "PRAGMA foreign_key_check"));
        assertEquals("features|-7.0|40.0|6.0|53.0|4326",
                query(file, "SELECT data_type||'|'||min_x||'|'||min_y||'|'||max_x||'|'||max_y||'|'||srs_id FROM gpkg_contents"));
        assertEquals("made here|geom|MULTIPOLYGON|4326|0|0", query(file,
                "SELECT table_name||'|'||column_name||'|'||geometry_type_name||'|'||srs_id||'|'||z||'|'||m FROM gpkg_geometry_columns"));
        assertEquals("3", query(file, "SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (4326, -1, 0)"));
        assertEquals("1", query(file, "SELECT count(*) FROM \"made here\" WHERE geom IS NULL AND fid = 2"));
    }

    private static String query(Path file, String sql) throws SQLException {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    @Test
    void namesOfTheFormatStepAside() throws IOException, SQLException {
        Path file = write("a.gpkg", true, List.of(new Column("FID", AttributeType.INTEGER), new Column("fid_", AttributeType.FLOAT),
                new Column("Geom", AttributeType.STRING), new Column("select", AttributeType.BOOLEAN)));
        assertEquals("1099511627776", query(file, "SELECT \"FID\" FROM \"made here\" WHERE fid__ = 1"));
        assertEquals("geom_", query(file, "SELECT column_name FROM gpkg_geometry_columns"));
        assertEquals(List.of("fid__", "FID", "fid_", "Geom", "select"), FieldList.of(VectorRequest.of(file)));
    }

    @Test
    void withoutGeometryItIsATableOfAttributes() throws IOException, SQLException {
        Path file = write("a.gpkg", false, COLUMNS);
        assertEquals("attributes", query(file, "SELECT data_type FROM gpkg_contents"));
        assertEquals("0", query(file, "SELECT count(*) FROM gpkg_geometry_columns"));
        assertEquals("two\nlines", query(file, "SELECT \"Name, \"\"official\"\"\" FROM \"made here\" WHERE number = -3"));
    }

    @Test
    void commaSeparatedValues() throws IOException {
        assertEquals("""
                number,size,"Name, ""official""\",listed
                1099511627776,0.1,"Café ""Zoë"", 2",true
                ,,"",
                -3,-1.0E-300,"two
                lines",false
                """, Files.readString(write("a.csv", false, COLUMNS)));
        List<String> lines = Files.readAllLines(write("b.CSV", true, COLUMNS));
        assertTrue(lines.get(0).endsWith(",listed,wkt"), lines.get(0));
        assertTrue(lines.get(1).endsWith(",true,\"MULTIPOLYGON (((5.0 52.0,6.0 52.0,6.0 53.0,5.0 53.0,5.0 52.0),"
                + "(5.25 52.25,5.5 52.25,5.5 52.5,5.25 52.25)),((-7.0 40.0,-6.5 40.0,-6.5 41.125,-7.0 40.0)))\""), lines.get(1));
        assertEquals(",,\"\",,", lines.get(2));
    }

    @Test
    void equalFeaturesGiveEqualBytes() throws IOException {
        for (String ending : new String[] {".gpkg", ".csv"}) {
            byte[] one = Files.readAllBytes(write("a" + ending, true, COLUMNS));
            assertArrayEquals(one, Files.readAllBytes(write("b" + ending, true, COLUMNS)));
        }
    }

    @Test
    void aFailureLeavesWhatWasThere() throws IOException {
        for (String ending : new String[] {".gpkg", ".csv"}) {
            Path file = write("a" + ending, true, COLUMNS);
            byte[] before = Files.readAllBytes(file);
            FeatureTable table = new FeatureTable("t", "", true, COLUMNS);
            IOException e = assertThrows(IOException.class, () -> FeatureFile.write(file, table, sink -> {
                features(sink);
                throw new IOException("no more features");
            }));
            assertEquals("no more features", e.getMessage());
            assertArrayEquals(before, Files.readAllBytes(file));
        }
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertEquals(List.of("a.csv", "a.gpkg"), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void whatIsLeftOfAKilledRunDoesNotMatter() throws IOException {
        Files.createDirectories(folder.resolve("new"));
        Files.writeString(folder.resolve("new/.a.gpkg.part"), "half a file");
        aGeoPackageIsReadBack();
        assertFalse(Files.exists(folder.resolve("new/.a.gpkg.part")));
    }

    @Test
    void columnsHaveNamesOfTheirOwn() {
        List<Column> twice = List.of(new Column("a", AttributeType.FLOAT), new Column("A", AttributeType.FLOAT));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new FeatureTable("t", "", true, twice));
        assertEquals("two columns are called 'A'", e.getMessage());
    }

    @Test
    void fieldsOfEveryFormat() throws IOException {
        Path json = Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":null},"
                + "{\"type\":\"Feature\",\"properties\":{\"b\":{\"c\":2},\"a\":3},\"geometry\":null}]}");
        assertEquals(List.of("a", "b"), FieldList.of(VectorRequest.of(json)));
        Path missing = folder.resolve("missing.gpkg");
        VectorFileException e = assertThrows(VectorFileException.class, () -> FieldList.of(VectorRequest.of(missing)));
        assertEquals(missing + ": no such file", e.getMessage());
    }
}
