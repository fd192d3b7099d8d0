package org.insardask.vector;

import com.google.flatbuffers.FlatBufferBuilder;
import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Writes files that are made to harm. */
final class HostileFiles {
    private static final String UNIT = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
    private static final double[] SQUARE = {0, 0, 0, 4, 4, 4, 4, 0, 0, 0};
    private static final String VIEW = "INSERT INTO gpkg_contents VALUES ('view', 'features', 'view')";
    private static final String VIEW_GEOMETRY = "INSERT INTO gpkg_geometry_columns VALUES ('view', 'geom', 'POLYGON', 4326, 0, 0)";
    private static final String NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n ";

    private HostileFiles() {
    }

    static void write(Path folder) throws IOException, SQLException {
        geoPackages(folder);
        shapefiles(folder);
        flatGeobufs(folder);
        kml(folder);
        gml(folder);
        Files.write(folder.resolve("archive.kmz"), new byte[] {'P', 'K', 3, 4, 0, 0});
        VectorSamples.text(folder.resolve("page.html"), "<html><body/></html>");
        VectorSamples.text(folder.resolve("member.geojson"), "{\"type\":\"FeatureCollection\",\"more\":" + "[".repeat(100_000));
    }

    private static void geoPackages(Path folder) throws IOException, SQLException {
        view(folder.resolve("endless.gpkg"), NUMBERS + ") SELECT geom, i AS a FROM n, areas WHERE i < 0");
        view(folder.resolve("copies.gpkg"), NUMBERS + "WHERE i < 1000000) SELECT geom, i AS a FROM n, areas");
        byte[] curve = VectorSamples.blob(UNIT);
        curve[9] = 10;
        blob(folder.resolve("curve.gpkg"), curve, 1);
        byte[] unknown = VectorSamples.blob(UNIT);
        unknown[9] = 99;
        blob(folder.resolve("unknown.gpkg"), unknown, 1);
        blob(folder.resolve("binary.gpkg"), VectorSamples.blob(UNIT), new byte[] {1, 2});
        byte[] infinity = VectorSamples.blob(UNIT);
        ByteBuffer.wrap(infinity).order(ByteOrder.LITTLE_ENDIAN).putDouble(8 + 13, Double.POSITIVE_INFINITY);
        blob(folder.resolve("infinity.gpkg"), infinity, 1);
        byte[] three = VectorSamples.blob("POLYGON ((0 0, 1 0, 0 0, 0 0))");
        blob(folder.resolve("three.gpkg"), three, 1);
        VectorSamples.geoPackage(folder.resolve("notable.gpkg"), 4326, "areas", ", a INTEGER", "DROP TABLE areas");
        VectorSamples.geoPackage(folder.resolve("nolayer.gpkg"), 4326, "areas", ", a INTEGER", "DELETE FROM gpkg_contents");
        Files.writeString(folder.resolve("magic.gpkg"), "SQLite format 4 and more");
    }

    private static void view(Path file, String select) throws SQLException {
        VectorSamples.geoPackage(file, 4326, "areas", ", a INTEGER", "CREATE VIEW view AS " + select, "DELETE FROM gpkg_contents", VIEW,
                VIEW_GEOMETRY);
        VectorSamples.addRow(file, "areas", 1, VectorSamples.blob(UNIT), 1);
    }

    private static void blob(Path file, byte[] blob, Object value) throws SQLException {
        VectorSamples.addRow(VectorSamples.geoPackage(file, 4326, "areas", ", a INTEGER"), "areas", 1, blob, value);
    }

    private static Path shapefile(Path folder, String name) throws IOException {
        Path shp = VectorSamples.shapefile(folder.resolve(name + ".shp"), 5, new double[][] {SQUARE});
        VectorSamples.dbf(folder.resolve(name + ".dbf"), StandardCharsets.UTF_8, List.of(new DBFField("a", DBFDataType.NUMERIC, 5)),
                new Object[][] {{BigDecimal.ONE}});
        VectorSamples.text(folder.resolve(name + ".prj"), VectorSamples.esriPrj(4326));
        return shp;
    }

