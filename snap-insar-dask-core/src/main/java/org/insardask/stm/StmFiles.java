package org.insardask.stm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Opens space-time matrices, and tells which files are ones. */
public final class StmFiles {

    private static final String CSV = ".csv";
    private static final String ZARR = ".zarr";

    private StmFiles() {
    }

    /** The path that an input of a reader means; null where it is none. */
    static Path path(Object input) {
        if (input instanceof Path path) {
            return path;
        }
        if (input instanceof File file) {
            return file.toPath();
        }
        try {
            return input instanceof String text ? Path.of(text) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The Zarr folder that a path means: itself, or the folder of a file such as {@code .zgroup}; null where it is none by its name. */
    static Path zarrFolder(Path path) {
        if (path == null || path.getFileName() == null) {
            return null;
        }
        if (hasEnding(path, ZARR) && Files.isDirectory(path)) {
            return path;
        }
        boolean header = path.getFileName().toString().startsWith(".z") || path.getFileName().toString().equals("zarr.json");
        Path parent = path.toAbsolutePath().getParent();
        return header && parent != null && parent.getFileName() != null && hasEnding(parent, ZARR) ? parent : null;
    }

    static boolean isCsv(Path path) {
        try {
            return path != null && path.getFileName() != null && hasEnding(path, CSV) && Files.isRegularFile(path)
                    && CsvHeader.read(path).isStm();
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isZarr(Path path) {
        Path folder = zarrFolder(path);
        return folder != null && ZarrStm.isStm(folder);
    }

    /** Whether a path means a Zarr folder that only a newer reader could open. */
    static boolean isNewerZarr(Path path) {
        Path folder = zarrFolder(path);
        return folder != null && ZarrStm.isNewer(folder);
    }

    private static boolean hasEnding(Path path, String ending) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Opens a space-time matrix as a product. The properties file beside it, and the attributes of a Zarr group, fill the gaps of the
     * settings.
     *
     * @param path a CSV file or a Zarr folder
     * @throws IOException where it is none, or cannot be read; the message names the file
     */
    public static StmProduct open(Path path, StmSettings settings) throws IOException {
        Path zarr = zarrFolder(path);
        Path file = zarr == null ? path : zarr;
        if (!Files.exists(file)) {
            throw new IOException(file + ": no such file, expected a CSV file or a Zarr folder (.zarr) of a space-time matrix");
        }
        StmSettings all = settings.orElse(StmSettings.beside(file));
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        StmMatrix matrix = zarr == null ? CsvStm.open(file) : ZarrStm.open(file);
        try {
            return StmProduct.create(matrix, stem, all, zarr == null ? "rad/m" : "m/m");
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().contains(name) ? e : new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
