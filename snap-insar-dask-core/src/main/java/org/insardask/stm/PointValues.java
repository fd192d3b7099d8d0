package org.insardask.stm;

import java.io.IOException;

/** The values of a band at consecutive points. Safe for threads. */
interface PointValues {

    /**
     * Reads values.
     *
     * @param first the first point
     * @param count points
     * @param out receives the values from index 0 on; NaN where there is none
     */
    void read(int first, int count, double[] out) throws IOException;
}
