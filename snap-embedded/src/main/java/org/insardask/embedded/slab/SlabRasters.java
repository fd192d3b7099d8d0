package org.insardask.embedded.slab;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The raw rasters of bands in the data folder of a BEAM-DIMAP product. No state. */
final class SlabRasters {

    private static final String END = ".img";

    private SlabRasters() {
    }

    /** The files by the names of their bands. */
    static SortedMap<String, Path> of(Path data) throws IOException {
        TreeMap<String, Path> rasters = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "*" + END)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                rasters.put(name.substring(0, name.length() - END.length()), file);
            }
        }
        return rasters;
    }
}
