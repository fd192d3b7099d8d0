package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Heights and measures are left out, whatever the way they are written. */
class DimensionsTest {
    private static final double[] RING = {0, 0, 4, 0, 4, 4, 0, 4, 0, 0};

    @TempDir
    private Path folder;

    /** Well-known binary of a polygon: ISO adds 1000, 2000, 3000 to the type, the extended kind sets bits and may add an SRID. */
    private static byte[] wkb(int type, int ordinates, boolean hasSrid) {
        ByteBuffer wkb = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).putInt(type);
        if (hasSrid) {
            wkb.putInt(4326);
        }
        wkb.putInt(1).putInt(RING.length / 2);
        for (int v = 0; v < RING.length; v += 2) {
            wkb.putDouble(RING[v]).putDouble(RING[v + 1]);
            for (int extra = 2; extra < ordinates; extra++) {
                wkb.putDouble(1e6);
            }
        }
        byte[] bytes = new byte[wkb.position()];
        wkb.flip().get(bytes);
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 0", "1003, 3, 2", "2003, 3, 3", "3003, 4, 4", "0x80000003, 3, 1", "0x40000003, 3, 0", "0xC0000003, 4, 4",
        "0x20000003, 2, 1", "0xE0000003, 4, 2"})
    void geoPackage(String type, int ordinates, int envelope) throws SQLException, IOException {
        int code = (int) (long) Long.decode(type);
        byte[] wkb = wkb(code, ordinates, (code & 0x20000000) != 0);
        int envelopeBytes = new int[] {0, 32, 48, 48, 64}[envelope];
        ByteBuffer blob = ByteBuffer.allocate(8 + envelopeBytes + wkb.length);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (envelope << 1 | 1)).putInt(0);
        blob.position(8 + envelopeBytes);
        blob.put(wkb);
        Path file = VectorSamples.geoPackage(folder.resolve("a.gpkg"), 4326, "a", "");
        VectorSamples.addRow(file, "a", 1, blob.array());
        check(file, "fid");
    }

    private static void check(Path file, String... fields) throws IOException {
        PolygonLayer layer = VectorFiles.read(VectorRequest.of(file, fields));
        assertEquals(5, layer.polygons().vertexCount());
        assertEquals(0, LayerChecks.locate(layer, 3.5, 0.5));
        assertEquals(-1, LayerChecks.locate(layer, 4.5, 0.5));
    }

    @Test
    void flatGeobuf() throws IOException {
        HeaderMeta header = new HeaderMeta();
        header.name = "a";
        header.geometryType = GeometryType.Polygon;
        header.srid = 4326;
        header.hasZ = true;
        header.hasM = true;
        header.columns = List.of();
        header.featuresCount = 1;
        FlatBufferBuilder builder = new FlatBufferBuilder();
        double[] extra = new Random(1).doubles(5, 1e5, 1e6).toArray();
        int xy = Geometry.createXyVector(builder, RING);
        int z = Geometry.createZVector(builder, extra);
        int m = Geometry.createMVector(builder, extra);
        int geometry = Geometry.createGeometry(builder, 0, xy, z, m, 0, 0, GeometryType.Polygon, 0);
        builder.finishSizePrefixed(Feature.createFeature(builder, geometry, 0, 0));
        Path file = folder.resolve("a.fgb");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Constants.MAGIC_BYTES);
            HeaderMeta.write(header, out, new FlatBufferBuilder());
            out.write(builder.sizedByteArray());
        }
        check(file);
    }

    @Test
    void geoJson() throws IOException {
        check(VectorSamples.text(folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[0,0,9],[4,0,9,1],[4,4,9],[0,4,9],[0,0,9]]]}}]}"));
    }
}
