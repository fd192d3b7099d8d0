package org.insardask.stm;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.util.io.SnapFileFilter;

/** What the plug-ins of the readers of space-time matrices share. */
abstract class StmReaderPlugIn implements ProductReaderPlugIn {

    private final String format;
    private final String extension;
    private final String description;

    StmReaderPlugIn(String format, String extension, String description) {
        this.format = format;
        this.extension = extension;
        this.description = description;
    }

    @Override
    @SuppressWarnings("rawtypes") // SNAP's signature
    public Class[] getInputTypes() {
        return new Class[] {String.class, File.class, Path.class};
    }

    @Override
    public ProductReader createReaderInstance() {
        return new StmProductReader(this);
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
        return description;
    }

    @Override
    public SnapFileFilter getProductFileFilter() {
        return new SnapFileFilter(format, extension, description);
    }
}
