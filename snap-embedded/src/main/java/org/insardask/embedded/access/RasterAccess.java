package org.insardask.embedded.access;

import org.esa.snap.core.datamodel.RasterDataNode;

/**
 * What the embedded engine may ask a raster beyond SNAP's public API.
 *
 * <p>In SNAP a copied band shares the source image of the band it was copied from. The embedded data model has no images;
 * it keeps a link to the raster whose samples are the same, and the engine follows it so that a copied band costs nothing.
 * Obtain the implementation from {@link EngineAccess#raster()}.
 */
public interface RasterAccess {

    /** The raster whose samples {@code node} shares, or null where it has its own. */
    RasterDataNode getSampleSource(RasterDataNode node);

    /**
     * Makes {@code node} share the samples of {@code source}, or stop sharing where that is null. For use while a product
     * is built, by one thread.
     *
     * @throws IllegalArgumentException where the two differ in size or sample type, or where this would close a circle
     */
    void setSampleSource(RasterDataNode node, RasterDataNode source);
}
