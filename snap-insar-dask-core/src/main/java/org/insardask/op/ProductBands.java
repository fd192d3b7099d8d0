package org.insardask.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;

/** Bands that parameters name. */
final class ProductBands {

    private ProductBands() {
    }

    /**
     * Returns a band.
     *
     * @throws OperatorException that names the parameter and what there is, where the product has no such band of its own size
     */
    static Band require(Product product, String parameter, String name) {
        Band band = product.getBand(name);
        if (band == null) {
            throw new OperatorException(parameter + ": source '" + product.getName() + "' has no band '" + name + "'; its bands are "
                    + String.join(", ", product.getBandNames()));
        }
        if (!fits(product, band)) {
            throw new OperatorException(parameter + ": band '" + name + "' has " + band.getRasterWidth() + " x " + band.getRasterHeight()
                    + " pixels, but source '" + product.getName() + "' has " + product.getSceneRasterWidth() + " x "
                    + product.getSceneRasterHeight());
        }
        return band;
    }

    /**
     * Returns the bands of a parameter, or where it is not given those of some usual ones that the product has.
     *
     * @throws OperatorException where a band does not exist or is named twice, or there is none
     */
    static List<Band> choose(Product product, String parameter, String[] names, List<String> usual) {
        List<Band> bands = new ArrayList<>();
        if (names == null || names.length == 0) {
            usual.stream().map(product::getBand).filter(band -> band != null && fits(product, band)).forEach(bands::add);
            if (bands.isEmpty()) {
                throw new OperatorException(parameter + " is not given, and source '" + product.getName() + "' has none of "
                        + String.join(", ", usual) + "; its bands are " + String.join(", ", product.getBandNames()));
            }
            return bands;
        }
        for (String name : names) {
            Band band = require(product, parameter, name.strip());
            if (bands.contains(band)) {
                throw new OperatorException(parameter + " = '" + String.join(",", Arrays.asList(names)) + "': '" + name.strip()
                        + "' stands there twice");
            }
            bands.add(band);
        }
        return bands;
    }

    private static boolean fits(Product product, Band band) {
        return band.getRasterWidth() == product.getSceneRasterWidth() && band.getRasterHeight() == product.getSceneRasterHeight();
    }
}
