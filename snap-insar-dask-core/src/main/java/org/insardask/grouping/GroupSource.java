package org.insardask.grouping;

import java.io.IOException;

/**
 * Groups in ascending order of their numbers, each with the values of its bands in ascending order. A group's bands are to be read one
 * after the other, each to its end, before the next group is asked for.
 */
interface GroupSource {

    /** Goes to the next group; returns false after the last one. */
    boolean next() throws IOException;

    /** The number of the group. */
    int id();

    /** How many pixels the group has. */
    int pixels();

    /** How many values a band has in the group. */
    int count(int band);

    /** Goes to the first value of a band, the one after the band before. */
    void openBand(int band) throws IOException;

    /** The next value of the band. */
    double nextValue() throws IOException;
}
