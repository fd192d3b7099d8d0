package org.insardask.embedded.znap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.SampleCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products that are written here open in Python's xarray and zarr with equal values. */
class ZnapInPythonTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int WIDTH = 700;
    private static final int HEIGHT = 650;
    private static final List<String> BANDS = List.of("f4", "f8", "i2", "u1");
    private static final String SCRIPT = """
            import sys, warnings
            import numpy, xarray, zarr
            warnings.simplefilter('ignore')
            folder = sys.argv[1]
            for name in ('null', 'zlib'):
                dataset = xarray.open_zarr(folder + '/' + name + '.znap', mask_and_scale=False)
                group = zarr.open_group(folder + '/' + name + '.znap', 'r')
                for band in dataset:
                    expected = numpy.fromfile(folder + '/' + band, '>' + band).reshape(650, 700)
                    numpy.testing.assert_array_equal(dataset[band].values, expected)
                    numpy.testing.assert_array_equal(group[band][:], expected)
                    compressor = group[band].compressor
                    print(name, band, dataset[band].dims, compressor.codec_id if compressor else None)
            """;

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(ChunkCodec.ID_PROPERTY);
    }

    @Test
    void xarrayAndZarrReadEqualValues() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON) && python("import numpy, xarray, zarr").status == 0,
                "skipped: /usr/bin/python3 with xarray and zarr (python3-xarray, python3-zarr) is not here");
        for (String codec : List.of("null", "zlib")) {
            System.setProperty(ChunkCodec.ID_PROPERTY, codec);
            write(codec);
        }
        Answer answer = python(SCRIPT, folder.toString());
        assertEquals(0, answer.status, answer.output);
        String dims = " ('y', 'x') ";
        assertEquals(List.of("null f4" + dims + "None", "null f8" + dims + "None", "null i2" + dims + "None", "null u1" + dims + "None",
                "zlib f4" + dims + "zlib", "zlib f8" + dims + "zlib", "zlib i2" + dims + "zlib", "zlib u1" + dims + "zlib"),
                answer.output.lines().sorted().toList());
    }

    private void write(String name) throws IOException {
        Product product = new Product(name, "T", WIDTH, HEIGHT);
        int[] types = {ProductData.TYPE_FLOAT32, ProductData.TYPE_FLOAT64, ProductData.TYPE_INT16, ProductData.TYPE_UINT8};
        for (int k = 0; k < types.length; k++) {
            Band band = product.addBand(BANDS.get(k), types[k]);
            band.setNoDataValue(k < 2 ? Double.NaN : 7);
            band.setNoDataValueUsed(true);
        }
        ProductWriter writer = ProductIO.getProductWriter("ZNAP");
        writer.writeProductNodes(product, folder.resolve(name + ".znap").toFile());
        for (Band band : product.getBands()) {
            ByteBuffer all = ByteBuffer.allocate(WIDTH * HEIGHT * 8);
            for (int y = 0; y < HEIGHT; y += 50) {
                ProductData rows = rows(band, y);
                writer.writeBandRasterData(band, 0, y, WIDTH, 50, rows, ProgressMonitor.NULL);
                SampleCodec.encode(rows.getElems(), 0, WIDTH * 50, all);
            }
            byte[] bytes = new byte[all.flip().remaining()];
            all.get(bytes);
            Files.write(folder.resolve(band.getName()), bytes);
        }
        writer.close();
    }

    private static ProductData rows(Band band, int y) {
        ProductData rows = band.createCompatibleRasterData(WIDTH, 50);
        for (int i = 0; i < rows.getNumElems(); i++) {
            int at = y * WIDTH + i;
            rows.setElemDoubleAt(i, rows.isInt() ? at % 100 : at % 11 == 0 ? Double.NaN : at * 0.37);
        }
        return rows;
    }

    private record Answer(int status, String output) {
    }

    private Answer python(String script, String... args) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.py"), script);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(PYTHON.toString(), file.toString()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.command().addAll(List.of(args));
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        return new Answer(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
    }
}
