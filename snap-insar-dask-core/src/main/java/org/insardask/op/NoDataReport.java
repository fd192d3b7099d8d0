package org.insardask.op;

import java.awt.Rectangle;
import java.util.concurrent.atomic.LongAdder;
import org.insardask.slc.NoDataCounts;

/**
 * Adds up how many samples of a scene have no result. A tile that is computed again counts once. Thread-safe.
 */
final class NoDataReport {

    private final long scenePixels;
    private final int daughters;
    private final CountedTiles tiles = new CountedTiles();
    private final LongAdder mother = new LongAdder();
    private final LongAdder interferogram = new LongAdder();
    private final LongAdder overflow = new LongAdder();

    NoDataReport(int width, int height, int daughters) {
        this.scenePixels = (long) width * height;
        this.daughters = daughters;
    }

    /** Adds a tile with the counts of all its daughters. */
    void add(Rectangle tile, NoDataCounts counts) {
        if (tiles.add(tile)) {
            mother.add(counts.mother());
            interferogram.add(counts.interferogram());
            overflow.add(counts.overflow());
        }
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** One line. */
    String text() {
        NoDataCounts counts = new NoDataCounts(mother.sum(), interferogram.sum(), overflow.sum());
        return counts.total() + " of " + tiles.pixels() * daughters + " samples have no data: mother without data " + counts.mother()
                + ", interferogram without data " + counts.interferogram() + ", quotient too large " + counts.overflow()
                + " (daughters: " + daughters + ", pixels computed: " + tiles.pixels() + " of " + scenePixels + ")";
    }
}
