package org.insardask.embedded.gpf;

/**
 * Names a tile in the cache.
 *
 * @param owner what makes the tile: an operator, or a product reader
 * @param part  the band, or the grid of all bands that are computed together
 * @param index the number of the tile in its grid
 */
record TileKey(Object owner, Object part, int index) {

    /** Written out: what Java makes for records takes longer to start than all tiles of a small run. */
    @Override
    public int hashCode() {
        return (owner.hashCode() * 31 + part.hashCode()) * 31 + index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TileKey key && index == key.index && owner.equals(key.owner) && part.equals(key.part);
    }
}
