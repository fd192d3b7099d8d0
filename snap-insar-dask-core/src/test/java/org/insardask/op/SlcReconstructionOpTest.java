package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlcReconstructionOpTest {

    private static final String IFGS = "ifg iq_ifg_VV_31Mar2023_19Mar2023 iq_ifg_VV_31Mar2023_12Apr2023 iq_ifg_VV_31Mar2023_07Mar2023";
    private static final LocalDate MOTHER = LocalDate.of(2023, 3, 31);
    private static final LocalDate DAUGHTER = LocalDate.of(2023, 3, 19);

    private final TestImages images = new TestImages();

    @ParameterizedTest
    @CsvSource({"_mst_, _slv1_, _slv2_, _slv3_", "_ref_, _sec1_, _sec2_, _sec3_", "_, _, _, _"})
    void daughtersComeBackInTheDialectOfTheMother(String mother, String first, String second, String third) throws IOException {
        Product target = new Reconstruction(images.product("mother iq_VV" + mother + "31Mar2023"), images.product(IFGS)).run();

        assertEquals(List.of("i_VV" + mother + "31Mar2023", "q_VV" + mother + "31Mar2023", "i_VV" + first + "07Mar2023",
                "q_VV" + first + "07Mar2023", "i_VV" + second + "19Mar2023", "q_VV" + second + "19Mar2023", "i_VV" + third + "12Apr2023",
                "q_VV" + third + "12Apr2023"), Reconstruction.realBands(target));
        assertImage(target, "VV" + mother + "31Mar2023", MOTHER);
        assertImage(target, "VV" + first + "07Mar2023", LocalDate.of(2023, 3, 7));
        assertImage(target, "VV" + second + "19Mar2023", DAUGHTER);
        assertImage(target, "VV" + third + "12Apr2023", LocalDate.of(2023, 4, 12));
    }

    @Test
    void productsOfPairsShareOneMother() throws IOException {
        Product first = images.product("p1 iq_IW1_VH_ref_31Mar2023 iq_ifg_IW1_VH_31Mar2023_19Mar2023");
        Product second = images.product("p2 iq_IW1_VH_ref_31Mar2023 iq_ifg_IW1_VH_31Mar2023_12Apr2023");
        Product target = new Reconstruction(null, second, first).run();

        assertEquals(List.of("i_IW1_VH_ref_31Mar2023", "q_IW1_VH_ref_31Mar2023", "i_IW1_VH_sec1_19Mar2023", "q_IW1_VH_sec1_19Mar2023",
                "i_IW1_VH_sec2_12Apr2023", "q_IW1_VH_sec2_12Apr2023"), Reconstruction.realBands(target));
        assertImage(target, "IW1_VH_sec1_19Mar2023", DAUGHTER);
        assertImage(target, "IW1_VH_sec2_12Apr2023", LocalDate.of(2023, 4, 12));
    }

    @Test
    void daughtersInTheProductOfTheMotherAreIgnored() throws IOException {
        Product stack = images.product("stack iq_VV_mst_31Mar2023 iq_VV_slv1_19Mar2023 iq_VV_slv2_24Apr2023");
        Product target = new Reconstruction(stack, images.product("ifg iq_ifg_VV_31Mar2023_19Mar2023")).run();

        assertEquals(4, Reconstruction.realBands(target).size());
        assertImage(target, "VV_slv1_19Mar2023", DAUGHTER);
    }

    @Test
    void oneProductMayBeBothSources() throws IOException {
        Product product = images.product("s iq_VV_ref_31Mar2023 iq_ifg_VV_31Mar2023_19Mar2023");

        assertImage(new Reconstruction(product).run(), "VV_sec1_19Mar2023", DAUGHTER);
        assertImage(new Reconstruction(product, product).run(), "VV_sec1_19Mar2023", DAUGHTER);
    }

    @Test
    void oneOfSeveralPolarisationsIsChosen() throws IOException {
        Product product = images.product("s iq_VV_ref_31Mar2023 iq_VH_ref_31Mar2023 iq_ifg_VV_31Mar2023_19Mar2023 "
                + "iq_ifg_VH_31Mar2023_12Apr2023");
        Product target = new Reconstruction(null, product).with("channel", "VH").run();

        assertImage(target, "VH_sec1_12Apr2023", LocalDate.of(2023, 4, 12));
    }

    @Test
    void ratioIsTheConjugateImage() throws IOException {
        Product mother = images.product("mother iq_VV_ref_31Mar2023");
        Product target = new Reconstruction(mother, images.product(IFGS)).with("convention", "RATIO").run();
        float[] imaginary = Reconstruction.samples(target, "q_VV_sec2_19Mar2023");
        for (int k = 0; k < imaginary.length; k++) {
            imaginary[k] = -imaginary[k];
        }

        assertClose(images.image(DAUGHTER)[0], Reconstruction.samples(target, "i_VV_sec2_19Mar2023"));
        assertClose(images.image(DAUGHTER)[1], imaginary);
        assertEquals("RATIO", target.getMetadataRoot().getElement("SLC_Reconstruction").getAttributeString("convention"));
    }

    @Test
    void bandsAreAsSnapExpectsThem() {
        Product target = new Reconstruction(images.product("mother iq_VV_mst_31Mar2023"), images.product(IFGS)).run();
        Band real = target.getBand("i_VV_slv2_19Mar2023");
        Band imaginary = target.getBand("q_VV_slv2_19Mar2023");
        VirtualBand intensity = (VirtualBand) target.getBand("Intensity_VV_slv2_19Mar2023");
        VirtualBand phase = (VirtualBand) target.getBand("Phase_VV_slv2_19Mar2023");

        assertEquals(ProductData.TYPE_FLOAT32, real.getDataType());
        assertEquals("real", real.getUnit());
        assertEquals("imaginary", imaginary.getUnit());
        assertTrue(real.isNoDataValueUsed() && imaginary.isNoDataValueUsed());
        assertEquals(0, real.getNoDataValue());
        assertEquals("conj(ifg / mother) of i_ifg_VV_31Mar2023_19Mar2023", real.getDescription());
        assertEquals("i_VV_slv2_19Mar2023 == 0.0 ? 0.0 : i_VV_slv2_19Mar2023 * i_VV_slv2_19Mar2023 + q_VV_slv2_19Mar2023 * "
                + "q_VV_slv2_19Mar2023", intensity.getExpression());
        assertEquals("atan2(q_VV_slv2_19Mar2023,i_VV_slv2_19Mar2023)", phase.getExpression());
        assertEquals("intensity", intensity.getUnit());
        assertEquals("phase", phase.getUnit());
    }

    @Test
    void theMotherAndTheVirtualBandsCanBeLeftOut() {
        Product target = new Reconstruction(images.product("mother iq_VV_mst_31Mar2023"), images.product(IFGS))
                .with("includeMother", false).with("outputVirtualBands", false).run();

        assertFalse(target.containsBand("i_VV_mst_31Mar2023"));
        assertEquals(6, target.getNumBands());
    }

    @Test
    void heightToPhaseAndTheOtherBandsOfTheMotherGoAlong() throws IOException {
        Product mother = images.product("mother iq_VV_mst_31Mar2023 iq_VV_slv1_19Mar2023");
        Product ifgs = images.product("ifg iq_ifg_VV_31Mar2023_19Mar2023");
        Band elevation = mother.addBand("elevation", ProductData.TYPE_FLOAT32);
        elevation.setUnit("m");
        elevation.setRasterData(ProductData.createInstance(images.image(MOTHER)[0].clone()));
        Band factor = ifgs.addBand("h2ph_VV_19Mar2023", ProductData.TYPE_FLOAT32);
        factor.setUnit("m/m");
        factor.setRasterData(ProductData.createInstance(images.image(DAUGHTER)[0].clone()));
        Product target = new Reconstruction(mother, ifgs).run();

        assertEquals(List.of("i_VV_mst_31Mar2023", "q_VV_mst_31Mar2023", "i_VV_slv1_19Mar2023", "q_VV_slv1_19Mar2023",
                "h2ph_VV_19Mar2023", "elevation"), Reconstruction.realBands(target));
        assertArrayEquals(images.image(MOTHER)[0], Reconstruction.samples(target, "elevation"));
        assertArrayEquals(images.image(DAUGHTER)[0], Reconstruction.samples(target, "h2ph_VV_19Mar2023"));
        assertEquals("m/m", target.getBand("h2ph_VV_19Mar2023").getUnit());
        assertEquals(4, Reconstruction.realBands(new Reconstruction(mother, ifgs).with("copySourceBands", false).run()).size());
    }

    @Test
    void theSizeOfTilesChangesNothing() throws IOException {
        Product mother = images.product("mother iq_VV_mst_31Mar2023");
        Product whole = new Reconstruction(mother, images.product(IFGS)).run();
        for (int[] size : new int[][] {{5, 23}, {37, 2}, {8, 8}}) {
            Product tiled = new Reconstruction(mother, images.product(IFGS)).tiles(size[0], size[1]).run();
            for (String band : Reconstruction.realBands(whole)) {
                assertArrayEquals(Reconstruction.samples(whole, band), Reconstruction.samples(tiled, band),
                        band + " in tiles of " + size[0] + " x " + size[1]);
            }
        }
    }

    @Test
    void manyThreadsMayAskAtOnce() throws IOException {
        Product mother = images.product("mother iq_VV_mst_31Mar2023");
        Product target = new Reconstruction(mother, images.product(IFGS)).tiles(8, 4).run();
        Band band = target.getBand("i_VV_slv2_19Mar2023");
        float[] rows = new float[TestImages.PIXELS];
        IntStream.range(0, TestImages.HEIGHT).parallel().forEach(y -> System.arraycopy(row(band, y), 0, rows, y * TestImages.WIDTH,
                TestImages.WIDTH));

        assertArrayEquals(Reconstruction.samples(new Reconstruction(mother, images.product(IFGS)).run(), band.getName()), rows);
    }

    private static float[] row(Band band, int y) {
        try {
            return band.readPixels(0, y, TestImages.WIDTH, 1, new float[TestImages.WIDTH]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertImage(Product target, String band, LocalDate date) throws IOException {
        assertClose(images.image(date)[0], Reconstruction.samples(target, "i_" + band));
        assertClose(images.image(date)[1], Reconstruction.samples(target, "q_" + band));
    }

    private void assertClose(float[] expected, float[] actual) {
        float[][] mother = images.image(MOTHER);
        for (int k = 0; k < expected.length; k++) {
            boolean data = mother[0][k] != 0 || mother[1][k] != 0;
            assertEquals(data ? expected[k] : 0, actual[k], 1e-4, "pixel " + k);
        }
    }
}
