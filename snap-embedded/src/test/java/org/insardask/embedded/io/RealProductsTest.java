package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products that SNAP wrote: Sentinel-1 over Amsterdam, 84 x 338 pixels, in both formats. */
class RealProductsTest {
    private static final int WIDTH = 338;
    private static final int HEIGHT = 84;

    private final Path data = Path.of(System.getProperty("insardask.shared", "../../shared")).resolve("data/amsterdam-s1");

    @TempDir
    Path folder;

    @BeforeEach
    void dataIsHere() {
        Assumptions.assumeTrue(Files.isDirectory(data), "skipped: ../shared/data/amsterdam-s1 is not here");
    }

    private Product read(String name) throws IOException {
        Product product = ProductIO.readProduct(data.resolve(name).toFile());
        assertNotNull(product, name);
        return product;
    }

    /** Big-endian floats by a plain stream. */
    private static float[] plain(Path file, int count) throws IOException {
        float[] values = new float[count];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int i = 0; i < count; i++) {
                values[i] = in.readFloat();
            }
        }
        return values;
    }

    private static float[] samples(Band band) throws IOException {
        return (float[]) ProductsForTests.readAll(band).getElems();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1A_Amsterdam_stack", "S1A_Amsterdam_ifg"})
    void dimapBandsHoldWhatTheFilesHold(String name) throws IOException {
        Product product = read(name + ".dim");
        assertEquals(WIDTH, product.getSceneRasterWidth());
        assertEquals(HEIGHT, product.getSceneRasterHeight());
        assertTrue(product.getNumBands() >= 3, "bands");
        for (Band band : product.getBands()) {
            if (band instanceof VirtualBand) {
                continue;
            }
            Path file = data.resolve(name + ".data").resolve(band.getName() + ".img");
            assertArrayEquals(plain(file, WIDTH * HEIGHT), samples(band), band.getName());
        }
        for (TiePointGrid grid : product.getTiePointGrids()) {
            Path file = data.resolve(name + ".data/tie_point_grids").resolve(grid.getName() + ".img");
            assertArrayEquals(plain(file, 9), grid.getTiePoints(), grid.getName());
        }
        product.dispose();
    }

    @Test
    void dimapHeaderIsUnderstood() throws IOException {
        Product product = read("S1A_Amsterdam_stack.dim");
        assertEquals("S1A_Amsterdam_stack", product.getName());
        assertEquals("SLC", product.getProductType());
        assertEquals("Sentinel-1 IW Level-1 SLC Product", product.getDescription());
        assertEquals("31-MAR-2023 05:50:35.812250", product.getStartTime().format());
        Band real = product.getBand("i_VV_mst_31Mar2023");
        assertEquals("real", real.getUnit());
        assertTrue(real.isNoDataValueUsed(), "no-data used");
        assertEquals(0, real.getNoDataValue());
        assertEquals(-225, product.getTiePointGrid("latitude").getOffsetX());
        MetadataElement abstracted = product.getMetadataRoot().getElement("Abstracted_Metadata");
        assertEquals("SENTINEL-1A", abstracted.getAttributeString("MISSION"));
        assertEquals(5405.000454334349, abstracted.getAttributeDouble("radar_frequency"), 1e-6);
        assertEquals("31-MAR-2023 05:50:35.812250", abstracted.getAttributeUTC("first_line_time").format());
        assertEquals(ProductData.TYPE_UINT8, abstracted.getAttribute("coregistered_stack").getData().getType());
        product.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1A_Amsterdam_stack.dim", "znap/20230331-coreg.znap"})
    void geocodingLiesInAmsterdam(String name) throws IOException {
        Product product = read(name);
        for (int[] pixel : new int[][] {{0, 0}, {WIDTH - 1, 0}, {WIDTH / 2, HEIGHT / 2}, {WIDTH - 1, HEIGHT - 1}}) {
            GeoPos pos = product.getSceneGeoCoding().getGeoPos(new PixelPos(pixel[0] + 0.5, pixel[1] + 0.5), null);
            assertEquals(52.37, pos.lat, 0.05, name);
            assertEquals(4.9, pos.lon, 0.1, name);
        }
        product.dispose();
    }

    @Test
    void znapHoldsTheSamplesOfTheStack() throws IOException {
        Product stack = read("S1A_Amsterdam_stack.dim");
        Product mother = read("znap/20230331-coreg.znap");
        Product daughter = read("znap/20230319-coreg.znap");
        assertArrayEquals(samples(stack.getBand("i_VV_mst_31Mar2023")), samples(mother.getBand("i_VV_31Mar2023")));
        assertArrayEquals(samples(stack.getBand("q_VV_mst_31Mar2023")), samples(mother.getBand("q_VV_31Mar2023")));
        assertArrayEquals(samples(stack.getBand("i_VV_slv1_19Mar2023")), samples(daughter.getBand("i_VV_19Mar2023")));
        assertArrayEquals(samples(stack.getBand("h2ph_VV_19Mar2023")), samples(daughter.getBand("h2ph_VV_19Mar2023")));
        assertEquals("31-MAR-2023 05:50:35.812250", mother.getStartTime().format());
        assertEquals("S1A_IW_SLC__1SDV_20230331T055032_20230331T055059_047884_05C0F4_3703",
                daughter.getMetadataRoot().getElement("Abstracted_Metadata").getAttributeString("PRODUCT"));
        stack.dispose();
        mother.dispose();
        daughter.dispose();
    }

    @Test
    void copiesEqualTheOriginals() throws IOException {
        for (String name : new String[] {"S1A_Amsterdam_stack.dim", "znap/20230319-coreg.znap"}) {
            Product product = read(name);
            String expected = ProductsForTests.describe(product, false);
            Path target = folder.resolve(name.endsWith(".dim") ? "copy.dim" : "copy.znap");
            ProductIO.writeProduct(product, target.toString(), name.endsWith(".dim") ? "BEAM-DIMAP" : "ZNAP");
            Product copy = ProductIO.readProduct(target.toFile());
            assertEquals(expected, ProductsForTests.describe(copy, false));
            for (Band band : copy.getBands()) {
                assertEquals(product.getBand(band.getName()) instanceof VirtualBand, band instanceof VirtualBand, band.getName());
                assertArrayEquals(samples(product.getBand(band.getName())), samples(band), band.getName());
            }
            product.dispose();
            copy.dispose();
        }
    }

    /** Line by line what SNAP writes, but for what is passed over: attributes without a value, and values for angular bands. */
    @Test
    void theHeaderIsWrittenAsSnapWritesIt() throws IOException {
        Product product = read("S1A_Amsterdam_stack.dim");
        ProductIO.writeProduct(product, folder.resolve("S1A_Amsterdam_stack.dim").toString(), "BEAM-DIMAP");
        product.dispose();
        List<String> expected = Files.readAllLines(data.resolve("S1A_Amsterdam_stack.dim"), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.contains("BAND_ANGULAR_VALUE") && !line.matches("\\s*<MDATTR .*/>")).toList();
        List<String> found = Files.readAllLines(folder.resolve("S1A_Amsterdam_stack.dim"), StandardCharsets.ISO_8859_1);
        int display = expected.indexOf("    <Image_Interpretation>");
        assertEquals(String.join("\n", expected.subList(0, display)), String.join("\n", found.subList(0, display)));
        int metadata = expected.indexOf("    <Dataset_Sources>");
        assertEquals(String.join("\n", expected.subList(metadata, expected.size())),
                String.join("\n", found.subList(found.indexOf("    <Dataset_Sources>"), found.size())));
    }

    /** Byte for byte what SNAP writes, but for the order of keys in the attributes of tie-point grids, which SNAP leaves to chance. */
    @Test
    void arraysAreWrittenAsSnapWritesThem() throws IOException {
        Product product = read("znap/20230319-coreg.znap");
        ProductIO.writeProduct(product, folder.resolve("c.znap").toString(), "ZNAP");
        Map<String, String> expected = ProductsForTests.tree(data.resolve("znap/20230319-coreg.znap"));
        Map<String, String> found = ProductsForTests.tree(folder.resolve("c.znap"));
        expected.keySet().removeIf(name -> name.startsWith("SNAP/vector_data"));
        assertEquals(expected.keySet(), found.keySet());
        for (TiePointGrid grid : product.getTiePointGrids()) {
            expected.remove(grid.getName() + "/.zattrs");
        }
        expected.forEach((name, bytes) -> assertTrue(bytes.equals(found.get(name)), name));
        product.dispose();
    }
}
