package org.insardask.embedded.operators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Rectangle;
import java.util.Map;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.gpf.TestProducts;
import org.junit.jupiter.api.Test;

/** A subset has the samples, positions and times of its pixels. */
class SubsetOpTest {

    private static final int WIDTH = 20;
    private static final int HEIGHT = 10;

    private final Product source = TestProducts.ramp(WIDTH, HEIGHT, 2);

    private Product subset(Map<String, Object> parameters) {
        return GPF.createProduct("Subset", parameters, source);
    }

    @Test
    void regionOfPixels() throws Exception {
        Product product = subset(Map.of("region", new Rectangle(3, 2, 2, 2)));
        assertEquals("Subset_ramp", product.getName());
        assertArrayEquals(new float[]{1203, 1204, 1303, 1304}, TestProducts.read(product, "b1"));
    }

    @Test
    void regionBeyondTheSceneIsCut() throws Exception {
        Product product = subset(Map.of("region", "18,8,100,100", "sourceBands", "b0"));
        assertArrayEquals(new float[]{818, 819, 918, 919}, TestProducts.read(product, "b0"));
        assertArrayEquals(new String[]{"b0"}, product.getBandNames());
    }

    @Test
    void everySoManythPixel() throws Exception {
        Product product = subset(Map.of("subSamplingX", 9, "subSamplingY", 5));
        assertArrayEquals(new float[]{0, 9, 18, 500, 509, 518}, TestProducts.read(product, "b0"));
    }

    @Test
    void wrongRegionsAndBandsAreRefused() {
        assertEquals("The region 20,0,1,1 is not inside product 'ramp', which has 20 x 10 pixels.",
                assertThrows(OperatorException.class, () -> subset(Map.of("region", "20,0,1,1"))).getMessage());
        assertEquals("The region -1,0,5,5 is not inside product 'ramp', which has 20 x 10 pixels.",
                assertThrows(OperatorException.class, () -> subset(Map.of("region", "-1,0,5,5"))).getMessage());
        assertEquals("Product 'ramp' has no band 'x'. Its bands are: b0, b1.",
                assertThrows(OperatorException.class, () -> subset(Map.of("sourceBands", "x"))).getMessage());
    }

    @Test
    void positionsStay() {
        float[] latitudes = {50, 50, 40, 40};
        float[] longitudes = {0, 10, 0, 10};
        source.addTiePointGrid(new TiePointGrid("latitude", 2, 2, 0.5, 0.5, WIDTH - 1, HEIGHT - 1, latitudes));
        source.addTiePointGrid(new TiePointGrid("longitude", 2, 2, 0.5, 0.5, WIDTH - 1, HEIGHT - 1, longitudes));
        source.setSceneGeoCoding(new TiePointGeoCoding(source.getTiePointGrid("latitude"), source.getTiePointGrid("longitude")));
        Product product = subset(Map.of("region", "5,3,10,6"));
        assertEquals(source.getSceneGeoCoding().getGeoPos(new PixelPos(7.5, 4.5), null).lat,
                product.getSceneGeoCoding().getGeoPos(new PixelPos(2.5, 1.5), null).lat, 1e-5);
        assertEquals(source.getSceneGeoCoding().getGeoPos(new PixelPos(7.5, 4.5), null).lon,
                product.getSceneGeoCoding().getGeoPos(new PixelPos(2.5, 1.5), null).lon, 1e-5);
    }

    @Test
    void timesAndRangeMoveWithTheRegion() throws Exception {
        MetadataElement root = new MetadataElement("Abstracted_Metadata");
        source.getMetadataRoot().addElement(root);
        source.addTiePointGrid(new TiePointGrid("slant_range_time", 2, 2, 0.5, 0.5, WIDTH - 1, HEIGHT - 1, new float[]{1, 2, 1, 2}));
        root.setAttributeDouble("radar_frequency", 5405);
        root.setAttributeUTC("first_line_time", ProductData.UTC.parse("01-JAN-2020 00:00:00.000000"));
        root.setAttributeUTC("last_line_time", ProductData.UTC.parse("01-JAN-2020 00:00:09.000000"));
        root.setAttributeDouble("slant_range_to_first_pixel", 800000);
        root.setAttributeDouble("range_spacing", 2.5);
        root.setAttributeInt("num_output_lines", HEIGHT);
        MetadataElement cut = subset(Map.of("region", "4,3,10,5")).getMetadataRoot().getElement("Abstracted_Metadata");
        assertEquals("01-JAN-2020 00:00:03.000000", cut.getAttributeUTC("first_line_time").format());
        assertEquals("01-JAN-2020 00:00:07.000000", cut.getAttributeUTC("last_line_time").format());
        assertEquals(800010, cut.getAttributeDouble("slant_range_to_first_pixel"));
        assertEquals(5, cut.getAttributeInt("num_output_lines"));
        assertEquals(HEIGHT, root.getAttributeInt("num_output_lines"));
    }
}
