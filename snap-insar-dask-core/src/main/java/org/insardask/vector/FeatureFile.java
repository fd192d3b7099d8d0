package org.insardask.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes files of features, so that no half-written one is ever seen under its name. */
public final class FeatureFile {

    /** Ending of a GeoPackage. */
    public static final String GEOPACKAGE = ".gpkg";
    /** Ending of comma-separated values. */
    public static final String CSV = ".csv";

    private FeatureFile() {
    }

    /** Gives all features. */
    @FunctionalInterface
    public interface Features {

        /** Writes the features to a sink. */
        void writeTo(FeatureSink sink) throws IOException;
    }

    /** Returns whether the name of a file ends in one of the formats. */
    public static boolean isKnown(Path file) {
        return ends(file, GEOPACKAGE) || ends(file, CSV);
    }

    private static boolean ends(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Writes a GeoPackage or CSV file, which the ending tells, to a temporary name beside it and renames it. A file of that name is
     * replaced.
     *
     * @throws IOException where that fails; a file of that name is then as it was, and nothing else is left behind
     */
    public static void write(Path file, FeatureTable table, Features features) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + file.getFileName() + ".part");
        Files.deleteIfExists(temporary);
        try {
            if (ends(file, GEOPACKAGE)) {
                GeoPackageWriter.write(temporary, table, features);
            } else {
                CsvWriter.write(temporary, table, features);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
