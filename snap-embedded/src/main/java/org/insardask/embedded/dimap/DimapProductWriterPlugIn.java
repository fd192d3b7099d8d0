package org.insardask.embedded.dimap;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.dataio.EncodeQualification;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.dataio.ProductWriterPlugIn;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.util.io.SnapFileFilter;

/** Makes writers of BEAM-DIMAP products ({@code NAME.dim}). */
public class DimapProductWriterPlugIn implements ProductWriterPlugIn {
    /** Creates the plug-in. */
    public DimapProductWriterPlugIn() {
    }

    @Override
    public EncodeQualification getEncodeQualification(Product product) {
        return new EncodeQualification(EncodeQualification.Preservation.FULL);
    }

    @Override
    @SuppressWarnings("rawtypes") // SNAP's signature
    public Class[] getOutputTypes() {
        return new Class[] {String.class, File.class, Path.class};
    }

    @Override
    public ProductWriter createWriterInstance() {
        return new DimapProductWriter(this);
    }

    @Override
    public String[] getFormatNames() {
        return new String[] {DimapProductReaderPlugIn.FORMAT};
    }

    @Override
    public String[] getDefaultFileExtensions() {
        return new String[] {DimapProductReaderPlugIn.EXTENSION};
    }

    @Override
    public String getDescription(Locale locale) {
        return "BEAM-DIMAP product writer";
    }

    @Override
    public SnapFileFilter getProductFileFilter() {
        return new SnapFileFilter(DimapProductReaderPlugIn.FORMAT, DimapProductReaderPlugIn.EXTENSION, getDescription(Locale.ENGLISH));
    }
}
