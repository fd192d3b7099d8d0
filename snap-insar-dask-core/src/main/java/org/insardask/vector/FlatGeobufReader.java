package org.insardask.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    @Override
    public void read(VectorRequest request, LayerCollector collector) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(request.file()), 1 << 16)) {
            new Reading(in, Files.size(request.file()), request, collector).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
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
        private byte[] bytes = new byte[1 << 12];
        private double[] xy = new double[64];
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
            long features = header.featuresCount();
            skipIndex(features, header.indexNodeSize());
            int geometryType = header.geometryType();
            // The header is read into the same array as the features: it is not to be used from here on.
            for (long feature = 0; features > 0 ? feature < features : left > 0; feature++) {
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

        private void readFeature(Feature feature, int headerType, List<Integer> types) throws VectorFileException {
            collector.beginFeature();
            Geometry geometry = feature.geometry();
            if (geometry != null) {
                readGeometry(geometry, headerType == GeometryType.Unknown ? geometry.type() : headerType);
            }
            ByteBuffer values = feature.propertiesAsByteBuffer();
            if (values != null) {
                readValues(values.order(ByteOrder.LITTLE_ENDIAN), types);
            }
        }

        private void readGeometry(Geometry geometry, int type) {
            switch (type) {
                case GeometryType.Polygon, GeometryType.Triangle -> readPolygon(geometry);
                case GeometryType.MultiPolygon, GeometryType.MultiSurface, GeometryType.PolyhedralSurface, GeometryType.TIN -> {
                    for (int part = 0; part < geometry.partsLength(); part++) {
                        readPolygon(geometry.parts(part));
                    }
                }
                case GeometryType.GeometryCollection -> {
                    for (int part = 0; part < geometry.partsLength(); part++) {
                        Geometry member = geometry.parts(part);
                        readGeometry(member, member.type());
                    }
                }
                default -> collector.skipGeometry(GeometryType.name(type));
            }
        }

        private void readPolygon(Geometry polygon) {
            int points = polygon.xyLength() / 2;
            if (points == 0) {
                return;
            }
            if (xy.length < 2 * points) {
                xy = new double[3 * points];
            }
            collector.beginPolygon();
            int rings = Math.max(1, polygon.endsLength());
            int start = 0;
            for (int ring = 0; ring < rings; ring++) {
                int end = polygon.endsLength() == 0 ? points : (int) polygon.ends(ring);
                if (end < start || end > points) {
                    throw new IllegalArgumentException("ring ends at vertex " + end + " of " + points);
                }
                for (int v = start; v < end; v++) {
                    xy[2 * (v - start)] = polygon.xy(2 * v);
                    xy[2 * (v - start) + 1] = polygon.xy(2 * v + 1);
                }
                collector.addRing(xy, end - start);
                start = end;
            }
        }

        private void readValues(ByteBuffer values, List<Integer> types) throws VectorFileException {
            while (values.remaining() >= 2) {
                int column = Short.toUnsignedInt(values.getShort());
                int type = types.get(column);
                Object value = value(values, type);
                int field = fieldOfColumn[column];
                if (field < 0) {
                    continue;
                }
                AttributeBuilder attribute = collector.attribute(field);
                if (value instanceof Long number) {
                    attribute.setInteger(number);
                } else if (value instanceof Double number) {
                    attribute.setFloat(number);
                } else if (value instanceof Boolean truth) {
                    attribute.setBoolean(truth);
                } else if (value instanceof String text) {
                    attribute.setText(text);
                }
            }
        }

        private static Object value(ByteBuffer values, int type) {
            require(values.remaining() >= minimumBytes(type));
            return switch (type) {
                case ColumnType.Byte -> (long) values.get();
                case ColumnType.UByte -> (long) Byte.toUnsignedInt(values.get());
                case ColumnType.Bool -> values.get() != 0;
                case ColumnType.Short -> (long) values.getShort();
                case ColumnType.UShort -> (long) Short.toUnsignedInt(values.getShort());
                case ColumnType.Int -> (long) values.getInt();
                case ColumnType.UInt -> Integer.toUnsignedLong(values.getInt());
                case ColumnType.Long -> values.getLong();
                case ColumnType.ULong -> unsigned(values.getLong());
                case ColumnType.Float -> (double) values.getFloat();
                case ColumnType.Double -> values.getDouble();
                default -> text(values, type);
            };
        }

        private static int minimumBytes(int type) {
            return switch (type) {
                case ColumnType.Byte, ColumnType.UByte, ColumnType.Bool -> 1;
                case ColumnType.Short, ColumnType.UShort -> 2;
                case ColumnType.Long, ColumnType.ULong, ColumnType.Double -> 8;
                default -> 4;
            };
        }

        private static Object unsigned(long value) {
            return value >= 0 ? (Object) value : (Object) (0x1p63 + (value & Long.MAX_VALUE));
        }

        private static String text(ByteBuffer values, int type) {
            int length = values.getInt();
            require(length >= 0 && length <= values.remaining());
            byte[] text = new byte[length];
            values.get(text);
            return type == ColumnType.Binary ? null : new String(text, StandardCharsets.UTF_8);
        }

        private static void require(boolean valid) {
            if (!valid) {
                throw new IllegalArgumentException("a value ends after its feature");
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
