package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.io.RasterLayout;
import org.insardask.embedded.io.RasterProductReader;

/**
 * The tiles of a band in a file.
 *
 * <p>Where any rectangle can be read at its own cost, each is read on its own and none is kept: what is read twice comes from the page
 * cache of the system, and keeping it here too would only take its place. Samples that are compressed, and those of readers that are not
 * known, are read in the grid of the product, so that a piece is read once for all that need it; small rectangles outside of tiles that
 * are in memory are read on their own.
 */
final class ReaderTiles implements TileSource {

    private static final int SMALL = 4;

    private final Band band;
    private final ProductReader reader;
    private final TileEngine engine;
    private final TileGrid grid;
    /** Reads any rectangle at its own cost; null where the reader cannot. */
    private final RasterProductReader files;
    /** Null until something is read. */
    private volatile RunStatistics.Sums sums;

    ReaderTiles(Band band, ProductReader reader, TileEngine engine) {
        this.band = band;
        this.reader = reader;
        this.engine = engine;
        grid = TileGrid.of(band);
        files = reader instanceof RasterProductReader known && readsAnyRectangle(known.layout(band)) ? known : null;
    }

    private static boolean readsAnyRectangle(RasterLayout layout) {
        return layout != null && !layout.wholePieces();
    }

    /** Whether these are the tiles of the same reader, cut in the same way. */
    boolean isOf(ProductReader other) {
        return reader == other && (files != null || grid.equals(TileGrid.of(band)));
    }

    @Override
    public TileGrid grid() {
        return grid;
    }

    @Override
    public Band band() {
        return band;
    }

    @Override
    public TileStack tile(int index) {
        return engine.cache().get(key(index), () -> {
            Rectangle rect = grid.rectangle(index);
            ProductData block = band.createCompatibleRasterData(rect.width, rect.height);
            read(rect, block);
            return new TileStack(rect, Map.of(band, block));
        });
    }

    private TileKey key(int index) {
        return new TileKey(reader, band, index);
    }

    @Override
    public boolean prefersDirect(Rectangle rect) {
        if (files != null) {
            return true;
        }
        boolean small = (long) rect.width * rect.height * SMALL < grid.tileArea();
        return small && engine.cache().peek(key(grid.touching(rect)[0])) == null;
    }

    @Override
    public void readDirectly(Rectangle rect, ProductData block) {
        read(rect, block);
    }

    @Override
    public void forget(int index) {
        engine.cache().remove(key(index));
    }

    private void read(Rectangle rect, ProductData block) {
        engine.cancellation().check();
        long bytes = (long) block.getNumElems() * block.getElemSize();
        engine.statistics().measure(sums(), bytes, () -> readBand(rect, block));
    }

    private RunStatistics.Sums sums() {
        RunStatistics.Sums known = sums;
        if (known == null) {
            String name = band.getProduct() == null ? band.getName() : band.getProduct().getName();
            known = engine.statistics().of(RunStatistics.Kind.READ, name, place());
            sums = known;
        }
        return known;
    }

    private String place() {
        File file = band.getProduct() == null ? null : band.getProduct().getFileLocation();
        return file == null ? "" : file.getPath();
    }

    private void readBand(Rectangle rect, ProductData block) {
        try {
            if (files != null) {
                files.readTile(band, rect.x, rect.y, rect.width, rect.height, block, engine.openFiles());
            } else {
                reader.readBandRasterData(band, rect.x, rect.y, rect.width, rect.height, block, engine.cancellation().monitor());
            }
        } catch (IOException e) {
            throw new OperatorException(String.format("Band '%s' of product '%s' cannot be read: %s",
                    band.getName(), band.getProduct().getName(), e.getMessage()), e);
        }
    }
}
