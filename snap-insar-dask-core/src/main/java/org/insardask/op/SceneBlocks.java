package org.insardask.op;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Product;

/** Cuts a scene into blocks that lie in one tile each, and whose samples take bounded memory. */
final class SceneBlocks {

    private static final int DEFAULT_SIDE = 256;
    private static final long SAMPLES_AT_ONCE = 4L << 20;

    private SceneBlocks() {
    }

    /** Returns the blocks of a product, for some bands that are read at once. */
    static List<Rectangle> of(Product product, int bands) {
        Dimension tile = product.getPreferredTileSize();
        int tileWidth = tile == null ? DEFAULT_SIDE : tile.width;
        int tileHeight = tile == null ? DEFAULT_SIDE : tile.height;
        long pixels = Math.max(1L, SAMPLES_AT_ONCE / Math.max(1, bands));
        int blockWidth = (int) Math.min(tileWidth, pixels);
        int blockHeight = (int) Math.max(1L, Math.min(tileHeight, pixels / blockWidth));
        Rectangle scene = new Rectangle(product.getSceneRasterWidth(), product.getSceneRasterHeight());
        List<Rectangle> blocks = new ArrayList<>();
        for (Rectangle tileArea : split(scene, tileWidth, tileHeight)) {
            blocks.addAll(split(tileArea, blockWidth, blockHeight));
        }
        return blocks;
    }

    private static List<Rectangle> split(Rectangle area, int width, int height) {
        List<Rectangle> parts = new ArrayList<>();
        for (int y = area.y; y < area.y + area.height; y += height) {
            for (int x = area.x; x < area.x + area.width; x += width) {
                parts.add(new Rectangle(x, y, width, height).intersection(area));
            }
        }
        return parts;
    }
}
