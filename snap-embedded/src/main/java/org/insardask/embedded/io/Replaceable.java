package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Refuses to replace what is not a product: a target is named by people, and a typing error must not cost them a folder. */
public final class Replaceable {

    private Replaceable() {
    }

    /**
     * Checks that a path is free, or a file.
     *
     * @throws IOException where it is a folder
     */
    public static void requireNoFolder(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder, and not replaced by a product; expected another name, or the folder removed");
        }
    }

    /**
     * Checks that a path is free, or a folder with nothing in it but parts of a product.
     *
     * @param folder what is to be replaced
     * @param part   tells parts of a product
     * @throws IOException where the folder holds something else, or is a file
     */
    public static void requireParts(Path folder, Predicate<Path> part) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": is a file, and not replaced by a product; expected another name, or the file removed");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!part.test(entry)) {
                    throw new IOException(folder + ": holds " + entry.getFileName() + ", which is not part of a product, and is not "
                            + "replaced; expected another name, or the folder removed");
                }
            }
        }
    }
}
