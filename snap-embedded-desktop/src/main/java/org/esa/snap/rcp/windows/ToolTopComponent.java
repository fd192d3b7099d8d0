package org.esa.snap.rcp.windows;

import org.esa.snap.core.datamodel.Product;
import org.esa.snap.rcp.SnapApp;
import org.esa.snap.ui.product.ProductSceneView;
import org.openide.windows.TopComponent;

/** Base class of tool windows: is told which image view and which product are selected. For the event dispatch thread. */
public abstract class ToolTopComponent extends TopComponent {

    protected ToolTopComponent() {
        SnapApp application = SnapApp.getDefault();
        application.getSelectionSupport(ProductSceneView.class).addHandler((before, now) -> {
            if (before != null) {
                productSceneViewDeselected(before);
            }
            if (now != null) {
                productSceneViewSelected(now);
            }
        });
        application.getSelectionSupport(Product.class).addHandler((before, now) -> {
            if (before != null) {
                productDeselected(before);
            }
            if (now != null) {
                productSelected(now);
            }
        });
    }

    /** The selected view, or null. */
    public ProductSceneView getSelectedProductSceneView() {
        return SnapApp.getDefault().getSelectedProductSceneView();
    }

    protected void productSceneViewSelected(ProductSceneView view) {
    }

    protected void productSceneViewDeselected(ProductSceneView view) {
    }

    protected void productSelected(Product product) {
    }

    protected void productDeselected(Product product) {
    }
}
