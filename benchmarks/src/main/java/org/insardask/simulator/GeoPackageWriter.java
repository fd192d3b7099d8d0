package org.insardask.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Writes buildings to a GeoPackage (OGC 12-128r15): one layer of multi-polygons in EPSG:4326, without a spatial index.
 *
 * <p>Equal buildings give equal bytes with the same version of SQLite. Stateless.
 */
final class GeoPackageWriter {
    private static final String LAYER = "buildings";
    private static final int WGS84 = 4326;
    /** Nothing in the file tells when it was made. */
    private static final String LAST_CHANGE = "2024-01-01T00:00:00.000Z";
    private static final byte LITTLE_ENDIAN_WITH_BOX = 0x03;
    private static final int WKB_POLYGON = 3;
    private static final int WKB_MULTI_POLYGON = 6;
    private static final String WGS84_TEXT = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
            + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
            + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

    private GeoPackageWriter() {
    }

    /**
     * Writes a file anew.
     *
     * @throws IOException if the file cannot be written
     */
    static void write(List<Building> buildings, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA application_id = 0x47504B47");
                statement.execute("PRAGMA user_version = 10200");
            }
            connection.setAutoCommit(false);
            createTables(connection);
            insertReferenceSystems(connection);
            insertLayer(connection, buildings);
            insertBuildings(connection, buildings);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
                    + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,"
                    + " description TEXT)");
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
                    + " identifier TEXT UNIQUE, description TEXT DEFAULT '',"
                    + " last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                    + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
                    + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))");
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                    + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                    + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                    + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
                    + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))");
            statement.execute("CREATE TABLE " + LAYER + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON,"
                    + " id INTEGER, name TEXT, type TEXT, roof_height DOUBLE, year INTEGER)");
        }
    }

    private static void insertReferenceSystems(Connection connection) throws SQLException {
        String insert = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            execute(row, "WGS 84 geodetic", WGS84, "EPSG", WGS84, WGS84_TEXT, "longitude/latitude coordinates in decimal degrees");
            execute(row, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system");
            execute(row, "Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system");
        }
    }

    private static void insertLayer(Connection connection, List<Building> buildings) throws SQLException {
        double[] box = {0, 0, 0, 0};
        for (int k = 0; k < buildings.size(); k++) {
            double[] b = buildings.get(k).bounds();
            for (int i = 0; i < 4; i++) {
                box[i] = k == 0 ? b[i] : i < 2 ? Math.min(box[i], b[i]) : Math.max(box[i], b[i]);
            }
        }
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            execute(row, LAYER, "features", LAYER, "Buildings of a made-up town", LAST_CHANGE, box[0], box[1], box[2], box[3], WGS84);
        }
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)")) {
            execute(row, LAYER, "geom", "MULTIPOLYGON", WGS84, 0, 0);
        }
    }

    private static void insertBuildings(Connection connection, List<Building> buildings) throws SQLException {
        String insert = "INSERT INTO " + LAYER + " (geom, id, name, type, roof_height, year) VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            for (Building b : buildings) {
                execute(row, geometry(b), b.id(), b.name(), b.type(), b.height(), b.year());
            }
        }
    }

    private static void execute(PreparedStatement row, Object... values) throws SQLException {
        for (int k = 0; k < values.length; k++) {
            row.setObject(k + 1, values[k]);
        }
        row.executeUpdate();
    }

    /** The GeoPackage header with the bounding box, and the multi-polygon as well-known binary. */
    private static byte[] geometry(Building building) {
        double[] box = building.bounds();
        ByteBuffer blob = ByteBuffer.allocate(size(building)).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put(LITTLE_ENDIAN_WITH_BOX).putInt(WGS84);
        blob.putDouble(box[0]).putDouble(box[2]).putDouble(box[1]).putDouble(box[3]);
        blob.put((byte) 1).putInt(WKB_MULTI_POLYGON).putInt(building.parts().size());
        for (List<double[]> rings : building.parts()) {
            blob.put((byte) 1).putInt(WKB_POLYGON).putInt(rings.size());
            for (double[] ring : rings) {
                blob.putInt(ring.length / 2);
                for (double coordinate : ring) {
                    blob.putDouble(coordinate);
                }
            }
        }
        return blob.array();
    }

    private static int size(Building building) {
        int size = 8 + 32 + 9;
        for (List<double[]> rings : building.parts()) {
            size += 9;
            for (double[] ring : rings) {
                size += 4 + 8 * ring.length;
            }
        }
        return size;
    }
}
