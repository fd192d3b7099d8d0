package org.esa.snap.ui.product;

import com.bc.ceres.core.ProgressMonitor;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.util.PropertyMap;

/** What an image view shows: a raster of a product. */
public class ProductSceneImage {

    private final RasterDataNode raster;
    private final PropertyMap configuration;

    public ProductSceneImage(RasterDataNode raster, PropertyMap configuration, ProgressMonitor pm) {
        this.raster = raster;
        this.configuration = configuration;
    }

    public PropertyMap getConfiguration() {
        return configuration;
    }

    public String getName() {
        return raster.getDisplayName();
    }

    public RasterDataNode[] getRasters() {
        return new RasterDataNode[] {raster};
    }

    public Product getProduct() {
        return raster.getProduct();
    }
}
