package org.insardask.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * GeoPackage (OGC 12-128r18). Features come in the order of the primary key, which is the order of the rows; the order of the spatial index
 * would make other polygons win where several overlap. Coordinates are x = easting or longitude whatever the axes of the system are
 * (requirement 20 and clause 1.1.1).
 */
final class GeoPackageReader implements FormatReader {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws VectorFileException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + request.file().toUri(), config.toProperties())) {
            Layer layer = layer(connection, request);
            collector.open(layer.table(), crs(connection, layer.srsId()));
            Columns columns = columns(connection, layer);
            int[] selected = collector.select(List.copyOf(columns.types().keySet()));
            readFeatures(connection, layer, columns, selected, request, collector);
        } catch (SQLException e) {
            throw request.failure("is corrupt or cannot be read as a GeoPackage (" + firstLine(e) + ")", e);
        }
    }

    private record Layer(String table, String geometryColumn, int srsId) {
    }

    /** The declared types of the attribute columns by name, and the primary key (null for a view without one). */
    private record Columns(Map<String, String> types, String primaryKey) {
    }

    private static Layer layer(Connection connection, VectorRequest request) throws SQLException, VectorFileException {
        List<Layer> layers = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (!hasTable(statement, "gpkg_contents") || !hasTable(statement, "gpkg_geometry_columns")) {
                throw request.failure("is an SQLite file but no GeoPackage with features (it has no tables gpkg_contents and "
                        + "gpkg_geometry_columns)");
            }
            try (ResultSet rows = statement.executeQuery("SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c "
                    + "JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name) ORDER BY c.rowid")) {
                while (rows.next()) {
                    layers.add(new Layer(rows.getString(1), rows.getString(2), rows.getInt(3)));
                }
            }
        }
        if (layers.isEmpty()) {
            throw request.failure("holds no layer of features");
        }
        if (request.layer() == null) {
            return layers.get(0);
        }
        for (Layer layer : layers) {
            if (layer.table().equals(request.layer())) {
                return layer;
            }
        }
        List<String> names = layers.stream().map(Layer::table).toList();
        throw request.failure("no layer '" + request.layer() + "'; its layers are " + Names.list(names));
    }

    private static boolean hasTable(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE lower(name) = '" + name + "'")) {
            return rows.next();
        }
    }

    private static CrsDefinition crs(Connection connection, int srsId) throws SQLException {
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

    private static Columns columns(Connection connection, Layer layer) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        String primaryKey = null;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + quoted(layer.table()) + ")")) {
            while (rows.next()) {
                String name = rows.getString("name");
                if (rows.getInt("pk") == 1) {
                    primaryKey = name;
                }
                if (!name.equalsIgnoreCase(layer.geometryColumn())) {
                    types.put(name, String.valueOf(rows.getString("type")).toUpperCase(Locale.ROOT));
                }
            }
        }
        return new Columns(types, primaryKey);
    }

    private static void readFeatures(Connection connection, Layer layer, Columns columns, int[] selected, VectorRequest request,
                                     LayerCollector collector) throws SQLException, VectorFileException {
        List<String> names = List.copyOf(columns.types().keySet());
        StringBuilder sql = new StringBuilder("SELECT ").append(quoted(layer.geometryColumn()));
        List<String> declared = new ArrayList<>();
        for (int field = 0; field < selected.length; field++) {
            String name = names.get(selected[field]);
            sql.append(", ").append(quoted(name));
            declared.add(columns.types().get(name));
            collector.attribute(field).declare(typeOf(declared.get(field)));
        }
        sql.append(" FROM ").append(quoted(layer.table()));
        if (columns.primaryKey() != null) {
            sql.append(" ORDER BY ").append(quoted(columns.primaryKey()));
        }
        WkbReader wkb = new WkbReader(collector);
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql.toString())) {
            for (int feature = 0; rows.next(); feature++) {
                collector.beginFeature();
                readGeometry(rows.getBytes(1), wkb, feature, request);
                for (int field = 0; field < selected.length; field++) {
                    setValue(collector.attribute(field), declared.get(field), rows.getObject(field + 2));
                }
            }
        }
    }

    private static void readGeometry(byte[] blob, WkbReader wkb, int feature, VectorRequest request) throws VectorFileException {
        if (blob == null) {
            return;
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(blob);
            if (skipHeader(buffer)) {
                wkb.read(buffer);
            }
        } catch (MalformedGeometryException e) {
            throw request.failure("the geometry of feature " + feature + " (counted from 0) cannot be read: " + e.getMessage(), e);
        }
    }

    /** Skips the header of a GeoPackage geometry (clause 2.1.3); returns false for an empty one. */
    private static boolean skipHeader(ByteBuffer blob) throws MalformedGeometryException {
        if (blob.remaining() < 8 || blob.get() != 'G' || blob.get() != 'P') {
            throw new MalformedGeometryException("it has no GeoPackage header");
        }
        blob.get();
        int flags = blob.get();
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length || blob.remaining() < 4 + ENVELOPE_BYTES[envelope] || (flags & 0x20) != 0) {
            throw new MalformedGeometryException("its GeoPackage header is not of the standard kind");
        }
        blob.position(blob.position() + 4 + ENVELOPE_BYTES[envelope]);
        blob.order(ByteOrder.BIG_ENDIAN);
        return (flags & 0x10) == 0;
    }

    private static AttributeType typeOf(String declared) {
        if (declared.startsWith("BOOL")) {
            return AttributeType.BOOLEAN;
        }
        if (declared.contains("INT")) {
            return AttributeType.INTEGER;
        }
        return declared.startsWith("TEXT") || declared.startsWith("DATE") ? AttributeType.STRING : AttributeType.FLOAT;
    }

    private static void setValue(AttributeBuilder attribute, String declared, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            switch (typeOf(declared)) {
                case BOOLEAN -> attribute.setBoolean(number != 0);
                case FLOAT -> attribute.setFloat((double) number);
                default -> attribute.setInteger(number);
            }
        } else if (value instanceof Number number) {
            attribute.setFloat(number.doubleValue());
        } else if (value instanceof String text) {
            attribute.setText(text);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown failure");
    }
}
