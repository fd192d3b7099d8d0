package org.insardask.op;

import java.awt.Rectangle;
import java.util.concurrent.atomic.LongAdder;

/** Adds up how many pixels of a scene lie in a polygon. A tile that is computed again counts once. Thread-safe. */
final class HitReport {

    private final CountedTiles tiles = new CountedTiles();
    private final LongAdder inside = new LongAdder();

    /** Adds a tile with the feature of each of its pixels, negative for none. */
    void add(Rectangle tile, int[] feature) {
        if (tiles.add(tile)) {
            int count = 0;
            for (int f : feature) {
                count += f < 0 ? 0 : 1;
            }
            inside.add(count);
        }
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    boolean isWithoutHits() {
        return inside.sum() == 0;
    }

    /** One line, without its last words. */
    String text() {
        return (isWithoutHits() ? "none" : inside.sum()) + " of " + tiles.pixels() + " pixels lie in a polygon";
    }
}
