package org.insardask.ui.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Test;

/** Pixels without data, products without records, and what is no unwrapped product. */
class SeriesNoDataTest {

    private static final String OUTPUTS = "PARAMETERS,QUALITY,UNWRAPPED";

    /** A pixel that the simulator left without data. */
    private static int[] emptyPixel(Product product) {
        for (int y = 0; y < product.getSceneRasterHeight(); y++) {
            for (int x = 0; x < product.getSceneRasterWidth(); x++) {
                if (Double.isNaN(TownProducts.sample(product, "velocity", x, y))) {
                    return new int[] {x, y};
                }
            }
        }
        throw new AssertionError("every pixel has data");
    }

    @Test
    void pixelWithoutDataHasEmptyCurves() throws IOException {
        try (ProductHandle handle = new ProductHandle(TownProducts.unwrapped(OUTPUTS))) {
            SeriesProduct product = SeriesProduct.of(handle.product());
            int[] p = emptyPixel(handle.product());
            PixelSamples samples = PixelReader.read(product, p[0], p[1], () -> false);
            SeriesMaker maker = new SeriesMaker(product);
            SeriesCurves curves = maker.make(samples, null, true);
            assertTrue(Arrays.stream(curves.observed()).allMatch(Double::isNaN));
            assertTrue(Arrays.stream(curves.model()).allMatch(Double::isNaN));
            assertTrue(Arrays.stream(curves.lineHalfWidth()).allMatch(Double::isNaN));
            List<PixelSummary.Item> items = PixelSummary.items(product, maker.model(), samples, curves, false);
            assertEquals("no data", items.get(items.size() - 1).text());
            assertEquals("", items.get(0).text());
        }
    }

    @Test
    void olderProductsKeepTheHeightAndHaveNoModelWithoutTemperatures() throws IOException {
        try (ProductHandle handle = new ProductHandle(TownProducts.unwrapped(OUTPUTS))) {
            MetadataElement record = handle.product().getMetadataRoot().getElement("Arc_Unwrapping");
            MetadataElement older = new MetadataElement("Arc_Unwrapping");
            Arrays.stream(record.getAttributes()).filter(a -> !a.getName().equals("epoch_dates")).forEach(older::addAttribute);
            handle.product().getMetadataRoot().removeElement(record);
            handle.product().getMetadataRoot().addElement(older);
            SeriesProduct product = SeriesProduct.of(handle.product());
            SeriesCurves curves = new SeriesMaker(product).make(PixelReader.read(product, 20, 30, () -> false), null, true);
            assertEquals(30, product.dates().size());
            assertFalse(curves.heightRemoved());
            assertTrue(Arrays.stream(curves.model()).allMatch(Double::isNaN));
            assertFalse(Double.isNaN(curves.observed()[3]));
        }
    }

    @Test
    void otherProductsAreRefused() {
        Product product = new Product("plain", "TEST", 4, 3);
        assertFalse(SeriesProduct.isUnwrapped(product));
        String message = assertThrows(IllegalArgumentException.class, () -> SeriesProduct.of(product)).getMessage();
        assertEquals("Product 'plain' is not unwrapped: its metadata have no element Arc_Unwrapping, expected a product of Arc-Unwrapping",
                message);
    }

    @Test
    void recordWithoutWavelengthIsRefused() {
        Product product = new Product("broken", "TEST", 4, 3);
        product.getMetadataRoot().addElement(new MetadataElement("Arc_Unwrapping"));
        String message = assertThrows(IllegalArgumentException.class, () -> SeriesProduct.of(product)).getMessage();
        assertEquals("Product 'broken': the metadata element Arc_Unwrapping has no wavelength, expected metres", message);
    }

    @Test
    void pixelsOutsideAreRefusedAndObsoleteReadingEnds() throws IOException {
        try (ProductHandle handle = new ProductHandle(TownProducts.unwrapped(OUTPUTS))) {
            SeriesProduct product = SeriesProduct.of(handle.product());
            String message = assertThrows(IllegalArgumentException.class, () -> PixelReader.read(product, 128, 3, () -> false))
                    .getMessage();
            assertEquals("Pixel (128, 3) is outside the product of 128 x 96 pixels", message);
            assertNull(PixelReader.read(product, 20, 30, () -> true));
        }
    }
}
