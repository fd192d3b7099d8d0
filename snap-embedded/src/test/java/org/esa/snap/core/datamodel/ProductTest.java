package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and the names in them, by SNAP's public API only. */
class ProductTest {

    private final Product product = new Product("stack", "SLC", 8, 5);

    @Test
    void bandsKeepTheirOrderAndBelongToTheProduct() {
        Band q = product.addBand("q_VV", ProductData.TYPE_FLOAT32);
        Band i = new Band("i_VV", ProductData.TYPE_INT16, 8, 5);
        product.addBand(i);
        assertArrayEquals(new String[] {"q_VV", "i_VV"}, product.getBandNames());
        assertSame(product, q.getProduct());
        assertEquals(8, q.getRasterWidth());
        assertEquals(5, q.getRasterHeight());
        assertEquals(1, product.getBandIndex("i_VV"));
        assertSame(i, product.getBandAt(1));
        assertTrue(product.removeBand(q));
        assertNull(q.getProduct());
        assertEquals(1, product.getNumBands());
    }

    @Test
    void namesAreFoundInAnyCaseAndUnique() {
        Band band = product.addBand("Phase", ProductData.TYPE_FLOAT32);
        assertSame(band, product.getBand("pHASE"));
        assertTrue(product.containsBand("PHASE"));
        assertNull(product.getBand("phase2"));
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> product.addBand("phase", ProductData.TYPE_INT8));
        assertTrue(error.getMessage().contains("phase"), error.getMessage());
        TiePointGrid grid = new TiePointGrid("PHASE", 2, 2, 0.5, 0.5, 7, 4, new float[4]);
        assertThrows(IllegalArgumentException.class, () -> product.addTiePointGrid(grid));
    }

    @Test
    void renamingKeepsNamesUnique() {
        Band a = product.addBand("a", ProductData.TYPE_FLOAT32);
        product.addBand("b", ProductData.TYPE_FLOAT32);
        assertThrows(IllegalArgumentException.class, () -> a.setName("b"));
        assertThrows(IllegalArgumentException.class, () -> a.setName("a/b"));
        a.setName("c");
        assertSame(a, product.getBand("c"));
        product.setName("b");
        assertEquals("b", product.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a:b", "x*", ".hidden", "or", "NOT", "a|b", "\"a\"", "a\\b"})
    void someNamesAreNotValid(String name) {
        assertFalse(ProductNode.isValidNodeName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i_VV_19Mar2023", "a.b", "with blank", "h2ph_VV", "2nd"})
    void otherNamesAreValid(String name) {
        assertTrue(ProductNode.isValidNodeName(name));
    }

    @Test
    void emptyNamesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Band(" ", ProductData.TYPE_FLOAT32, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> product.getBand(""));
    }

    @Test
    void anExpressionMakesAVirtualBand() {
        Band band = product.addBand("Intensity", "i_VV * i_VV");
        VirtualBand virtual = assertInstanceOf(VirtualBand.class, band);
        assertEquals("i_VV * i_VV", virtual.getExpression());
        assertEquals(ProductData.TYPE_FLOAT32, virtual.getDataType());
        assertThrows(IllegalStateException.class, () -> virtual.setPixelFloat(0, 0, 1f));
        assertThrows(IllegalArgumentException.class, () -> new VirtualBand("v", ProductData.TYPE_FLOAT32, 1, 1, ""));
    }

    @Test
    void theSizeMayComeFromTheBands() {
        Product sizeless = new Product("p", "t");
        assertThrows(IllegalStateException.class, sizeless::getSceneRasterWidth);
        sizeless.addBand(new Band("small", ProductData.TYPE_INT8, 2, 2));
        sizeless.addBand(new Band("large", ProductData.TYPE_INT8, 9, 4));
        assertEquals(new Dimension(9, 4), sizeless.getSceneRasterSize());
        assertTrue(sizeless.isMultiSize());
    }

    @Test
    void gridsAreRasters() {
        TiePointGrid grid = new TiePointGrid("incident_angle", 2, 2, 0.5, 0.5, 7, 4, new float[4]);
        product.addTiePointGrid(grid);
        Band band = product.addBand("a", ProductData.TYPE_FLOAT32);
        assertSame(grid, product.getRasterDataNode("incident_angle"));
        assertSame(band, product.getRasterDataNode("a"));
        assertEquals(2, product.getRasterDataNodes().size());
        assertEquals(8, grid.getRasterWidth(), "the width of the product");
    }

    @Test
    void propertiesAreKept() {
        product.setPreferredTileSize(64, 32);
        assertEquals(new Dimension(64, 32), product.getPreferredTileSize());
        product.setDescription("two words");
        assertEquals("two words", product.getDescription());
        product.setRefNo(3);
        assertEquals("[3]", product.getProductRefString());
        assertThrows(IllegalStateException.class, () -> product.setRefNo(4));
        product.setAutoGrouping("i:q/sub");
        assertEquals("i:q/sub", product.getAutoGrouping().toString());
        assertEquals(2, product.getAutoGrouping().size());
        assertThrows(IllegalStateException.class, () -> product.setOwner(new MetadataElement("x")));
    }

    @Test
    void changesAreSeenUpToTheProduct() {
        Band band = product.addBand("a", ProductData.TYPE_FLOAT32);
        product.setModified(false);
        assertFalse(product.isModified());
        band.setUnit("mm");
        assertTrue(product.isModified());
        product.setModified(false);
        assertFalse(band.isModified());
    }
}
