package org.esa.snap.core.util;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.io.IOException;
import java.text.ParseException;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.datamodel.VirtualBand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copying between products, by SNAP's public API only. */
class ProductUtilsTest {

    private final Product source = new Product("source", "t", 3, 2);
    private final Product target = new Product("target", "t", 3, 2);

    @BeforeEach
    void fillSource() throws ParseException {
        Band band = source.addBand("class", ProductData.TYPE_INT32);
        band.setRasterData(ProductData.createInstance(new int[] {1, 2, 3, 4, 5, 6}));
        band.setUnit("none");
        band.setDescription("classes");
        band.setNoDataValue(-1);
        band.setNoDataValueUsed(true);
        band.setSpectralWavelength(560f);
        IndexCoding index = new IndexCoding("use");
        index.addIndex("house", 1, "a house");
        source.getIndexCodingGroup().add(index);
        band.setSampleCoding(index);
        FlagCoding flags = new FlagCoding("status");
        flags.addFlag("solved", 1, null);
        source.getFlagCodingGroup().add(flags);
        source.addTiePointGrid(new TiePointGrid("incident_angle", 2, 2, 0.5, 0.5, 2, 1, new float[] {30, 31, 30, 31}));
        source.getMetadataRoot().addElement(new MetadataElement("Abstracted_Metadata"));
        source.getMetadataRoot().getElement("Abstracted_Metadata").setAttributeString("PRODUCT", "S1A");
        source.setStartTime(ProductData.UTC.parse("19-MAR-2023 17:25:12.345678"));
        source.setEndTime(ProductData.UTC.parse("19-MAR-2023 17:25:14.345678"));
        source.setPreferredTileSize(2, 5);
    }

    @Test
    void aCopiedBandHasPropertiesAndCoding() {
        Band copy = ProductUtils.copyBand("class", source, "renamed", target, false);
        assertSame(copy, target.getBand("renamed"));
        assertEquals("none", copy.getUnit());
        assertEquals("classes", copy.getDescription());
        assertEquals(-1.0, copy.getNoDataValue());
        assertTrue(copy.isNoDataValueUsed());
        assertEquals(560f, copy.getSpectralWavelength());
        assertSame(target.getIndexCodingGroup().get("use"), copy.getIndexCoding());
        assertEquals(1, copy.getIndexCoding().getIndexValue("house"));
        assertNotSame(source.getIndexCodingGroup().get("use"), copy.getIndexCoding());
    }

    @Test
    void aCopiedBandMayShareTheSamples() throws IOException {
        Band copy = ProductUtils.copyBand("class", source, target, true);
        assertArrayEquals(new int[] {2, 3, 5, 6}, copy.readPixels(1, 0, 2, 2, (int[]) null));
    }

    @Test
    void bandsThatAreNotThereAreNotCopied() {
        assertNull(ProductUtils.copyBand("other", source, target, true));
        assertEquals(0, target.getNumBands());
    }

    @Test
    void namesThatAreTakenAreRefused() {
        target.addBand("CLASS", ProductData.TYPE_INT8);
        assertThrows(IllegalArgumentException.class, () -> ProductUtils.copyBand("class", source, target, false));
    }

    @Test
    void virtualBandsKeepTheirExpression() {
        VirtualBand virtual = new VirtualBand("twice", ProductData.TYPE_FLOAT32, 3, 2, "class * 2");
        virtual.setUnit("none");
        source.addBand(virtual);
        VirtualBand copy = ProductUtils.copyVirtualBand(target, virtual, "double");
        assertEquals("class * 2", copy.getExpression());
        assertEquals("none", copy.getUnit());
        assertSame(copy, target.getBand("double"));
    }

    @Test
    void metadataGridsAndTimesAreCopied() {
        ProductUtils.copyMetadata(source, target);
        ProductUtils.copyTiePointGrids(source, target);
        ProductUtils.copyTiePointGrids(source, target);
        ProductUtils.copyTimeInformation(source, target);
        ProductUtils.copyFlagCodings(source, target);
        ProductUtils.copyIndexCodings(source, target);
        assertEquals("S1A", target.getMetadataRoot().getElement("Abstracted_Metadata").getAttributeString("PRODUCT"));
        assertEquals(1, target.getNumTiePointGrids());
        assertEquals(31.0, target.getTiePointGrid("incident_angle").getPixelDouble(2, 0), 1e-6);
        assertEquals("19-MAR-2023 17:25:12.345678", target.getStartTime().format());
        assertEquals("19-MAR-2023 17:25:14.345678", target.getEndTime().format());
        assertEquals(1, target.getFlagCodingGroup().get("status").getFlagMask("solved"));
        assertNotNull(target.getIndexCodingGroup().get("use"));
    }

    @Test
    void tilesAreNoLargerThanTheProduct() {
        ProductUtils.copyPreferredTileSize(source, target);
        assertEquals(new Dimension(2, 2), target.getPreferredTileSize());
    }

    @Test
    void historyNestsWhatWasThere() {
        ProductUtils.addElementToHistory(target, new MetadataElement("step"));
        ProductUtils.addElementToHistory(target, new MetadataElement("step"));
        MetadataElement history = target.getMetadataRoot().getElement(Product.HISTORY_ROOT_NAME);
        assertEquals(1, history.getNumElements());
        assertEquals(1, history.getElement("step").getNumElements());
    }

    @Test
    void freeNamesAreFound() {
        assertEquals("new", ProductUtils.getAvailableNodeName("new", source.getBandGroup()));
        assertEquals("class_1", ProductUtils.getAvailableNodeName("class", source.getBandGroup()));
    }
}
