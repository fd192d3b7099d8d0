package org.insardask.embedded.gpf;

/**
 * Names a tile in the cache.
 *
 * @param owner what makes the tile: an operator, or a product reader
 * @param part  the band, or the grid of all bands that are computed together
 * @param index the number of the tile in its grid
 */
record TileKey(Object owner, Object part, int index) {
}
