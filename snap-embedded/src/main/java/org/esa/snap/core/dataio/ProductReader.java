package org.esa.snap.core.dataio;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;

/** Reads one product: its nodes first, samples when they are asked for. Samples are read by many threads at once. */
public interface ProductReader {

    ProductReaderPlugIn getReaderPlugIn();

    Object getInput();

    ProductSubsetDef getSubsetDef();

    /** Reads the product without its samples, or the part of it that {@code subsetDef} names where that is not null. */
    Product readProductNodes(Object input, ProductSubsetDef subsetDef) throws IOException, IllegalFileFormatException;

    /** Reads tie points of grids that were made without. */
    default void readTiePointGridRasterData(TiePointGrid tpg, int destOffsetX, int destOffsetY, int destWidth, int destHeight,
                                            ProductData destBuffer, ProgressMonitor pm) throws IOException {
        throw new IOException("readTiePointGridRasterData not implemented");
    }

    /** The geo-coding of the scene, or null. */
    GeoCoding readGeoCoding(Product product) throws IOException;

    /** Reads raw samples of a window into a block of {@code destWidth * destHeight} samples of the band's type. */
    void readBandRasterData(Band destBand, int destOffsetX, int destOffsetY, int destWidth, int destHeight, ProductData destBuffer,
                            ProgressMonitor pm) throws IOException;

    void close() throws IOException;
}
