package org.insardask.embedded.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.glayer.support.ImageLayer;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PinDescriptor;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Placemark;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.rcp.SnapApp;
import org.esa.snap.rcp.util.SelectionSupport;
import org.esa.snap.ui.PixelPositionListener;
import org.esa.snap.ui.product.ProductSceneView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tests of windows lean on: selections, views that follow the mouse, pins. */
class WorkbenchTest {

    private final Product product = new Product("town", "ARCS", 6, 4);
    private final Band band = new Band("velocity", ProductData.TYPE_FLOAT32, 6, 4);

    WorkbenchTest() {
        band.setData(ProductData.createInstance(new float[24]));
        product.addBand(band);
    }

    @AfterEach
    void closeAll() {
        Workbench.get().closeAll();
    }

    @Test
    void handlersAreToldOfTheSelectedView() {
        List<String> told = new ArrayList<>();
        SelectionSupport.Handler<ProductSceneView> handler = (before, now) -> told.add((before == null) + " " + (now == null));
        SnapApp.getDefault().getSelectionSupport(ProductSceneView.class).addHandler(handler);
        ProductSceneView view = Workbench.get().openView(band);
        assertSame(view, SnapApp.getDefault().getSelectedProductSceneView());
        assertSame(product, SnapApp.getDefault().getAppContext().getSelectedProduct());
        Workbench.get().view().set(null);
        SnapApp.getDefault().getSelectionSupport(ProductSceneView.class).removeHandler(handler);
        Workbench.get().view().set(view);
        assertEquals(List.of("true false", "false true"), told);
    }

    @Test
    void aViewFollowsTheMouse() {
        ProductSceneView view = Workbench.get().openView(band);
        List<String> told = new ArrayList<>();
        PixelPositionListener listener = new PixelPositionListener() {
            @Override
            public void pixelPosChanged(ImageLayer layer, int x, int y, int level, boolean valid, MouseEvent e) {
                told.add(x + "," + y + " " + valid);
            }

            @Override
            public void pixelPosNotAvailable() {
                told.add("none");
            }
        };
        view.addPixelPositionListener(listener);
        view.dispatchEvent(mouse(view, MouseEvent.MOUSE_MOVED, 5, 3));
        assertTrue(view.isCurrentPixelPosValid());
        view.dispatchEvent(mouse(view, MouseEvent.MOUSE_MOVED, 6, 3));
        view.dispatchEvent(mouse(view, MouseEvent.MOUSE_EXITED, 9, 9));
        view.removePixelPositionListener(listener);
        view.dispatchEvent(mouse(view, MouseEvent.MOUSE_MOVED, 1, 1));
        assertEquals(List.of("5,3 true", "6,3 false", "none"), told);
        assertEquals(1, view.getCurrentPixelX());
    }

    @Test
    void pinsAreInTheProductAndSelectedInTheView() {
        Placemark pin = Placemark.createPointPlacemark(PinDescriptor.getInstance(), "pin_1", "Pin 1", "", new PixelPos(2.5, 1.5),
                new GeoPos(52, 4.9), null);
        PinDescriptor.getInstance().getPlacemarkGroup(product).add(pin);
        ProductSceneView view = Workbench.get().openView(band);
        assertNull(view.getSelectedPin());
        List<Object> told = new ArrayList<>();
        view.addPropertyChangeListener(ProductSceneView.PROPERTY_NAME_SELECTED_PIN, e -> told.add(e.getNewValue()));
        view.selectPins(new Placemark[] {pin});
        assertSame(pin, view.getSelectedPin());
        assertEquals(List.of(pin), told);
        assertArrayEquals(new Placemark[] {pin}, product.getPinGroup().toArray(new Placemark[0]));
        assertSame(product, pin.getProduct());
    }

    @Test
    void outsideTheImageNoPixelIsValid() {
        assertFalse(Workbench.get().openView(band).isCurrentPixelPosValid());
    }

    private static MouseEvent mouse(ProductSceneView view, int id, int x, int y) {
        return new MouseEvent(view, id, 0, 0, x, y, 0, false);
    }
}
