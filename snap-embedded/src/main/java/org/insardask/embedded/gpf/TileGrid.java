package org.insardask.embedded.gpf;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.RasterDataNode;

/** A raster cut into tiles, numbered row by row from the upper left; the last column and row may be smaller. Immutable. */
final class TileGrid {

    private static final int LARGEST = 640;
    private static final int SMALLEST = 256;
    private static final int STEP = 64;
    private static final int GRANULARITY = 4;

    private final int width;
    private final int height;
    private final int tileWidth;
    private final int tileHeight;

    TileGrid(int width, int height, Dimension tileSize) {
        this.width = width;
        this.height = height;
        tileWidth = Math.max(1, Math.min(width, tileSize.width));
        tileHeight = Math.max(1, Math.min(height, tileSize.height));
    }

    /** The grid of a band: the tile size of its product, or the default one. */
    static TileGrid of(RasterDataNode node) {
        Product product = node.getProduct();
        Dimension size = product == null ? null : product.getPreferredTileSize();
        int width = node.getRasterWidth();
        int height = node.getRasterHeight();
        return new TileGrid(width, height, size != null ? size : defaultTileSize(width, height));
    }

    /** The tile size that SNAP takes where nobody asks for another. */
    static Dimension defaultTileSize(int width, int height) {
        return new Dimension(defaultTileSize(width), defaultTileSize(height));
    }

    private static int defaultTileSize(int size) {
        if (size <= LARGEST) {
            return size;
        }
        for (int candidate = LARGEST; candidate >= SMALLEST; candidate -= STEP) {
            if (size % candidate == 0) {
                return candidate;
            }
        }
        int best = LARGEST;
        for (int candidate = LARGEST; candidate >= SMALLEST; candidate -= GRANULARITY) {
            if (overhang(size, candidate) < overhang(size, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int overhang(int size, int tile) {
        return (size + tile - 1) / tile * tile - size;
    }

    int columns() {
        return (width + tileWidth - 1) / tileWidth;
    }

    int rows() {
        return (height + tileHeight - 1) / tileHeight;
    }

    int count() {
        return columns() * rows();
    }

    Rectangle rectangle(int index) {
        int x = index % columns() * tileWidth;
        int y = index / columns() * tileHeight;
        return new Rectangle(x, y, Math.min(tileWidth, width - x), Math.min(tileHeight, height - y));
    }

    Rectangle bounds() {
        return new Rectangle(width, height);
    }

    /** The pixels of a full tile. */
    long tileArea() {
        return (long) tileWidth * tileHeight;
    }

    /** The numbers of all tiles that a rectangle inside the raster touches, row by row. */
    int[] touching(Rectangle rect) {
        int firstColumn = rect.x / tileWidth;
        int firstRow = rect.y / tileHeight;
        int across = (rect.x + rect.width - 1) / tileWidth - firstColumn + 1;
        int down = (rect.y + rect.height - 1) / tileHeight - firstRow + 1;
        int[] indices = new int[across * down];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (firstRow + i / across) * columns() + firstColumn + i % across;
        }
        return indices;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TileGrid grid && grid.width == width && grid.height == height
                && grid.tileWidth == tileWidth && grid.tileHeight == tileHeight;
    }

    @Override
    public int hashCode() {
        return ((width * 31 + height) * 31 + tileWidth) * 31 + tileHeight;
    }
}
