package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.descriptor.ParameterDescriptor;
import org.esa.snap.graphbuilder.gpf.ui.UIValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The panels of the steps before and after unwrapping, driven as a user does. */
class StepPanelsTest {

    private final Map<String, Object> parameters = new HashMap<>();

    @TempDir
    private Path folder;

    static Stream<Arguments> panels() {
        return Stream.of(
                Arguments.of("Arc-Unwrapping", new ArcUnwrappingUI(), "method", "ROUNDING"),
                Arguments.of("Band-Map", new BandMapUI(), "band", "velocity"),
                Arguments.of("Height-To-Phase", new HeightToPhaseUI(), "height", 5.0),
                Arguments.of("Points-Export", new PointsExportUI(), "series", "none"),
                Arguments.of("Points-Extraction", new PointsExtractionUI(), "longitudeBand", "lon"),
                Arguments.of("Points-Import", new PointsImportUI(), "mother", "2016-03-27"),
                Arguments.of("Points-Subset", new PointsSubsetUI(), "maskMinimum", 0.7),
                Arguments.of("Polygon-Enrichment", new PolygonEnrichmentUI(), "fields", "name"),
                Arguments.of("Polygon-Statistics", new PolygonStatisticsUI(), "maskBand", "velocity"),
                Arguments.of("PS-Selection", new PsSelectionUI(), "threshold", 0.2),
                Arguments.of("Raster-Enrichment", new RasterEnrichmentUI(), "prefix", "dem_"),
                Arguments.of("Re-Reference", new ReReferenceUI(), "referenceX", 3),
                Arguments.of("SLC-Reconstruction", new SlcReconstructionUI(), "convention", "RATIO"));
    }

    /** A graph from a file names some parameters; SNAP gives the others no default, so that a check box would be off. */
    @ParameterizedTest
    @MethodSource("panels")
    void whatAGraphLeavesOutHasItsDefault(String operator, OperatorPanel panel, String name, Object value) throws Exception {
        parameters.put(name, value);
        try (PanelDriver driver = PanelDriver.open(panel, operator, parameters)) {
            assertEquals(value, driver.get(() -> parameters.get(name)));
            Map<String, String> expected = new LinkedHashMap<>();
            Map<String, String> found = new LinkedHashMap<>();
            for (ParameterDescriptor parameter : GPF.getDefaultInstance().getOperatorSpiRegistry().getOperatorSpi(operator)
                    .getOperatorDescriptor().getParameterDescriptors()) {
                String given = parameter.getDefaultValue();
                if (given != null && !given.isEmpty() && !parameter.getName().equals(name)) {
                    expected.put(parameter.getName(), number(given));
                    found.put(parameter.getName(), text(parameters.get(parameter.getName())));
                }
            }
            assertEquals(expected, found);
            driver.run(() -> assertFalse(panel.pins() == null));
        }
    }

    private static String text(Object value) {
        return number(value instanceof Object[] words ? String.join(",", Arrays.stream(words).map(Object::toString).toList())
                : String.valueOf(value));
    }

    private static String number(String text) {
        return text.matches("-?[0-9.]+(e-?[0-9]+)?") ? String.valueOf(Double.parseDouble(text)) : text;
    }

    @Test
    void aSpaceTimeMatrixIsLookedAtWithoutASource() throws Exception {
        try (PanelDriver driver = PanelDriver.open(new PointsImportUI(), "Points-Import", parameters)) {
            assertEquals(UIValidation.State.ERROR, driver.validate().getState(), "no file is given");
            Path file = Files.writeString(folder.resolve("points.csv"), "pnt_lat,pnt_lon,d_20160327,d_20160407\n52.1,4.2,0,0.001\n");
            driver.type("file", file.toString());
            assertEquals(UIValidation.State.OK, driver.validate().getState());
            driver.type("mother", "27-03-2016");
            UIValidation validation = driver.validate();
            assertEquals(UIValidation.State.ERROR, validation.getState());
            assertTrue(validation.getMsg().contains("27-03-2016"), validation.getMsg());
            assertEquals(Wrong.COLOUR, driver.find("mother", JTextComponent.class).getForeground());
        }
    }

    @Test
    void coloursAreForKmz() throws Exception {
        try (PanelDriver driver = PanelDriver.open(new PointsExportUI(), "Points-Export", parameters, Town.stack())) {
            JComboBox<?> band = driver.find("colourBand", JComboBox.class);
            driver.type("outputFile", folder.resolve("points.gpkg").toString());
            assertFalse(driver.get(band::isEnabled), "a GeoPackage has no colours");
            driver.type("outputFile", folder.resolve("points.KMZ").toString());
            assertTrue(driver.get(band::isEnabled));
            driver.choose("format", "GPKG");
            assertFalse(driver.get(band::isEnabled), "the format counts, not the ending");
        }
    }

    @Test
    void seriesAndBandsOfTheSourceAreOffered() throws Exception {
        Product points = new Product("points", "POINTS", 3, 1);
        points.addBand("velocity", "1.0").setUnit("mm/year");
        points.addBand("dis_unw_19Mar2023", "1.0");
        points.addBand("dis_unw_31Mar2023", "1.0");
        try (PanelDriver driver = PanelDriver.open(new PointsExportUI(), "Points-Export", parameters, points)) {
            JComboBox<?> series = driver.find("series", JComboBox.class);
            assertEquals(List.of("dis_unw"), driver.get(() -> List.of(series.getItemAt(0))));
            assertEquals(1, driver.get(series::getItemCount));
            JTable bands = driver.find("bands", JTable.class);
            assertEquals("mm/year", driver.get(() -> bands.getValueAt(0, 2)));
            assertEquals(3, bands.getRowCount());
        }
    }

    @Test
    void bandsOfTheRasterAreOffered() throws Exception {
        Product stack = Town.stack();
        Product mother = Town.mother();
        try (PanelDriver driver = PanelDriver.open(new RasterEnrichmentUI(), "Raster-Enrichment", parameters, stack, mother)) {
            JTable bands = driver.find("bands", JTable.class);
            assertEquals(mother.getNumBands(), bands.getRowCount());
            driver.type("prefix", "mother_");
            UIValidation validation = driver.validate();
            assertEquals(UIValidation.State.OK, validation.getState(), validation.getMsg());
            driver.choose("longitudeBand", "nowhere");
            assertTrue(driver.validate().getMsg().contains("longitudeBand"), "only one of the two");
        }
    }

    @Test
    void theMaskIsOfferedFromTheSecondSource() throws Exception {
        Product stack = Town.stack();
        Product selection = GPF.createProduct("PS-Selection", new HashMap<>(), stack);
        try (PanelDriver driver = PanelDriver.open(new PointsExtractionUI(), "Points-Extraction", parameters, stack, selection)) {
            JComboBox<?> mask = driver.find("maskBand", JComboBox.class);
            assertEquals(stack.getNumBands() + 2, driver.get(mask::getItemCount));
            assertEquals(UIValidation.State.OK, driver.validate().getState());
            driver.choose("maskBand", "nmads");
            assertTrue(driver.validate().getMsg().contains("nmads"), "a band that neither has");
        }
    }
}
