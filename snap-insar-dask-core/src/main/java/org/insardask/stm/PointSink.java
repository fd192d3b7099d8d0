package org.insardask.stm;

import java.io.IOException;

/** Takes points block by block and writes them. For one thread. */
public interface PointSink {

    /** Writes points. */
    void write(PointBlock block) throws IOException;

    /** Writes what is left after the last block. */
    void finish() throws IOException;
}
