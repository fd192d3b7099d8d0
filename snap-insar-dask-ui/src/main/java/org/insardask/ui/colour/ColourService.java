package org.insardask.ui.colour;

import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import javax.swing.SwingUtilities;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ImageInfo;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductManager;
import org.esa.snap.core.util.SystemUtils;
import org.esa.snap.rcp.SnapApp;
import org.openide.windows.WindowManager;

/**
 * Gives the bands of unwrapped products their colours when they are opened, whoever wrote them. SNAP Desktop runs it at its start
 * ({@code META-INF/namedservices/Modules/Start}). Colours that a product brings along stay, and no product counts as modified for these.
 */
public final class ColourService implements Runnable {

    /** Made by SNAP. */
    public ColourService() {
    }

    /** Waits for the windows, then listens to the open products. */
    @Override
    public void run() {
        WindowManager.getDefault().invokeWhenUIReady(() -> listenTo(SnapApp.getDefault().getProductManager()));
    }

    /** Colours the products that are open and those that will be. */
    static void listenTo(ProductManager products) {
        products.addListener(new ProductManager.Listener() {
            @Override
            public void productAdded(ProductManager.Event event) {
                colour(event.getProduct(), products);
            }

            @Override
            public void productRemoved(ProductManager.Event event) {
                // Colours go with their product.
            }
        });
        for (Product product : products.getProducts()) {
            colour(product, products);
        }
    }

    /** Reads on a thread of its own, and sets the colours on the event thread. */
    private static void colour(Product product, ProductManager products) {
        if (!BandLook.isFor(product)) {
            return;
        }
        Thread reader = new Thread(() -> {
            try {
                Map<Band, ImageInfo> colours = ProductColours.choose(product);
                SwingUtilities.invokeLater(() -> apply(colours, product, products));
            } catch (IOException | RuntimeException e) {
                SystemUtils.LOG.log(Level.WARNING, "InSAR Dask: no colours for " + product.getName() + ": " + e.getMessage(), e);
            }
        }, "colours of " + product.getName());
        reader.setDaemon(true);
        reader.start();
    }

    private static void apply(Map<Band, ImageInfo> colours, Product product, ProductManager products) {
        if (!products.contains(product)) {
            return;
        }
        boolean modified = product.isModified();
        colours.forEach((band, colour) -> {
            if (band.getImageInfo() == null) {
                band.setImageInfo(colour);
            }
        });
        if (!modified) {
            product.setModified(false);
        }
    }
}
