/**
 * Reader and writer of ZNAP, SNAP's use of Zarr version 2: a folder {@code NAME.znap} with one array for each band and tie-point grid,
 * SNAP's attributes beside them, and the metadata tree in {@code SNAP/product_metadata.json}.
 *
 * <p>Groups, array headers and compressors are those of the library jzarr. Its access to samples is not used: it rewrites a whole chunk
 * for each tile that is not exactly a chunk, copies all samples through generic arrays, serialises on a lock, and needs a version of
 * {@code ucar.ma2} that is not on Maven Central. Its access to attributes is not used either, because it depends on the platform's
 * character set.
 */
package org.insardask.embedded.znap;
