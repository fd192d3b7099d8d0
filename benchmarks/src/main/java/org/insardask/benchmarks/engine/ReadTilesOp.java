package org.insardask.benchmarks.engine;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.insardask.tile.UsedTiles;

/** Reads all bands of a product tile by tile, computes nothing and writes nothing: the cost of reading alone. */
@OperatorMetadata(alias = "Read-Tiles", category = "Benchmark", version = "1.0", autoWriteDisabled = true,
        description = "Reads all tiles of a product and does nothing with them.")
public class ReadTilesOp extends Operator {

    @SourceProduct(alias = "source", description = "The product to read.")
    private Product sourceProduct;

    @TargetProduct
    private Product targetProduct;

    @Override
    public void initialize() {
        targetProduct = new Product("read", "read", sourceProduct.getSceneRasterWidth(), sourceProduct.getSceneRasterHeight());
        targetProduct.addBand("read", ProductData.TYPE_INT8);
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle rectangle, ProgressMonitor pm) {
        for (Band band : sourceProduct.getBands()) {
            try (UsedTiles tiles = new UsedTiles(this)) {
                Tile tile = tiles.get(band, rectangle);
                if (!tile.getRectangle().equals(rectangle)) {
                    throw new IllegalStateException("asked for " + rectangle + ", got " + tile.getRectangle());
                }
            }
        }
    }

    /** Registers the operator. */
    public static class Spi extends OperatorSpi {

        /** For the registry. */
        public Spi() {
            super(ReadTilesOp.class);
        }
    }
}