    private static void shapefiles(Path folder) throws IOException {
        byte[] shp = Files.readAllBytes(shapefile(folder, "reclength"));
        Files.write(folder.resolve("reclength.shp"), BadFilesTest.patched(shp, 104, -1));
        shapefile(folder, "reclong");
        Files.write(folder.resolve("reclong.shp"), BadFilesTest.patched(shp, 104, Integer.reverseBytes(1_000_000_000)));
        shapefile(folder, "magic");
        Files.write(folder.resolve("magic.shp"), BadFilesTest.patched(shp, 0, 12345));
        shapefile(folder, "nulls");
        VectorSamples.shapefile(folder.resolve("nulls.shp"), 5, new double[1][][]);
        shapefile(folder, "samerecord");
        byte[] shx = Files.readAllBytes(folder.resolve("samerecord.shx"));
        Files.write(folder.resolve("samerecord.shx"), ByteBuffer.allocate(116).put(shx).put(shx, 100, 8).array());
        Path dbf = folder.resolve("samerecord.dbf");
        byte[] good = Files.readAllBytes(dbf);
        VectorSamples.dbf(dbf, StandardCharsets.UTF_8, List.of(new DBFField("a", DBFDataType.NUMERIC, 5)),
                new Object[][] {{BigDecimal.ONE}, {BigDecimal.ONE}});
        table(folder, "dbfrows", BadFilesTest.patched(good, 4, Integer.MAX_VALUE));
        table(folder, "dbfnegative", BadFilesTest.patched(good, 4, -7));
        table(folder, "dbfrow0", BadFilesTest.patched(good, 8, 65));
        table(folder, "dbfcolumn", with(good, 32 + 16, 255));
        table(folder, "dbfmemo", with(good, 32 + 11, 'M'));
        table(folder, "dbf7", with(good, 0, 4));
    }

    private static void table(Path folder, String name, byte[] dbf) throws IOException {
        shapefile(folder, name);
        Files.write(folder.resolve(name + ".dbf"), dbf);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }

    private static void flatGeobufs(Path folder) throws IOException {
        Files.writeString(folder.resolve("magic.fgb"), "fgc and more");
        Path nodes = VectorSamples.flatGeobuf(folder.resolve("nodes.fgb"), 4326, List.of(VectorSamples.column("a", ColumnType.Int)),
                List.of(VectorSamples.wkt(UNIT)), List.of(new byte[0]), 16);
        byte[] bytes = Files.readAllBytes(nodes);
        for (int at = 8; at + 8 <= bytes.length; at += 4) {
            if (ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(at) == 1) {
                Files.write(nodes, BadFilesTest.patched(bytes, at, 1_000_000));
                break;
            }
        }
        collection(folder.resolve("collected.fgb"), 3);
        collection(folder.resolve("collection.fgb"), 40);
    }

