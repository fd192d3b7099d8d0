package org.insardask.embedded.dimap;

import org.esa.snap.core.dataio.ProductWriter;
import org.insardask.embedded.io.StagedProductWriterPlugIn;

/** Makes writers of BEAM-DIMAP products ({@code NAME.dim}). */
public class DimapProductWriterPlugIn extends StagedProductWriterPlugIn {
    /** Creates the plug-in. */
    public DimapProductWriterPlugIn() {
        super(DimapProductReaderPlugIn.FORMAT, DimapProductReaderPlugIn.EXTENSION);
    }

    @Override
    public ProductWriter createWriterInstance() {
        return new DimapProductWriter(this);
    }
}
