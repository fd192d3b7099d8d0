package org.insardask.vector;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The values of the fields of a request in a GeoPackage. Types are those that the columns are declared with, as far as the values agree:
 * SQLite lets any column hold any value.
 */
final class GeoPackageValues {
    /** Below one row in so many, rows are asked for one by one. */
    private static final int FEW = 16;

    private final VectorRequest request;
    private final GeoPackageTable table;
    private final List<String> columns = new ArrayList<>();
    private final List<AttributeType> types = new ArrayList<>();

    /**
     * Chooses the columns.
     *
     * @param selected for each field of the request its place among the columns of the table
     */
    GeoPackageValues(VectorRequest request, GeoPackageTable table, int[] selected) {
        this.request = request;
        this.table = table;
        for (int place : selected) {
            String name = table.names().get(place);
            columns.add(name);
            types.add(typeOf(table.types().get(name)));
        }
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

    List<String> columns() {
        return columns;
    }

    void declare(LayerCollector collector) {
        for (int field = 0; field < types.size(); field++) {
            collector.attribute(field).declare(types.get(field));
        }
    }

    /** Gives the values of a row to their attributes; the first field is at the given place of the row, counted from 1. */
    void set(ResultSet row, int firstPlace, LayerCollector collector) throws SQLException, VectorFileException {
        for (int field = 0; field < types.size(); field++) {
            set(collector.attribute(field), types.get(field), row.getObject(firstPlace + field));
        }
    }

    private void set(AttributeBuilder attribute, AttributeType type, Object value) throws VectorFileException {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            switch (type) {
                case BOOLEAN -> attribute.setBoolean(number != 0);
                case FLOAT -> attribute.setFloat((double) number);
                default -> attribute.setInteger(number);
            }
        } else if (value instanceof Number number) {
            attribute.setFloat(number.doubleValue());
        } else if (value instanceof String text) {
            attribute.setText(text);
        } else if (value != null) {
            throw request.failure("field '" + attribute.name() + "' holds binary data; numbers, texts and truth values can be used");
        }
    }

    /**
     * Reads the values of some features.
     *
     * @param keys the primary key of each feature
     */
    void read(long[] keys, BitSet features, LayerCollector collector) throws IOException {
        declare(collector);
        try (GeoPackageFile file = new GeoPackageFile(request)) {
            try {
                if (features.cardinality() < keys.length / FEW) {
                    readFew(file.connection(), keys, features, collector);
                } else {
                    readMany(file.connection(), keys, features, collector);
                }
            } catch (SQLException e) {
                throw file.failure(request, e);
            }
        } catch (SQLException e) {
            throw GeoPackageFile.corrupt(request, e);
        }
    }

    private void readFew(Connection connection, long[] keys, BitSet features, LayerCollector collector)
            throws SQLException, VectorFileException {
        try (PreparedStatement query = connection.prepareStatement(table.selectOne(columns))) {
            for (int feature = 0; feature < keys.length; feature++) {
                collector.beginRow();
                if (features.get(feature)) {
                    query.setLong(1, keys[feature]);
                    try (ResultSet row = query.executeQuery()) {
                        requireSame(row.next());
                        set(row, 1, collector);
                    }
                }
            }
        }
    }

    private void readMany(Connection connection, long[] keys, BitSet features, LayerCollector collector)
            throws SQLException, VectorFileException {
        List<String> withKey = new ArrayList<>(List.of(table.primaryKey()));
        withKey.addAll(columns);
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(table.selectAll(withKey))) {
            for (int feature = 0; feature < keys.length; feature++) {
                requireSame(rows.next() && rows.getLong(1) == keys[feature]);
                collector.beginRow();
                if (features.get(feature)) {
                    set(rows, 2, collector);
                }
            }
        }
    }

    private void requireSame(boolean same) throws VectorFileException {
        if (!same) {
            throw request.failure("was changed while it was used");
        }
    }
}
