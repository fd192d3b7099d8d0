package org.insardask.embedded.znap;

import org.esa.snap.core.dataio.ProductWriter;
import org.insardask.embedded.io.StagedProductWriterPlugIn;

/** Makes writers of ZNAP products (folders {@code NAME.znap}). */
public class ZnapProductWriterPlugIn extends StagedProductWriterPlugIn {
    /** Creates the plug-in. */
    public ZnapProductWriterPlugIn() {
        super(ZnapProductReaderPlugIn.FORMAT, ZnapProductReaderPlugIn.EXTENSION);
    }

    @Override
    public ProductWriter createWriterInstance() {
        return new ZnapProductWriter(this);
    }
}
