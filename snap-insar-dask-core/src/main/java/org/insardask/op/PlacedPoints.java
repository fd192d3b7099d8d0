package org.insardask.op;

/** Points that are pixels of a source. */
interface PlacedPoints {

    int count();

    /** Column of the source. */
    int column(int point);

    /** Row of the source. */
    int row(int point);
}
