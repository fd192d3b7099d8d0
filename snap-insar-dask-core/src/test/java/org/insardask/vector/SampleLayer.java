package org.insardask.vector;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.opengis.referencing.FactoryException;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.TransformException;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.generated.ColumnType;

/**
 * A layer that tests write in every format, in any system.
 *
 * @param code EPSG code of the coordinates
 * @param geometries polygons and multi-polygons
 * @param fields names of the attributes
 * @param rows for each geometry the values: Integer, Double or String (the same class in a column), or null
 */
public record SampleLayer(int code, List<Geometry> geometries, List<String> fields, List<Object[]> rows) {
    /** The formats, as {@link #write} takes them. */
    public static final List<String> FORMATS = List.of("gpkg", "shp", "geojson", "fgb", "gml", "kml");

    /** Reads a GeoPackage of longitudes and latitudes without the readers that are tested. */
    public static SampleLayer ofGeoPackage(Path file, String table, String... fields) throws SQLException, ParseException {
        List<Geometry> geometries = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        try (Connection connection = VectorSamples.connect(file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT geom, " + String.join(", ", fields) + " FROM " + table + " ORDER BY fid")) {
            while (found.next()) {
                byte[] blob = found.getBytes(1);
                int envelope = new int[] {0, 32, 48, 48, 64}[blob[3] >> 1 & 7];
                geometries.add(new WKBReader().read(Arrays.copyOfRange(blob, 8 + envelope, blob.length)));
                Object[] row = new Object[fields.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 2);
                }
                rows.add(row);
            }
        }
        return new SampleLayer(4326, geometries, List.of(fields), rows);
    }

    /** Returns the layer in another system, easting first. */
    SampleLayer in(int newCode) throws FactoryException, TransformException {
        if (newCode == code) {
            return this;
        }
        MathTransform transform = CRS.findMathTransform(CRS.decode("EPSG:" + code, true), CRS.decode("EPSG:" + newCode, true));
        List<Geometry> moved = new ArrayList<>();
        for (Geometry geometry : geometries) {
            Geometry copy = geometry.copy();
            for (Coordinate place : distinct(copy)) {
                double[] xy = {place.x, place.y};
                transform.transform(xy, 0, xy, 0, 1);
                place.x = xy[0];
                place.y = xy[1];
            }
            copy.geometryChanged();
            moved.add(copy);
        }
        return new SampleLayer(newCode, moved, fields, rows);
    }

    private static List<Coordinate> distinct(Geometry geometry) {
        List<Coordinate> coordinates = new ArrayList<>();
        geometry.apply((CoordinateFilter) coordinates::add);
        return coordinates;
    }

    /** Writes the file NAME.FORMAT (and what belongs to it) into a folder. */
    public Path write(Path folder, String name, String format) throws IOException, SQLException {
        Path file = folder.resolve(name + "." + format);
        switch (format) {
            case "gpkg" -> writeGeoPackage(file, name);
            case "shp" -> writeShapefile(folder, name, file);
            case "geojson" -> VectorSamples.text(file, geoJson(name));
            case "fgb" -> writeFlatGeobuf(file, name);
            case "gml" -> VectorSamples.text(file, gml(name));
            case "kml" -> VectorSamples.text(file, kml(name));
            default -> throw new IllegalArgumentException(format);
        }
        return file;
    }

    private Class<?> typeOf(int field) {
        for (Object[] row : rows) {
            if (row[field] != null) {
                return row[field].getClass();
            }
        }
        return String.class;
    }

