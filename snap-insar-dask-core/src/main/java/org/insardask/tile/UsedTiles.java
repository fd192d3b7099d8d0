package org.insardask.tile;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.Tile;

/**
 * The tiles that an operator uses for one tile of its own: its sources, and what it fills. Closing it says that the operator will use
 * neither them nor their buffers again, so that an engine whose tiles can be closed may fill the buffers anew, those of targets once they
 * are written. SNAP's tiles cannot, and nothing happens. For one thread.
 */
public final class UsedTiles implements AutoCloseable {

    private final Operator operator;
    private final List<Tile> tiles = new ArrayList<>();

    /** No tiles yet of the sources of an operator. */
    public UsedTiles(Operator operator) {
        this.operator = operator;
    }

    /** No tiles yet of the sources of an operator, and all of the tiles that it fills. */
    public UsedTiles(Operator operator, Collection<Tile> targets) {
        this(operator);
        tiles.addAll(targets);
    }

    /** The source tile of a rectangle, to be used until this is closed. */
    public Tile get(RasterDataNode node, Rectangle rectangle) {
        Tile tile = operator.getSourceTile(node, rectangle);
        tiles.add(tile);
        return tile;
    }

    @Override
    public void close() {
        for (Tile tile : tiles) {
            if (tile instanceof AutoCloseable closeable) {
                close(closeable);
            }
        }
        tiles.clear();
    }

    private static void close(AutoCloseable tile) {
        try {
            tile.close();
        } catch (Exception e) {
            throw new IllegalStateException("a tile cannot be closed: " + e.getMessage(), e);
        }
    }
}
