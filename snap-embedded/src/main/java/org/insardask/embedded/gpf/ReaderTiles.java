package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.Map;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.OperatorException;

/**
 * The tiles of a band in a file. They are read in the grid of the product, so that a chunk or a range of rows is read once for all
 * that need it; small rectangles outside of tiles that are in memory are read on their own.
 */
final class ReaderTiles implements TileSource {

    private static final int SMALL = 4;

    private final Band band;
    private final ProductReader reader;
    private final TileEngine engine;
    private final TileGrid grid;

    ReaderTiles(Band band, ProductReader reader, TileEngine engine) {
        this.band = band;
        this.reader = reader;
        this.engine = engine;
        grid = TileGrid.of(band);
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
        try {
            reader.readBandRasterData(band, rect.x, rect.y, rect.width, rect.height, block, engine.cancellation().monitor());
        } catch (IOException e) {
            throw new OperatorException(String.format("Band '%s' of product '%s' cannot be read: %s",
                    band.getName(), band.getProduct().getName(), e.getMessage()), e);
        }
    }
}
