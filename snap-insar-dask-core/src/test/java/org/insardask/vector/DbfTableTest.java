package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of a .dbf byte by byte: every type, blanks, what is wrong, encodings. */
class DbfTableTest {
    private static final double[] SQUARE = {0, 0, 0, 4, 4, 4, 4, 0, 0, 0};

    @TempDir
    private Path folder;

    /** Writes a .dbf (and a .shp) of one field. */
    private Path file(char type, int length, int decimals, int language, byte[]... values) throws IOException {
        ByteBuffer dbf = ByteBuffer.allocate(65 + values.length * (length + 1)).order(ByteOrder.LITTLE_ENDIAN);
        dbf.put((byte) 3).position(4);
        dbf.putInt(values.length).putShort((short) 65).putShort((short) (length + 1));
        dbf.put(29, (byte) language);
        dbf.put(32, (byte) 'a').put(43, (byte) type).put(48, (byte) length).put(49, (byte) decimals).put(64, (byte) 13).position(65);
        double[][][] records = new double[values.length][][];
        for (int i = 0; i < values.length; i++) {
            dbf.put((byte) ' ').put(values[i]).position(65 + (i + 1) * (length + 1));
            records[i] = new double[][] {SQUARE};
        }
        Files.write(folder.resolve("a.dbf"), dbf.array());
        VectorSamples.text(folder.resolve("a.prj"), VectorSamples.esriPrj(4326));
        return VectorSamples.shapefile(folder.resolve("a.shp"), 5, records);
    }

    private PolygonLayer layer(char type, int length, int decimals, byte[]... values) throws IOException {
        return VectorFiles.read(VectorRequest.of(file(type, length, decimals, 0, values), "a"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void numbers() throws IOException {
        PolygonLayer layer = layer('N', 6, 0, text("    12"), text("-7"), text("      "), text("******"), text("+3    "));
        LayerChecks.check(layer, 0, AttributeType.INTEGER, 12L, -7L, null, null, 3L);
        assertTrue(layer.notes().isEmpty(), layer.notes().toString());
        LayerChecks.check(layer('N', 6, 2, text("  1.50"), text("1e3   "), text("   nan")), 0, AttributeType.FLOAT, 1.5, 1000.0, null);
        LayerChecks.check(layer('F', 6, 0, text("     2")), 0, AttributeType.FLOAT, 2.0);
        LayerChecks.check(layer('N', 20, 0, text("12345678901234567890")), 0, AttributeType.FLOAT, 1.2345678901234567e19);
        PolygonLayer wrong = layer('N', 6, 0, text("     5"), text("  a b "));
        LayerChecks.check(wrong, 0, AttributeType.INTEGER, 5L, null);
        assertTrue(wrong.notes().contains("field 'a' has values in the .dbf that are not of its type; they are taken for none"));
    }

    @Test
    void binaryNumbers() throws IOException {
        LayerChecks.check(layer('I', 4, 0, bytes(4).putInt(-5).array()), 0, AttributeType.INTEGER, -5L);
        LayerChecks.check(layer('B', 8, 0, bytes(8).putDouble(2.5).array()), 0, AttributeType.FLOAT, 2.5);
        LayerChecks.check(layer('Y', 8, 0, bytes(8).putLong(125_000).array()), 0, AttributeType.FLOAT, 12.5);
    }

    @Test
    void datesTimesAndTruthValues() throws IOException {
        LayerChecks.check(layer('D', 8, 0, text("20230331"), text("        "), text("00000000"), text("20231399")), 0,
                AttributeType.STRING, "2023-03-31", null, null, null);
        LayerChecks.check(layer('T', 8, 0, bytes(8).putInt(2_460_035).putInt(3_723_004).array(), bytes(8).array()), 0,
                AttributeType.STRING, "2023-03-31T01:02:03.004", null);
        LayerChecks.check(layer('L', 1, 0, text("T"), text("y"), text("F"), text("n"), text("?"), text(" ")), 0, AttributeType.BOOLEAN,
                1L, 1L, 0L, 0L, null, null);
    }

    @Test
    void encodings() throws IOException {
        byte[] accent = {(byte) 0x82, 'x'};
        LayerChecks.check(VectorFiles.read(VectorRequest.of(file('C', 4, 0, 1, accent), "a")), 0, AttributeType.STRING, "\u00e9x");
        LayerChecks.check(VectorFiles.read(VectorRequest.of(file('C', 4, 0, 0x57, new byte[] {(byte) 0x80}), "a")), 0, AttributeType.STRING,
                "\u20ac");
        LayerChecks.check(layer('C', 4, 0, new byte[] {(byte) 0xe9, 0, 0, 0}), 0, AttributeType.STRING, "\u00e9");
        VectorSamples.text(folder.resolve("a.cpg"), "UTF-8");
        PolygonLayer layer = layer('C', 4, 0, new byte[] {(byte) 0xe9});
        assertEquals(1, layer.notes().size());
        assertEquals("field 'a' has texts that are not valid UTF-8; the parameter encoding says what they are", layer.notes().get(0));
    }
}
