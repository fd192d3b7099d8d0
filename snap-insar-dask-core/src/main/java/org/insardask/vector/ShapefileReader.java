package org.insardask.vector;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * ESRI Shapefile (ESRI Shapefile Technical Description, 1998): polygons of a .shp in the order of the .shx (without a .shx in the order of
 * the .shp), attributes of the .dbf, system of the .prj. Z and M are dropped. A .dbf cuts names off at 10 characters; a field can be
 * asked for by its full name too.
 */
final class ShapefileReader implements FormatReader {
    private static final int MAGIC = 9994;
    private static final int HEADER = 100;
    private static final int NAME_LENGTH = 10;
    private static final int POLYGON = 5;
    private static final int POLYGON_Z = 15;
    private static final int POLYGON_M = 25;

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
            Path shx = sibling(request.file(), "shx");
            Records records = shx == null ? new Records(shp, null, request) : new Records(shp, offsets(shx, request), request);
            if (shx == null) {
                collector.note("there is no .shx; records are taken in the order of the .shp");
            }
            ByteBuffer record = records.next();
            int count = 0;
            for (; record != null; record = records.next(), count++) {
                if (!table.next()) {
                    throw request.failure("its .dbf ends after " + count + " rows; the .shp has more");
                }
                collector.beginFeature();
                if (!table.isDeleted()) {
                    readPolygon(record, count, collector, request);
                    table.read(selected, collector);
                }
            }
            if (table.rows() != count) {
                throw request.failure("has " + count + " records but its .dbf has " + table.rows());
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
        return prj == null ? CrsDefinition.NONE : new CrsDefinition(null, Files.readString(prj, StandardCharsets.ISO_8859_1));
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

    private static ByteBuffer read(FileChannel channel, long position, int length, VectorRequest request) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            readFully(channel, position, buffer);
        } catch (EOFException e) {
            throw request.failure("is truncated", e);
        }
        return buffer.flip();
    }

    private static void readFully(FileChannel channel, long position, ByteBuffer buffer) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new EOFException("end of file");
            }
            at += read;
        }
    }

    private static void readPolygon(ByteBuffer record, int number, LayerCollector collector, VectorRequest request)
            throws VectorFileException {
        ByteBuffer content = record.order(ByteOrder.LITTLE_ENDIAN);
        require(content.remaining() >= 4, number, request);
        int type = content.getInt();
        if (type == 0) {
            return;
        }
        require((type == POLYGON || type == POLYGON_Z || type == POLYGON_M) && content.remaining() >= 40, number, request);
        content.position(content.position() + 32);
        int parts = content.getInt();
        int points = content.getInt();
        require(parts >= 0 && points >= 0 && 4L * parts + 16L * points <= content.remaining(), number, request);
        int[] ringStart = new int[parts + 1];
        for (int r = 0; r < parts; r++) {
            ringStart[r] = content.getInt();
            require(ringStart[r] >= (r == 0 ? 0 : ringStart[r - 1]) && ringStart[r] <= points, number, request);
        }
        ringStart[parts] = points;
        double[] xy = new double[2 * points];
        content.asDoubleBuffer().get(xy);
        addPolygons(xy, ringStart, collector);
    }

    private static void addPolygons(double[] xy, int[] ringStart, LayerCollector collector) {
        for (List<Integer> polygon : new RingGrouper(xy, ringStart).group()) {
            collector.beginPolygon();
            for (int ring : polygon) {
                double[] vertices = Arrays.copyOfRange(xy, 2 * ringStart[ring], 2 * ringStart[ring + 1]);
                collector.addRing(vertices, vertices.length / 2);
            }
        }
    }

    private static void require(boolean valid, int number, VectorRequest request) throws VectorFileException {
        if (!valid) {
            throw request.failure("record " + number + " (counted from 0) is corrupt");
        }
    }

    /** The contents of the records, one after the other. */
    private static final class Records {
        private static final int CHUNK = 1 << 16;

        private final FileChannel shp;
        private final long[] offsets;
        private final VectorRequest request;
        private final long length;
        private long position = HEADER;
        private int number;
        private ByteBuffer chunk = ByteBuffer.allocate(0);
        private long chunkStart;

        Records(FileChannel shp, long[] offsets, VectorRequest request) throws IOException {
            this.shp = shp;
            this.offsets = offsets;
            this.request = request;
            length = shp.size();
        }

        /** Returns the content of the next record, or null after the last one. */
        ByteBuffer next() throws IOException {
            if (offsets != null) {
                if (number == offsets.length) {
                    return null;
                }
                position = offsets[number];
            } else if (position == length) {
                return null;
            }
            int content = 2 * Math.max(-1, Math.min(view(position, 8).order(ByteOrder.BIG_ENDIAN).getInt(4), Integer.MAX_VALUE / 2));
            require(content >= 0, number, request);
            ByteBuffer record = view(position + 8, content);
            position += 8L + content;
            number++;
            return record;
        }

        /** Returns bytes of the file, from the chunk that is at hand or a new one. */
        private ByteBuffer view(long from, int bytes) throws IOException {
            if (from < HEADER || from + bytes > length) {
                throw request.failure("is truncated: record " + number + " (counted from 0) ends at byte " + (from + bytes)
                        + ", the file has " + length);
            }
            if (from < chunkStart || from + bytes > chunkStart + chunk.limit()) {
                chunk = ByteBuffer.allocate((int) Math.min(length - from, Math.max(CHUNK, bytes)));
                readFully(shp, from, chunk);
                chunk.flip();
                chunkStart = from;
            }
            return chunk.slice((int) (from - chunkStart), bytes);
        }
    }
}
