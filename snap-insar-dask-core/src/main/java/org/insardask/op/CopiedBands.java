package org.insardask.op;

import java.util.Arrays;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.util.ProductUtils;

/** Carries bands of the sources over into a target product, as they are. Stateless. */
final class CopiedBands {

    private CopiedBands() {
    }

    /**
     * Adds bands that share the samples of their sources.
     *
     * @param names   names of the bands, null or empty for none; a name that several sources have is that of the first
     * @param sources products of the size of the target
     * @param target  product that the bands are added to
     * @throws OperatorException if a band is missing, has another size, or a name that is taken
     */
    static void add(String[] names, Product[] sources, Product target) {
        for (String name : names == null ? new String[0] : names) {
            Product source = Arrays.stream(sources).filter(product -> product.containsBand(name)).findFirst()
                    .orElseThrow(() -> new OperatorException("copyBands: no band '" + name + "' in product '" + sources[0].getName() + "'"
                            + (sources.length > 1 ? " or the other sources" : "")));
            if (target.containsRasterDataNode(name)) {
                throw new OperatorException("copyBands: '" + name + "' is the name of an estimated band too, expected another name");
            }
            requireSize(source.getBand(name), target);
            ProductUtils.copyBand(name, source, target, true);
        }
    }

    private static void requireSize(Band band, Product target) {
        if (band.getRasterWidth() != target.getSceneRasterWidth() || band.getRasterHeight() != target.getSceneRasterHeight()) {
            throw new OperatorException("copyBands: band '" + band.getName() + "' has " + band.getRasterWidth() + " x "
                    + band.getRasterHeight() + " pixels, expected " + target.getSceneRasterWidth() + " x " + target.getSceneRasterHeight());
        }
    }
}
