package org.insardask.benchmarks.polygon;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
 * Writes the files that all peers read: {@code polygons.gpkg} (layer {@code polygons}, EPSG:4326; fields id, name, height, type) and
 * {@code lon.f64}, {@code lat.f64} (little-endian doubles).
 */
public final class PolygonFiles {
    static final String POLYGONS = "polygons.gpkg";
    private static final long SEED = 20_260_101;
    private static final int WGS84 = 4326;
    private static final String WGS84_TEXT = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";

    private PolygonFiles() {
    }

    /**
     * Writes the files: FOLDER POLYGONS POINTS.
     *
     * @param arguments folder, number of polygons, number of points
     * @throws IOException where a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        MadeUpPolygons polygons = polygons(Integer.parseInt(arguments[1]));
        writePolygons(polygons, folder.resolve(POLYGONS));
        double[][] points = polygons.points(Integer.parseInt(arguments[2]));
        writeDoubles(points[0], folder.resolve("lon.f64"));
        writeDoubles(points[1], folder.resolve("lat.f64"));
    }

    static MadeUpPolygons polygons(int count) {
        return new MadeUpPolygons(SEED, count);
    }

    static void writeDoubles(double[] values, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * 4096).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int from = 0; from < values.length; from += 4096) {
                int count = Math.min(4096, values.length - from);
                bytes.clear().asDoubleBuffer().put(values, from, count);
                out.write(bytes.array(), 0, 8 * count);
            }
        }
    }

    private static void writePolygons(MadeUpPolygons polygons, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA application_id = 0x47504B47");
                statement.execute("PRAGMA user_version = 10300");
                statement.execute("PRAGMA journal_mode = OFF");
            }
            connection.setAutoCommit(false);
            createTables(connection);
            insert(connection, polygons);
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
                    + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,"
                    + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER)");
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                    + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL)");
            statement.execute("CREATE TABLE polygons (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, id INTEGER,"
                    + " name TEXT, height DOUBLE, type TEXT)");
            statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '" + WGS84_TEXT + "', NULL),"
                    + " ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),"
                    + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('polygons', 'features', 'polygons', '', '2026-01-01T00:00:00.000Z',"
                    + " NULL, NULL, NULL, NULL, 4326)");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('polygons', 'geom', 'MULTIPOLYGON', 4326, 0, 0)");
        }
    }

    private static void insert(Connection connection, MadeUpPolygons polygons) throws SQLException {
        String insert = "INSERT INTO polygons (geom, id, name, height, type) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            for (int i = 0; i < polygons.count(); i++) {
                MadeUpPolygons.Feature feature = polygons.feature(i);
                row.setBytes(1, geometry(feature.parts()));
                row.setInt(2, feature.id());
                row.setString(3, feature.name());
                row.setDouble(4, feature.height());
                row.setString(5, feature.type());
                row.executeUpdate();
            }
        }
    }

    /** The GeoPackage header without a box, and a multi-polygon as well-known binary. */
    private static byte[] geometry(List<List<double[]>> parts) {
        int size = 8 + 9;
        for (List<double[]> rings : parts) {
            size += 9 + rings.stream().mapToInt(ring -> 4 + 8 * ring.length).sum();
        }
        ByteBuffer blob = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(WGS84);
        blob.put((byte) 1).putInt(6).putInt(parts.size());
        for (List<double[]> rings : parts) {
            blob.put((byte) 1).putInt(3).putInt(rings.size());
            for (double[] ring : rings) {
                blob.putInt(ring.length / 2);
                for (double coordinate : ring) {
                    blob.putDouble(coordinate);
                }
            }
        }
        return blob.array();
    }
}
