package org.insardask.embedded.desktop;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Frame;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductManager;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.util.PropertyMap;
import org.esa.snap.ui.product.ProductSceneImage;
import org.esa.snap.ui.product.ProductSceneView;

/**
 * The state of the application that {@code SnapApp} shows: what is open and what is selected. Tests and demonstrations set it,
 * as a user does with the mouse in SNAP Desktop. For the event dispatch thread.
 */
public final class Workbench {

    private static final Workbench INSTANCE = new Workbench();

    private final Selection<Product> product = new Selection<>();
    private final Selection<ProductSceneView> view = new Selection<>();
    private final ProductManager products = new ProductManager();
    private final PropertyMap preferences = new MemoryPropertyMap();
    private final List<String> statusMessages = new ArrayList<>();
    private Frame mainFrame;

    private Workbench() {
    }

    /** The one of this application. */
    public static Workbench get() {
        return INSTANCE;
    }

    /** The product that is selected in the product explorer. */
    public Selection<Product> product() {
        return product;
    }

    /** The image view that is selected. */
    public Selection<ProductSceneView> view() {
        return view;
    }

    /** The open products. */
    public ProductManager products() {
        return products;
    }

    public PropertyMap preferences() {
        return preferences;
    }

    /** What the status bar has said, in order. */
    public List<String> statusMessages() {
        return statusMessages;
    }

    /** The frame of the application, or null. */
    public Frame mainFrame() {
        return mainFrame;
    }

    public void setMainFrame(Frame mainFrame) {
        this.mainFrame = mainFrame;
    }

    /** Opens an image view of a raster and selects it, together with its product. */
    public ProductSceneView openView(RasterDataNode raster) {
        products.addProduct(raster.getProduct());
        ProductSceneView opened = new ProductSceneView(new ProductSceneImage(raster, preferences, ProgressMonitor.NULL));
        product.set(raster.getProduct());
        view.set(opened);
        return opened;
    }

    /** Closes and unselects everything; handlers of selections stay. */
    public void closeAll() {
        view.set(null);
        product.set(null);
        products.removeAllProducts();
        statusMessages.clear();
        mainFrame = null;
    }
}
