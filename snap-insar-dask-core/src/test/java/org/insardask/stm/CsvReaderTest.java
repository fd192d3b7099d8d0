package org.insardask.stm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.dataio.DecodeQualification;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final String HEADER = ",pnt_id,pnt_lat,pnt_lon,pnt_line,d_20160327,d_20160407,a_20160327,a_20160407,h2ph_20160327,"
            + "h2ph_20160407\n";

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("points.csv"), text, StandardCharsets.UTF_8);
    }

    private void settings(String text) throws IOException {
        Files.writeString(folder.resolve("points.csv.properties"), text);
    }

    private static final String TWO = HEADER + "0,P1,52.5,4.25,7,0.0,0.002,2.0,3.0,-0.5,-0.25\n1,\"P,\"\"2\",52.75,4.5,8,0.0,-0.001,,1.5,"
            + "-0.5,-0.125\n";

    @Test
    void columnsBecomeBands() throws IOException {
        Product product = Stm.read(write(TWO));
        assertEquals("POINTS", product.getProductType());
        assertEquals("points", product.getName());
        assertArrayEquals(new String[] {"lat", "lon", "line", "pixel", "point_id", "pnt_id", "d_20160327", "d_20160407",
            "a_20160327", "a_20160407", "h2ph_raw_20160327", "h2ph_raw_20160407"}, product.getBandNames());
        assertArrayEquals(new double[] {52.5, 52.75}, Stm.samples(product, "lat"));
        assertArrayEquals(new double[] {4.25, 4.5}, Stm.samples(product, "lon"));
        assertArrayEquals(new double[] {7, 8}, Stm.samples(product, "line"));
        assertArrayEquals(new double[] {-1, -1}, Stm.samples(product, "pixel"));
        assertArrayEquals(new double[] {0, 1}, Stm.samples(product, "point_id"));
        assertArrayEquals(new double[] {0.002, -0.001}, Stm.samples(product, "d_20160407"));
        assertArrayEquals(new double[] {2.0, Double.NaN}, Stm.samples(product, "a_20160327"));
        assertEquals("m", product.getBand("d_20160407").getUnit());
        assertEquals("rad/m", product.getBand("h2ph_raw_20160407").getUnit());
        double[] texts = Stm.samples(product, "pnt_id");
        String[] names = product.getBand("pnt_id").getIndexCoding().getIndexNames();
        assertEquals(List.of("P1", "P,\"2"), List.of(names[(int) texts[0]], names[(int) texts[1]]));
        product.dispose();
    }

    /** Images whose mother * conj(daughter) has the phase of the displacement, and height-to-phase factors relative to the mother. */
    @Test
    void withAWavelengthItIsAStack() throws IOException {
        settings("wavelength = 0.031\n");
        Product product = Stm.read(write(TWO));
        StackDescription stack = StackReader.of(product).read();
        assertEquals("2016-03-27", stack.mother().date().toString());
        assertEquals(0.031, stack.wavelength(), 1e-12);
        double[] re = Stm.samples(product, "i_ref_27Mar2016");
        assertArrayEquals(new double[] {2.0, 0.0}, re); // no amplitude is no data
        double i = Stm.samples(product, "i_sec1_07Apr2016")[0];
        double q = Stm.samples(product, "q_sec1_07Apr2016")[0];
        assertEquals(3.0, Math.hypot(i, q), 1e-6);
        double phase = Math.atan2(-q * re[0], i * re[0]); // of mother * conj(daughter)
        assertEquals(-4.0 * Math.PI / 0.031 * 0.002, phase, 1e-6);
        double[] factors = Stm.samples(product, "h2ph_07Apr2016");
        assertEquals(0.25 * -0.031 / (4.0 * Math.PI), factors[0], 1e-15);
        assertEquals(0.375 * -0.031 / (4.0 * Math.PI), factors[1], 1e-15);
        product.dispose();
    }

    @Test
    void settingsChooseMotherAndUnits() throws IOException {
        settings("wavelength=0.031\nmother=2016-04-07\nheightToPhaseUnit=m/m\ndisplacementUnit=mm\n");
        Product product = Stm.read(write(TWO));
        assertEquals("mm", product.getBand("d_20160407").getUnit());
        assertEquals("m/m", product.getBand("h2ph_raw_20160407").getUnit());
        assertEquals(-0.25, Stm.samples(product, "h2ph_27Mar2016")[0], 1e-15);
        double q = Stm.samples(product, "q_ref_07Apr2016")[0];
        assertEquals(3.0 * Math.sin(4.0 * Math.PI / 31.0 * 0.002), q, 1e-7);
        assertTrue(product.containsBand("i_sec1_27Mar2016"));
        product.dispose();
    }

    /** Several blocks of lines, the last one not full, lines that end as those of Windows, and nothing behind the last line. */
    @Test
    void manyLines() throws IOException {
        int count = 10000;
        StringBuilder text = new StringBuilder("pnt_lat,pnt_lon,pnt_flags,a_20200101\r\n");
        for (int k = 0; k < count; k++) {
            text.append(k * 0.001).append(',').append(k * 0.01).append(',').append(k % 7).append(',').append(k).append(".5");
            text.append(k == count - 1 ? "" : k == 5000 ? "\r\n\r\n" : "\r\n");
        }
        Product product = Stm.read(write(text.toString()));
        assertEquals(4096, product.getSceneRasterWidth());
        assertEquals(3, product.getSceneRasterHeight());
        assertEquals(count, PointsProduct.layoutOf(product).orElseThrow().count());
        double[] amplitude = Stm.samples(product, "a_20200101");
        double[] flags = Stm.samples(product, "pnt_flags");
        for (int k = 0; k < count; k++) {
            assertEquals(k + 0.5, amplitude[k]);
            assertEquals(k % 7, flags[k]);
        }
        assertEquals(3 * 4096, amplitude.length);
        assertTrue(Arrays.stream(amplitude, count, amplitude.length).allMatch(Double::isNaN));
        assertTrue(Arrays.stream(flags, count, flags.length).allMatch(flag -> flag == Integer.MIN_VALUE));
        double[] some = product.getBand("a_20200101").readPixels(100, 1, 50, 2, new double[100], ProgressMonitor.NULL);
        assertEquals(4096 + 100.5, some[0]);
        assertEquals(2 * 4096 + 149.5, some[99]);
        product.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "pnt_lat,pnt_lon\n1,2\n", "pnt_lat,d_20160327\n1,2\n", "lat,lon,d_20160327\n1,2,3\n", "",
        "pnt_lat,pnt_lon,d_20161327\n1,2,3\n", "\0\0\0\0"})
    void otherFilesAreLeftToOtherReaders(String text) throws IOException {
        assertEquals(DecodeQualification.UNABLE, new StmCsvReaderPlugIn().getDecodeQualification(write(text)));
    }

    @Test
    void otherInputs() {
        for (Object input : new Object[] {folder, folder.resolve("none.csv"), 7, "a\0b", null}) {
            assertEquals(DecodeQualification.UNABLE, new StmCsvReaderPlugIn().getDecodeQualification(input));
            assertEquals(DecodeQualification.UNABLE, new StmZarrReaderPlugIn().getDecodeQualification(input));
        }
        assertNull(StmFiles.zarrFolder(Path.of("/")));
    }

    @Test
    void columnsThatStandThereTwice() throws IOException {
        Path twice = Files.writeString(folder.resolve("twice.csv"), "pnt_lat,pnt_lon,pnt_q,pnt_q,d_20160327,d_20160327\n52,5,1,2,3,4\n");
        Product product = Stm.read(twice);
        assertEquals(1.0, Stm.samples(product, "pnt_q")[0]);
        assertEquals(2.0, Stm.samples(product, "pnt_q_1")[0]);
        assertEquals(4.0, Stm.samples(product, "d_20160327")[0]);
        assertEquals("column 'd_20160327' stands there twice, and the first one is left out",
                product.getMetadataRoot().getElement(StmProduct.RECORD).getAttributeString("note_1"));
        product.dispose();
    }

    private void refused(String message, String text, String band) throws IOException {
        Path file = write(text);
        Exception thrown = assertThrows(Exception.class, () -> {
            Product product = ProductIO.readProduct(file.toFile());
            product.getBand(band).readPixels(0, 0, 1, 1, new double[1]);
        });
        Throwable e = cause(thrown);
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(e.getMessage().contains("points.csv"), e.getMessage());
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
    void brokenLines() throws IOException {
        String start = "pnt_lat,pnt_lon,a_20200101\n";
        refused("line 3: 2 fields, expected 3", start + "1,2,3\n1,2\n", "a_20200101");
        StringBuilder late = new StringBuilder(start);
        for (int k = 0; k < 1500; k++) {
            late.append("1,2,").append(k == 1200 ? "x" : k).append('\n');
        }
        refused("line 1202: 'x' in column 'a_20200101', expected a number", late.toString(), "a_20200101");
    }

    @Test
    void settingsThatMakeNoSense() throws IOException {
        settings("wavelength = long\n");
        refused("wavelength = 'long'", TWO, "lat");
        settings("wavelength = -1\n");
        refused("metres such as 0.0555 was expected", TWO, "lat");
        settings("wavelength = 0.031\nmother = 2016-01-01\n");
        refused("mother = 2016-01-01 is none of the epochs, [2016-03-27, 2016-04-07]", TWO, "lat");
        settings("heightToPhaseUnit = degrees\n");
        refused("m/m or rad/m was expected", TWO, "lat");
        settings("wavelenght = 0.031\n");
        refused("'wavelenght' is not known, expected complex, dates", TWO, "lat");
        settings("dates = 2016-01-01\n");
        refused("dates has 1 days, expected one for each of 2 epochs", TWO, "lat");
    }

    /** Real points: every column equals what the file says. */
    @Test
    void amsterdam() throws IOException {
        Path file = Stm.shared("amsterdam-ps/example.csv");
        Product product = Stm.read(file);
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.get(0).split(",", -1);
        assertEquals(2500, PointsProduct.layoutOf(product).orElseThrow().count());
        int compared = 0;
        for (int column = 3; column < names.length; column++) {
            String name = Map.of("pnt_lat", "lat", "pnt_lon", "lon", "pnt_line", "line", "pnt_pixel", "pixel")
                    .getOrDefault(names[column], names[column].replace("h2ph_", "h2ph_raw_"));
            double[] samples = Stm.samples(product, name);
            for (int k = 0; k < 2500; k++) {
                assertEquals(Double.parseDouble(lines.get(k + 1).split(",", -1)[column]), samples[k], name + " " + k);
                compared++;
            }
        }
        assertEquals(2500 * (names.length - 3), compared);
        product.dispose();
    }
}
