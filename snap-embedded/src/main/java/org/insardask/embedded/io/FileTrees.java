package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** Operations on files and folders whose failures name them. No state, safe for any thread. */
final class FileTrees {
    private FileTrees() {
    }

    /** Returns whether something of that name is there, be it a broken link. */
    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Creates a folder with its parents where it is missing.
     *
     * @param folder the folder
     * @throws IOException where it cannot be created
     */
    static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            String reason = e instanceof FileAlreadyExistsException ? "there is a file of that name" : IoMessages.reason(e, folder);
            throw new IOException(folder + ": cannot be created as a folder: " + reason, e);
        }
    }

    /**
     * Renames in one step.
     *
     * @param from what is renamed
     * @param to its new name in the same file system
     * @throws IOException where that fails
     */
    static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(to + ": " + from.getFileName() + " cannot be renamed to it: " + IoMessages.reason(e, from), e);
        }
    }

    /**
     * Deletes a file, or a folder with all that is in it. What somebody else deletes at the same time does not matter.
     *
     * @param path what is deleted; it may be missing
     * @throws IOException where something cannot be deleted
     */
    static void delete(Path path) throws IOException {
        try {
            Files.walkFileTree(path, new Deletion());
        } catch (IOException e) {
            throw new IOException(path + ": cannot be removed: " + IoMessages.reason(e, path), e);
        }
    }

    /**
     * Waits until a file, or all files of a folder, are on disk.
     *
     * @param path what is stored
     * @throws IOException where that fails; the message names the file
     */
    static void force(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                forceOne(file);
            }
        }
    }

    /**
     * Waits until a file, or the names in a folder, are on disk. Folders can be forced on Linux, and need not be elsewhere.
     *
     * @param file a file or folder
     * @throws IOException where that fails for a file
     */
    static void forceOne(Path file) throws IOException {
        boolean folder = Files.isDirectory(file);
        try (FileChannel channel = FileChannel.open(file, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!folder) {
                throw new IOException(file + ": cannot be stored: " + IoMessages.reason(e, file), e);
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
        }
    }
}
