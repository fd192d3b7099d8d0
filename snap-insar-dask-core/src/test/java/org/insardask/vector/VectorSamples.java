package org.insardask.vector;

import com.google.flatbuffers.FlatBufferBuilder;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Writes small polygon files of every format. */
public final class VectorSamples {

    private VectorSamples() {
    }

    /** Parses well-known text. */
    public static Geometry wkt(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** A GeoPackage blob: header with an envelope of the given kind, and the geometry with Z where its coordinates have one. */
    static byte[] blob(Geometry geometry, int dimension, int envelopeKind, int order) {
        byte[] wkb = new WKBWriter(dimension, order).write(geometry);
        int envelope = new int[] {0, 32, 48, 48, 64}[envelopeKind];
        ByteBuffer blob = ByteBuffer.allocate(8 + envelope + wkb.length);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (envelopeKind << 1)).putInt(4326);
        blob.position(8 + envelope);
        return blob.put(wkb).array();
    }

    static byte[] blob(String wkt) {
        return blob(wkt(wkt), 2, 0, ByteOrderValues.LITTLE_ENDIAN);
    }

    /** Makes a GeoPackage with the two tables that matter; further statements are run after that. */
    static Path geoPackage(Path file, int srsId, String table, String columns, String... statements) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, "
                    + "organization_coordsys_id INTEGER, definition TEXT, description TEXT)");
            statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '', ''), "
                    + "('none', -1, 'NONE', -1, 'undefined', '')");
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT)");
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, "
                    + "srs_id INTEGER, z TINYINT, m TINYINT)");
            addLayer(statement, table, srsId, columns);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return file;
    }

    /** A connection that does not wait for the disk. */
    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?synchronous=OFF&journal_mode=MEMORY");
    }

    static void addLayer(Statement statement, String table, int srsId, String columns) throws SQLException {
        statement.execute("INSERT INTO gpkg_contents VALUES ('" + table + "', 'features', '" + table + "')");
        statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('" + table + "', 'geom', 'GEOMETRY', " + srsId + ", 0, 0)");
        statement.execute("CREATE TABLE \"" + table + "\" (fid INTEGER PRIMARY KEY, geom GEOMETRY" + columns + ")");
    }

    /** Adds a row: the primary key, the geometry (or null), and the other columns. */
    static void addRow(Path file, String table, Object... values) throws SQLException {
        String marks = "?" + ",?".repeat(values.length - 1);
        try (Connection connection = connect(file);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO \"" + table + "\" VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.execute();
        }
    }

    /** Writes the .shp and .shx of records, each an array of rings (x and y in turn) or null. */
    static Path shapefile(Path shp, int type, double[][]... records) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ByteBuffer index = ByteBuffer.allocate(100 + 8 * records.length);
        index.position(100);
        for (int r = 0; r < records.length; r++) {
            ByteBuffer record = records[r] == null ? ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN) : record(type, records[r]);
            index.putInt((100 + content.size()) / 2).putInt(record.capacity() / 2);
            content.write(ByteBuffer.allocate(8).putInt(r + 1).putInt(record.capacity() / 2).array());
            content.write(record.array());
        }
        ByteBuffer all = ByteBuffer.allocate(100 + content.size());
        all.position(100);
        all.put(content.toByteArray());
        Files.write(shp, header(all, type).array());
        String name = shp.getFileName().toString();
        Files.write(shp.resolveSibling(name.replace(".shp", ".shx")), header(index, type).array());
        return shp;
    }

    private static ByteBuffer header(ByteBuffer file, int type) {
        file.putInt(0, 9994).putInt(24, file.capacity() / 2);
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        return file.order(ByteOrder.BIG_ENDIAN);
    }

    private static ByteBuffer record(int type, double[][] rings) {
        int points = 0;
        for (double[] ring : rings) {
            points += ring.length / 2;
        }
        int extra = type == 15 ? 2 : type == 25 ? 1 : 0;
        int bytes = 44 + 4 * rings.length + 16 * points + extra * (16 + 8 * points);
        ByteBuffer record = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(type).position(36);
        record.putInt(rings.length).putInt(points);
        int start = 0;
        for (double[] ring : rings) {
            record.putInt(start);
            start += ring.length / 2;
        }
        for (double[] ring : rings) {
            for (double number : ring) {
                record.putDouble(number);
            }
        }
        return record;
    }

    /** Writes a .dbf. */
    static void dbf(Path file, Charset charset, List<DBFField> fields, Object[]... rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); DBFWriter writer = new DBFWriter(out, charset)) {
            writer.setFields(fields.toArray(new DBFField[0]));
            for (Object[] row : rows) {
                writer.addRecord(row);
            }
        }
    }

    /** Writes a FlatGeobuf of multi-polygons without index: geometries (or null) and for each the bytes of its properties. */
    static Path flatGeobuf(Path file, int srid, List<ColumnMeta> columns, List<Geometry> geometries, List<byte[]> properties)
            throws IOException {
        return flatGeobuf(file, srid, columns, geometries, properties, 0);
    }

    /** As without the last argument, with an index of zeros that only has the right length where the size of its nodes is not 0. */
    static Path flatGeobuf(Path file, int srid, List<ColumnMeta> columns, List<Geometry> geometries, List<byte[]> properties, int nodeSize)
            throws IOException {
        return flatGeobuf(file, "layer", srid, columns, geometries, properties, nodeSize);
    }

    /** As without the name of the layer. */
    static Path flatGeobuf(Path file, String name, int srid, List<ColumnMeta> columns, List<Geometry> geometries, List<byte[]> properties,
                           int nodeSize) throws IOException {
        HeaderMeta header = new HeaderMeta();
        header.name = name;
        header.geometryType = GeometryType.MultiPolygon;
        header.srid = srid;
        header.columns = columns;
        header.featuresCount = geometries.size();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Constants.MAGIC_BYTES);
            header.indexNodeSize = nodeSize;
            HeaderMeta.write(header, out, new FlatBufferBuilder());
            if (nodeSize > 0) {
                out.write(new byte[(int) PackedRTree.calcSize(geometries.size(), nodeSize)]);
            }
            for (int i = 0; i < geometries.size(); i++) {
                out.write(feature(geometries.get(i), properties.get(i)));
            }
        }
        return file;
    }

    private static byte[] feature(Geometry geometry, byte[] properties) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        try {
            int values = properties == null ? 0 : Feature.createPropertiesVector(builder, properties);
            int shape = geometry == null ? 0 : GeometryConversions.serialize(builder, multi(geometry), (byte) GeometryType.MultiPolygon);
            builder.finishSizePrefixed(Feature.createFeature(builder, shape, values, 0));
            return builder.sizedByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Geometry multi(Geometry geometry) {
        return geometry instanceof Polygon polygon ? geometry.getFactory().createMultiPolygon(new Polygon[] {polygon}) : geometry;
    }

    static ColumnMeta column(String name, int type) {
        ColumnMeta column = new ColumnMeta();
        column.name = name;
        column.type = (byte) type;
        column.nullable = true;
        return column;
    }

    /** The bytes of one FlatGeobuf property. */
    static byte[] property(int column, int type, Object value) {
        ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN).putShort((short) column);
        switch (type) {
            case ColumnType.Bool -> bytes.put((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
            case ColumnType.Int -> bytes.putInt(((Number) value).intValue());
            case ColumnType.Long -> bytes.putLong(((Number) value).longValue());
            case ColumnType.Double -> bytes.putDouble(((Number) value).doubleValue());
            default -> {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                bytes.putInt(text.length).put(text);
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** What ESRI's programs write into a .prj. */
    static String esriPrj(int code) {
        String wgs84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
        return switch (code) {
            case 4326 -> wgs84;
            case 28992 -> "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\","
                    + "SPHEROID[\"Bessel_1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                    + "PROJECTION[\"Double_Stereographic\"],PARAMETER[\"False_Easting\",155000.0],PARAMETER[\"False_Northing\",463000.0],"
                    + "PARAMETER[\"Central_Meridian\",5.38763888888889],PARAMETER[\"Scale_Factor\",0.9999079],"
                    + "PARAMETER[\"Latitude_Of_Origin\",52.15616055555555],UNIT[\"Meter\",1.0]]";
            case 3857 -> "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + wgs84 + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],"
                    + "PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
                    + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";
            case 32631 -> "PROJCS[\"WGS_1984_UTM_Zone_31N\"," + wgs84 + ",PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",3.0],"
                    + "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
            default -> throw new IllegalArgumentException("EPSG:" + code);
        };
    }

    /** Writes a text file. */
    public static Path text(Path file, String content) throws IOException {
        return Files.writeString(file, content);
    }
}
