package org.insardask.ui.points;

import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.rcp.SnapApp;
import org.esa.snap.rcp.actions.AbstractSnapAction;
import org.esa.snap.rcp.util.Dialogs;
import org.esa.snap.ui.AbstractDialog;
import org.esa.snap.ui.ModalDialog;
import org.esa.snap.ui.product.ProductSceneView;
import org.insardask.stm.PointsProduct;

/** The entry "Points over Image" of menus: asks for a product of points and an image, and shows the points over it. */
public final class PointsOverImageAction extends AbstractSnapAction {

    /** Its help page. */
    static final String HELP_ID_OF_PAGE = "Points-Over-Image";

    private static final long serialVersionUID = 1L;
    private static final String TITLE = "Points over Image";

    /** Made by SNAP. */
    public PointsOverImageAction() {
        putValue(NAME, TITLE);
        setHelpId(HELP_ID_OF_PAGE);
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        SnapApp snap = SnapApp.getDefault();
        List<Product> all = Arrays.asList(snap.getProductManager().getProducts());
        Optional<String> missing = missing(all);
        if (missing.isPresent()) {
            Dialogs.showInformation(TITLE, missing.get(), null);
            return;
        }
        PointsOverImagePanel panel = panel(all, snap);
        ModalDialog dialog = new ModalDialog(snap.getMainFrame(), TITLE, panel, ModalDialog.ID_OK_CANCEL_HELP, HELP_ID_OF_PAGE);
        if (dialog.show() == AbstractDialog.ID_OK) {
            new PointLayerTask(panel, snap.getMainFrame()).execute();
        }
    }

    /** What has to be opened first; empty where all is there. */
    static Optional<String> missing(List<Product> all) {
        if (all.stream().noneMatch(PointsOverImageAction::isPoints)) {
            return Optional.of("Open a product of points first, such as one of Points Extraction or Points Import.");
        }
        return all.stream().allMatch(PointsOverImageAction::isPoints)
                ? Optional.of("Open the product of an image first, over which the points are to be shown.") : Optional.empty();
    }

    /** Offers the selected products first, and points with velocities before others. */
    private static PointsOverImagePanel panel(List<Product> all, SnapApp snap) {
        ProductSceneView view = snap.getSelectedProductSceneView();
        Product selected = snap.getSelectedProduct(SnapApp.SelectionSourceHint.EXPLORER);
        List<Product> points = all.stream().filter(PointsOverImageAction::isPoints)
                .sorted(Comparator.comparing(product -> !product.containsBand("velocity"))).toList();
        List<Product> images = all.stream().filter(product -> !isPoints(product)).toList();
        return new PointsOverImagePanel(points, images, selected, view == null ? selected : view.getProduct());
    }

    private static boolean isPoints(Product product) {
        return PointsProduct.layoutOf(product).isPresent();
    }
}
