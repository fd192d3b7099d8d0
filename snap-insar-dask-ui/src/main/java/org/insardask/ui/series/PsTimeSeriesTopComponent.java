package org.insardask.ui.series;

import com.bc.ceres.glayer.support.ImageLayer;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.SwingUtilities;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Placemark;
import org.esa.snap.core.datamodel.ProductManager;
import org.esa.snap.core.datamodel.ProductNodeEvent;
import org.esa.snap.core.datamodel.ProductNodeListenerAdapter;
import org.esa.snap.core.util.io.SnapFileFilter;
import org.esa.snap.rcp.SnapApp;
import org.esa.snap.rcp.util.Dialogs;
import org.esa.snap.rcp.windows.ToolTopComponent;
import org.esa.snap.ui.PixelPositionListener;
import org.esa.snap.ui.product.ProductSceneView;
import org.openide.util.HelpCtx;

/**
 * SNAP's tool window of the PS time series: follows cursor, clicks and pins of the selected image view, and shows them in a
 * {@link TimeSeriesPanel}. While it is hidden it listens to nothing. For the event dispatch thread.
 */
public final class PsTimeSeriesTopComponent extends ToolTopComponent {

    /** Its name in SNAP's files of windows. */
    static final String ID = "PsTimeSeriesTopComponent";

    private static final long serialVersionUID = 1L;
    private static final String HELP_ID = "PS-Time-Series";
    private static final String FOLDER_PREFERENCE = "insardask.series.folder";

    private final TimeSeriesPanel panel = new TimeSeriesPanel(PsTimeSeriesTopComponent::chooseFile);
    private final transient CursorFollower cursor = new CursorFollower();
    private final transient PinFollower pins = new PinFollower();
    private transient ProductSceneView view;

    /** Made by SNAP, once. */
    public PsTimeSeriesTopComponent() {
        setName(ID);
        setDisplayName("PS Time Series");
        setToolTipText("Displacement series, model and quality of the pixel under the cursor and of pins");
        setLayout(new BorderLayout());
        add(panel, BorderLayout.CENTER);
        SnapApp.getDefault().getProductManager().addListener(new Closing());
    }

    @Override
    public int getPersistenceType() {
        return PERSISTENCE_ALWAYS;
    }

    @Override
    protected String preferredID() {
        return ID;
    }

    @Override
    public HelpCtx getHelpCtx() {
        return new HelpCtx(HELP_ID);
    }

    /** Returns what it shows. */
    TimeSeriesPanel panel() {
        return panel;
    }

    @Override
    protected void componentShowing() {
        super.componentShowing();
        ProductSceneView selected = getSelectedProductSceneView();
        if (selected != null) {
            attach(selected);
        }
    }

    @Override
    protected void componentHidden() {
        detach();
        super.componentHidden();
    }

    @Override
    protected void productSceneViewSelected(ProductSceneView selected) {
        if (isShowing()) {
            attach(selected);
        }
    }

    @Override
    protected void productSceneViewDeselected(ProductSceneView deselected) {
        if (deselected == view) {
            detach();
        }
    }

    private void attach(ProductSceneView selected) {
        detach();
        view = selected;
        view.addPixelPositionListener(cursor);
        view.getProduct().addProductNodeListener(pins);
        panel.setProduct(view.getProduct(), view.getRaster());
        pins.update();
    }

    /** What is shown stays until another view is selected. */
    private void detach() {
        if (view != null) {
            view.removePixelPositionListener(cursor);
            cursor.listenToClicksOn(null);
            if (view.getProduct() != null) {
                view.getProduct().removeProductNodeListener(pins);
            }
            view = null;
        }
    }

    private static Path chooseFile(String ending, String name) {
        String format = ending.toUpperCase(Locale.ROOT);
        SnapFileFilter filter = new SnapFileFilter(format, "." + ending, format + " files");
        File file = Dialogs.requestFileForSave("Export PS time series", false, filter, "." + ending, name, null, FOLDER_PREFERENCE);
        return file == null ? null : file.toPath();
    }

    /** Products can be changed by any thread. */
    private static void onEventThread(Runnable update) {
        if (SwingUtilities.isEventDispatchThread()) {
            update.run();
        } else {
            SwingUtilities.invokeLater(update);
        }
    }

    /** The pixel under the mouse, and the one that is clicked. */
    private final class CursorFollower extends MouseAdapter implements PixelPositionListener {

        private Component canvas;

        @Override
        public void pixelPosChanged(ImageLayer layer, int x, int y, int level, boolean valid, MouseEvent e) {
            if (e != null) {
                listenToClicksOn(e.getComponent());
            }
            // x and y are those of the pyramid level that is drawn; the view knows those of the full image.
            if (valid && view != null) {
                panel.moveCursor(view.getCurrentPixelX(), view.getCurrentPixelY());
            }
        }

        @Override
        public void pixelPosNotAvailable() {
            // The last pixel stays, so that it can be read.
        }

        @Override
        public void mouseClicked(MouseEvent e) {
            if (view != null && view.isCurrentPixelPosValid() && e.getButton() == MouseEvent.BUTTON1) {
                panel.click(view.getCurrentPixelX(), view.getCurrentPixelY());
            }
        }

        /** The view's listeners are not told of clicks, so that its canvas must be asked. */
        void listenToClicksOn(Component component) {
            if (component == canvas) {
                return;
            }
            if (canvas != null) {
                canvas.removeMouseListener(this);
            }
            canvas = component;
            if (canvas != null) {
                canvas.addMouseListener(this);
            }
        }
    }

    /** The pins of the product. */
    private final class PinFollower extends ProductNodeListenerAdapter {

        private boolean waiting;

        @Override
        public void nodeAdded(ProductNodeEvent event) {
            updateFor(event);
        }

        @Override
        public void nodeRemoved(ProductNodeEvent event) {
            updateFor(event);
        }

        @Override
        public void nodeChanged(ProductNodeEvent event) {
            updateFor(event);
        }

        private void updateFor(ProductNodeEvent event) {
            onEventThread(() -> {
                if (event.getSourceNode() instanceof Placemark) {
                    updateSoon();
                } else if (view != null && event.getSourceNode() == view.getRaster()) {
                    panel.setProduct(view.getProduct(), view.getRaster());
                }
            });
        }

        /** Once for many changes: vector data has a placemark for each of its points. */
        private void updateSoon() {
            if (!waiting) {
                waiting = true;
                SwingUtilities.invokeLater(() -> {
                    waiting = false;
                    update();
                });
            }
        }

        void update() {
            if (view == null) {
                return;
            }
            List<TimeSeriesPanel.Pin> found = new ArrayList<>();
            for (Placemark pin : view.getProduct().getPinGroup().toArray(new Placemark[0])) {
                PixelPos place = pin.getPixelPos();
                if (place != null) {
                    String name = pin.getLabel() == null || pin.getLabel().isBlank() ? pin.getName() : pin.getLabel();
                    found.add(new TimeSeriesPanel.Pin(pin.getName(), name, (int) Math.floor(place.x), (int) Math.floor(place.y)));
                }
            }
            panel.setPins(found);
        }
    }

    /** Lets go of a product that is closed. */
    private final class Closing implements ProductManager.Listener {

        @Override
        public void productAdded(ProductManager.Event event) {
            // It is shown when a view of it is selected.
        }

        @Override
        public void productRemoved(ProductManager.Event event) {
            onEventThread(() -> panel.forget(event.getProduct()));
        }
    }
}
