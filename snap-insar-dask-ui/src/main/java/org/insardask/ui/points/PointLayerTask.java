package org.insardask.ui.points;

import java.awt.Component;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import javax.swing.ProgressMonitor;
import javax.swing.SwingWorker;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VectorDataNode;
import org.esa.snap.rcp.SnapApp;
import org.esa.snap.rcp.util.Dialogs;
import org.esa.snap.ui.product.ProductSceneView;

/** Makes a layer of points beside the event dispatch thread, with a bar of progress and a way to cancel, and gives it to the image. */
final class PointLayerTask extends SwingWorker<PointLayer, Void> {

    private static final int PERCENT = 100;
    private static final String TITLE = "Points over Image";

    private final Product points;
    private final Product image;
    private final String colourBand;
    private final int most;
    private final ProgressMonitor bar;

    PointLayerTask(PointsOverImagePanel wish, Component parent) {
        points = wish.points();
        image = wish.image();
        colourBand = wish.colourBand();
        most = wish.most();
        bar = new ProgressMonitor(parent, "Reading points of " + points.getName(), null, 0, PERCENT);
        addPropertyChangeListener(event -> {
            if (event.getPropertyName().equals("progress")) {
                bar.setProgress((Integer) event.getNewValue());
            }
        });
    }

    @Override
    protected PointLayer doInBackground() throws Exception {
        return PointLayer.of(points, image, colourBand, most, share -> {
            if (bar.isCanceled()) {
                throw new CancellationException(TITLE);
            }
            setProgress((int) Math.min(PERCENT - 1, share * PERCENT));
        });
    }

    /** SNAP does not show new vector data by itself. */
    private void show(VectorDataNode node) {
        ProductSceneView view = SnapApp.getDefault().getSelectedProductSceneView();
        if (view != null && view.getProduct() == image) {
            view.setLayersVisible(node);
        }
    }

    @Override
    protected void done() {
        try {
            PointLayer layer = get();
            layer.addTo(image);
            show(layer.node());
            SnapApp.getDefault().setStatusBarMessage(layer.summary());
            if (layer.shown() < layer.inside()) {
                Dialogs.showWarning(TITLE, layer.summary(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof CancellationException)) {
                Dialogs.showError(TITLE, String.valueOf(e.getCause().getMessage()));
            }
        } finally {
            bar.close();
        }
    }
}
