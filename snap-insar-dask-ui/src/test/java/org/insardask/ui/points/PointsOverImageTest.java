package org.insardask.ui.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JSpinner;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VectorDataNode;
import org.esa.snap.ui.product.ProductSceneView;
import org.insardask.embedded.desktop.Workbench;
import org.insardask.ui.Components;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The entry of the menu with its dialog, driven as a user does. */
@Timeout(60)
class PointsOverImageTest {

    private volatile boolean warned;

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: no display; .ci/run starts one where it can");
    }

    @AfterEach
    void close() throws Exception {
        SwingUtilities.invokeAndWait(() -> Workbench.get().closeAll());
    }

    @Test
    void coloursAreThoseOfTheChosenPoints() throws Exception {
        Product plain = SomePoints.withDegrees(3);
        plain.removeBand(plain.getBand("velocity"));
        Product moving = SomePoints.withDegrees(3);
        Product image = SomePoints.image();
        SwingUtilities.invokeAndWait(() -> {
            PointsOverImagePanel panel = new PointsOverImagePanel(List.of(plain, moving), List.of(image), image, null);
            assertEquals(plain, panel.points());
            assertNull(panel.colourBand(), "nothing that would suit");
            JComboBox<?> points = Components.find(panel, "points", JComboBox.class);
            points.setSelectedItem(moving);
            assertEquals("velocity", panel.colourBand());
            JComboBox<?> colour = Components.find(panel, "colour", JComboBox.class);
            colour.setSelectedItem("point_id");
            points.setSelectedItem(plain);
            assertEquals("point_id", panel.colourBand(), "what was chosen stays");
            assertEquals(PointLayer.USUAL_LIMIT, panel.most());
        });
    }

    @Test
    void fromTheMenuToALayerOfTheOpenImage() throws Exception {
        Product image = SomePoints.image();
        Product points = SomePoints.withDegrees(4);
        List<String> shown = new ArrayList<>();
        Timer user = new Timer(200, e -> answer());
        user.start();
        SwingUtilities.invokeAndWait(() -> {
            Workbench.get().products().addProduct(points);
            ProductSceneView view = Workbench.get().openView(image.getBandAt(0));
            view.addPropertyChangeListener(event -> shown.add(event.getPropertyName()));
            new PointsOverImageAction().actionPerformed(null);
        });
        for (int k = 0; !warned && k < 600; k++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        user.stop();
        assertTrue(warned, "that there are more points is said");
        SwingUtilities.invokeAndWait(() -> {
            VectorDataNode node = image.getVectorDataGroup().get("points_velocity");
            assertNotNull(node, "the layer");
            assertEquals(2, node.getFeatureCollection().size());
            assertTrue(shown.contains("points_velocity"), "it is shown: " + shown);
            assertEquals(List.of("2 of the 4 points of points in the image, evenly spread, coloured by velocity from -1 to 1"),
                    Workbench.get().statusMessages());
        });
    }

    /** Wants at most two points, and presses OK; then closes the warning that there are more. */
    private void answer() {
        for (Window window : Window.getWindows()) {
            if (window instanceof JDialog dialog && dialog.isVisible() && dialog.getTitle().contains("Points over Image")) {
                JSpinner most = Components.find(dialog.getContentPane(), "most", JSpinner.class);
                if (most != null) {
                    most.setValue(2);
                }
                warned = most == null;
                buttons(dialog.getContentPane()).stream().filter(button -> "OK".equals(button.getText())).forEach(AbstractButton::doClick);
            }
        }
    }

    private static List<AbstractButton> buttons(Container container) {
        List<AbstractButton> found = new ArrayList<>();
        for (Component component : container.getComponents()) {
            if (component instanceof AbstractButton button) {
                found.add(button);
            } else if (component instanceof Container inside) {
                found.addAll(buttons(inside));
            }
        }
        return found;
    }
}
