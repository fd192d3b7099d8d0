package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.access.EngineAccess;

/**
 * Gives the samples of any raster as tiles: computed ones, those of files, those in memory, tie-point grids. A rectangle inside one
 * tile is that tile's memory, others are put together; missing tiles are computed in parallel. Thread-safe.
 */
final class SampleReader {

    private final TileEngine engine;
    private final Map<Band, ReaderTiles> inFiles = new ConcurrentHashMap<>();

    SampleReader(TileEngine engine) {
        this.engine = engine;
    }

    /** The samples of a rectangle inside the raster. */
    EngineTile read(RasterDataNode node, Rectangle rect) {
        requireInside(node, rect);
        RasterDataNode origin = origin(node);
        TileSource source = tileSource(origin);
        if (source == null) {
            return EngineTile.source(node, rect, readPlain(origin, rect), rect);
        }
        if (!source.prefersDirect(rect)) {
            int[] touched = source.grid().touching(rect);
            if (touched.length == 1) {
                TileStack tile = source.tile(touched[0]);
                return EngineTile.source(node, rect, tile.samples(source.band()), tile.rectangle());
            }
        }
        ProductData block = engine.blocks().take(origin.getDataType(), Math.multiplyExact(rect.width, rect.height));
        assemble(source, rect, block);
        return EngineTile.pooled(node, rect, block, engine.blocks());
    }

    /** Fills a block with the samples of a rectangle. */
    void readInto(TileSource source, Rectangle rect, ProductData block) {
        requireInside(source.band(), rect);
        assemble(source, rect, block);
    }

    private void assemble(TileSource source, Rectangle rect, ProductData block) {
        if (source.prefersDirect(rect)) {
            source.readDirectly(rect, block);
        } else {
            assembleTiles(source, rect, block);
        }
    }

    private void assembleTiles(TileSource source, Rectangle rect, ProductData block) {
        int[] touched = source.grid().touching(rect);
        IntConsumer copy = i -> {
            TileStack tile = source.tile(touched[i]);
            copy(tile.samples(source.band()), tile.rectangle(), block, rect);
        };
        engine.team().forEach(touched.length, copy);
    }

    /** Copies the samples that two rectangles share; both blocks are row by row and of the same type. */
    private static void copy(ProductData from, Rectangle fromRect, ProductData to, Rectangle toRect) {
        Rectangle both = fromRect.intersection(toRect);
        for (int y = both.y; y < both.y + both.height; y++) {
            int fromIndex = (y - fromRect.y) * fromRect.width + both.x - fromRect.x;
            int toIndex = (y - toRect.y) * toRect.width + both.x - toRect.x;
            System.arraycopy(from.getElems(), fromIndex, to.getElems(), toIndex, both.width);
        }
    }

    private static RasterDataNode origin(RasterDataNode node) {
        RasterDataNode origin = node;
        RasterDataNode next = node;
        while (next != null && !origin.hasRasterData()) {
            origin = next;
            next = EngineAccess.raster().getSampleSource(origin);
        }
        return origin;
    }

    private TileSource tileSource(RasterDataNode node) {
        if (node.hasRasterData() || node.getClass() != Band.class) {
            return null;
        }
        ProductReader reader = node.getProductReader();
        if (reader instanceof OperatorProductReader made) {
            return made.context().computedTiles((Band) node);
        }
        return reader == null ? null : tilesInFiles((Band) node, reader);
    }

    private ReaderTiles tilesInFiles(Band band, ProductReader reader) {
        ReaderTiles tiles = inFiles.get(band);
        if (tiles == null || !tiles.isOf(reader)) {
            tiles = new ReaderTiles(band, reader, engine);
            inFiles.put(band, tiles);
        }
        return tiles;
    }

    private static ProductData readPlain(RasterDataNode node, Rectangle rect) {
        try {
            if (node instanceof TiePointGrid) {
                float[] pixels = node.readPixels(rect.x, rect.y, rect.width, rect.height, (float[]) null);
                return ProductData.createInstance(pixels);
            }
            ProductData block = node.createCompatibleRasterData(rect.width, rect.height);
            node.readRasterData(rect.x, rect.y, rect.width, rect.height, block);
            return block;
        } catch (IOException e) {
            throw new OperatorException("'" + node.getName() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireInside(RasterDataNode node, Rectangle rect) {
        boolean inside = rect.x >= 0 && rect.y >= 0 && rect.width > 0 && rect.height > 0
                && rect.width <= node.getRasterWidth() - rect.x && rect.height <= node.getRasterHeight() - rect.y;
        if (!inside) {
            throw new IllegalArgumentException(String.format("The rectangle %s is not inside '%s', which has %d x %d pixels.",
                    ParameterText.format(rect), node.getName(), node.getRasterWidth(), node.getRasterHeight()));
        }
    }
}
