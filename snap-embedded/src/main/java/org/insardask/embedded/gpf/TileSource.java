package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;

/** Makes or finds the tiles of one band. Thread-safe. */
interface TileSource {

    /** How the band is cut into tiles. */
    TileGrid grid();

    /** The band whose samples these are. */
    Band band();

    /** A tile, from the cache or made now. */
    TileStack tile(int index);

    /** Whether a rectangle is too small to be worth whole tiles. */
    boolean prefersDirect(Rectangle rect);

    /** Fills a block with the samples of a rectangle without making tiles; only where {@link #prefersDirect} says so. */
    void readDirectly(Rectangle rect, ProductData block);

    /** Says that a tile will not be asked for again, and that the current thread does not use it any more. */
    void forget(int index);
}
