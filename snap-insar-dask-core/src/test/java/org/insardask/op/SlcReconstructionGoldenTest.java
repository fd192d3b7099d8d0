package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.slc.GoldenCase;
import org.insardask.stack.TestProducts;
import org.junit.jupiter.api.Test;

/**
 * Against results that others computed: real Sentinel-1 data of SNAP, and quotients of numpy.
 */
class SlcReconstructionGoldenTest {

    @Test
    void theDaughterOfARealInterferogramComesBack() throws IOException {
        Product stack = read("S1A_Amsterdam_stack.dim");
        Product target = new Reconstruction(stack, read("S1A_Amsterdam_ifg.dim")).run();

        assertEquals(List.of("i_VV_mst_31Mar2023", "q_VV_mst_31Mar2023", "i_VV_slv1_19Mar2023", "q_VV_slv1_19Mar2023",
                "h2ph_VV_19Mar2023", "elevation"), Reconstruction.realBands(target));
        assertArrayEquals(Reconstruction.samples(stack, "h2ph_VV_19Mar2023"), Reconstruction.samples(target, "h2ph_VV_19Mar2023"));
        for (String part : List.of("i", "q")) {
            assertSame(stack, target, part + "_VV_mst_31Mar2023", part + "_VV_mst_31Mar2023", 0);
            assertSame(stack, target, part + "_VV_slv1_19Mar2023", part + "_VV_slv1_19Mar2023", 1e-3f);
        }
        assertNotNull(target.getSceneGeoCoding());
        assertEquals("i_VV_slv1_19Mar2023 q_VV_slv1_19Mar2023",
                target.getMetadataRoot().getElement("Slave_Metadata").getElementAt(0).getAttributeString("Slave_bands"));
    }

    @Test
    void theDaughterOfZarrProductsComesBack() throws IOException {
        Product mother = read("znap/20230331-coreg.znap");
        Product daughter = read("znap/20230319-coreg.znap");
        Product pair = interferogram(mother, daughter);
        Product target = new Reconstruction(mother, pair).run();

        assertSame(daughter, target, "i_VV_19Mar2023", "i_VV_19Mar2023", 1e-3f);
        assertSame(daughter, target, "q_VV_19Mar2023", "q_VV_19Mar2023", 1e-3f);
    }

    @Test
    void ratioHasTheBitsOfNumpy() throws IOException {
        GoldenCase golden = GoldenCase.load();
        String size = " @size=" + GoldenCase.WIDTH + "x" + GoldenCase.HEIGHT;
        Product mother = TestProducts.of("m iq_VV_01Jan2021" + size);
        fill(mother.getBandAt(0), golden.mother(0));
        fill(mother.getBandAt(1), golden.mother(1));
        Product ifg = TestProducts.of("p iq_ifg_VV_01Jan2021_01Feb2021 iq_ifg_VV_01Jan2021_01Mar2021 iq_ifg_VV_01Jan2021_01Apr2021" + size);
        for (int band = 0; band < 2 * GoldenCase.EPOCHS; band++) {
            fill(ifg.getBandAt(band), golden.ifg(band / 2, band % 2));
        }
        Product target = new Reconstruction(mother, ifg).with("convention", "RATIO").tiles(20, 16).run();

        List<String> dates = List.of("01Feb2021", "01Mar2021", "01Apr2021");
        for (int epoch = 0; epoch < GoldenCase.EPOCHS; epoch++) {
            float[] real = Reconstruction.samples(target, "i_VV_" + dates.get(epoch));
            float[] imaginary = Reconstruction.samples(target, "q_VV_" + dates.get(epoch));
            for (int k = 0; k < real.length; k++) {
                boolean data = golden.isData(epoch, k);
                assertEquals(bits(data ? golden.expected(epoch, 0)[k] : 0f), bits(real[k]), "real part of pixel " + k);
                assertEquals(bits(data ? golden.expected(epoch, 1)[k] : 0f), bits(imaginary[k]), "imaginary part of pixel " + k);
            }
        }
    }

    private static Product interferogram(Product mother, Product daughter) throws IOException {
        float[] a = Reconstruction.samples(mother, "i_VV_31Mar2023");
        float[] b = Reconstruction.samples(mother, "q_VV_31Mar2023");
        float[] c = Reconstruction.samples(daughter, "i_VV_19Mar2023");
        float[] d = Reconstruction.samples(daughter, "q_VV_19Mar2023");
        float[] real = new float[a.length];
        float[] imaginary = new float[a.length];
        for (int k = 0; k < a.length; k++) {
            real[k] = (float) ((double) a[k] * c[k] + (double) b[k] * d[k]);
            imaginary[k] = (float) ((double) b[k] * c[k] - (double) a[k] * d[k]);
        }
        Product pair = TestProducts.of("pair iq_ifg_VV_31Mar2023_19Mar2023 @size=" + mother.getSceneRasterWidth() + "x"
                + mother.getSceneRasterHeight());
        fill(pair.getBandAt(0), real);
        fill(pair.getBandAt(1), imaginary);
        return pair;
    }

    private static void assertSame(Product expected, Product actual, String expectedBand, String band, float tolerance)
            throws IOException {
        float[] mother = magnitudes(actual);
        float[] wanted = Reconstruction.samples(expected, expectedBand);
        float[] found = Reconstruction.samples(actual, band);
        int compared = 0;
        for (int k = 0; k < wanted.length; k++) {
            assertEquals(mother[k] == 0 ? 0 : wanted[k], found[k], tolerance, band + ", pixel " + k);
            compared += mother[k] == 0 ? 0 : 1;
        }
        assertTrue(compared > wanted.length / 2, "only " + compared + " pixels have data");
    }

    private static float[] magnitudes(Product target) throws IOException {
        float[] real = Reconstruction.samples(target, target.getBandAt(0).getName());
        float[] imaginary = Reconstruction.samples(target, target.getBandAt(1).getName());
        float[] magnitudes = new float[real.length];
        for (int k = 0; k < real.length; k++) {
            magnitudes[k] = Math.abs(real[k]) + Math.abs(imaginary[k]);
        }
        return magnitudes;
    }

    private static void fill(Band band, float[] samples) {
        band.setRasterData(ProductData.createInstance(samples));
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    private static Product read(String name) throws IOException {
        Path file = Path.of(System.getProperty("insardask.shared", "../../shared"), "data", "amsterdam-s1", name);
        assumeTrue(Files.exists(file), "skipped: ../shared/data/amsterdam-s1/" + name + " is not here");
        Product product = ProductIO.readProduct(file.toFile());
        assertNotNull(product, "no reader for " + name);
        return product;
    }
}
