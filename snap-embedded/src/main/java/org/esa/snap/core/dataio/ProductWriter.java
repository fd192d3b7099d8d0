package org.esa.snap.core.dataio;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.ProductNode;

/** Writes one product: its nodes first, then the samples of its bands. */
public interface ProductWriter {

    ProductWriterPlugIn getWriterPlugIn();

    Object getOutput();

    /** Writes the product without the samples of its bands. */
    void writeProductNodes(Product product, Object output) throws IOException;

    /** Writes raw samples of a window. */
    void writeBandRasterData(Band sourceBand, int sourceOffsetX, int sourceOffsetY, int sourceWidth, int sourceHeight,
                             ProductData sourceBuffer, ProgressMonitor pm) throws IOException;

    void flush() throws IOException;

    void close() throws IOException;

    /** Whether the samples of this node are to be written. */
    boolean shouldWrite(ProductNode node);

    boolean isIncrementalMode();

    void setIncrementalMode(boolean enabled);

    /** Deletes what has been written. */
    void deleteOutput() throws IOException;

    void removeBand(Band band);

    void setFormatName(String formatName);
}
