package org.insardask.op;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.insardask.arc.ArcFlag;

/** How many arcs of a scene have which status. A tile that is computed again counts once. Thread-safe. */
final class ArcReport {

    /** Bits of a status, which is a number of 16 bits in the product. */
    static final int BITS = 16;

    private final long scenePixels;
    private final CountedTiles tiles = new CountedTiles();
    private final long[] counts = new long[BITS];
    private boolean told;

    ArcReport(int width, int height) {
        this.scenePixels = (long) width * height;
    }

    /**
     * Adds a tile.
     *
     * @param ofBits how many arcs have each bit of a status set
     * @return whether the scene is complete with this tile
     */
    synchronized boolean add(Rectangle tile, int[] ofBits) {
        if (!tiles.add(tile)) {
            return false;
        }
        for (int bit = 0; bit < BITS; bit++) {
            counts[bit] += ofBits[bit];
        }
        told = tiles.pixels() == scenePixels;
        return told;
    }

    /** Returns whether there are tiles, but {@link #add} never said that the scene was complete. */
    synchronized boolean isIncomplete() {
        return !tiles.isEmpty() && !told;
    }

    /** One line: "1000 pixels: solved 900 (of these not_proven 3), hopeless 100". */
    synchronized String text() {
        List<String> parts = new ArrayList<>();
        for (ArcFlag flag : ArcFlag.values()) {
            long count = count(flag);
            if (flag == ArcFlag.SOLVED) {
                long notProven = count(ArcFlag.NOT_PROVEN);
                parts.add(flag.label() + " " + count + (notProven > 0L ? " (of these " + ArcFlag.NOT_PROVEN.label() + " " + notProven + ")"
                        : ""));
            } else if (flag != ArcFlag.NOT_PROVEN && count > 0L) {
                parts.add(flag.label() + " " + count);
            }
        }
        long pixels = tiles.pixels();
        return pixels + (pixels == scenePixels ? "" : " of " + scenePixels) + " pixels: " + String.join(", ", parts);
    }

    private long count(ArcFlag flag) {
        return counts[Integer.numberOfTrailingZeros(flag.mask())];
    }
}
