package org.insardask.op;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;

/**
 * Calls the operator as a graph or script does.
 */
final class Reconstruction {

    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<String, Product> sources = new LinkedHashMap<>();
    private RenderingHints hints;

    Reconstruction(Product mother, Product... interferograms) {
        if (GPF.getDefaultInstance().getOperatorSpiRegistry().getOperatorSpi("SLC-Reconstruction") == null) {
            GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        }
        if (mother != null) {
            sources.put("mother", mother);
        }
        for (int k = 0; k < interferograms.length; k++) {
            sources.put(k == 0 ? "interferograms" : "interferograms." + k, interferograms[k]);
        }
    }

    Reconstruction with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    Reconstruction tiles(int width, int height) {
        hints = new RenderingHints(GPF.KEY_TILE_SIZE, new Dimension(width, height));
        return this;
    }

    Product run() {
        return GPF.createProduct("SLC-Reconstruction", parameters, sources, hints);
    }

    /** All samples of a band. */
    static float[] samples(Product product, String band) throws IOException {
        Band found = product.getBand(band);
        if (found == null) {
            throw new IllegalArgumentException("no band '" + band + "' in " + List.of(product.getBandNames()));
        }
        int width = found.getRasterWidth();
        int height = found.getRasterHeight();
        return found.readPixels(0, 0, width, height, new float[width * height]);
    }

    /** Names of the bands that are not virtual. */
    static List<String> realBands(Product product) {
        List<String> names = new ArrayList<>(List.of(product.getBandNames()));
        names.removeIf(name -> name.startsWith("Intensity_") || name.startsWith("Phase_"));
        return names;
    }
}
