package org.insardask.embedded.dimap;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.dataio.DecodeQualification;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.util.io.SnapFileFilter;
import org.insardask.embedded.io.ProductPaths;

/** Makes readers of BEAM-DIMAP products ({@code NAME.dim}). */
public class DimapProductReaderPlugIn implements ProductReaderPlugIn {
    static final String FORMAT = "BEAM-DIMAP";
    static final String EXTENSION = ".dim";
    private static final int LOOK_AHEAD = 2048;

    /** Creates the plug-in. */
    public DimapProductReaderPlugIn() {
    }

    /**
     * Returns {@code INTENDED} for a {@code .dim} file that names the root element in its first lines, {@code SUITABLE} for any other file
     * {@code .dim}, so that the reader says what is wrong with it, else {@code UNABLE}.
     */
    @Override
    public DecodeQualification getDecodeQualification(Object input) {
        Path path = ProductPaths.toPath(input);
        if (!ProductPaths.hasExtension(path, EXTENSION) || !Files.isRegularFile(path)) {
            return DecodeQualification.UNABLE;
        }
        try (InputStream in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(LOOK_AHEAD), StandardCharsets.ISO_8859_1);
            return start.contains("<Dimap_Document") ? DecodeQualification.INTENDED : DecodeQualification.SUITABLE;
        } catch (IOException e) {
            return DecodeQualification.SUITABLE;
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // SNAP's signature
    public Class[] getInputTypes() {
        return new Class[] {String.class, File.class, Path.class};
    }

    @Override
    public ProductReader createReaderInstance() {
        return new DimapProductReader(this);
    }

    @Override
    public String[] getFormatNames() {
        return new String[] {FORMAT};
    }

    @Override
    public String[] getDefaultFileExtensions() {
        return new String[] {EXTENSION};
    }

    @Override
    public String getDescription(Locale locale) {
        return "BEAM-DIMAP product reader";
    }

    @Override
    public SnapFileFilter getProductFileFilter() {
        return new SnapFileFilter(FORMAT, EXTENSION, getDescription(Locale.ENGLISH));
    }
}
