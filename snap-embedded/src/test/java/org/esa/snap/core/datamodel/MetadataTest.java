package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.ParseException;
import org.junit.jupiter.api.Test;

/** Metadata elements, attributes and sample codings, by SNAP's public API only. */
class MetadataTest {

    private final MetadataElement root = new MetadataElement("Abstracted_Metadata");

    @Test
    void attributesAreSetAndReadByType() throws ParseException {
        root.setAttributeInt("REL_ORBIT", 88);
        root.setAttributeDouble("radar_frequency", 5405.0);
        root.setAttributeString("MISSION", "SENTINEL-1A");
        ProductData.UTC time = ProductData.UTC.parse("19-MAR-2023 17:25:12.345678");
        root.setAttributeUTC("first_line_time", time);
        assertEquals(88, root.getAttributeInt("rel_orbit"));
        assertEquals(5405.0, root.getAttributeDouble("radar_frequency"));
        assertEquals("SENTINEL-1A", root.getAttributeString("MISSION"));
        assertEquals(time.format(), root.getAttributeUTC("first_line_time").format());
        assertArrayEquals(new String[] {"REL_ORBIT", "radar_frequency", "MISSION", "first_line_time"}, root.getAttributeNames());
    }

    @Test
    void settingAgainReplacesTheValue() {
        root.setAttributeString("MISSION", "S1A");
        root.setAttributeString("MISSION", "SENTINEL-1B");
        assertEquals(1, root.getNumAttributes());
        assertEquals("SENTINEL-1B", root.getAttributeString("MISSION"));
    }

    @Test
    void textIsReadAsNumber() {
        root.setAttributeString("lines", "128");
        root.setAttributeString("spacing", "2.33");
        assertEquals(128, root.getAttributeInt("lines"));
        assertEquals(2.33, root.getAttributeDouble("spacing"));
    }

    @Test
    void missingAttributesGiveTheDefaultOrFailByName() {
        assertEquals(7, root.getAttributeInt("a", 7));
        assertEquals(7.5, root.getAttributeDouble("a", 7.5));
        assertEquals("x", root.getAttributeString("a", "x"));
        assertNull(root.getAttributeUTC("a", null));
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> root.getAttributeDouble("slant_range"));
        assertTrue(error.getMessage().contains("slant_range"), error.getMessage());
    }

    @Test
    void elementsKeepTheirOrderAndKnowTheirParent() {
        MetadataElement first = new MetadataElement("Ref_19Mar2023");
        root.addElement(new MetadataElement("last"));
        root.addElementAt(first, 0);
        assertArrayEquals(new String[] {"Ref_19Mar2023", "last"}, root.getElementNames());
        assertSame(root, first.getParentElement());
        assertSame(first, root.getElement("ref_19mar2023"));
        assertTrue(root.removeElement(first));
        assertFalse(root.containsElement("Ref_19Mar2023"));
        assertNull(root.getElement("Ref_19Mar2023"));
    }

    @Test
    void aDeepCloneSharesNothing() {
        MetadataElement child = new MetadataElement("Baselines");
        child.setAttributeDouble("Perp Baseline", 12.5);
        child.getAttribute("Perp Baseline").setUnit("m");
        root.addElement(child);
        MetadataElement copy = root.createDeepClone();
        copy.getElement("Baselines").setAttributeDouble("Perp Baseline", 1.0);
        assertEquals(12.5, child.getAttributeDouble("Perp Baseline"));
        assertEquals("m", copy.getElement("Baselines").getAttribute("Perp Baseline").getUnit());
        assertNotSame(child, copy.getElement("Baselines"));
    }

    @Test
    void indexCodingsNameValues() {
        IndexCoding coding = new IndexCoding("use");
        coding.addIndex("house", 3, "a place to live");
        coding.addIndex("dike", 9, null);
        assertEquals(2, coding.getSampleCount());
        assertEquals("dike", coding.getSampleName(1));
        assertEquals(9, coding.getSampleValue(1));
        assertEquals(3, coding.getIndexValue("house"));
        assertArrayEquals(new String[] {"house", "dike"}, coding.getIndexNames());
        assertEquals("a place to live", coding.getIndex("house").getDescription());
        assertThrows(IllegalArgumentException.class, () -> coding.getIndexValue("road"));
        assertThrows(IllegalArgumentException.class, () -> coding.addIndex("house", 4, null));
    }

    @Test
    void flagCodingsNameBits() {
        FlagCoding coding = new FlagCoding("status");
        coding.addFlag("solved", 1, "solved");
        coding.addFlag("class_b", 0x30, 0x20, "two bits");
        assertEquals(1, coding.getFlagMask("solved"));
        assertEquals(0x30, coding.getFlagMask("class_b"));
        assertThrows(IllegalArgumentException.class, () -> coding.getFlagMask("other"));
    }
}
