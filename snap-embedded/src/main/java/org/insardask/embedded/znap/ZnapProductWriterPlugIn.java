package org.insardask.embedded.znap;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.dataio.EncodeQualification;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.dataio.ProductWriterPlugIn;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.util.io.SnapFileFilter;

/** Makes writers of ZNAP products (folders {@code NAME.znap}). */
public class ZnapProductWriterPlugIn implements ProductWriterPlugIn {
    /** Creates the plug-in. */
    public ZnapProductWriterPlugIn() {
    }

    @Override
    public EncodeQualification getEncodeQualification(Product product) {
        return new EncodeQualification(EncodeQualification.Preservation.FULL);
    }

    @Override
    @SuppressWarnings("rawtypes") // SNAP's signature
    public Class[] getOutputTypes() {
        return new Class[] {Path.class, File.class, String.class};
    }

    @Override
    public ProductWriter createWriterInstance() {
        return new ZnapProductWriter(this);
    }

    @Override
    public String[] getFormatNames() {
        return new String[] {ZnapProductReaderPlugIn.FORMAT};
    }

    @Override
    public String[] getDefaultFileExtensions() {
        return new String[] {ZnapProductReaderPlugIn.EXTENSION};
    }

    @Override
    public String getDescription(Locale locale) {
        return "ZNAP product writer";
    }

    @Override
    public SnapFileFilter getProductFileFilter() {
        return new SnapFileFilter(ZnapProductReaderPlugIn.FORMAT, ZnapProductReaderPlugIn.EXTENSION, getDescription(Locale.ENGLISH));
    }
}
