package org.insardask.op;

import java.awt.Rectangle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The tiles of a scene that were computed; one that is computed again counts once. Thread-safe. */
final class CountedTiles {

    private final Set<Rectangle> tiles = ConcurrentHashMap.newKeySet();
    private final LongAdder pixels = new LongAdder();

    /** Returns whether the tile is a new one. */
    boolean add(Rectangle tile) {
        boolean added = tiles.add(new Rectangle(tile));
        if (added) {
            pixels.add((long) tile.width * tile.height);
        }
        return added;
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** The pixels of all tiles. */
    long pixels() {
        return pixels.sum();
    }
}
