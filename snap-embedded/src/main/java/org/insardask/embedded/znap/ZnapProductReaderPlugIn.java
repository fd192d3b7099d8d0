package org.insardask.embedded.znap;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.dataio.DecodeQualification;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.util.io.SnapFileFilter;
import org.insardask.embedded.io.ProductPaths;

/** Makes readers of ZNAP products: folders {@code NAME.znap} and archives {@code NAME.znap.zip}. */
public class ZnapProductReaderPlugIn implements ProductReaderPlugIn {
    static final String FORMAT = "ZNAP";
    static final String EXTENSION = ".znap";
    static final String ARCHIVE_EXTENSION = ".znap.zip";

    /** Creates the plug-in. */
    public ZnapProductReaderPlugIn() {
    }

    /**
     * Returns the folder or archive that an input means: itself, or the folder around a file such as {@code .zattrs}.
     *
     * @param input what the caller gave
     * @return the path, or null where it is no ZNAP product by its name
     */
    static Path root(Object input) {
        Path path = ProductPaths.toPath(input);
        if (ProductPaths.hasExtension(path, EXTENSION) || ProductPaths.hasExtension(path, ARCHIVE_EXTENSION)) {
            return path;
        }
        Path parent = path == null ? null : path.getParent();
        return ProductPaths.hasExtension(parent, EXTENSION) ? parent : null;
    }

    /**
     * Returns {@code INTENDED} for a folder {@code .znap} that is a Zarr group and for an archive {@code .znap.zip}, {@code SUITABLE} for
     * any other folder {@code .znap}, so that the reader says what is wrong with it, else {@code UNABLE}.
     */
    @Override
    public DecodeQualification getDecodeQualification(Object input) {
        Path root = root(input);
        if (root == null || !Files.exists(root)) {
            return DecodeQualification.UNABLE;
        }
        boolean archive = ProductPaths.hasExtension(root, ARCHIVE_EXTENSION);
        if (archive != Files.isRegularFile(root)) {
            return DecodeQualification.UNABLE;
        }
        return archive || Files.exists(root.resolve(".zgroup")) ? DecodeQualification.INTENDED : DecodeQualification.SUITABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // SNAP's signature
    public Class[] getInputTypes() {
        return new Class[] {Path.class, File.class, String.class};
    }

    @Override
    public ProductReader createReaderInstance() {
        return new ZnapProductReader(this);
    }

    @Override
    public String[] getFormatNames() {
        return new String[] {FORMAT};
    }

    @Override
    public String[] getDefaultFileExtensions() {
        return new String[] {EXTENSION, ARCHIVE_EXTENSION};
    }

    @Override
    public String getDescription(Locale locale) {
        return "ZNAP product reader";
    }

    @Override
    public SnapFileFilter getProductFileFilter() {
        return new SnapFileFilter(FORMAT, getDefaultFileExtensions(), getDescription(Locale.ENGLISH));
    }
}
