package org.insardask.op;

import java.awt.Rectangle;
import java.util.List;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.gpf.Operator;

/** Which pixels make up a reference. Not safe for use by several threads. */
interface ReferencePixels {

    /**
     * Returns rectangles that do not overlap and hold all the pixels.
     *
     * @param bands number of bands that will be read at once
     */
    List<Rectangle> blocks(int bands);

    /**
     * Marks the pixels of a rectangle that belong to the reference.
     *
     * @param operator for its source tiles
     * @param rectangle one of the blocks
     * @param marked receives the answers, row by row
     */
    void mark(Operator operator, Rectangle rectangle, boolean[] marked);

    /** Returns whether it is one pixel only. */
    boolean isSingle();

    /** Returns what it is, for messages: "the pixel (3, 4)". */
    String description();

    /** Writes into the metadata what it is. */
    void record(MetadataElement element);
}
