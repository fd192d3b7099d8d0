package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsSelectionOpTest {

    @TempDir
    private Path folder;

    private static int[] mask(Product product) throws IOException {
        return PointProducts.ints(product, "ps");
    }

    @ParameterizedTest
    @CsvSource({"NAD, 0.25", "NMAD, 0.15", "NAD, 0.4", "NMAD, 0.45"})
    void equalsNumpy(String method, double threshold) throws IOException {
        Product target = PsScene.run(PsScene.stack(false), "method", method, "threshold", threshold);
        float[] found = ArcProducts.floats(target, method.toLowerCase(Locale.ROOT));
        float[] expected = PsScene.expected(method);
        int[] mask = mask(target);
        int selected = 0;
        for (int p = 0; p < found.length; p++) {
            assertEquals(expected[p], found[p], expected[p] > 1.0f ? 4e-7f : 2e-7f, "pixel " + p);
            assertEquals(expected[p] < threshold ? 1 : 0, mask[p], "pixel " + p);
            selected += mask[p];
        }
        assertTrue(selected > 2 && selected < found.length, "selected " + selected);
    }

    @Test
    void noDataDiscardsThePixel() throws IOException {
        float[] zeroCounts = ArcProducts.floats(PsScene.run(PsScene.stack(false), "method", "NAD"), "nad");
        Product target = PsScene.run(PsScene.stack(true), "method", "NAD");
        float[] zeroIsMissing = ArcProducts.floats(target, "nad");
        assertTrue(zeroCounts[3] > 0.0f);
        assertTrue(Float.isNaN(zeroIsMissing[3]) && Float.isNaN(zeroIsMissing[5]) && Float.isNaN(zeroIsMissing[6]));
        zeroCounts[3] = Float.NaN;
        assertArrayEquals(zeroCounts, zeroIsMissing);
        assertEquals(0, mask(target)[3]);
        assertEquals(1, mask(target)[7]);
    }

    @Test
    void bandsAndRecord() {
        Product target = PsScene.run(PsScene.stack(true));
        assertArrayEquals(new String[] {"nmad", "ps"}, target.getBandNames());
        Band mask = target.getBand("ps");
        assertEquals(ProductData.TYPE_UINT8, mask.getDataType());
        assertEquals(1, mask.getFlagCoding().getFlagMask("selected"));
        MetadataElement record = target.getMetadataRoot().getElement("PS_Selection");
        assertEquals("NMAD", record.getAttributeString("method"));
        assertEquals(0.15, record.getAttributeDouble("threshold"));
        assertEquals(9, record.getAttributeInt("epochs"));
        assertEquals("2021-01-01", record.getAttributeString("firstEpoch"));
        assertTrue(target.getMetadataRoot().containsElement("Abstracted_Metadata"));
        assertFalse(target.isModified() && target.getNumBands() == 0);
        Product copied = PsScene.run(PsScene.stack(true), "copySourceBands", true);
        assertEquals(2 + 18, copied.getNumBands());
    }

    /** Images need not say more than their names do. */
    @Test
    void withoutMetadata() {
        Product stack = PsScene.stack(true);
        stack.getMetadataRoot().removeElement(stack.getMetadataRoot().getElement("Abstracted_Metadata"));
        Product target = PsScene.run(stack);
        assertTrue(target.getMetadataRoot().containsElement("PS_Selection"));
        assertArrayEquals(ArcProducts.floats(PsScene.run(PsScene.stack(true)), "nmad"), ArcProducts.floats(target, "nmad"));
    }

    @Test
    void onlyEpochsOfThePeriodCount() {
        Product target = PsScene.run(PsScene.stack(true), "method", "NAD", "startDate", PsScene.date(2).toString(), "endDate",
                PsScene.date(5).toString());
        double[] amplitudes = new double[4];
        for (int e = 0; e < 4; e++) {
            amplitudes[e] = (float) Math.hypot(PsScene.part(2 + e, 0)[20], PsScene.part(2 + e, 1)[20]);
        }
        double mean = Arrays.stream(amplitudes).average().orElseThrow();
        double variance = Arrays.stream(amplitudes).map(a -> (a - mean) * (a - mean)).average().orElseThrow();
        assertEquals(Math.sqrt(variance) / mean, ArcProducts.floats(target, "nad")[20], 1e-7);
        assertEquals(4, target.getMetadataRoot().getElement("PS_Selection").getAttributeInt("epochs"));
        // pixel 3 has its gap at epoch 4, pixel 5 at the first and pixel 6 at the last
        assertTrue(Float.isNaN(ArcProducts.floats(target, "nad")[3]));
        assertFalse(Float.isNaN(ArcProducts.floats(target, "nad")[5]));
        assertFalse(Float.isNaN(ArcProducts.floats(target, "nad")[6]));
    }

    /** Epochs that are brighter by a factor make no difference where they are normalised. */
    @Test
    void normalisedEpochs() {
        Product plain = PsScene.stack(true);
        Product brighter = PsScene.stack(true);
        for (Band band : brighter.getBands()) {
            if (band.getName().endsWith(ArcProducts.snap(PsScene.date(4)))) {
                float[] samples = PsScene.part(4, band.getName().startsWith("i") ? 0 : 1);
                for (int p = 0; p < samples.length; p++) {
                    samples[p] *= 8.0f;
                }
                band.setRasterData(ProductData.createInstance(samples));
            }
        }
        Product one = PsScene.run(plain, "method", "NAD", "normalisation", "MEAN");
        Product other = PsScene.run(brighter, "method", "NAD", "normalisation", "MEAN");
        assertArrayEquals(ArcProducts.floats(one, "nad"), ArcProducts.floats(other, "nad"), 1e-6f);
        float[] without = ArcProducts.floats(PsScene.run(brighter, "method", "NAD"), "nad");
        assertTrue(without[20] > 1.1f, "" + without[20]);
        MetadataElement record = other.getMetadataRoot().getElement("PS_Selection");
        double ratio = record.getAttributeDouble("factor_" + PsScene.date(3)) / record.getAttributeDouble("factor_" + PsScene.date(4));
        assertEquals(8.0, ratio, 3.0);
    }

    @Test
    void amplitudesBesideInterferograms() {
        Product product = ArcProducts.empty("ifg", PsScene.WIDTH, PsScene.HEIGHT, ArcScene.WAVELENGTH);
        String mother = ArcProducts.snap(PsScene.date(0));
        for (int e = 0; e < PsScene.EPOCHS; e++) {
            float[] re = PsScene.part(e, 0);
            float[] im = PsScene.part(e, 1);
            float[] samples = new float[re.length];
            boolean intensity = e % 2 == 1;
            for (int p = 0; p < re.length; p++) {
                double square = (double) re[p] * re[p] + (double) im[p] * im[p];
                samples[p] = (float) (intensity ? square : Math.sqrt(square));
            }
            String date = ArcProducts.snap(PsScene.date(e));
            String what = intensity ? "Intensity" : "Amplitude";
            ArcProducts.add(product, what + "_VV_" + date, intensity ? "intensity" : "amplitude", samples);
            if (e > 0) {
                ArcProducts.add(product, "i_ifg_VV_" + mother + "_" + date, "real", re);
                ArcProducts.add(product, "q_ifg_VV_" + mother + "_" + date, "imaginary", im);
            }
        }
        float[] expected = PsScene.expected("NMAD");
        assertArrayEquals(expected, ArcProducts.floats(PsScene.run(product), "nmad"), 3e-7f);
    }

    @Test
    void tilesChangeNothing() {
        for (String normalisation : new String[] {"NONE", "MEAN"}) {
            Product whole = PsScene.run(PsScene.stack(true), "normalisation", normalisation);
            whole.setPreferredTileSize(PsScene.WIDTH, PsScene.HEIGHT);
            Product tiled = PsScene.run(PsScene.stack(true), "normalisation", normalisation);
            tiled.setPreferredTileSize(3, 2);
            for (String band : whole.getBandNames()) {
                assertArrayEquals(ArcProducts.floats(whole, band), ArcProducts.floats(tiled, band), band);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP, ps.dim"})
    void writtenAndReadAgain(String format, String name) throws IOException {
        Product target = PsScene.run(PsScene.stack(true));
        float[] nmad = ArcProducts.floats(target, "nmad");
        int[] mask = mask(target);
        Product read = ProductIO.readProduct(PointProducts.write(target, folder.resolve(name), format));
        assertArrayEquals(nmad, ArcProducts.floats(read, "nmad"));
        assertArrayEquals(mask, mask(read));
        read.dispose();
    }
}
