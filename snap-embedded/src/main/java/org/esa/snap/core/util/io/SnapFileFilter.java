package org.esa.snap.core.util.io;

import java.io.File;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.filechooser.FileFilter;

/** A file filter by extensions (with their dots). */
public class SnapFileFilter extends FileFilter {

    private String formatName;
    private String[] extensions = {};
    private String description;

    public SnapFileFilter() {
    }

    /** @param extension one extension, or several with commas between them */
    public SnapFileFilter(String formatName, String extension, String description) {
        this(formatName, extension.split(",", -1), description);
    }

    public SnapFileFilter(String formatName, String[] extensions, String description) {
        this.formatName = formatName;
        this.extensions = withDots(extensions);
        this.description = withExtensions(description);
    }

    public String getFormatName() {
        return formatName;
    }

    public void setFormatName(String formatName) {
        this.formatName = formatName;
    }

    public boolean hasExtensions() {
        return extensions.length > 0;
    }

    /** The first extension, or null. */
    public String getDefaultExtension() {
        return hasExtensions() ? extensions[0] : null;
    }

    public String[] getExtensions() {
        return extensions.clone();
    }

    public void setExtensions(String[] extensions) {
        this.extensions = withDots(extensions);
    }

    @Override
    public String getDescription() {
        return description;
    }

    /** Sets the description; the extensions are put behind it where it does not end in a bracket. */
    public void setDescription(String description) {
        this.description = withExtensions(description);
    }

    public boolean checkExtension(File file) {
        return file != null && checkExtension(file.getName());
    }

    public boolean checkExtension(String filename) {
        return checkExtensions(filename, extensions);
    }

    /** Whether the name ends in one of the extensions, case ignored. */
    public static boolean checkExtensions(String filename, String[] extensions) {
        if (filename == null) {
            return false;
        }
        String name = filename.toLowerCase(Locale.ENGLISH);
        return Stream.of(extensions).anyMatch(extension -> name.endsWith(extension.toLowerCase(Locale.ENGLISH)));
    }

    @Override
    public boolean accept(File file) {
        return !hasExtensions() || file.isDirectory() || checkExtension(file);
    }

    private static String[] withDots(String[] extensions) {
        return extensions == null ? new String[0] : Stream.of(extensions).map(String::trim).filter(extension -> !extension.isEmpty())
                .map(extension -> extension.startsWith(".") ? extension : "." + extension).toArray(String[]::new);
    }

    private String withExtensions(String text) {
        if (text == null || !hasExtensions() || text.endsWith(")")) {
            return text;
        }
        return text + Stream.of(extensions).map(extension -> "*" + extension).collect(Collectors.joining(",", " (", ")"));
    }
}