    private void writeGeoPackage(Path file, String name) throws SQLException {
        StringBuilder columns = new StringBuilder();
        for (int f = 0; f < fields.size(); f++) {
            String type = typeOf(f) == Integer.class ? "INTEGER" : typeOf(f) == Double.class ? "REAL" : "TEXT";
            columns.append(", \"").append(fields.get(f)).append("\" ").append(type);
        }
        VectorSamples.geoPackage(file, code, name, columns.toString(),
                "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES ('', " + code + ", 'EPSG', " + code + ", '', '')");
        String marks = ",?".repeat(fields.size());
        try (Connection connection = VectorSamples.connect(file);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO \"" + name + "\" VALUES (?,?" + marks + ")")) {
            connection.setAutoCommit(false);
            for (int r = 0; r < rows.size(); r++) {
                insert.setInt(1, r + 1);
                insert.setBytes(2, VectorSamples.blob(geometries.get(r), 2, r % 2, ByteOrderValues.LITTLE_ENDIAN));
                for (int f = 0; f < fields.size(); f++) {
                    insert.setObject(f + 3, rows.get(r)[f]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            polygons.add((Polygon) geometry.getGeometryN(i));
        }
        return polygons;
    }

    private static List<LinearRing> rings(Polygon polygon) {
        List<LinearRing> rings = new ArrayList<>(List.of(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(polygon.getInteriorRingN(i));
        }
        return rings;
    }

    private void writeShapefile(Path folder, String name, Path file) throws IOException {
        double[][][] records = new double[rows.size()][][];
        for (int r = 0; r < records.length; r++) {
            List<double[]> rings = new ArrayList<>();
            for (Polygon polygon : polygons(geometries.get(r).norm())) {
                rings(polygon).forEach(ring -> rings.add(flat(ring)));
            }
            records[r] = rings.toArray(new double[0][]);
        }
        VectorSamples.shapefile(file, 5, records);
        List<DBFField> columns = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            String cut = fields.get(f).substring(0, Math.min(10, fields.get(f).length()));
            columns.add(typeOf(f) == Integer.class ? new DBFField(cut, DBFDataType.NUMERIC, 10)
                    : typeOf(f) == Double.class ? new DBFField(cut, DBFDataType.NUMERIC, 30, 18)
                    : new DBFField(cut, DBFDataType.CHARACTER, 80));
        }
        Object[][] values = rows.stream().map(row -> Arrays.stream(row).map(v -> v instanceof Number n ? new BigDecimal(n.toString()) : v)
                .toArray()).toArray(Object[][]::new);
        VectorSamples.dbf(folder.resolve(name + ".dbf"), StandardCharsets.UTF_8, columns, values);
        VectorSamples.text(folder.resolve(name + ".cpg"), "UTF-8");
        VectorSamples.text(folder.resolve(name + ".prj"), VectorSamples.esriPrj(code));
    }

    /** x and y of a ring in turn, as it runs in a Shapefile after {@link Geometry#norm()}: shells clockwise. */
    private static double[] flat(LinearRing ring) {
        Coordinate[] places = ring.getCoordinates();
        double[] xy = new double[2 * places.length];
        for (int v = 0; v < places.length; v++) {
            xy[2 * v] = places[v].x;
            xy[2 * v + 1] = places[v].y;
        }
        return xy;
    }

    private static String quoted(Object value) {
        return value instanceof String text ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : String.valueOf(value);
    }

    private String geoJson(String name) {
        StringBuilder text = new StringBuilder("{\"type\": \"FeatureCollection\", \"name\": \"" + name
                + "\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::" + code + "\"}}, \"features\": [");
        for (int r = 0; r < rows.size(); r++) {
            text.append(r == 0 ? "\n" : ",\n").append("{\"type\": \"Feature\", \"properties\": {");
            for (int f = 0; f < fields.size(); f++) {
                text.append(f == 0 ? "\"" : ", \"").append(fields.get(f)).append("\": ").append(quoted(rows.get(r)[f]));
            }
            List<String> polygons = polygons(geometries.get(r)).stream()
                    .map(polygon -> rings(polygon).stream().map(ring -> positions(ring, "[", ",", "]", ", ")).toList().toString()).toList();
            text.append("}, \"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": ").append(polygons);
            text.append("}}");
        }
        return text.append("]}").toString();
    }

    private static String positions(LinearRing ring, String open, String between, String close, String separator) {
        List<String> positions = Arrays.stream(ring.getCoordinates()).map(c -> open + c.x + between + c.y + close).toList();
        String list = String.join(separator, positions);
        return "[".equals(open) ? "[" + list + "]" : list;
    }

    private void writeFlatGeobuf(Path file, String name) throws IOException {
        List<ColumnMeta> columns = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            int type = typeOf(f) == Integer.class ? ColumnType.Int : typeOf(f) == Double.class ? ColumnType.Double : ColumnType.String;
            types.add(type);
            columns.add(VectorSamples.column(fields.get(f), type));
        }
        List<byte[]> properties = new ArrayList<>();
        for (Object[] row : rows) {
            ByteBuffer all = ByteBuffer.allocate(4096);
            for (int f = 0; f < row.length; f++) {
                all.put(row[f] == null ? new byte[0] : VectorSamples.property(f, types.get(f), row[f]));
            }
            properties.add(Arrays.copyOf(all.array(), all.position()));
        }
        VectorSamples.flatGeobuf(file, name, code, columns, geometries, properties, 0);
    }

    private static String escaped(Object value) {
        return String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;");
    }

    private String gml(String name) {
        boolean isNorthFirst = code == 4326;
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ogr:FeatureCollection "
                + "xmlns:ogr=\"http://ogr.maptools.org/\" xmlns:gml=\"http://www.opengis.net/gml/3.2\">\n");
        for (int r = 0; r < rows.size(); r++) {
            text.append("<ogr:featureMember><ogr:").append(name).append(" gml:id=\"f.").append(r)
                    .append("\">\n<ogr:geom><gml:MultiSurface srsName=\"urn:ogc:def:crs:EPSG::").append(code).append("\">");
            for (Polygon polygon : polygons(geometries.get(r))) {
                text.append("<gml:surfaceMember><gml:Polygon>");
                List<LinearRing> rings = rings(polygon);
                for (int i = 0; i < rings.size(); i++) {
                    String side = i == 0 ? "exterior" : "interior";
                    text.append("<gml:").append(side).append("><gml:LinearRing><gml:posList>");
                    for (Coordinate place : rings.get(i).getCoordinates()) {
                        text.append(isNorthFirst ? place.y : place.x).append(' ').append(isNorthFirst ? place.x : place.y).append(' ');
                    }
                    text.append("</gml:posList></gml:LinearRing></gml:").append(side).append('>');
                }
                text.append("</gml:Polygon></gml:surfaceMember>");
            }
            text.append("</gml:MultiSurface></ogr:geom>\n");
            for (int f = 0; f < fields.size(); f++) {
                if (rows.get(r)[f] != null) {
                    text.append(String.format(Locale.ROOT, "<ogr:%1$s>%2$s</ogr:%1$s>", fields.get(f), escaped(rows.get(r)[f])));
                }
            }
            text.append("</ogr:").append(name).append("></ogr:featureMember>\n");
        }
        return text.append("</ogr:FeatureCollection>\n").toString();
    }

    private String kml(String name) {
        if (code != 4326) {
            throw new IllegalArgumentException("KML is WGS 84 alone");
        }
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>" + name + "</name>\n<Schema name=\"s\" id=\"s\">");
        for (int f = 0; f < fields.size(); f++) {
            String type = typeOf(f) == Integer.class ? "int" : typeOf(f) == Double.class ? "double" : "string";
            text.append("<SimpleField name=\"").append(fields.get(f)).append("\" type=\"").append(type).append("\"/>");
        }
        text.append("</Schema>\n");
        for (int r = 0; r < rows.size(); r++) {
            text.append("<Placemark><ExtendedData><SchemaData schemaUrl=\"#s\">");
            for (int f = 0; f < fields.size(); f++) {
                if (rows.get(r)[f] != null) {
                    text.append("<SimpleData name=\"").append(fields.get(f)).append("\">").append(escaped(rows.get(r)[f]))
                            .append("</SimpleData>");
                }
            }
            text.append("</SchemaData></ExtendedData>\n<MultiGeometry>");
            for (Polygon polygon : polygons(geometries.get(r))) {
                text.append("<Polygon>");
                List<LinearRing> rings = rings(polygon);
                for (int i = 0; i < rings.size(); i++) {
                    String side = i == 0 ? "outerBoundaryIs" : "innerBoundaryIs";
                    text.append('<').append(side).append("><LinearRing><coordinates>").append(positions(rings.get(i), "", ",", ",0", " "))
                            .append("</coordinates></LinearRing></").append(side).append('>');
                }
                text.append("</Polygon>");
            }
            text.append("</MultiGeometry></Placemark>\n");
        }
        return text.append("</Document></kml>\n").toString();
    }
}
