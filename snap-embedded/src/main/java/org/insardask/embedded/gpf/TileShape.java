package org.insardask.embedded.gpf;

import java.awt.Dimension;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.RasterLayout;
import org.insardask.embedded.io.RasterProductReader;

/**
 * Chooses how the scene of a product in files is cut into tiles: along the rows of the files, so that a tile of a band is one run of
 * bytes, and so small that the tiles of all bands, and as many for results, take bounded memory on each thread. Nothing that is written
 * depends on the choice.
 */
public final class TileShape {

    /** Memory of one thread for a tile of all bands and of as many results: what stays in the cache shared by a few cores. */
    private static final long MOST_BYTES = 16L << 20;
    /** The part of the heap that all threads together may take for it. */
    private static final int PART_OF_HEAP = 8;
    private static final long MOST_PIXELS = 1L << 18;
    private static final long FEWEST_PIXELS = 1L << 14;
    private static final int TILES_PER_THREAD = 4;

    private TileShape() {
    }

    /** Sets the tile size of a product that was opened, unless its reader did or is not one of this engine. */
    public static void prepare(Product product) {
        if (product.getPreferredTileSize() == null && product.getProductReader() instanceof RasterProductReader reader) {
            RasterLayout layout = layout(product, reader);
            if (layout != null) {
                TileEngine engine = TileEngine.current();
                long pixels = pixels(product, engine.team().size(), Runtime.getRuntime().maxMemory());
                product.setPreferredTileSize(size(layout, product.getSceneRasterSize(), pixels));
            }
        }
    }

    /** The layout of the first band that has the size of the scene. */
    private static RasterLayout layout(Product product, RasterProductReader reader) {
        for (Band band : product.getBands()) {
            RasterLayout layout = reader.layout(band);
            if (layout != null && band.getRasterSize().equals(product.getSceneRasterSize())) {
                return layout;
            }
        }
        return null;
    }

    private static long pixels(Product product, int threads, long heap) {
        long sampleBytes = 0;
        for (Band band : product.getBands()) {
            sampleBytes += ProductData.getElemSize(band.getDataType());
        }
        long budget = Math.min(MOST_BYTES, heap / PART_OF_HEAP / threads);
        long scene = (long) product.getSceneRasterWidth() * product.getSceneRasterHeight();
        long most = Math.min(MOST_PIXELS, Math.max(FEWEST_PIXELS, scene / ((long) TILES_PER_THREAD * threads)));
        return Math.min(most, Math.max(FEWEST_PIXELS, budget / (2 * Math.max(1, sampleBytes))));
    }

    /** The tile size for a layout. */
    static Dimension size(RasterLayout layout, Dimension scene, long pixels) {
        int width = Math.min(layout.width(), scene.width);
        int height = Math.min(layout.height(), scene.height);
        if (layout.wholePieces()) {
            return new Dimension(width, height);
        }
        int columns = (int) Math.max(1, (width + pixels - 1) / pixels);
        int tileWidth = (width + columns - 1) / columns;
        int rows = (int) Math.min(height, Math.max(1, pixels / tileWidth));
        int parts = (height + rows - 1) / rows;
        return new Dimension(tileWidth, (height + parts - 1) / parts);
    }

    /** A tile of as many pixels, for a scene of another size whose source is cut into rows. */
    static Dimension alike(Dimension tile, Dimension scene) {
        long rows = (long) tile.width * tile.height / scene.width;
        return new Dimension(scene.width, (int) Math.max(1, Math.min(scene.height, rows)));
    }
}
