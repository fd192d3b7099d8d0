package org.insardask.op;

import java.awt.Rectangle;
import java.util.concurrent.atomic.LongAdder;

/** Adds up how many pixels of a scene lie in a polygon. A tile that is computed again counts once. Thread-safe. */
final class HitReport {

    private final CountedTiles tiles = new CountedTiles();
    private final LongAdder inside = new LongAdder();
    private final LongAdder insideOrNear = new LongAdder();

    /** Adds a tile with the feature that holds each of its pixels, and the one that it was given, negative for none. */
    void add(Rectangle tile, int[] holder, int[] given) {
        if (tiles.add(tile)) {
            inside.add(countFeatures(holder));
            insideOrNear.add(countFeatures(given));
        }
    }

    private static int countFeatures(int[] features) {
        int count = 0;
        for (int f : features) {
            count += f < 0 ? 0 : 1;
        }
        return count;
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    boolean isWithoutHits() {
        return insideOrNear.sum() == 0;
    }

    /** One line about the polygons of a file. */
    String text(String fileName) {
        long hits = inside.sum();
        long near = insideOrNear.sum() - hits;
        return (hits == 0 ? "none" : hits) + " of " + tiles.pixels() + " pixels lie in a polygon of " + fileName
                + (near == 0 ? "" : ", " + near + " more are within maxDistance of one");
    }
}
