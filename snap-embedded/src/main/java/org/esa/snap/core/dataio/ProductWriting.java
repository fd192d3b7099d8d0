package org.esa.snap.core.dataio;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/**
 * Writes one product by one writer, tile by tile and within a tile band by band, so that an operator that computes all bands
 * of a tile at once computes each tile once. Memory depends on the size of a tile.
 */
final class ProductWriting {

    private static final int DEFAULT_TILE_SIZE = 512;

    private final Product product;
    private final ProductWriter writer;
    private final boolean deleteOnFailure;

    ProductWriting(Product product, ProductWriter writer, boolean deleteOnFailure) {
        this.product = product;
        this.writer = writer;
        this.deleteOnFailure = deleteOnFailure;
    }

    void write(File file, ProgressMonitor pm) throws IOException {
        ProductWriter before = product.getProductWriter();
        product.setProductWriter(writer);
        boolean complete = false;
        try {
            writer.writeProductNodes(product, file);
            complete = writeBands(pm);
            if (complete) {
                writer.flush();
            }
        } finally {
            product.setProductWriter(before);
            close(complete);
        }
        if (complete) {
            product.setFileLocation(file);
        }
    }

    private void close(boolean complete) throws IOException {
        try {
            if (!complete && deleteOnFailure) {
                writer.deleteOutput();
            }
        } finally {
            writer.close();
        }
    }

    /** Writes the samples; false where that was cancelled. */
    private boolean writeBands(ProgressMonitor pm) throws IOException {
        List<Band> bands = new ArrayList<>();
        for (Band band : product.getBands()) {
            if (writer.shouldWrite(band)) {
                bands.add(band);
            }
        }
        List<Rectangle> tiles = bands.isEmpty() ? List.of() : tiles(bands);
        pm.beginTask("Writing bands of product '" + product.getName() + "'", Math.max(1, tiles.size()));
        try {
            for (Rectangle tile : tiles) {
                if (pm.isCanceled()) {
                    return false;
                }
                writeTile(bands, tile);
                pm.worked(1);
            }
            return true;
        } finally {
            pm.done();
        }
    }

    private static void writeTile(List<Band> bands, Rectangle tile) throws IOException {
        for (Band band : bands) {
            Rectangle r = tile.intersection(new Rectangle(band.getRasterWidth(), band.getRasterHeight()));
            if (!r.isEmpty()) {
                ProductData block = band.createCompatibleRasterData(r.width, r.height);
                band.readRasterData(r.x, r.y, r.width, r.height, block, ProgressMonitor.NULL);
                band.writeRasterData(r.x, r.y, r.width, r.height, block, ProgressMonitor.NULL);
            }
        }
    }

    private List<Rectangle> tiles(List<Band> bands) {
        int width = bands.stream().mapToInt(Band::getRasterWidth).max().orElse(0);
        int height = bands.stream().mapToInt(Band::getRasterHeight).max().orElse(0);
        Dimension preferred = product.getPreferredTileSize();
        Dimension size = preferred != null ? preferred : new Dimension(DEFAULT_TILE_SIZE, DEFAULT_TILE_SIZE);
        List<Rectangle> tiles = new ArrayList<>();
        for (int y = 0; y < height; y += size.height) {
            for (int x = 0; x < width; x += size.width) {
                tiles.add(new Rectangle(x, y, size.width, size.height));
            }
        }
        return tiles;
    }
}
