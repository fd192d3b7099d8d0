package org.esa.snap.rcp;

import java.awt.Frame;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductManager;
import org.esa.snap.core.util.SystemUtils;
import org.esa.snap.rcp.util.Dialogs;
import org.esa.snap.rcp.util.SelectionSupport;
import org.esa.snap.ui.AppContext;
import org.esa.snap.ui.product.ProductSceneView;
import org.insardask.embedded.desktop.Workbench;
import org.insardask.embedded.desktop.WorkbenchContext;

/** SNAP Desktop as modules see it: what is open and selected. Here it shows the {@link Workbench}. */
public class SnapApp {

    private static final SnapApp INSTANCE = new SnapApp();

    private final AppContext context = new WorkbenchContext(this);

    public SnapApp() {
    }

    public static SnapApp getDefault() {
        return INSTANCE;
    }

    public ProductManager getProductManager() {
        return Workbench.get().products();
    }

    /** The main frame, or null where there is none. */
    public Frame getMainFrame() {
        return Workbench.get().mainFrame();
    }

    public void setStatusBarMessage(String message) {
        Workbench.get().statusMessages().add(message);
    }

    public String getInstanceName() {
        return "SNAP";
    }

    public Preferences getPreferences() {
        return Preferences.userRoot().node("insardask/embedded");
    }

    public Logger getLogger() {
        return SystemUtils.LOG;
    }

    /** Shows the message, and logs it with its cause. */
    public void handleError(String message, Throwable t) {
        getLogger().log(Level.SEVERE, message, t);
        Dialogs.showError("Error", message);
    }

    /**
     * Who wants to know what of this class is selected.
     *
     * @throws IllegalArgumentException for a class other than {@link Product} and {@link ProductSceneView}
     */
    @SuppressWarnings("unchecked") // the class is compared
    public <T> SelectionSupport<T> getSelectionSupport(Class<T> type) {
        if (type == Product.class) {
            return (SelectionSupport<T>) Workbench.get().product();
        }
        if (type == ProductSceneView.class) {
            return (SelectionSupport<T>) Workbench.get().view();
        }
        throw new IllegalArgumentException("selections of " + type.getName() + " are not kept here");
    }

    /** The selected view, or null. */
    public ProductSceneView getSelectedProductSceneView() {
        return Workbench.get().view().get();
    }

    /** The product of the selected view or of the product explorer, or null. */
    public Product getSelectedProduct(SelectionSourceHint hint) {
        ProductSceneView view = getSelectedProductSceneView();
        Product ofView = view == null ? null : view.getProduct();
        Product ofExplorer = Workbench.get().product().get();
        return switch (hint) {
            case VIEW -> ofView != null ? ofView : ofExplorer;
            case EXPLORER -> ofExplorer != null ? ofExplorer : ofView;
            case AUTO -> ofExplorer != null ? ofExplorer : ofView;
        };
    }

    public AppContext getAppContext() {
        return context;
    }

    /** Where to look for a selection first. */
    public enum SelectionSourceHint {
        VIEW, EXPLORER, AUTO
    }
}
