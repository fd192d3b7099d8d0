package org.insardask.ui.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JTable;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PinDescriptor;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Placemark;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.ui.product.ProductSceneView;
import org.insardask.embedded.desktop.Workbench;
import org.insardask.stack.SnapDate;
import org.jfree.chart.ChartPanel;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window as a user drives it: real components on a display, a view beside it, the mouse over pixels, pins, switches, export. */
@Timeout(60)
class PsTimeSeriesWindowTest {

    private static final long PATIENCE = 20_000L;

    private static Product product;

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private ProductSceneView view;
    private PsTimeSeriesTopComponent window;
    private JFrame frame;

    @BeforeAll
    static void unwrap() {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "skipped: no display (tests of windows run where -Dui.headless=false)");
        product = TownProducts.unwrapped("PARAMETERS,QUALITY,UNWRAPPED");
    }

    @AfterAll
    static void dispose() {
        if (product != null) {
            product.dispose();
        }
    }

    @BeforeEach
    void open() throws InterruptedException, InvocationTargetException {
        onEventThread(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
            window = new PsTimeSeriesTopComponent();
            frame = new JFrame("test");
            frame.setContentPane(window);
            frame.setSize(1100, 520);
            frame.setVisible(true);
            window.componentShowing();
            Workbench.get().products().addProduct(product);
            view = Workbench.get().openView(product.getBand("velocity"));
            view.setSize(view.getPreferredSize());
        });
    }

    @AfterEach
    void close() throws InterruptedException, InvocationTargetException {
        onEventThread(() -> {
            window.componentHidden();
            frame.dispose();
            Workbench.get().closeAll();
            product.getPinGroup().removeAll();
        });
        assertEquals(List.of(), thrown, "thrown on the event thread");
    }

    private static void onEventThread(Runnable what) throws InterruptedException, InvocationTargetException {
        EventQueue.invokeAndWait(what);
    }

    private static void await(String what, BooleanSupplier isSo) throws InterruptedException, InvocationTargetException {
        long end = System.currentTimeMillis() + PATIENCE;
        AtomicBoolean so = new AtomicBoolean();
        while (!so.get()) {
            assertTrue(System.currentTimeMillis() < end, "waited in vain for: " + what);
            onEventThread(() -> so.set(isSo.getAsBoolean()));
            if (!so.get()) {
                Thread.sleep(10);
            }
        }
    }

    private void mouse(int id, int x, int y) throws InterruptedException, InvocationTargetException {
        onEventThread(() -> view.dispatchEvent(new MouseEvent(view, id, 0, 0, x, y, 1, false, MouseEvent.BUTTON1)));
    }

    private void moveTo(int x, int y) throws InterruptedException, InvocationTargetException {
        mouse(MouseEvent.MOUSE_MOVED, x, y);
    }

    private Placemark pin(String name, int x, int y) throws InterruptedException, InvocationTargetException {
        Placemark pin = Placemark.createPointPlacemark(PinDescriptor.getInstance(), name, name.toUpperCase(Locale.ROOT), "",
                new PixelPos(x + 0.5, y + 0.5), new GeoPos(0, 0), null);
        onEventThread(() -> product.getPinGroup().add(pin));
        return pin;
    }

    private List<SeriesTrack> shown() {
        return window.panel().shown();
    }

    private void awaitPixels(String... labels) throws InterruptedException, InvocationTargetException {
        await(List.of(labels).toString(), () -> shown().stream().map(SeriesTrack::label).toList().equals(List.of(labels)));
    }

    private <T extends Component> T find(Class<T> type, String name) {
        AtomicReference<T> found = new AtomicReference<>();
        search(window, type, name, found);
        assertNotNull(found.get(), type.getSimpleName() + " " + name);
        return found.get();
    }

    private static <T extends Component> void search(Container container, Class<T> type, String name, AtomicReference<T> found) {
        for (Component component : container.getComponents()) {
            if (type.isInstance(component) && name.equals(component.getName())) {
                found.set(type.cast(component));
            } else if (component instanceof Container inner) {
                search(inner, type, name, found);
            }
        }
    }

    private XYDataset plotted() {
        return find(ChartPanel.class, "seriesChart").getChart().getXYPlot().getDataset(0);
    }

    private void click(String button) throws InterruptedException, InvocationTargetException {
        AbstractButton found = find(AbstractButton.class, button);
        onEventThread(found::doClick);
    }

    @Test
    void cursorIsFollowedAndItsSamplesAreDrawn() throws InterruptedException, InvocationTargetException {
        click("withoutHeight");
        for (int[] p : new int[][] {{20, 30}, {60, 40}}) {
            moveTo(p[0], p[1]);
            awaitPixels("cursor (" + p[0] + ", " + p[1] + ")");
            XYDataset points = plotted();
            List<LocalDate> dates = shown().get(0).curves().dates();
            assertEquals(dates.size(), points.getItemCount(0));
            for (int e = 0; e < dates.size(); e++) {
                assertEquals(dates.get(e).toEpochDay() * 86_400_000.0, points.getXValue(0, e));
                double sample = TownProducts.sample(product, "dis_unw_" + SnapDate.format(dates.get(e)), p[0], p[1]);
                assertEquals(sample, points.getYValue(0, e), 0.0);
            }
        }
        JTable table = find(JTable.class, "seriesTable");
        assertEquals("cursor (60, 40)", table.getColumnModel().getColumn(1).getHeaderValue());
        assertEquals("velocity (mm/year)", table.getValueAt(1, 0));
        String velocity = String.format(Locale.ROOT, "%.2f", TownProducts.sample(product, "velocity", 60, 40));
        assertTrue(table.getValueAt(1, 1).toString().startsWith(velocity), "velocity in the table: " + table.getValueAt(1, 1));
    }

    @Test
    void outsideTheImageTheLastPixelStaysAndAClickIsKept() throws InterruptedException, InvocationTargetException {
        moveTo(20, 30);
        awaitPixels("cursor (20, 30)");
        mouse(MouseEvent.MOUSE_CLICKED, 20, 30);
        awaitPixels("cursor (20, 30)", "clicked (20, 30)");
        moveTo(60, 40);
        awaitPixels("cursor (60, 40)", "clicked (20, 30)");
        mouse(MouseEvent.MOUSE_EXITED, 500, 500);
        click("follow");
        awaitPixels("clicked (20, 30)");
        click("clear");
        awaitPixels();
    }

    @Test
    void pinsComeMoveAndGo() throws InterruptedException, InvocationTargetException {
        Placemark first = pin("pin_1", 20, 30);
        Placemark second = pin("pin_2", 60, 40);
        awaitPixels("PIN_1 (20, 30)", "PIN_2 (60, 40)");
        assertFalse(shown().get(0).colour().equals(shown().get(1).colour()), "pins have colours of their own");
        assertEquals(2, find(ChartPanel.class, "seriesChart").getChart().getXYPlot().getLegendItems().getItemCount());
        mouse(MouseEvent.MOUSE_MOVED, 20, 30);
        mouse(MouseEvent.MOUSE_CLICKED, 20, 30);
        click("follow");
        awaitPixels("PIN_1 (20, 30)", "PIN_2 (60, 40)");
        click("clear");
        onEventThread(() -> second.setPixelPos(new PixelPos(100.5, 70.5)));
        awaitPixels("PIN_1 (20, 30)", "PIN_2 (100, 70)");
        onEventThread(() -> product.getPinGroup().remove(first));
        awaitPixels("PIN_2 (100, 70)");
    }

    @Test
    void relativeToAPinTheDifferenceIsDrawn() throws InterruptedException, InvocationTargetException {
        click("withoutHeight");
        pin("pin_1", 20, 30);
        moveTo(60, 40);
        awaitPixels("cursor (60, 40)", "PIN_1 (20, 30)");
        JComboBox<?> relativeTo = find(JComboBox.class, "relativeTo");
        assertEquals("PIN_1", relativeTo.getItemAt(1));
        onEventThread(() -> relativeTo.setSelectedIndex(1));
        List<LocalDate> dates = shown().get(0).curves().dates();
        XYDataset points = plotted();
        for (int e = 0; e < dates.size(); e++) {
            String band = "dis_unw_" + SnapDate.format(dates.get(e));
            assertEquals(0.0, points.getYValue(1, e));
            double difference = TownProducts.sample(product, band, 60, 40) - TownProducts.sample(product, band, 20, 30);
            assertEquals(difference, points.getYValue(0, e), 1e-9);
        }
        onEventThread(() -> product.getPinGroup().remove(product.getPinGroup().get(0)));
        awaitPixels("cursor (60, 40)");
        assertEquals(0, relativeTo.getSelectedIndex());
        assertFalse(shown().get(0).relative());
    }

    @Test
    void switchesTakeBandAndAmbiguitiesOff() throws InterruptedException, InvocationTargetException {
        moveTo(20, 30);
        awaitPixels("cursor (20, 30)");
        var plot = find(ChartPanel.class, "seriesChart").getChart().getXYPlot();
        assertEquals(60, plot.getDataset(1).getItemCount(0));
        click("ambiguities");
        assertEquals(0, plot.getDataset(1).getSeriesCount());
        var interval = (IntervalXYDataset) plot.getDataset(2);
        assertTrue(interval.getEndYValue(0, 5) > interval.getYValue(0, 5));
        click("band");
        var without = (IntervalXYDataset) plot.getDataset(2);
        assertEquals(without.getYValue(0, 5), without.getEndYValue(0, 5));
    }

    @Test
    void seriesAndPictureAreExported(@TempDir Path folder) throws Exception {
        Map<String, Path> files = Map.of("csv", folder.resolve("series.csv"), "png", folder.resolve("series.png"));
        AtomicReference<TimeSeriesPanel> panel = new AtomicReference<>();
        onEventThread(() -> {
            panel.set(new TimeSeriesPanel((ending, name) -> files.get(ending)));
            panel.get().setSize(new Dimension(900, 400));
            panel.get().setProduct(product, product.getBand("velocity"));
            panel.get().click(20, 30);
        });
        await("a pixel", () -> !panel.get().shown().isEmpty());
        for (String button : List.of("csv", "png")) {
            AtomicReference<AbstractButton> found = new AtomicReference<>();
            search(panel.get(), AbstractButton.class, button, found);
            onEventThread(() -> found.get().doClick());
        }
        assertEquals(30L, Files.readAllLines(files.get("csv")).stream().filter(line -> line.startsWith("clicked,20,30,")).count());
        BufferedImage image = ImageIO.read(files.get("png").toFile());
        assertEquals(1200, image.getWidth());
        assertTrue(image.getRGB(0, 0) == 0xFFFFFFFF, "white around the chart");
    }

    @Test
    void closedProductsAreForgotten() throws InterruptedException, InvocationTargetException {
        moveTo(20, 30);
        awaitPixels("cursor (20, 30)");
        onEventThread(() -> {
            Workbench.get().view().set(null);
            Workbench.get().products().removeProduct(product);
        });
        awaitPixels();
    }

    @Test
    void eventThreadDoesNotWaitForSamples() throws InterruptedException, InvocationTargetException {
        SlowProduct slow = SlowProduct.copyOf(product);
        AtomicReference<TimeSeriesPanel> panel = new AtomicReference<>();
        onEventThread(() -> {
            panel.set(new TimeSeriesPanel((ending, name) -> null));
            panel.get().setProduct(slow.product(), slow.product().getBand("velocity"));
            long start = System.nanoTime();
            for (int x = 0; x < 60; x++) {
                panel.get().moveCursor(x, 30);
            }
            assertTrue(System.nanoTime() - start < 1_000_000_000L, "60 moves took " + (System.nanoTime() - start) + " ns");
        });
        slow.letGo();
        await("the last pixel", () -> panel.get().shown().stream().map(SeriesTrack::label).toList().equals(List.of("cursor (59, 30)")));
        assertTrue(slow.reads() < 3 * slow.product().getNumBands(), "bands were read " + slow.reads() + " times");
        assertFalse(slow.wasReadOnEventThread(), "samples are read on a worker");
    }
}
