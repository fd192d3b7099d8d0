package org.insardask.embedded.io;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.dataio.EncodeQualification;
import org.esa.snap.core.dataio.ProductWriterPlugIn;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.util.io.SnapFileFilter;

/** What the plug-ins of {@link StagedProductWriter}s have in common: a format with one extension that keeps all of a product. Immutable. */
public abstract class StagedProductWriterPlugIn implements ProductWriterPlugIn {
    private final String format;
    private final String extension;

    /**
     * Creates a plug-in.
     *
     * @param format name of the format
     * @param extension extension of its files, with the dot
     */
    protected StagedProductWriterPlugIn(String format, String extension) {
        this.format = format;
        this.extension = extension;
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
    public String[] getFormatNames() {
        return new String[] {format};
    }

    @Override
    public String[] getDefaultFileExtensions() {
        return new String[] {extension};
    }

    @Override
    public String getDescription(Locale locale) {
        return format + " product writer";
    }

    @Override
    public SnapFileFilter getProductFileFilter() {
        return new SnapFileFilter(format, extension, getDescription(Locale.ENGLISH));
    }
}
