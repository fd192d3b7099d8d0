package org.insardask.vector;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * Writes a GeoPackage (OGC 12-128r15): one layer of multi-polygons or points in EPSG:4326, or one table of attributes without geometries,
 * without a spatial index.
 *
 * <p>Equal features give equal bytes with the same version of SQLite: nothing in the file tells when it was made.
 */
final class GeoPackageWriter {

    private static final int WGS84 = 4326;
    private static final String LAST_CHANGE = "2024-01-01T00:00:00.000Z";
    private static final String WGS84_TEXT = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
            + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
            + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

    private final Connection connection;
    private final FeatureTable table;
    /** The name of the layer in SQL. */
    private final String layer;
    private final String geometryColumn;
    private final GeoPackageGeometry geometry = new GeoPackageGeometry(WGS84);

    private GeoPackageWriter(Connection connection, FeatureTable table) {
        this.connection = connection;
        this.table = table;
        layer = quoted(layerName(table));
        geometryColumn = table.freeName("geom");
    }

    /**
     * Writes a file.
     *
     * @param file an empty file, or none
     * @throws IOException where that fails; the file is then of no use
     */
    static void write(Path file, FeatureTable table, FeatureFile.Features features) throws IOException {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + file.toUri(), new Properties())) {
            new GeoPackageWriter(connection, table).write(features);
        } catch (SQLException e) {
            throw new IOException("SQLite: " + e.getMessage(), e);
        }
    }

    private void write(FeatureFile.Features features) throws SQLException, IOException {
        execute("PRAGMA application_id = 0x47504B47", "PRAGMA user_version = 10200", "PRAGMA journal_mode = OFF",
                "PRAGMA synchronous = OFF");
        connection.setAutoCommit(false);
        createTables();
        insertReferenceSystems();
        insertFeatures(features);
        insertLayer();
        connection.commit();
    }

    private void createTables() throws SQLException {
        execute("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
                + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,"
                + " description TEXT)",
                "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
                + " identifier TEXT UNIQUE, description TEXT DEFAULT '',"
                + " last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
                + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))");
        StringBuilder sql = new StringBuilder("CREATE TABLE ").append(layer).append(" (").append(quoted(table.freeName("fid")))
                .append(" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
        if (table.hasGeometry()) {
            sql.append(", ").append(quoted(geometryColumn)).append(' ').append(table.geometry());
        }
        for (FeatureTable.Column column : table.columns()) {
            sql.append(", ").append(quoted(column.name())).append(' ').append(typeName(column.type()));
        }
        execute(sql.append(')').toString());
    }

    private static String typeName(AttributeType type) {
        return switch (type) {
            case INTEGER -> "INTEGER";
            case FLOAT -> "DOUBLE";
            case STRING -> "TEXT";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private void insertReferenceSystems() throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)")) {
            execute(row, "WGS 84 geodetic", WGS84, "EPSG", WGS84, WGS84_TEXT, "longitude/latitude coordinates in decimal degrees");
            execute(row, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system");
            execute(row, "Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system");
        }
    }

    private void insertFeatures(FeatureFile.Features features) throws SQLException, IOException {
        int firstValue = table.hasGeometry() ? 2 : 1;
        StringBuilder sql = new StringBuilder("INSERT INTO ").append(layer).append(" (");
        if (table.hasGeometry()) {
            sql.append(quoted(geometryColumn)).append(", ");
        }
        sql.append(String.join(", ", table.columns().stream().map(column -> quoted(column.name())).toList())).append(") VALUES (")
                .append(String.join(", ", Collections.nCopies(firstValue - 1 + table.columns().size(), "?"))).append(')');
        try (PreparedStatement row = connection.prepareStatement(sql.toString())) {
            features.writeTo((polygons, values) -> insert(row, polygons, values, firstValue));
        }
    }

    private void insert(PreparedStatement row, List<List<double[]>> polygons, List<?> values, int firstValue) throws IOException {
        try {
            if (table.hasGeometry()) {
                row.setBytes(1, polygons.isEmpty() ? null : blob(polygons));
            }
            for (int k = 0; k < values.size(); k++) {
                row.setObject(firstValue + k, values.get(k) instanceof Boolean truth ? Integer.valueOf(truth ? 1 : 0) : values.get(k));
            }
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("SQLite: " + e.getMessage(), e);
        }
    }

    private byte[] blob(List<List<double[]>> polygons) {
        return table.geometry() == FeatureTable.Geometry.POINT ? geometry.pointBlob(polygons.get(0).get(0)) : geometry.blob(polygons);
    }

    private void insertLayer() throws SQLException {
        String name = layerName(table);
        double[] box = geometry.extent();
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            execute(row, name, table.hasGeometry() ? "features" : "attributes", name, table.description(), LAST_CHANGE,
                    box == null ? null : box[0], box == null ? null : box[1], box == null ? null : box[2], box == null ? null : box[3],
                    table.hasGeometry() ? WGS84 : null);
        }
        if (table.hasGeometry()) {
            try (PreparedStatement row = connection.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)")) {
                execute(row, name, geometryColumn, table.geometry().name(), WGS84, 0, 0);
            }
        }
    }

    /** A table may not be called as those of the format are, nor as those of SQLite. */
    private static String layerName(FeatureTable table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        boolean reserved = name.startsWith("gpkg_") || name.startsWith("rtree_") || name.startsWith("sqlite_");
        return reserved ? "layer_" + table.name() : table.name();
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void execute(PreparedStatement row, Object... values) throws SQLException {
        for (int k = 0; k < values.length; k++) {
            row.setObject(k + 1, values[k]);
        }
        row.executeUpdate();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
