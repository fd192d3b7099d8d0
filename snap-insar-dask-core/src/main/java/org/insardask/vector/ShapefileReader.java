package org.insardask.vector;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * ESRI Shapefile (ESRI Shapefile Technical Description, 1998): polygons of a .shp in the order of the .shx (without a .shx in the order of
 * the .shp), attributes of the .dbf, system of the .prj. Z and M are dropped. A .dbf cuts names off at 10 characters; a field can be
 * asked for by its full name too.
 */
final class ShapefileReader implements FormatReader {
    private static final int MAGIC = 9994;
    static final int HEADER = 100;
    private static final int NAME_LENGTH = 10;
    private static final int MAX_PRJ = 1 << 20;
    static final int POLYGON = 5;
    static final int POLYGON_Z = 15;
    static final int POLYGON_M = 25;

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws IOException {
        request.requireLayer(request.stem());
        Path dbf = sibling(request.file(), "dbf");
        if (dbf == null) {
            throw request.failure("its .dbf is missing, which holds the fields");
        }
        collector.open(request.stem(), crs(request.file()));
        try (FileChannel shp = FileChannel.open(request.file()); DbfTable table = new DbfTable(dbf, request)) {
            int[] selected = collector.select(table.names(), NAME_LENGTH);
            table.declare(selected, collector);
            checkHeader(shp, request);
            if (!collector.wantsFeatures()) {
                return;
            }
            Path shx = sibling(request.file(), "shx");
            if (shx == null) {
                collector.note("there is no .shx; records are taken in the order of the .shp");
            }
            if (collector.isDeferred()) {
                collector.defer((features, later) -> readValues(dbf, request, features, later));
            }
            readRecords(new ShapeRecords(shp, shx == null ? null : offsets(shx, request), request), table, selected, request, collector);
        }
    }

    private static void readRecords(ShapeRecords records, DbfTable table, int[] selected, VectorRequest request, LayerCollector collector)
            throws IOException {
        ShapePolygon polygon = new ShapePolygon(collector, request);
        int count = 0;
        for (ByteBuffer record = records.next(); record != null; record = records.next(), count++) {
            if (count == table.rows()) {
                throw request.failure("its .dbf ends after " + count + " rows; the .shp has more");
            }
            collector.beginFeature();
            table.go(count);
            if (!table.isDeleted()) {
                polygon.read(record, count);
                if (!collector.isDeferred()) {
                    table.read(selected, collector);
                }
            }
        }
        if (table.rows() != count) {
            throw request.failure("has " + count + " records but its .dbf has " + table.rows());
        }
    }

    private static void readValues(Path dbf, VectorRequest request, BitSet features, LayerCollector collector) throws IOException {
        try (DbfTable table = new DbfTable(dbf, request)) {
            int[] selected = collector.select(table.names(), NAME_LENGTH);
            table.declare(selected, collector);
            for (int row = 0; row < table.rows(); row++) {
                collector.beginRow();
                if (features.get(row)) {
                    table.go(row);
                    if (!table.isDeleted()) {
                        table.read(selected, collector);
                    }
                }
            }
        }
    }

    /** Returns the file beside the .shp with another extension in any case, or null. */
    static Path sibling(Path shp, String extension) throws IOException {
        String name = shp.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String wanted = ((dot > 0 ? name.substring(0, dot) : name) + '.' + extension).toLowerCase(Locale.ROOT);
        Path exact = shp.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + '.' + extension);
        if (Files.isRegularFile(exact)) {
            return exact;
        }
        try (Stream<Path> files = Files.list(shp.toAbsolutePath().getParent())) {
            return files.filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).equals(wanted)).findFirst().orElse(null);
        }
    }

    private static CrsDefinition crs(Path shp) throws IOException {
        Path prj = sibling(shp, "prj");
        return prj == null ? CrsDefinition.NONE : new CrsDefinition(null, head(prj));
    }

    private static String head(Path prj) throws IOException {
        try (InputStream in = Files.newInputStream(prj)) {
            return new String(in.readNBytes(MAX_PRJ), StandardCharsets.ISO_8859_1);
        }
    }

    private static void checkHeader(FileChannel shp, VectorRequest request) throws IOException {
        ByteBuffer header = read(shp, 0, HEADER, request);
        if (header.getInt(0) != MAGIC) {
            throw request.failure("is no Shapefile");
        }
        if (request.file().toString().toLowerCase(Locale.ROOT).endsWith(".shx")) {
            throw request.failure("is the index of a Shapefile; give the .shp");
        }
        int type = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        if (type != POLYGON && type != POLYGON_Z && type != POLYGON_M && type != 0) {
            throw request.failure("holds no polygons but shapes of type " + type);
        }
    }

    private static long[] offsets(Path shx, VectorRequest request) throws IOException {
        try (FileChannel channel = FileChannel.open(shx)) {
            long length = channel.size();
            if (length < HEADER || (length - HEADER) % 8 != 0 || length > Integer.MAX_VALUE) {
                throw request.failure("its .shx is truncated");
            }
            ByteBuffer index = read(channel, HEADER, (int) (length - HEADER), request);
            long[] offsets = new long[index.remaining() / 8];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = 2L * Integer.toUnsignedLong(index.getInt(8 * i));
            }
            return offsets;
        }
    }

    static ByteBuffer read(FileChannel channel, long position, int length, VectorRequest request) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            readFully(channel, position, buffer);
        } catch (EOFException e) {
            throw request.failure("is truncated", e);
        }
        return buffer.flip();
    }

    static void readFully(FileChannel channel, long position, ByteBuffer buffer) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new EOFException("end of file");
            }
            at += read;
        }
    }
}
