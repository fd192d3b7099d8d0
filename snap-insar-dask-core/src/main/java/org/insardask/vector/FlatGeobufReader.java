package org.insardask.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf 3. The order of the features is that of the file: a writer that makes a spatial index sorts them along a Hilbert curve, so
 * that other polygons may win than in the file it was made from.
 */
final class FlatGeobufReader implements FormatReader {
    private static final int MAGIC_BYTES = 8;
    private static final int VERSION = 3;
    private static final int NODE_BYTES = 40;
    private static final int BYTES_OF_A_PART = 4;
    private static final int MAX_DEPTH = 32;

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(request.file()), 1 << 16)) {
            new Reading(in, Files.size(request.file()), request, collector).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException e) {
            // What the flatbuffers library throws where an offset points outside the buffer.
            throw request.failure("is corrupt: it is no valid FlatGeobuf", e);
        }
    }

    /** One reading of one file. */
    private static final class Reading {
        private final InputStream in;
        private final VectorRequest request;
        private final LayerCollector collector;
        private long left;
        private long feature;
        private byte[] bytes = new byte[1 << 12];
        private double[] xy = new double[64];
        /** How much more the geometry of a feature can hold; offsets that point to the same bytes again and again use it up. */
        private long geometryLeft;
        /** For each column of the file the place of the field in the request, or -1. */
        private int[] fieldOfColumn;

        Reading(InputStream in, long length, VectorRequest request, LayerCollector collector) {
            this.in = in;
            this.left = length;
            this.request = request;
            this.collector = collector;
        }

        void read() throws IOException {
            if (take(MAGIC_BYTES, "the header").get(3) != VERSION) {
                throw request.failure("is no FlatGeobuf of version " + VERSION);
            }
            Header header = Header.getRootAsHeader(takeSized("the header").slice());
            String layer = header.name() == null || header.name().isBlank() ? request.stem() : header.name();
            request.requireLayer(layer);
            collector.open(layer, crs(header.crs()));
            List<Integer> types = columns(header);
            if (!collector.wantsFeatures()) {
                return;
            }
            long features = header.featuresCount();
            skipIndex(features, header.indexNodeSize());
            int geometryType = header.geometryType();
            // The header is read into the same array as the features: it is not to be used from here on.
            for (feature = 0; features > 0 ? feature < features : left > 0; feature++) {
                readFeature(Feature.getRootAsFeature(takeSized("feature " + feature)), geometryType, types);
            }
        }

        private static CrsDefinition crs(Crs crs) {
            if (crs == null) {
                return CrsDefinition.NONE;
            }
            String authority = crs.org() == null || crs.org().isBlank() ? "EPSG" : crs.org();
            return crs.code() > 0 ? CrsDefinition.named(authority + ":" + crs.code()) : new CrsDefinition(null, crs.wkt());
        }

        private List<Integer> columns(Header header) throws VectorFileException {
            List<String> names = new ArrayList<>();
            List<Integer> types = new ArrayList<>();
            for (int c = 0; c < header.columnsLength(); c++) {
                Column column = header.columns(c);
                names.add(column.name());
                types.add(column.type());
            }
            int[] selected = collector.select(names);
            fieldOfColumn = new int[names.size()];
            Arrays.fill(fieldOfColumn, -1);
            for (int field = 0; field < selected.length; field++) {
                fieldOfColumn[selected[field]] = field;
                collector.attribute(field).declare(typeOf(types.get(selected[field])));
            }
            return types;
        }

        private static AttributeType typeOf(int columnType) {
            return switch (columnType) {
                case ColumnType.Bool -> AttributeType.BOOLEAN;
                case ColumnType.Float, ColumnType.Double -> AttributeType.FLOAT;
                case ColumnType.String, ColumnType.Json, ColumnType.DateTime, ColumnType.Binary -> AttributeType.STRING;
                default -> AttributeType.INTEGER;
            };
        }

        private void skipIndex(long features, int nodeSize) throws IOException {
            if (nodeSize == 0 || features == 0) {
                return;
            }
            if (nodeSize < 2 || features < 0 || features > left / NODE_BYTES) {
                throw request.failure("is truncated or corrupt: its index is longer than the file");
            }
            long nodes = features;
            long level = features;
            do {
                level = (level + nodeSize - 1) / nodeSize;
                nodes += level;
            } while (level != 1);
            if (nodes * NODE_BYTES > left) {
                throw request.failure("is truncated: it ends in its index");
            }
            in.skipNBytes(nodes * NODE_BYTES);
            left -= nodes * NODE_BYTES;
        }

        private void readFeature(Feature found, int headerType, List<Integer> types) throws VectorFileException {
            collector.beginFeature();
            Geometry geometry = found.geometry();
            if (geometry != null) {
                geometryLeft = found.getByteBuffer().limit();
                readGeometry(geometry, headerType == GeometryType.Unknown ? geometry.type() : headerType, 0);
            }
            ByteBuffer values = found.propertiesAsByteBuffer();
            if (values != null) {
                readValues(values.order(ByteOrder.LITTLE_ENDIAN), types);
            }
        }

        private void readGeometry(Geometry geometry, int type, int depth) throws VectorFileException {
            switch (type) {
                case GeometryType.Polygon, GeometryType.Triangle -> readPolygon(geometry);
                case GeometryType.MultiPolygon, GeometryType.MultiSurface, GeometryType.PolyhedralSurface, GeometryType.TIN -> {
                    for (int part = 0; part < geometry.partsLength(); part++) {
                        readPolygon(geometry.parts(part));
                    }
                }
                case GeometryType.GeometryCollection -> {
                    use(BYTES_OF_A_PART);
                    require(depth < MAX_DEPTH, "its geometries are nested too deeply");
                    for (int part = 0; part < geometry.partsLength(); part++) {
                        Geometry member = geometry.parts(part);
                        readGeometry(member, member.type(), depth + 1);
                    }
                }
                case GeometryType.CurvePolygon -> throw request.failure("has curves (CurvePolygon); make lines of them, e.g. with "
                        + "ogr2ogr -nlt CONVERT_TO_LINEAR");
                default -> {
                    require(type >= 0 && type < GeometryType.names.length, "a geometry has no type that is known");
                    collector.skipGeometry(GeometryType.name(type));
                }
            }
        }

        private void use(long bytes) throws VectorFileException {
            geometryLeft -= bytes;
            require(geometryLeft >= 0, "a geometry points to the same bytes more than once");
        }

        /** Reads x and y; Z and M are in arrays of their own, which are not looked at. */
        private void readPolygon(Geometry polygon) throws VectorFileException {
            int points = polygon.xyLength() / 2;
            use(BYTES_OF_A_PART + 16L * points);
            if (points <= 0) {
                return;
            }
            if (xy.length < 2 * points) {
                xy = new double[3 * points];
            }
            polygon.xyAsByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(xy, 0, 2 * points);
            collector.beginPolygon();
            int rings = polygon.endsLength();
            use(4L * rings);
            if (rings == 0) {
                collector.addRing(xy, points);
            }
            int start = 0;
            for (int ring = 0; ring < rings; ring++) {
                long end = polygon.ends(ring);
                require(end >= start && end <= points, "a ring ends at vertex " + end + " of " + points);
                addRing(start, (int) end);
                start = (int) end;
            }
        }

        private void addRing(int start, int end) {
            if (start > 0) {
                System.arraycopy(xy, 2 * start, xy, 0, 2 * (end - start));
            }
            collector.addRing(xy, end - start);
        }

        private void readValues(ByteBuffer values, List<Integer> types) throws VectorFileException {
            while (values.remaining() >= 2) {
                int column = Short.toUnsignedInt(values.getShort());
                require(column < types.size(), "a value is of column " + column + " of " + types.size());
                int type = types.get(column);
                require(values.remaining() >= minimumBytes(type), "a value ends after its feature");
                int field = fieldOfColumn[column];
                if (field < 0) {
                    skip(values, type);
                } else {
                    setValue(collector.attribute(field), values, type);
                }
            }
        }

        private void skip(ByteBuffer values, int type) throws VectorFileException {
            int bytes = isText(type) ? textLength(values) : minimumBytes(type);
            values.position(values.position() + bytes);
        }

        private void setValue(AttributeBuilder attribute, ByteBuffer values, int type) throws VectorFileException {
            switch (type) {
                case ColumnType.Byte -> attribute.setInteger(values.get());
                case ColumnType.UByte -> attribute.setInteger(Byte.toUnsignedInt(values.get()));
                case ColumnType.Bool -> attribute.setBoolean(values.get() != 0);
                case ColumnType.Short -> attribute.setInteger(values.getShort());
                case ColumnType.UShort -> attribute.setInteger(Short.toUnsignedInt(values.getShort()));
                case ColumnType.Int -> attribute.setInteger(values.getInt());
                case ColumnType.UInt -> attribute.setInteger(Integer.toUnsignedLong(values.getInt()));
                case ColumnType.Long -> attribute.setInteger(values.getLong());
                case ColumnType.ULong -> setUnsigned(attribute, values.getLong());
                case ColumnType.Float -> attribute.setFloat(values.getFloat());
                case ColumnType.Double -> attribute.setFloat(values.getDouble());
                case ColumnType.Binary -> throw request.failure("field '" + attribute.name()
                        + "' holds binary data; numbers, texts and truth values can be used");
                default -> attribute.setText(text(values));
            }
        }

        private static boolean isText(int type) {
            return type == ColumnType.String || type == ColumnType.Json || type == ColumnType.DateTime || type == ColumnType.Binary;
        }

        private static int minimumBytes(int type) {
            return switch (type) {
                case ColumnType.Byte, ColumnType.UByte, ColumnType.Bool -> 1;
                case ColumnType.Short, ColumnType.UShort -> 2;
                case ColumnType.Long, ColumnType.ULong, ColumnType.Double -> 8;
                default -> 4;
            };
        }

        private static void setUnsigned(AttributeBuilder attribute, long value) {
            if (value >= 0) {
                attribute.setInteger(value);
            } else {
                attribute.setFloat(0x1p63 + (value & Long.MAX_VALUE));
            }
        }

        private int textLength(ByteBuffer values) throws VectorFileException {
            int length = values.getInt();
            require(length >= 0 && length <= values.remaining(), "a text ends after its feature");
            return length;
        }

        private String text(ByteBuffer values) throws VectorFileException {
            byte[] text = new byte[textLength(values)];
            values.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }

        private void require(boolean valid, String what) throws VectorFileException {
            if (!valid) {
                throw request.failure("is corrupt: feature " + feature + " (counted from 0): " + what);
            }
        }

        private ByteBuffer takeSized(String what) throws IOException {
            long size = Integer.toUnsignedLong(take(4, what).getInt());
            if (size < 4 || size > left) {
                throw request.failure("is truncated or corrupt: " + what + " says it has " + size + " bytes, " + left + " are left");
            }
            return take((int) Math.min(size, Integer.MAX_VALUE - 8), what);
        }

        /** Takes bytes into the array that every call uses again. */
        private ByteBuffer take(int count, String what) throws IOException {
            if (count > left) {
                throw request.failure("is truncated: it ends in " + what);
            }
            if (bytes.length < count) {
                bytes = new byte[Math.max(count, 2 * Math.min(bytes.length, 1 << 24))];
            }
            if (in.readNBytes(bytes, 0, count) < count) {
                throw request.failure("is truncated: it ends in " + what);
            }
            left -= count;
            return ByteBuffer.wrap(bytes, 0, count).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
