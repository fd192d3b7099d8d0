package org.insardask.op;

import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.util.ProductUtils;

/** Products that are like another one and get more bands. */
final class EnrichedProduct {

    private EnrichedProduct() {
    }

    /** Makes a product with metadata, tie points and geocoding of another one, and with its bands where they are wanted. */
    static Product of(Product source, boolean copySourceBands) {
        Product target = new Product(source.getName(), source.getProductType(), source.getSceneRasterWidth(),
                source.getSceneRasterHeight());
        target.setDescription(source.getDescription());
        ProductUtils.copyMetadata(source, target);
        ProductUtils.copyTiePointGrids(source, target);
        ProductUtils.copyTimeInformation(source, target);
        ProductUtils.copyPreferredTileSize(source, target);
        if (copySourceBands) {
            ProductUtils.copyFlagCodings(source, target);
            ProductUtils.copyIndexCodings(source, target);
            copyBands(source, target);
        }
        ProductUtils.copyGeoCoding(source, target);
        return target;
    }

    /** Copies the bands whose names are not taken; the codings of flags and classes have to be there. */
    static void copyBands(Product source, Product target) {
        for (Band band : source.getBands()) {
            if (band instanceof VirtualBand virtualBand) {
                ProductUtils.copyVirtualBand(target, virtualBand, band.getName());
            } else if (!target.containsBand(band.getName())) {
                ProductUtils.copyBand(band.getName(), source, target, true);
            }
        }
    }
}
