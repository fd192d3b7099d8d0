package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;

/**
 * The raw samples of one or more bands in one rectangle. Not written to any more once it is in the cache, unless whoever made it has said
 * that it is done with it, and nobody else can have it.
 */
final class TileStack {

    private final Rectangle rectangle;
    private final Map<Band, ProductData> samples;
    private final boolean released;

    /** Takes over the map. */
    TileStack(Rectangle rectangle, Map<Band, ProductData> samples) {
        this(rectangle, samples, false);
    }

    /** Takes over the map; {@code released} where its maker has said that it will not look at the samples again. */
    TileStack(Rectangle rectangle, Map<Band, ProductData> samples, boolean released) {
        this.rectangle = rectangle;
        this.samples = samples;
        this.released = released;
    }

    /** Gives the blocks to a pool where their maker is done with them; to be called by the last one who has this. */
    void recycle(BlockPool pool) {
        if (released) {
            samples.values().forEach(pool::give);
        }
    }

    Rectangle rectangle() {
        return rectangle;
    }

    /** The samples of a band, row by row, or null where the stack does not hold the band. */
    ProductData samples(Band band) {
        return samples.get(band);
    }

    int size() {
        return samples.size();
    }

    /** The memory that the samples take, in bytes. */
    long bytes() {
        long bytes = 0;
        for (ProductData data : samples.values()) {
            bytes += (long) data.getNumElems() * data.getElemSize();
        }
        return bytes;
    }
}
