package org.insardask.embedded.io;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;

/** Names of product files. */
public final class ProductPaths {
    private ProductPaths() {
    }

    /**
     * Turns the input or output object of a reader or writer into an absolute path.
     *
     * @param object a {@link String}, {@link File} or {@link Path}
     * @return the path, or null for any other object
     */
    public static Path toPath(Object object) {
        if (object instanceof Path path) {
            return path.toAbsolutePath();
        }
        if (object instanceof File file) {
            return file.toPath().toAbsolutePath();
        }
        return object instanceof String name && !name.isBlank() ? Path.of(name).toAbsolutePath() : null;
    }

    /**
     * Returns whether a file name ends with an extension in any case.
     *
     * @param path the file
     * @param extension with its dot
     * @return true if it does
     */
    public static boolean hasExtension(Path path, String extension) {
        Path name = path == null ? null : path.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /**
     * Returns the file name without an extension, where it has it.
     *
     * @param path the file
     * @param extension with its dot
     * @return the name without it
     */
    public static String stem(Path path, String extension) {
        String name = String.valueOf(path.getFileName());
        return hasExtension(path, extension) ? name.substring(0, name.length() - extension.length()) : name;
    }
}
