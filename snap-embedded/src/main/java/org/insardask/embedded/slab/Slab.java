package org.insardask.embedded.slab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some rows of a product. Immutable.
 *
 * @param number from 1 on, as SLURM counts the tasks of an array here
 * @param y first row
 * @param rows number of rows
 */
public record Slab(int number, int y, int rows) {

    /**
     * Cuts a product into slabs that begin at rows of tiles and differ by at most one row of tiles.
     *
     * @param height rows of the product
     * @param tileRows rows of a tile
     * @param count how many slabs
     * @throws SlabException where there are fewer rows of tiles
     */
    public static List<Slab> cut(int height, int tileRows, int count) {
        int tiles = (height + tileRows - 1) / tileRows;
        if (count > tiles) {
            throw new SlabException("--tasks " + count + " is more than the " + tiles + " rows of tiles of the target (" + height
                    + " rows in tiles of " + tileRows + "); expected 1 to " + tiles);
        }
        List<Slab> slabs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int first = (int) ((long) tiles * k / count) * tileRows;
            int end = (int) Math.min(height, (long) tiles * (k + 1) / count * tileRows);
            slabs.add(new Slab(k + 1, first, end - first));
        }
        return slabs;
    }

    /** The row after the last one. */
    int end() {
        return y + rows;
    }

    /** Name of its files: four digits or more. */
    String name() {
        return String.format(Locale.ROOT, "%04d", number);
    }
}
