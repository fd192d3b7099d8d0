package org.insardask.embedded.desktop;

import java.awt.Window;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductManager;
import org.esa.snap.core.util.PropertyMap;
import org.esa.snap.rcp.SnapApp;
import org.esa.snap.ui.AppContext;
import org.esa.snap.ui.product.ProductSceneView;

/** The workbench as dialogs see it. */
public final class WorkbenchContext implements AppContext {

    private final SnapApp application;

    public WorkbenchContext(SnapApp application) {
        this.application = application;
    }

    @Override
    public String getApplicationName() {
        return application.getInstanceName();
    }

    @Override
    public Window getApplicationWindow() {
        return application.getMainFrame();
    }

    @Override
    public Product getSelectedProduct() {
        return application.getSelectedProduct(SnapApp.SelectionSourceHint.AUTO);
    }

    @Override
    public void handleError(String message, Throwable t) {
        application.handleError(message, t);
    }

    @Override
    public PropertyMap getPreferences() {
        return Workbench.get().preferences();
    }

    @Override
    public ProductManager getProductManager() {
        return application.getProductManager();
    }

    @Override
    public ProductSceneView getSelectedProductSceneView() {
        return application.getSelectedProductSceneView();
    }
}
