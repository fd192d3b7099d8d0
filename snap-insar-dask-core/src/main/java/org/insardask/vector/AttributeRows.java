package org.insardask.vector;

import java.io.IOException;
import java.util.BitSet;

/** Reads the values of features after their polygons have been read. */
interface AttributeRows {

    /**
     * Reads values.
     *
     * @param features the features wanted, counted from 0
     * @param collector gets a {@link LayerCollector#beginRow()} for every feature of the layer, and the values of those wanted
     * @throws VectorFileException with a line for the user
     * @throws IOException where reading fails
     */
    void read(BitSet features, LayerCollector collector) throws IOException;
}
