package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;

/** The raw samples of one or more bands in one rectangle. Not written to any more once it is in the cache. */
final class TileStack {

    private final Rectangle rectangle;
    private final Map<Band, ProductData> samples;

    /** Takes over the map. */
    TileStack(Rectangle rectangle, Map<Band, ProductData> samples) {
        this.rectangle = rectangle;
        this.samples = samples;
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
