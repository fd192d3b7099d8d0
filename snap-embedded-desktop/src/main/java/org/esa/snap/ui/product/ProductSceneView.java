package org.esa.snap.ui.product;

import com.bc.ceres.glayer.support.ImageLayer;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import org.esa.snap.core.datamodel.Placemark;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.datamodel.VectorDataNode;
import org.esa.snap.ui.BasicView;
import org.esa.snap.ui.PixelPositionListener;

/**
 * An image of a raster, one pixel of the screen for each of its pixels. Tells its listeners over which pixel the mouse is. SNAP's own
 * zooms and has layers, and takes the mouse events on its canvas. For the event dispatch thread.
 */
public class ProductSceneView extends BasicView {

    public static final String PROPERTY_NAME_SELECTED_PIN = "selectedPin";

    private final ProductSceneImage sceneImage;
    private final ImageLayer baseImageLayer;
    private final List<PixelPositionListener> listeners = new CopyOnWriteArrayList<>();
    private List<Placemark> selectedPins = List.of();
    private int currentPixelX = -1;
    private int currentPixelY = -1;

    public ProductSceneView(ProductSceneImage sceneImage) {
        this.sceneImage = sceneImage;
        baseImageLayer = new ImageLayer(GreyImage.of(getRaster()));
        setLayout(new BorderLayout());
        add(new Canvas());
        MouseAdapter follower = new Follower();
        addMouseListener(follower);
        addMouseMotionListener(follower);
    }

    public ProductSceneImage getSceneImage() {
        return sceneImage;
    }

    public String getSceneName() {
        return sceneImage.getName();
    }

    public Product getProduct() {
        return sceneImage.getProduct();
    }

    public RasterDataNode getRaster() {
        return sceneImage.getRasters()[0];
    }

    public ImageLayer getBaseImageLayer() {
        return baseImageLayer;
    }

    public final void addPixelPositionListener(PixelPositionListener listener) {
        listeners.add(listener);
    }

    public final void removePixelPositionListener(PixelPositionListener listener) {
        listeners.remove(listener);
    }

    public int getCurrentPixelX() {
        return currentPixelX;
    }

    public int getCurrentPixelY() {
        return currentPixelY;
    }

    public boolean isCurrentPixelPosValid() {
        return currentPixelX >= 0 && currentPixelX < getRaster().getRasterWidth()
                && currentPixelY >= 0 && currentPixelY < getRaster().getRasterHeight();
    }

    /** The first pin that is selected, or null. */
    public Placemark getSelectedPin() {
        return selectedPins.isEmpty() ? null : selectedPins.get(0);
    }

    public Placemark[] getSelectedPins() {
        return selectedPins.toArray(new Placemark[0]);
    }

    /** Selects these pins and no others, and tells listeners of the property {@link #PROPERTY_NAME_SELECTED_PIN}. */
    public void selectPins(Placemark[] pins) {
        Placemark before = getSelectedPin();
        selectedPins = List.of(pins);
        firePropertyChange(PROPERTY_NAME_SELECTED_PIN, before, getSelectedPin());
    }

    /** Shows the layers of vector data. Here they are not drawn; a property tells that they would be. */
    public void setLayersVisible(VectorDataNode... vectorDataNodes) {
        for (VectorDataNode node : vectorDataNodes) {
            firePropertyChange(node.getName(), false, true);
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(getRaster().getRasterWidth(), getRaster().getRasterHeight());
    }

    @Override
    public synchronized void dispose() {
        listeners.clear();
        super.dispose();
    }

    /** Paints the image; it leaves the mouse to the view around it. */
    private final class Canvas extends JComponent {

        @Override
        protected void paintComponent(Graphics g) {
            g.drawImage((BufferedImage) baseImageLayer.getImage(), 0, 0, null);
        }
    }

    /** Follows the mouse. */
    private final class Follower extends MouseAdapter {

        @Override
        public void mouseMoved(MouseEvent e) {
            currentPixelX = e.getX();
            currentPixelY = e.getY();
            for (PixelPositionListener listener : listeners) {
                listener.pixelPosChanged(baseImageLayer, currentPixelX, currentPixelY, 0, isCurrentPixelPosValid(), e);
            }
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            mouseMoved(e);
        }

        @Override
        public void mouseClicked(MouseEvent e) {
            mouseMoved(e);
        }

        @Override
        public void mouseExited(MouseEvent e) {
            currentPixelX = -1;
            currentPixelY = -1;
            listeners.forEach(PixelPositionListener::pixelPosNotAvailable);
        }
    }
}
