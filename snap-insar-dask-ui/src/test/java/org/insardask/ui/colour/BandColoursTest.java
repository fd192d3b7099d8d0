package org.insardask.ui.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ColorPaletteDef;
import org.esa.snap.core.datamodel.ImageInfo;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductManager;
import org.insardask.map.Palette;
import org.insardask.ui.series.TownProducts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The colours of the bands of an unwrapped product. */
@Timeout(60)
class BandColoursTest {

    private static final String OUTPUTS = "PARAMETERS,UNCERTAINTY,QUALITY,UNWRAPPED";

    private static Product written(Path folder) throws IOException {
        Product product = TownProducts.unwrapped(OUTPUTS);
        Path file = folder.resolve("town.dim");
        ProductIO.writeProduct(product, file.toString(), "BEAM-DIMAP");
        product.dispose();
        return ProductIO.readProduct(file.toFile());
    }

    private static ColorPaletteDef palette(Map<Band, ImageInfo> colours, Product product, String band) {
        return colours.get(product.getBand(band)).getColorPaletteDef();
    }

    @Test
    void rangesSuitTheBands(@TempDir Path folder) throws IOException {
        Product product = written(folder);
        Map<Band, ImageInfo> colours = ProductColours.choose(product);
        for (String band : List.of("velocity", "height", "thermal", "offset", "dis_unw_04Jan2021")) {
            ColorPaletteDef palette = palette(colours, product, band);
            assertEquals(palette.getMaxDisplaySample(), -palette.getMinDisplaySample(), 1e-9, band + " is symmetric around zero");
            assertEquals(Palette.DIVERGING.colour(0), palette.getPointAt(0).getColor().getRGB());
            assertEquals(0.0, palette.getPointAt(palette.getNumPoints() / 2).getSample(), 1e-9);
        }
        double velocity = palette(colours, product, "velocity").getMaxDisplaySample();
        assertTrue(velocity > 20 && velocity < 40, "velocities up to " + velocity);
        for (String band : List.of("temporal_coherence", "success_rate")) {
            assertEquals(0.0, palette(colours, product, band).getMinDisplaySample());
            assertEquals(1.0, palette(colours, product, band).getMaxDisplaySample(), 1e-12);
            assertEquals(Palette.SEQUENTIAL.colour(1), palette(colours, product, band).getPointAt(9).getColor().getRGB());
        }
        assertEquals(0.0, palette(colours, product, "phase_sigma").getMinDisplaySample());
        assertEquals(palette(colours, product, "dis_unw_04Jan2021").getMaxDisplaySample(),
                palette(colours, product, "dis_unw_03Aug2022").getMaxDisplaySample(), "epochs can be compared");
        assertNull(colours.get(product.getBand("status")));
        colours.values().forEach(colour -> assertEquals(0, colour.getNoDataColor().getAlpha(), "no-data is transparent"));
        product.dispose();
    }

    @Test
    void productThatIsNotComputedYetIsNotComputed() throws IOException {
        Product product = TownProducts.unwrapped(OUTPUTS);
        Map<Band, ImageInfo> colours = ProductColours.choose(product);
        assertEquals(20.0, palette(colours, product, "velocity").getMaxDisplaySample(), 1e-9, "two prior sigmas");
        product.dispose();
    }

    @Test
    void otherProductsAndColoursThatAreThereStay() throws IOException {
        Product plain = new Product("plain", "TEST", 2, 2);
        plain.addBand("velocity", 30).setUnit("mm/year");
        assertTrue(ProductColours.choose(plain).isEmpty());
        Product product = TownProducts.unwrapped(OUTPUTS);
        product.getBand("velocity").setImageInfo(new ImageInfo(PaletteFile.SIGMA.stretched(0, 1)));
        assertFalse(ProductColours.choose(product).containsKey(product.getBand("velocity")));
        product.dispose();
    }

    @Test
    void openedProductsAreColouredAndNotModified(@TempDir Path folder) throws Exception {
        ProductManager products = new ProductManager();
        Product before = written(folder.resolve("a"));
        Product after = written(folder.resolve("b"));
        products.addProduct(before);
        EventQueue.invokeAndWait(() -> ColourService.listenTo(products));
        products.addProduct(after);
        for (Product product : List.of(before, after)) {
            awaitColour(product.getBand("velocity"));
            EventQueue.invokeAndWait(() -> assertFalse(product.isModified(), "colours are no modification"));
            assertNotNull(product.getBand("temporal_coherence").getImageInfo());
        }
        products.removeAllProducts();
        before.dispose();
        after.dispose();
    }

    private static void awaitColour(Band band) throws InterruptedException, InvocationTargetException {
        boolean[] coloured = new boolean[1];
        while (!coloured[0]) {
            EventQueue.invokeAndWait(() -> coloured[0] = band.getImageInfo() != null);
            Thread.sleep(10);
        }
    }

    @Test
    void legendNamesBandAndUnit() throws IOException {
        Product product = TownProducts.unwrapped(OUTPUTS);
        Band band = product.getBand("velocity");
        ColourBar bar = new ColourBar();
        assertNull(bar.palette());
        bar.setRaster(band);
        assertNull(bar.palette());
        band.setImageInfo(new ImageInfo(PaletteFile.MOTION.stretched(-5, 5)));
        assertSame(band.getImageInfo().getColorPaletteDef(), bar.palette());
        assertEquals("velocity (mm/year)", bar.title());
        product.dispose();
    }
}