    /** A polygon in collections, one in the other. */
    private static void collection(Path file, int depth) throws IOException {
        HeaderMeta header = new HeaderMeta();
        header.name = "layer";
        header.geometryType = GeometryType.Unknown;
        header.srid = 4326;
        header.columns = List.of(VectorSamples.column("a", ColumnType.Int));
        header.featuresCount = 1;
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int ends = Geometry.createEndsVector(builder, new long[] {5});
        int xy = Geometry.createXyVector(builder, SQUARE);
        int geometry = Geometry.createGeometry(builder, ends, xy, 0, 0, 0, 0, GeometryType.Polygon, 0);
        for (int i = 0; i < depth; i++) {
            int parts = Geometry.createPartsVector(builder, new int[] {geometry, geometry});
            geometry = Geometry.createGeometry(builder, 0, 0, 0, 0, 0, 0, GeometryType.GeometryCollection, parts);
        }
        int values = Feature.createPropertiesVector(builder, VectorSamples.property(0, ColumnType.Int, 7));
        builder.finishSizePrefixed(Feature.createFeature(builder, geometry, values, 0));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Constants.MAGIC_BYTES);
            HeaderMeta.write(header, out, new FlatBufferBuilder());
            out.write(builder.sizedByteArray());
        }
    }

    private static String ring(String coordinates) {
        return "<LinearRing><coordinates>" + coordinates + "</coordinates></LinearRing>";
    }

    private static String outer(String coordinates) {
        return "<outerBoundaryIs>" + ring(coordinates) + "</outerBoundaryIs>";
    }

    private static void kml(Path folder, String name, String value, String geometry) throws IOException {
        VectorSamples.text(folder.resolve(name + ".kml"), "<kml><Schema><SimpleField name='a' type='int'/></Schema><Folder>"
                + (name.equals("good") ? "<name>areas</name>" : "") + "<Placemark><ExtendedData><SchemaData><SimpleData name='a'>" + value
                + "</SimpleData></SchemaData></ExtendedData>" + geometry + "</Placemark></Folder></kml>");
    }

    private static void kml(Path folder) throws IOException {
        String square = outer("0,0 1,0 1,1 0,0");
        kml(folder, "good", "5", "<Polygon>" + square + "</Polygon>");
        kml(folder, "schema", "tall", "<Polygon>" + square + "</Polygon>");
        kml(folder, "twoouter", "5", "<Polygon>" + square + square + "</Polygon>");
        kml(folder, "inner", "5", "<Polygon><innerBoundaryIs>" + ring("0,0 1,0 1,1 0,0") + "</innerBoundaryIs></Polygon>");
        kml(folder, "word", "5", "<Polygon>" + outer("0,0 1,x 1,1 0,0") + "</Polygon>");
        kml(folder, "single", "5", "<Polygon>" + outer("0,0 1 1,1 0,0") + "</Polygon>");
        kml(folder, "infinite", "5", "<Polygon>" + outer("0,0 1e999,0 1,1 0,0") + "</Polygon>");
        kml(folder, "three", "5", "<Polygon>" + outer("0,0 1,0 0,0") + "</Polygon>");
        kml(folder, "points", "5", "<Point><coordinates>1,1</coordinates></Point>");
        kml(folder, "deep", "5", "<MultiGeometry>".repeat(100_000));
        VectorSamples.text(folder.resolve("bomb.kml"), "<!DOCTYPE kml [<!ENTITY a 'lol'><!ENTITY b '" + "&a;".repeat(100) + "'>"
                + "<!ENTITY c '" + "&b;".repeat(100) + "'>]><kml><Placemark><name>&c;</name></Placemark></kml>");
        VectorSamples.text(folder.resolve("outside.kml"), "<!DOCTYPE kml [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                + "<kml><Placemark><name>&a;</name></Placemark></kml>");
    }

    private static void gml(Path folder, String name, String srs, String ring) throws IOException {
        VectorSamples.text(folder.resolve(name + ".gml"), "<FeatureCollection><member><areas id='1'><a>5</a><geom><Polygon" + srs
                + "><exterior>" + ring + "</exterior></Polygon></geom></areas></member></FeatureCollection>");
    }

    private static void gml(Path folder) throws IOException {
        String srs = " srsName='EPSG:4326'";
        String ring = "<LinearRing><posList>0 0 1 0 1 1 0 0</posList></LinearRing>";
        gml(folder, "good", srs, ring);
        gml(folder, "nocrs", "", ring);
        gml(folder, "twocrs", srs, ring + ring.replace("<LinearRing>", "<LinearRing srsName='EPSG:28992'>"));
        gml(folder, "arc", srs, "<Ring><curveMember><Curve><segments><Arc/></segments></Curve></curveMember></Ring>");
        gml(folder, "odd", srs, ring.replace("1 1", "1"));
        VectorSamples.text(folder.resolve("nothing.gml"), "<FeatureCollection/>");
    }
}
