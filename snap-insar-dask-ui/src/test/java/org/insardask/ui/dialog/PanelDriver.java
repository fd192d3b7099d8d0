package org.insardask.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.graphbuilder.gpf.ui.OperatorUI;
import org.esa.snap.graphbuilder.gpf.ui.UIValidation;
import org.esa.snap.rcp.SnapApp;
import org.insardask.ui.Components;
import org.junit.jupiter.api.Assumptions;

/** A panel in a plain frame, with what a user does to it. */
final class PanelDriver implements AutoCloseable {

    private static final long PATIENCE = 30_000;

    private final OperatorUI panel;
    private JFrame frame;

    private PanelDriver(OperatorUI panel) {
        this.panel = panel;
    }

    /** Opens the panel as SNAP's dialogs do: first the sources, then the panel. */
    static PanelDriver open(OperatorUI panel, String operator, Map<String, Object> parameters, Product... sources) throws Exception {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: no display; .ci/run starts one where it can");
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        PanelDriver driver = new PanelDriver(panel);
        driver.run(() -> {
            if (sources.length > 0) {
                panel.setSourceProducts(sources);
            }
            JComponent tab = panel.CreateOpTab(operator, parameters, SnapApp.getDefault().getAppContext());
            driver.frame = new JFrame(operator);
            driver.frame.add(tab);
            driver.frame.pack();
            driver.frame.setVisible(true);
        });
        return driver;
    }

    JFrame frame() {
        return frame;
    }

    void run(Runnable action) throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(action);
    }

    <T> T get(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }

    /** The component of this name. */
    <C extends Component> C find(String name, Class<C> type) {
        C found = Components.find(frame, name, type);
        assertNotNull(found, "component " + name);
        return found;
    }

    void type(String name, String text) throws Exception {
        run(() -> find(name, JTextComponent.class).setText(text));
    }

    void choose(String name, Object item) throws Exception {
        run(() -> find(name, JComboBox.class).setSelectedItem(item));
    }

    UIValidation validate() throws Exception {
        return get(panel::validateParameters);
    }

    /** Waits until something is so; what the panel does beside the event dispatch thread takes a while. */
    void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                fail("waited in vain: " + what);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        SwingUtilities.invokeLater(frame::dispose);
    }
}
