package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.insardask.stack.TestProducts;
import org.junit.jupiter.api.Test;

class SlcReconstructionMetadataTest {

    private final Product mother = TestProducts.of("m iq_VV_mst_31Mar2023 @first=31-MAR-2023 @frequency=5405.0");
    private final Product first = TestProducts.of("p1 iq_ifg_VV_31Mar2023_19Mar2023 @first=31-MAR-2023 @frequency=1");
    private final Product second = TestProducts.of("p2 iq_ifg_VV_31Mar2023_12Apr2023 @first=31-MAR-2023 @frequency=2");

    @Test
    void metadataOfTheMotherAndOfEveryDaughterAreCollected() {
        daughter(mother, "Slave_Metadata", "other_24Apr2023", "24-APR-2023", "Slave_bands");
        daughter(first, "Slave_Metadata", "slave_of_march", "19-MAR-2023", "Slave_bands");
        daughter(second, "Secondary_Metadata", "S1A_12Apr2023", null, "Secondary_bands");
        MetadataElement root = new Reconstruction(mother, first, second).run().getMetadataRoot();
        MetadataElement abstracted = root.getElement("Abstracted_Metadata");
        MetadataElement daughters = root.getElement("Slave_Metadata");

        assertEquals(5405.0, abstracted.getAttributeDouble("radar_frequency"));
        assertEquals(1, abstracted.getAttributeInt("coregistered_stack"));
        assertArrayEquals(new String[] {"slave_of_march", "S1A_12Apr2023"}, daughters.getElementNames());
        assertEquals("i_VV_mst_31Mar2023 q_VV_mst_31Mar2023", daughters.getAttributeString("Master_bands"));
        assertEquals("i_VV_slv1_19Mar2023 q_VV_slv1_19Mar2023",
                daughters.getElement("slave_of_march").getAttributeString("Slave_bands"));
        assertEquals("i_VV_slv2_12Apr2023 q_VV_slv2_12Apr2023", daughters.getElement("S1A_12Apr2023").getAttributeString("Slave_bands"));
        assertFalse(daughters.getElement("S1A_12Apr2023").containsAttribute("Secondary_bands"));
        assertFalse(root.containsElement("Secondary_Metadata"));
    }

    @Test
    void baselinesAreCollected() {
        baseline(mother, "Secondary_31Mar2023", 0);
        baseline(first, "Secondary_19Mar2023", 33.9);
        baseline(second, "Secondary_12Apr2023", -50);
        MetadataElement baselines = new Reconstruction(mother, first, second).run().getMetadataRoot().getElement("Abstracted_Metadata")
                .getElement("Baselines").getElement("Ref_31Mar2023");

        assertArrayEquals(new String[] {"Secondary_31Mar2023", "Secondary_19Mar2023", "Secondary_12Apr2023"}, baselines.getElementNames());
        assertEquals(-50, baselines.getElement("Secondary_12Apr2023").getAttributeDouble("Perp Baseline"));
    }

    @Test
    void theSourcesKeepTheirMetadata() {
        daughter(first, "Slave_Metadata", "slave_of_march", "19-MAR-2023", "Slave_bands");
        new Reconstruction(mother, first).run();

        assertEquals("old", first.getMetadataRoot().getElement("Slave_Metadata").getElement("slave_of_march")
                .getAttributeString("Slave_bands"));
        assertFalse(mother.getMetadataRoot().getElement("Abstracted_Metadata").containsAttribute("coregistered_stack"));
    }

    @Test
    void plainNamesTakeTheWordsOfTheMothersMetadata() {
        Product plain = TestProducts.of("m iq_VV_31Mar2023");
        daughter(plain, "Slave_Metadata", "x", "19-MAR-2023", "Slave_bands");
        MetadataElement kept = new Reconstruction(plain, first).run().getMetadataRoot();
        MetadataElement fresh = new Reconstruction(TestProducts.of("m iq_VV_31Mar2023"), first).run().getMetadataRoot();

        assertEquals("i_VV_19Mar2023 q_VV_19Mar2023", kept.getElement("Slave_Metadata").getElement("x").getAttributeString("Slave_bands"));
        assertEquals("i_VV_31Mar2023 q_VV_31Mar2023", fresh.getElement("Secondary_Metadata").getAttributeString("Reference_bands"));
    }

    @Test
    void howItWasMadeIsRecorded() {
        MetadataElement made = new Reconstruction(mother, first).run().getMetadataRoot().getElement("SLC_Reconstruction");

        assertEquals("SNAP", made.getAttributeString("convention"));
        assertEquals("daughter = conj(ifg / mother)", made.getAttributeString("formula"));
        assertEquals("31Mar2023", made.getAttributeString("mother"));
        assertEquals(1, made.getAttributeInt("daughters"));
    }

    @Test
    void geocodingTiePointsAndTimesAreThoseOfTheMother() {
        TiePointGrid lat = new TiePointGrid("latitude", 2, 2, 0.5, 0.5, 3, 2, new float[] {52, 52, 51, 51});
        TiePointGrid lon = new TiePointGrid("longitude", 2, 2, 0.5, 0.5, 3, 2, new float[] {4, 5, 4, 5});
        mother.addTiePointGrid(lat);
        mother.addTiePointGrid(lon);
        mother.setSceneGeoCoding(new TiePointGeoCoding(lat, lon));
        mother.setStartTime(TestProducts.utc("31-MAR-2023 05:50:35.812250"));
        Product target = new Reconstruction(mother, first).run();

        assertTrue(target.containsTiePointGrid("latitude"));
        assertNotNull(target.getSceneGeoCoding());
        assertEquals(mother.getStartTime().getMJD(), target.getStartTime().getMJD());
        assertEquals("SLC", target.getProductType());
    }

    private static void daughter(Product product, String rootName, String name, String first, String bandsAttribute) {
        MetadataElement element = new MetadataElement(name);
        if (first != null) {
            element.setAttributeUTC("first_line_time", TestProducts.utc(first + " 05:50:33.553393"));
        }
        element.setAttributeString(bandsAttribute, "old");
        MetadataElement daughters = new MetadataElement(rootName);
        daughters.addElement(element);
        product.getMetadataRoot().addElement(daughters);
    }

    private static void baseline(Product product, String daughter, double perpendicular) {
        MetadataElement ofDaughter = new MetadataElement(daughter);
        ofDaughter.setAttributeDouble("Perp Baseline", perpendicular);
        MetadataElement ofMother = new MetadataElement("Ref_31Mar2023");
        ofMother.addElement(ofDaughter);
        MetadataElement baselines = new MetadataElement("Baselines");
        baselines.addElement(ofMother);
        product.getMetadataRoot().getElement("Abstracted_Metadata").addElement(baselines);
    }
}
