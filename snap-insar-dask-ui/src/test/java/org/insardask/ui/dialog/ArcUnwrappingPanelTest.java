package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.binding.dom.XppDomElement;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.esa.snap.core.datamodel.PinDescriptor;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Placemark;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.graphbuilder.gpf.ui.UIValidation;
import org.insardask.embedded.desktop.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The panel of Arc-Unwrapping, driven as a user does. */
class ArcUnwrappingPanelTest {

    private final Map<String, Object> parameters = new HashMap<>();
    private final ArcUnwrappingUI panel = new ArcUnwrappingUI();

    @AfterEach
    void closeAll() {
        Workbench.get().closeAll();
    }

    private PanelDriver open(Product... sources) throws Exception {
        return PanelDriver.open(panel, "Arc-Unwrapping", parameters, sources);
    }

    @Test
    void defaultsAreThoseOfTheOperator() throws Exception {
        try (PanelDriver driver = open()) {
            driver.run(panel::updateParameters);
            assertEquals("ILS", parameters.get("method"));
            assertEquals(10.0, parameters.get("sigmaVelocity"));
            assertArrayEquals(new String[] {"offset", "velocity", "height", "thermal"}, (String[]) parameters.get("terms"));
            assertEquals(Set.of("PARAMETERS", "QUALITY", "UNWRAPPED"), Set.of((String[]) parameters.get("outputs")));
            assertNull(parameters.get("referenceX"));
            assertEquals(UIValidation.State.OK, driver.validate().getState(), "without a source there is nothing to say");
        }
    }

    /** SNAP's properties of primitive types say 0 or false where their map has no value, as with a graph that leaves them out. */
    @Test
    void whatAGraphLeavesOutHasItsDefaultThoughThePropertySaysZero() throws Exception {
        try (PanelDriver driver = open()) {
            driver.run(() -> {
                Object expected = parameters.put("maxSearchNodes", 0);
                new ParameterValues(panel.getPropertySet(), Map.of("method", "ILS")).fillDefaults();
                assertEquals(expected, parameters.get("maxSearchNodes"));
                assertEquals(1_000_000, expected);
            });
        }
    }

    @Test
    void theObjectionOfTheOperatorIsShownAtItsField() throws Exception {
        try (PanelDriver driver = open(Town.stack())) {
            UIValidation without = driver.validate();
            assertEquals(UIValidation.State.ERROR, without.getState());
            assertEquals("the term thermal needs temperatures, expected temperatureFile, or terms without thermal", without.getMsg());
            JTextComponent line = driver.find("objection", JTextComponent.class);
            assertEquals(without.getMsg(), driver.get(line::getText));
            driver.type("temperatureFile", Town.file("town_temperatures.csv"));
            driver.await("the objection goes", () -> line.getText().isEmpty());
            assertEquals(UIValidation.State.OK, driver.validate().getState());
            assertEquals(new File(Town.file("town_temperatures.csv")), parameters.get("temperatureFile"));
            assertTrue(GPF.createProduct("Arc-Unwrapping", parameters, Town.stack()).containsBand("velocity"), "the parameters run");
        }
    }

    @Test
    void aTermLessMeansAPriorLess() throws Exception {
        try (PanelDriver driver = open(Town.stack())) {
            driver.run(() -> driver.find("terms.thermal", JCheckBox.class).doClick());
            assertFalse(driver.find("sigmaThermal", JTextField.class).isEnabled());
            assertTrue(driver.find("sigmaHeight", JTextField.class).isEnabled());
            assertArrayEquals(new String[] {"offset", "velocity", "height"}, (String[]) parameters.get("terms"));
            assertEquals(UIValidation.State.OK, driver.validate().getState());
        }
    }

    @Test
    void aMethodSaysWhatItDoesAndWhatItHeeds() throws Exception {
        try (PanelDriver driver = open()) {
            driver.choose("method", "PAR");
            assertEquals(MethodNote.sentence("PAR"), driver.find("methodNote", JTextComponent.class).getText());
            assertTrue(driver.find("minSuccessRate", JTextField.class).isEnabled());
            assertFalse(driver.find("maxSearchNodes", JTextField.class).isEnabled());
            assertEquals("PAR", parameters.get("method"));
        }
    }

    @Test
    void whatIsNoNumberIsRefusedWhereItStands() throws Exception {
        try (PanelDriver driver = open(Town.stack())) {
            driver.type("sigmaHeight", "twenty");
            UIValidation validation = driver.validate();
            assertEquals(UIValidation.State.ERROR, validation.getState());
            assertTrue(validation.getMsg().contains("Prior sigma of the height"), validation.getMsg());
            assertEquals(Wrong.COLOUR, driver.find("sigmaHeight", JTextField.class).getForeground());
            assertEquals(20.0, parameters.get("sigmaHeight"), "the last value that was one");
        }
    }

