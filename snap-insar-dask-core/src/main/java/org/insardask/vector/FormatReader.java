package org.insardask.vector;

import java.io.IOException;

/** Reads one file format into a collector. */
interface FormatReader {

    /**
     * Reads the layer and the fields of a request.
     *
     * @throws VectorFileException with a line for the user
     * @throws IOException where reading fails
     */
    void read(VectorRequest request, LayerCollector collector) throws IOException;
}
