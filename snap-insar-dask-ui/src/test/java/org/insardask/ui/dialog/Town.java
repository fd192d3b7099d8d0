package org.insardask.ui.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;

/** The simulated town, whose files are part of the project. */
final class Town {

    static final Path FOLDER = Path.of(System.getProperty("insardask.root"), "test-products", "town");

    private Town() {
    }

    /** A file of the town, as a parameter names it. */
    static String file(String name) {
        return FOLDER.resolve(name).toString();
    }

    static Product mother() throws IOException {
        return ProductIO.readProduct(FOLDER.resolve("town_mother.dim").toFile());
    }

    /** The stack of images; nothing is computed. */
    static Product stack() throws IOException {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Product interferograms = ProductIO.readProduct(FOLDER.resolve("town_ifg.dim").toFile());
        return GPF.createProduct("SLC-Reconstruction", new HashMap<>(), mother(), interferograms);
    }
}