    @Test
    void aReferenceIsTypedOrTakenFromThePin() throws Exception {
        Product stack = Town.stack();
        try (PanelDriver driver = open(stack)) {
            driver.choose("referenceKind", ReferenceKind.POSITION);
            driver.type("referenceLat", "52.1");
            driver.type("referenceLon", "4.9");
            assertEquals(52.1, parameters.get("referenceLat"));
            JButton button = driver.find("referenceFromPin", JButton.class);
            driver.choose("referenceKind", ReferenceKind.BEST);
            assertNull(parameters.get("referenceLat"), "the best pixel has no position");
            driver.run(button::doClick);
            assertEquals("No pin is selected.", driver.find("pinNote", JLabel.class).getText());
            stack.getPinGroup().add(Placemark.createPointPlacemark(PinDescriptor.getInstance(), "pin_1", "Pin 1", "",
                    new PixelPos(17.3, 23.8), null, null));
            driver.run(button::doClick);
            assertEquals(ReferenceKind.PIXEL, driver.find("referenceKind", JComboBox.class).getSelectedItem());
            assertEquals(17, parameters.get("referenceX"));
            assertEquals(23, parameters.get("referenceY"));
        }
    }

    @Test
    void aPolygonFileOffersItsFields() throws Exception {
        try (PanelDriver driver = open(Town.stack())) {
            driver.choose("referenceKind", ReferenceKind.POLYGONS);
            driver.type("vectorFile", Town.file("town_buildings.gpkg"));
            JComboBox<?> field = driver.find("polygonField", JComboBox.class);
            driver.await("fields are offered", () -> field.getItemCount() == 6);
            driver.choose("polygonField", "year");
            driver.run(() -> driver.find("terms.thermal", JCheckBox.class).doClick());
            UIValidation validation = driver.validate();
            assertEquals(UIValidation.State.ERROR, validation.getState(), "a field without a value");
            assertTrue(validation.getMsg().contains("polygonValue"), validation.getMsg());
        }
    }

    @Test
    void whatIsSavedComesBack() throws Exception {
        XppDomElement saved = new XppDomElement("parameters");
        try (PanelDriver driver = open()) {
            driver.choose("referenceKind", ReferenceKind.PIXELS);
            driver.type("pixels", "110,86 20,30");
            driver.choose("method", "PERIODOGRAM");
            driver.run(() -> driver.find("outputs.WRAPPED", JCheckBox.class).doClick());
            driver.run(() -> driver.find("copySourceBands", JCheckBox.class).doClick());
            driver.type("ratioThreshold", "0.5");
            driver.run(panel::updateParameters);
            panel.convertToDOM(saved);
        }
        Map<String, Object> loaded = new HashMap<>();
        for (int i = 0; i < saved.getChildCount(); i++) {
            XppDomElement child = (XppDomElement) saved.getChild(i);
            if (child.getValue() != null) {
                loaded.put(child.getName(), panel.getPropertySet().getProperty(child.getName()).getValue());
            }
        }
        ArcUnwrappingUI again = new ArcUnwrappingUI();
        try (PanelDriver driver = PanelDriver.open(again, "Arc-Unwrapping", loaded)) {
            assertEquals(ReferenceKind.PIXELS, driver.find("referenceKind", JComboBox.class).getSelectedItem());
            assertEquals("110,86 20,30", driver.find("pixels", JTextField.class).getText());
            assertTrue(driver.find("outputs.WRAPPED", JCheckBox.class).isSelected());
            assertFalse(driver.find("copySourceBands", JCheckBox.class).isSelected());
            XppDomElement second = new XppDomElement("parameters");
            driver.run(again::updateParameters);
            again.convertToDOM(second);
            assertEquals(saved.toXml(), second.toXml());
        }
    }

    @Test
    void aGraphThatNamesFewParametersGetsTheDefaults() throws Exception {
        parameters.put("method", "ROUNDING");
        try (PanelDriver driver = open()) {
            assertEquals("ROUNDING", driver.find("method", JComboBox.class).getSelectedItem());
            assertEquals("20.0", driver.find("sigmaHeight", JTextField.class).getText());
            driver.run(panel::updateParameters);
            assertEquals(0.3, parameters.get("sigmaOffset"));
        }
    }

    @Test
    void ofSeveralReferencesInAFileOneIsTaken() throws Exception {
        parameters.put("method", "ILS");
        parameters.put("referenceX", 3);
        parameters.put("referenceY", 4);
        try (PanelDriver driver = open()) {
            parameters.put("pixels", "1,2 3,4");
            driver.run(panel::initParameters);
            assertEquals(ReferenceKind.PIXELS, driver.find("referenceKind", JComboBox.class).getSelectedItem());
            assertNull(parameters.get("referenceX"));
        }
    }

    @Test
    void otherSourcesLoseNothingThatWasTyped() throws Exception {
        try (PanelDriver driver = open(Town.stack())) {
            driver.type("wavelength", "0.031");
            Product[] others = {Town.stack()};
            driver.run(() -> panel.setSourceProducts(others));
            assertEquals("0.031", driver.find("wavelength", JTextField.class).getText());
        }
    }
}
