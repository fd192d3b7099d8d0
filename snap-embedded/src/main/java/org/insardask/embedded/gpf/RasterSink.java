package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;

/** The end of a graph: takes the samples of bands, tile by tile in any order, from many threads. */
public interface RasterSink {

    /** The bands whose samples are wanted; valid after the operator was executed. */
    List<Band> bands();

    /** Whether a tile was taken by an interrupted run that this one goes on with; then it need not be computed. */
    default boolean isFinished(Band band, Rectangle rect) {
        return false;
    }

    /** Takes the raw samples of a tile; they must not be kept or changed. */
    void accept(Band band, Rectangle rect, ProductData rawSamples);

    /** Says that all tiles were given. Throws where the result cannot be completed. */
    void complete();

    /** Says that there will be no more tiles; nothing that looks complete may stay. Does nothing after {@link #complete}. */
    void abort();
}
