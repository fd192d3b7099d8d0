package org.insardask.embedded.znap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.bc.ceres.core.ProgressMonitor;
import com.bc.zarr.ArrayParams;
import com.bc.zarr.Compressor;
import com.bc.zarr.CompressorFactory;
import com.bc.zarr.DataType;
import com.bc.zarr.DimensionSeparator;
import com.bc.zarr.ZarrArray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.DecodeQualification;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays as jzarr and Python's zarr write them: compressed, little-endian, nested, with missing chunks, in an archive. */
class ZnapVariantsTest {
    private static final int WIDTH = 50;
    private static final int HEIGHT = 30;

    @TempDir
    Path folder;

    private static float[] values() {
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.25f - 100;
        }
        return values;
    }

    private Path product() throws IOException {
        Path root = Files.createDirectories(folder.resolve("p.znap"));
        Files.writeString(root.resolve(".zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(root.resolve(".zattrs"), "{\"product_name\": \"p\", \"product_scene_raster_width\": " + WIDTH
                + ", \"product_scene_raster_height\": " + HEIGHT + "}");
        return root;
    }

    /** Headers by jzarr; its way to write samples needs classes that are not on Maven Central, so chunks are put together here. */
    private static void array(Path root, String compressor, ByteOrder order, DimensionSeparator separator) throws IOException {
        Compressor codec = CompressorFactory.create(compressor, "level", 3);
        ArrayParams params = new ArrayParams().shape(HEIGHT, WIDTH).chunks(7, 16).dataType(DataType.f4).byteOrder(order).fillValue(-1)
                .dimensionSeparator(separator).compressor(codec);
        ZarrArray.create(root.resolve("b"), params, Map.of("units", "mm"));
        for (int row = 0; row * 7 < HEIGHT; row++) {
            for (int column = 0; column * 16 < WIDTH; column++) {
                Path chunk = root.resolve("b").resolve(row + separator.getSeparatorChar() + column);
                Files.createDirectories(chunk.getParent());
                try (OutputStream out = Files.newOutputStream(chunk)) {
                    codec.compress(new ByteArrayInputStream(chunk(row * 7, column * 16, order)), out);
                }
            }
        }
    }

    private static byte[] chunk(int y0, int x0, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(7 * 16 * 4).order(order);
        for (int y = y0; y < y0 + 7; y++) {
            for (int x = x0; x < x0 + 16; x++) {
                bytes.putFloat(y < HEIGHT && x < WIDTH ? values()[y * WIDTH + x] : -1);
            }
        }
        return bytes.array();
    }

    private static float[] read(Path root, int x, int y, int w, int h) throws IOException {
        Product product = ProductIO.readProduct(root.toFile());
        Band band = product.getBand("b");
        ProductData data = band.createCompatibleRasterData(w, h);
        product.getProductReader().readBandRasterData(band, x, y, w, h, data, ProgressMonitor.NULL);
        assertEquals("mm", band.getUnit());
        product.dispose();
        return (float[]) data.getElems();
    }

    @ParameterizedTest
    @CsvSource({"null,BIG,DOT", "null,LITTLE,DOT", "zlib,BIG,DOT", "zlib,LITTLE,SLASH", "null,BIG,SLASH"})
    void arraysOfJzarrAreRead(String compressor, String order, DimensionSeparator separator) throws Exception {
        Path root = product();
        array(root, compressor, order.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, separator);
        assertArrayEquals(values(), read(root, 0, 0, WIDTH, HEIGHT));
        float[] window = read(root, 15, 6, 3, 2);
        float[] all = values();
        assertArrayEquals(new float[] {all[6 * WIDTH + 15], all[6 * WIDTH + 16], all[6 * WIDTH + 17], all[7 * WIDTH + 15],
            all[7 * WIDTH + 16], all[7 * WIDTH + 17]}, window);
    }

    @Test
    void aMissingChunkHoldsTheFillValue() throws Exception {
        Path root = product();
        array(root, "null", ByteOrder.BIG_ENDIAN, DimensionSeparator.DOT);
        Files.delete(root.resolve("b/1.2"));
        float[] expected = values();
        for (int y = 7; y < 14; y++) {
            Arrays.fill(expected, y * WIDTH + 32, y * WIDTH + 48, -1);
        }
        assertArrayEquals(expected, read(root, 0, 0, WIDTH, HEIGHT));
    }

    @Test
    void chunksAreWholeAndPaddedWithTheFillValue() throws Exception {
        Product product = new Product("w", "T", 1300, 700);
        Band band = product.addBand("b", ProductData.TYPE_FLOAT32);
        band.setNoDataValue(Double.NaN);
        float[] values = new float[1300 * 700];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        ProductWriter writer = ProductIO.getProductWriter("ZNAP");
        writer.writeProductNodes(product, folder.resolve("w.znap").toFile());
        writer.writeBandRasterData(band, 0, 0, 1300, 700, ProductData.createInstance(values), ProgressMonitor.NULL);
        writer.close();
        ZarrArray array = ZarrArray.open(folder.resolve("w.znap/b"));
        assertArrayEquals(new int[] {384, 448}, array.getChunks());
        assertEquals(Double.NaN, array.getFillValue().doubleValue());
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                float[] chunk = new float[384 * 448];
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("w.znap/b").resolve(row + "." + column))).asFloatBuffer().get(chunk);
                for (int i = 0; i < chunk.length; i++) {
                    int y = row * 384 + i / 448;
                    int x = column * 448 + i % 448;
                    assertEquals(y < 700 && x < 1300 ? y * 1300 + x : Float.NaN, chunk[i]);
                }
            }
        }
    }

    @Test
    void archivesAreRead() throws Exception {
        Path root = product();
        array(root, "zlib", ByteOrder.BIG_ENDIAN, DimensionSeparator.DOT);
        Path archive = folder.resolve("q.znap.zip");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of("create", "true"));
                Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = zip.getPath("/" + root.relativize(file));
                if (target.getParent() != null) {
                    Files.createDirectories(target.getParent());
                }
                Files.copy(file, target);
            }
        }
        assertArrayEquals(values(), read(archive, 0, 0, WIDTH, HEIGHT));
    }

    @Test
    void logarithmicBandsAreStoredAsTheirValues() throws IOException {
        Product product = new Product("l", "T", 3, 1);
        Band band = product.addBand("b", ProductData.TYPE_INT16);
        band.setLog10Scaled(true);
        band.setScalingFactor(0.5);
        band.setUnit("mm");
        ProductWriter writer = ProductIO.getProductWriter("ZNAP");
        writer.writeProductNodes(product, folder.resolve("l.znap").toFile());
        ProductData raw = ProductData.createInstance(new short[] {0, 2, 4});
        writer.writeBandRasterData(band, 0, 0, 3, 1, raw, ProgressMonitor.NULL);
        writer.close();
        assertArrayEquals(new float[] {1, 10, 100}, read(folder.resolve("l.znap"), 0, 0, 3, 1), 1e-4f);
        Product read = ProductIO.readProduct(folder.resolve("l.znap").toFile());
        assertFalse(read.getBand("b").isScalingApplied(), "scaling");
        read.dispose();
    }

    @Test
    void chunksDependOnTheRasterOnly() {
        assertEquals(640, ChunkGrid.chunkLength(640));
        assertEquals(17, ChunkGrid.chunkLength(17));
        assertEquals(640, ChunkGrid.chunkLength(1280));
        assertEquals(512, ChunkGrid.chunkLength(1024));
        assertEquals(576, ChunkGrid.chunkLength(1150));
        assertEquals(384, ChunkGrid.chunkLength(700));
    }

    @Test
    void onlyZnapFoldersAndArchivesAreDecodable() throws IOException {
        ZnapProductReaderPlugIn plugIn = new ZnapProductReaderPlugIn();
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(folder.resolve("none.znap").toFile()));
        Files.createDirectory(folder.resolve("e.znap"));
        assertEquals(DecodeQualification.SUITABLE, plugIn.getDecodeQualification(folder.resolve("e.znap").toString()));
        Path root = product();
        assertEquals(DecodeQualification.INTENDED, plugIn.getDecodeQualification(root));
        assertEquals(DecodeQualification.INTENDED, plugIn.getDecodeQualification(root.resolve(".zattrs")));
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(folder));
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(null));
    }
}
