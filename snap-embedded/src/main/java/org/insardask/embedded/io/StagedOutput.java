package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Files and folders of one product that are written under temporary names beside their final ones ({@code .NAME.part-0f3a...}) and get
 * these only in {@link #commit}. A product that existed before stays as it is until then, and after {@link #discard}.
 *
 * <p>{@code commit} moves the old parts away, the last one first, then renames the new parts in the order in which they were added. The
 * part added last therefore has to be the one without which the product cannot be read: it disappears first and appears last, so that at
 * no moment a mixture of old and new reads as a product. A process that is killed leaves only hidden files with {@code .part-} or
 * {@code .old-} in their names.
 *
 * <p>Not safe for several threads.
 */
public final class StagedOutput {
    private final Path folder;
    private final String suffix;
    private final List<Part> parts = new ArrayList<>();

    private record Part(Path temporary, Path target, Path old) {
    }

    /**
     * Prepares output into a folder, which is created where it is missing.
     *
     * @param folder where the product will lie
     * @throws IOException where the folder cannot be created
     */
    public StagedOutput(Path folder) throws IOException {
        this.folder = folder;
        this.suffix = String.format("%012x", ThreadLocalRandom.current().nextLong() & 0xffff_ffff_ffffL);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(folder + ": cannot be created as a folder: " + IoMessages.reason(e, folder), e);
        }
    }

    /**
     * Adds a file of the product; the caller creates and writes it.
     *
     * @param name its final name
     * @return its temporary path
     */
    public Path addFile(String name) {
        Part part = new Part(hidden(name, "part"), folder.resolve(name), hidden(name, "old"));
        parts.add(part);
        return part.temporary;
    }

    /**
     * Adds a folder of the product and creates it under its temporary name.
     *
     * @param name its final name
     * @return its temporary path
     * @throws IOException where it cannot be created
     */
    public Path addFolder(String name) throws IOException {
        Path path = addFile(name);
        try {
            return Files.createDirectory(path);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be created: " + IoMessages.reason(e, path), e);
        }
    }

    /**
     * Gives all parts their final names and removes what was there before.
     *
     * @throws IOException where a part cannot be renamed; then everything is as before {@code commit}
     */
    public void commit() throws IOException {
        List<Part> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        List<Part> movedAway = new ArrayList<>();
        List<Part> moved = new ArrayList<>();
        try {
            for (Part part : reversed) {
                if (Files.exists(part.target, LinkOption.NOFOLLOW_LINKS)) {
                    rename(part.target, part.old);
                    movedAway.add(part);
                }
            }
            for (Part part : parts) {
                rename(part.temporary, part.target);
                moved.add(part);
            }
        } catch (IOException e) {
            undo(moved, movedAway, e);
            throw e;
        }
        for (Part part : movedAway) {
            deleteTree(part.old);
        }
    }

    /**
     * Removes all temporary files; what was there before stays.
     *
     * @throws IOException where a temporary file cannot be removed
     */
    public void discard() throws IOException {
        for (Part part : parts) {
            deleteTree(part.temporary);
        }
    }

    /**
     * Removes the parts under their final names, the last one first: undoes a {@link #commit}.
     *
     * @throws IOException where a file cannot be removed
     */
    public void deleteCommitted() throws IOException {
        for (int i = parts.size() - 1; i >= 0; i--) {
            deleteTree(parts.get(i).target);
        }
    }

    private static void undo(List<Part> moved, List<Part> movedAway, IOException cause) {
        Collections.reverse(moved);
        Collections.reverse(movedAway);
        try {
            for (Part part : moved) {
                rename(part.target, part.temporary);
            }
            for (Part part : movedAway) {
                rename(part.old, part.target);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private Path hidden(String name, String kind) {
        return folder.resolve("." + name + "." + kind + "-" + suffix);
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(to + ": " + from.getFileName() + " cannot be renamed to it: " + IoMessages.reason(e, from), e);
        }
    }

    private static void deleteTree(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
