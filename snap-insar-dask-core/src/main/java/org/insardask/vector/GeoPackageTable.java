package org.insardask.vector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A layer of a GeoPackage: its table or view and what the schema says about it.
 *
 * @param table name of the table
 * @param geometryColumn name of the column with geometries
 * @param srsId number of the reference system in gpkg_spatial_ref_sys
 * @param types declared types of the other columns by name, in order
 * @param primaryKey name of the primary key, null for a view without one
 */
record GeoPackageTable(String table, String geometryColumn, int srsId, Map<String, String> types, String primaryKey) {

    private static final String LAYERS = "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c "
            + "JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name) ORDER BY c.rowid";

    /** Returns the names of all layers of features. */
    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(LAYERS)) {
            while (rows.next()) {
                names.add(String.valueOf(rows.getString(1)));
            }
        }
        return names;
    }

    /** Returns the layer of a request, or the first one. */
    static GeoPackageTable find(Connection connection, VectorRequest request) throws SQLException, VectorFileException {
        try (Statement statement = connection.createStatement()) {
            if (!hasTable(statement, "gpkg_contents") || !hasTable(statement, "gpkg_geometry_columns")) {
                throw request.failure("is an SQLite file but no GeoPackage with features (it has no tables gpkg_contents and "
                        + "gpkg_geometry_columns)");
            }
            try (ResultSet rows = statement.executeQuery(LAYERS)) {
                while (rows.next()) {
                    String table = String.valueOf(rows.getString(1));
                    if (request.layer() == null || table.equals(request.layer())) {
                        return described(connection, table, String.valueOf(rows.getString(2)), rows.getInt(3));
                    }
                }
            }
            List<String> names = names(connection);
            throw names.isEmpty() ? request.failure("holds no layer of features")
                    : request.failure("no layer '" + request.layer() + "'; its layers are " + Names.list(names));
        }
    }

    private static boolean hasTable(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE lower(name) = '" + name + "'")) {
            return rows.next();
        }
    }

    private static GeoPackageTable described(Connection connection, String table, String geometryColumn, int srsId) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        String primaryKey = null;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + quoted(table) + ")")) {
            while (rows.next()) {
                String name = rows.getString("name");
                if (rows.getInt("pk") == 1) {
                    primaryKey = name;
                }
                if (!name.equalsIgnoreCase(geometryColumn)) {
                    types.put(name, String.valueOf(rows.getString("type")).toUpperCase(Locale.ROOT));
                }
            }
        }
        return new GeoPackageTable(table, geometryColumn, srsId, types, primaryKey);
    }

    /** Returns what the file says about the system of the coordinates. */
    CrsDefinition crs(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            query.setInt(1, srsId);
            try (ResultSet rows = query.executeQuery()) {
                if (srsId <= 0 || !rows.next()) {
                    return CrsDefinition.NONE;
                }
                String organization = String.valueOf(rows.getString(1)).toUpperCase(Locale.ROOT);
                return "EPSG".equals(organization) ? new CrsDefinition("EPSG:" + rows.getInt(2), null)
                        : new CrsDefinition(null, rows.getString(3));
            }
        }
    }

    List<String> names() {
        return List.copyOf(types.keySet());
    }

    /** True where rows can be asked for by a whole number. */
    boolean hasIntegerKey() {
        return primaryKey != null && types.getOrDefault(primaryKey, "").equals("INTEGER");
    }

    /** A query of columns in the order of the features. */
    String selectAll(List<String> columns) {
        return select(columns) + (primaryKey == null ? "" : " ORDER BY " + quoted(primaryKey));
    }

    /** A query of columns of the row with a primary key. */
    String selectOne(List<String> columns) {
        return select(columns) + " WHERE " + quoted(primaryKey) + " = ?";
    }

    private String select(List<String> columns) {
        return "SELECT " + String.join(", ", columns.stream().map(GeoPackageTable::quoted).toList()) + " FROM " + quoted(table);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
