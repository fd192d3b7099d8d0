package org.esa.snap.ui;

import java.awt.Window;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductManager;
import org.esa.snap.core.util.PropertyMap;
import org.esa.snap.ui.product.ProductSceneView;

/** The application as dialogs see it. */
public interface AppContext {

    String getApplicationName();

    Window getApplicationWindow();

    /** The product that is selected, or null. */
    Product getSelectedProduct();

    void handleError(String message, Throwable t);

    PropertyMap getPreferences();

    ProductManager getProductManager();

    /** The image view that is selected, or null. */
    ProductSceneView getSelectedProductSceneView();
}
