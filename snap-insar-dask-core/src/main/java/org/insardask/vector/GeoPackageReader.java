package org.insardask.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * GeoPackage (OGC 12-128r18). Features come in the order of the primary key, which is the order of the rows; the order of the spatial index
 * would make other polygons win where several overlap. Coordinates are x = easting or longitude whatever the axes of the system are
 * (requirement 20 and clause 1.1.1).
 */
final class GeoPackageReader implements FormatReader {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int EXTENDED = 0x20;
    private static final int EMPTY = 0x10;
    /** A table gives no more geometry than the file holds; a view that gives some of it several times may. */
    private static final int MOST_COPIES = 16;

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws IOException {
        try (GeoPackageFile file = new GeoPackageFile(request)) {
            try {
                read(file, request, collector);
            } catch (SQLException e) {
                throw file.failure(request, e);
            }
        } catch (SQLException e) {
            throw GeoPackageFile.corrupt(request, e);
        }
    }

    private static void read(GeoPackageFile file, VectorRequest request, LayerCollector collector)
            throws SQLException, VectorFileException {
        GeoPackageTable table = GeoPackageTable.find(file.connection(), request);
        collector.layers(GeoPackageTable.names(file.connection()));
        collector.open(table.table(), table.crs(file.connection()));
        GeoPackageValues values = new GeoPackageValues(request, table, collector.select(table.names()));
        values.declare(collector);
        if (!collector.wantsFeatures()) {
            return;
        }
        if (collector.isDeferred() && table.hasIntegerKey()) {
            Keys keys = new Keys();
            collector.defer((features, later) -> values.read(keys.toArray(), features, later));
            readRows(file, request, collector, table, List.of(table.primaryKey()), row -> keys.add(row.getLong(2)));
        } else {
            readRows(file, request, collector, table, values.columns(), row -> values.set(row, 2, collector));
        }
    }

    /** What is done with the columns of a row beside its geometry. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException, VectorFileException;
    }

    private static void readRows(GeoPackageFile file, VectorRequest request, LayerCollector collector, GeoPackageTable table,
                                 List<String> columns, RowReader rowReader) throws SQLException, VectorFileException {
        List<String> selected = new ArrayList<>(List.of(table.geometryColumn()));
        selected.addAll(columns);
        WkbReader wkb = new WkbReader(collector);
        long bytes = 0;
        try (Statement statement = file.connection().createStatement();
                ResultSet rows = statement.executeQuery(table.selectAll(selected))) {
            for (int feature = 0; rows.next(); feature++) {
                collector.beginFeature();
                byte[] blob = rows.getBytes(1);
                if (blob != null) {
                    bytes += blob.length;
                    readGeometry(blob, wkb, feature, request);
                }
                rowReader.read(rows);
                if (bytes > MOST_COPIES * file.bytes()) {
                    throw request.failure("layer '" + table.table() + "' gives more geometry than the file can hold");
                }
            }
        }
    }

    private static void readGeometry(byte[] blob, WkbReader wkb, int feature, VectorRequest request) throws VectorFileException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(blob);
            if (skipHeader(buffer)) {
                wkb.read(buffer);
            }
        } catch (MalformedGeometryException e) {
            throw request.failure("the geometry of feature " + feature + " (counted from 0) cannot be read: " + e.getMessage(), e);
        }
    }

    /** Skips the header of a GeoPackage geometry (clause 2.1.3) with its envelope of any kind; returns false for an empty one. */
    private static boolean skipHeader(ByteBuffer blob) throws MalformedGeometryException {
        if (blob.remaining() < 8 || blob.get() != 'G' || blob.get() != 'P') {
            throw new MalformedGeometryException("it has no GeoPackage header");
        }
        blob.get();
        int flags = blob.get();
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length || blob.remaining() < 4 + ENVELOPE_BYTES[envelope] || (flags & EXTENDED) != 0) {
            throw new MalformedGeometryException("its GeoPackage header is not of the standard kind");
        }
        blob.position(blob.position() + 4 + ENVELOPE_BYTES[envelope]);
        blob.order(ByteOrder.BIG_ENDIAN);
        return (flags & EMPTY) == 0;
    }

    /** The primary keys of the features. */
    private static final class Keys {
        private long[] keys = new long[1024];
        private int size;

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size + (size >> 1));
            }
            keys[size++] = key;
        }

        long[] toArray() {
            return Arrays.copyOf(keys, size);
        }
    }
}
