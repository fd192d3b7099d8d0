package org.insardask.embedded.gpf;

import java.awt.Dimension;
import java.util.Arrays;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.embedded.io.RasterLayout;
import org.insardask.embedded.io.RasterProductReader;

/**
 * Chooses how the scene of a product in files is cut into tiles: along the rows of the files, so that a tile of a band is one run of
 * bytes, and so small that the tiles of all bands, and as many for results, take bounded memory on each thread; and from that how the
 * result of an operator is cut, within the same bound for all of its sources and results. Only pieces that are compressed are not cut,
 * whatever they take. Nothing that is written depends on the choice.
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
        long scene = (long) product.getSceneRasterWidth() * product.getSceneRasterHeight();
        long most = Math.min(MOST_PIXELS, Math.max(FEWEST_PIXELS, scene / ((long) TILES_PER_THREAD * threads)));
        return Math.min(most, affordable(2 * sampleBytes(product), threads, heap));
    }

    /** How many pixels of so many bytes a thread can hold. */
    private static long affordable(long pixelBytes, int threads, long heap) {
        return Math.max(1, threadBytes(threads, heap) / Math.max(1, pixelBytes));
    }

    /** The memory that a thread may take for the tiles of an operator. */
    static long threadBytes(int threads, long heap) {
        return Math.min(MOST_BYTES, heap / PART_OF_HEAP / threads);
    }

    /** The bytes of a pixel of all bands. */
    private static long sampleBytes(Product product) {
        long bytes = 0;
        for (Band band : product.getBands()) {
            bytes += ProductData.getElemSize(band.getDataType());
        }
        return bytes;
    }

    /**
     * The tile size of what an operator makes from sources: the smallest of those of the same size, else as rows of a source that is cut
     * into rows; with no more pixels than a thread can hold of all sources and results.
     *
     * @return the size, null where no source says anything
     */
    static Dimension of(Product[] sources, Product target, int threads, long heap) {
        long pixelBytes = sampleBytes(target);
        Dimension smallest = null;
        Dimension rows = null;
        boolean whole = false;
        for (Product source : sources) {
            pixelBytes += sampleBytes(source);
            Dimension size = source.getPreferredTileSize();
            if (size != null && source.getSceneRasterSize().equals(target.getSceneRasterSize())) {
                boolean better = hasWholePieces(source) == whole ? smallest == null || area(size) < area(smallest) : !whole;
                smallest = better ? size : smallest;
                whole |= hasWholePieces(source);
            } else if (size != null && rows == null && size.width == source.getSceneRasterWidth()
                    && size.height < source.getSceneRasterHeight()) {
                rows = size;
            }
        }
        long pixels = affordable(pixelBytes, threads, heap);
        if (smallest != null) {
            return whole ? smallest : bounded(smallest, pixels);
        }
        return rows == null ? null : bounded(alike(rows, target.getSceneRasterSize()), pixels);
    }

    private static long area(Dimension size) {
        return (long) size.width * size.height;
    }

    /** Whether samples of a product, or of what it is made from, can only be read in pieces. */
    private static boolean hasWholePieces(Product product) {
        OperatorContext producer = OperatorContext.producerOf(product);
        if (producer != null) {
            return Arrays.stream(producer.getSources().products()).anyMatch(TileShape::hasWholePieces);
        }
        RasterLayout layout = product.getProductReader() instanceof RasterProductReader reader ? layout(product, reader) : null;
        return layout != null && layout.wholePieces();
    }

    /** The size, or an equal part of it with no more than so many pixels. */
    private static Dimension bounded(Dimension size, long pixels) {
        return area(size) <= pixels ? size : size(new RasterLayout(size.width, size.height, false), size, pixels);
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
