package org.insardask.stm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.esa.snap.core.dataio.DecodeQualification;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZarrReaderTest {

    private static final int POINTS = 11;
    private static final String[] DATES = {"06Jan2021", "18Jan2021", "30Jan2021", "11Feb2021"};
    private static final String[] DAYS = {"20210106", "20210118", "20210130", "20210211"};

    @TempDir
    private Path folder;

    /** What xarray wrote, see make_stm.py. */
    private Path unzip() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(ZarrReaderTest.class.getResourceAsStream("/stm-xarray.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return folder.resolve("stm.zarr");
    }

    private static String script() throws IOException {
        try (InputStream in = ZarrReaderTest.class.getResourceAsStream("/make_stm.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All of what make_stm.py says. */
    private static void check(Product product) {
        assertEquals(POINTS, PointsProduct.layoutOf(product).orElseThrow().count());
        double[] lat = Stm.samples(product, "lat");
        double[] lon = Stm.samples(product, "lon");
        double[] lines = Stm.samples(product, "line");
        double[] columns = Stm.samples(product, "pixel");
        double[] nmad = Stm.samples(product, "pnt_nmad");
        for (int k = 0; k < POINTS; k++) {
            assertEquals(52.0 + 0.001 * k, lat[k]);
            assertEquals(4.0 + 0.002 * k, lon[k]);
            assertEquals(100 + k, lines[k]);
            assertEquals(200 + 2 * k, columns[k]);
            assertEquals(k == 3 ? Double.NaN : (float) (0.01 * k), nmad[k]);
            assertEquals(k % 2 == 0 ? 1 : 0, Stm.samples(product, "pnt_ps")[k]);
            assertEquals(k - 5, Stm.samples(product, "pnt_class")[k]);
        }
        for (int e = 0; e < DATES.length; e++) {
            checkEpoch(product, e);
        }
        String[] names = product.getBand("pnt_id").getIndexCoding().getIndexNames();
        assertEquals("P007", names[(int) Stm.samples(product, "pnt_id")[7]]);
    }

    private static void checkEpoch(Product product, int e) {
        String role = e == 0 ? "_ref_" : "_sec" + e + "_";
        double[] re = Stm.samples(product, "i" + role + DATES[e]);
        double[] im = Stm.samples(product, "q" + role + DATES[e]);
        double[] amplitude = Stm.samples(product, "amplitude_" + DAYS[e]);
        double[] deformation = Stm.samples(product, "deformation_" + DAYS[e]);
        double[] factors = Stm.samples(product, "h2ph_values_" + DAYS[e]);
        for (int k = 0; k < POINTS; k++) {
            assertEquals(10.0f + k + 0.5f * e, amplitude[k]);
            assertEquals(amplitude[k] * Math.cos(0.1 * k * e), re[k], 1e-5);
            assertEquals(amplitude[k] * Math.sin(0.1 * k * e), im[k], 1e-5);
            assertEquals(0.001 * k * e, deformation[k], 1e-18);
            assertEquals(1e-5 * (k + 1) * e, factors[k], 1e-20);
            if (e > 0) {
                assertEquals(factors[k], Stm.samples(product, "h2ph_" + DATES[e])[k], 1e-20);
            }
        }
    }

    @Test
    void writtenByXarray() throws IOException {
        Product product = Stm.read(unzip());
        check(product);
        assertEquals(ProductData.TYPE_FLOAT32, product.getBand("amplitude_20210106").getDataType());
        assertEquals(ProductData.TYPE_INT16, product.getBand("pnt_class").getDataType());
        StackDescription stack = StackReader.of(product).read();
        assertEquals(3, stack.epochs().size());
        assertEquals(0.055, stack.wavelength(), 1e-12);
        MetadataElement record = product.getMetadataRoot().getElement(StmProduct.RECORD);
        assertEquals("coarsen-mean", record.getElement(StmProduct.ATTRIBUTES).getAttributeString("multi-look"));
        assertEquals("array 'years' has values for epochs alone and is left out", record.getAttributeString("note_1"));
        product.dispose();
    }

    @Test
    void anyHeaderFileMeansTheFolder() throws IOException {
        Path zarr = unzip();
        for (String name : new String[] {".zgroup", ".zattrs", ".zmetadata"}) {
            Product product = Stm.read(zarr.resolve(name));
            assertEquals("stm", product.getName());
            product.dispose();
        }
    }

    @ParameterizedTest
    @CsvSource({"lz4, 1", "zstd, 1", "zstd, 2", "blosclz, 1", "zlib, 0"})
    void writtenNowByXarray(String compressor, String shuffle) throws IOException {
        Stm.python(folder, script(), List.of("xarray", "zarr", "numcodecs", "dask"), "now.zarr", compressor, shuffle);
        Product product = Stm.read(folder.resolve("now.zarr"));
        check(product);
        product.dispose();
    }

    /** Epochs without dates have numbers, and dates where somebody gives them. */
    @Test
    void timesThatAreNoDates() throws IOException {
        Path zarr = unzip();
        Files.writeString(zarr.resolve("time").resolve(".zattrs"), "{\"_ARRAY_DIMENSIONS\": [\"time\"]}");
        Product product = Stm.read(zarr);
        assertEquals(10.0f, Stm.samples(product, "complex_epoch0_real")[0]);
        assertEquals(11.5f, Stm.samples(product, "amplitude_epoch3")[0]);
        assertFalse(product.containsBand("h2ph_18Jan2021"));
        product.dispose();
        Files.writeString(folder.resolve("stm.zarr.properties"), "dates = 2021-01-06,2021-01-18, 2021-01-30,2021-02-11\n");
        product = Stm.read(zarr);
        check(product);
        product.dispose();
    }

    @Test
    void complexNumbersMayBeInterferograms() throws IOException {
        Path zarr = unzip();
        Files.writeString(folder.resolve("stm.zarr.properties"), "complex = INTERFEROGRAMS\nmother = 2020-12-25\n");
        Product product = Stm.read(zarr);
        assertTrue(product.containsBand("i_ifg_25Dec2020_06Jan2021"), String.join(", ", product.getBandNames()));
        assertEquals(4, StackReader.of(product).read().epochs().size());
        product.dispose();
    }

    @Test
    void chunksThatAreMissingHoldTheFillValue() throws IOException {
        Path zarr = unzip();
        Files.delete(zarr.resolve("pnt_nmad").resolve("1"));
        Product product = Stm.read(zarr);
        double[] nmad = Stm.samples(product, "pnt_nmad");
        assertTrue(Double.isNaN(nmad[4]) && Double.isNaN(nmad[7]) && nmad[8] > 0.0, Arrays.toString(nmad));
        product.dispose();
    }

    @Test
    void otherFoldersAreLeftToOtherReaders() throws IOException {
        Path zarr = unzip();
        StmZarrReaderPlugIn plugIn = new StmZarrReaderPlugIn();
        assertEquals(DecodeQualification.INTENDED, plugIn.getDecodeQualification(zarr.toFile()));
        Path renamed = Files.move(zarr, folder.resolve("stm.znap"));
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(renamed));
        Path empty = Files.createDirectories(folder.resolve("other.zarr"));
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(empty));
        Files.writeString(empty.resolve(".zgroup"), "{\"zarr_format\": 2}");
        assertEquals(DecodeQualification.UNABLE, plugIn.getDecodeQualification(empty));
    }

    @Test
    void format3SaysThatItIsNotRead() throws IOException {
        Path newer = Files.createDirectories(folder.resolve("stm.zarr"));
        Files.writeString(newer.resolve("zarr.json"), "{\"zarr_format\": 3, \"node_type\": \"group\"}");
        assertEquals(DecodeQualification.SUITABLE, new StmZarrReaderPlugIn().getDecodeQualification(newer.resolve("zarr.json").toFile()));
        refused("Zarr format 3 is not read; format 2 was expected", newer);
    }

    private static void refused(String message, Path zarr) {
        Exception thrown = assertThrows(Exception.class, () -> {
            Product product = Stm.read(zarr);
            product.getBand("lat").readPixels(0, 0, 1, 1, new double[1]);
        });
        Throwable e = cause(thrown);
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(e.getMessage().contains("stm.zarr"), e.getMessage());
    }

    /** What was wrong with the file; SNAP wraps it in exceptions of its images. */
    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof IOException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return assertInstanceOf(IOException.class, cause);
    }

    @Test
    void damagedFiles() throws IOException {
        Path zarr = unzip();
        Path chunk = zarr.resolve("lat").resolve("0");
        byte[] bytes = Files.readAllBytes(chunk);
        Files.write(chunk, Arrays.copyOf(bytes, bytes.length - 3));
        refused("lat", zarr);
        Files.write(chunk, new byte[0]);
        refused("Blosc frame of 0 bytes", zarr);
        Path header = zarr.resolve("azimuth").resolve(".zarray");
        String text = Files.readString(header);
        Files.writeString(header, text.replaceAll("11\\s*]", "12]"));
        refused("that do not fit to its shape or to those of the others", zarr);
        Files.writeString(header, "{");
        Files.write(chunk, bytes);
        Product product = Stm.read(zarr);
        String note = product.getMetadataRoot().getElement(StmProduct.RECORD).getAttributeString("note_1");
        assertTrue(note.contains("array 'azimuth' is left out"), note);
        product.dispose();
    }
}
