package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.swing.JCheckBox;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.graphbuilder.gpf.ui.UIValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panels of Polygon-Enrichment, Polygon-Statistics and Re-Reference, driven as a user does. */
class PolygonPanelsTest {

    private final Map<String, Object> parameters = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void fieldsOfAFileAreTicked() throws Exception {
        PolygonEnrichmentUI panel = new PolygonEnrichmentUI();
        Product mother = Town.mother();
        try (PanelDriver driver = PanelDriver.open(panel, "Polygon-Enrichment", parameters, mother)) {
            assertEquals("Value for 'Vector file' must not be null.", driver.validate().getMsg());
            driver.type("vectorFile", Town.file("town_buildings.gpkg"));
            JTable table = driver.find("fields", JTable.class);
            driver.await("fields are listed", () -> table.getRowCount() == 6);
            assertEquals("year", table.getValueAt(5, 1));
            assertEquals("whole number", table.getValueAt(5, 2));
            assertTrue(driver.validate().getMsg().startsWith("fields = ''"), "no field is ticked yet");
            driver.run(() -> table.setValueAt(true, 5, 0));
            driver.run(() -> table.setValueAt(true, 4, 0));
            assertEquals("year,roof_height", parameters.get("fields"));
            assertEquals(UIValidation.State.OK, driver.validate().getState());
            Product enriched = GPF.createProduct("Polygon-Enrichment", parameters, mother);
            assertTrue(enriched.containsBand("roof_height"));
        }
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() throws Exception {
        try (PanelDriver driver = PanelDriver.open(new PolygonEnrichmentUI(), "Polygon-Enrichment", parameters)) {
            driver.type("vectorFile", Town.file("town_temperatures.csv"));
            JTextComponent found = driver.find("vectorFile.found", JTextComponent.class);
            driver.await("the file is refused", () -> found.getText().contains("is in no format that is known"));
            assertEquals(Wrong.COLOUR, found.getForeground());
        }
    }

    @Test
    void everyOutputUntickedIsAnErrorAndNotTheDefault() throws Exception {
        PolygonEnrichmentUI panel = new PolygonEnrichmentUI();
        try (PanelDriver driver = PanelDriver.open(panel, "Polygon-Enrichment", parameters, Town.mother())) {
            driver.type("vectorFile", Town.file("town_buildings.gpkg"));
            driver.run(() -> driver.find("outputs.FIELDS", JCheckBox.class).doClick());
            assertEquals(UIValidation.State.OK, driver.validate().getState());
            driver.run(() -> driver.find("outputs.ID", JCheckBox.class).doClick());
            assertArrayEquals(new String[0], (String[]) parameters.get("outputs"));
            UIValidation validation = driver.validate();
            assertEquals(UIValidation.State.ERROR, validation.getState());
            assertTrue(validation.getMsg().contains("outputs"), validation.getMsg());
        }
    }

    @Test
    void statisticsOfTickedBands() throws Exception {
        PolygonStatisticsUI panel = new PolygonStatisticsUI();
        Product mother = Town.mother();
        try (PanelDriver driver = PanelDriver.open(panel, "Polygon-Statistics", parameters, mother)) {
            driver.type("outputFile", folder.resolve("out.gpkg").toString());
            driver.type("vectorFile", Town.file("town_buildings.gpkg"));
            JTable bands = driver.find("bands", JTable.class);
            assertEquals(mother.getNumBands(), bands.getRowCount());
            driver.run(() -> bands.setValueAt(true, 0, 0));
            assertArrayEquals(new String[] {mother.getBandAt(0).getName()}, (String[]) parameters.get("bands"));
            assertEquals(new File(folder.toFile(), "out.gpkg"), parameters.get("outputFile"));
            driver.type("outputFile", folder.resolve("out.xyz").toString());
            UIValidation validation = driver.validate();
            assertEquals(UIValidation.State.ERROR, validation.getState());
            assertTrue(validation.getMsg().contains("out.xyz"), validation.getMsg());
            UIValidation again = driver.validate();
            assertEquals(UIValidation.State.WARNING, again.getState(), "so that a graph hands on its products");
            assertEquals(validation.getMsg(), again.getMsg());
        }
    }

    @Test
    void aReferenceOfGoodPixels() throws Exception {
        ReReferenceUI panel = new ReReferenceUI();
        try (PanelDriver driver = PanelDriver.open(panel, "Re-Reference", parameters)) {
            driver.type("minimumQuality", "0.8");
            assertNull(parameters.get("minimumQuality"), "a single pixel has no minimum");
            driver.choose("referenceKind", ReferenceKind.QUALITY);
            assertEquals(0.8, parameters.get("minimumQuality"));
            assertEquals("temporal_coherence", parameters.get("qualityBand"));
        }
    }
}
