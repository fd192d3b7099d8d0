package org.insardask.op;

import java.awt.Rectangle;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.insardask.map.CellGrid;

/** Collects the tiles of a map and hands it on when all have come. Safe for use by several threads. */
final class MapDrawing {
    private final CellGrid cells;
    private final Consumer<CellGrid> complete;
    private final Set<Rectangle> seen = new HashSet<>();
    private long missing;

    /**
     * A map without tiles.
     *
     * @param complete gets the cells, once, from the thread that adds the last tile
     */
    MapDrawing(CellGrid cells, Consumer<CellGrid> complete) {
        this.cells = cells;
        this.complete = complete;
        this.missing = (long) cells.rasterWidth() * cells.rasterHeight();
    }

    /**
     * Adds a tile; one that comes again is passed over.
     *
     * @param values samples in rows, NaN for none
     */
    synchronized void add(Rectangle tile, double[] values) {
        if (!seen.add(tile)) {
            return;
        }
        for (int k = 0; k < values.length; k++) {
            cells.add(tile.x + k % tile.width, tile.y + k / tile.width, values[k]);
        }
        missing -= values.length;
        if (missing == 0) {
            complete.accept(cells);
        }
    }
}
