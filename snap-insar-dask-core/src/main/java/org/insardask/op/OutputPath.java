package org.insardask.op;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.vector.FeatureFile;

/** Checks of the file that Polygon-Statistics is to write. */
final class OutputPath {

    private OutputPath() {
    }

    /**
     * Refuses a file that cannot be written.
     *
     * @param input a file that is read, or null
     */
    static void require(File output, File input) {
        if (output == null || output.getPath().isBlank()) {
            throw new OperatorException("outputFile is not given; a .gpkg or .csv file was expected");
        }
        Path file = output.toPath().toAbsolutePath().normalize();
        if (file.getFileName() == null || !FeatureFile.isKnown(file)) {
            throw new OperatorException("outputFile = '" + output + "': a name that ends in .gpkg or .csv was expected");
        }
        if (Files.isDirectory(file)) {
            throw new OperatorException("outputFile = '" + output + "' is a folder; a file was expected");
        }
        if (input != null && file.equals(input.toPath().toAbsolutePath().normalize())) {
            throw new OperatorException("outputFile = '" + output + "' is the vector file too; another name was expected");
        }
        Path folder = file.getParent();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new OperatorException("outputFile = '" + output + "': cannot write to " + folder);
        }
    }

    static boolean isGeoPackage(File output) {
        return !output.getName().toLowerCase(Locale.ROOT).endsWith(FeatureFile.CSV);
    }

    /** Returns the name without its ending. */
    static String stem(File output) {
        String name = output.getName();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
