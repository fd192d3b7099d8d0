package org.insardask.embedded.robust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** What tests ask of folders. */
final class Folders {

    private Folders() {
    }

    /** Size and checksum of all files below a folder, by path; hidden staging folders left out. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.contains(".part-")) {
                    contents.put(name, summary(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }

    private static String summary(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return bytes.length + " bytes, CRC " + Long.toHexString(crc.getValue());
    }

    /** The staging folders in a folder. */
    static List<Path> staging(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(".part-")).toList();
        }
    }

    /** The names in a folder, sorted. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Copies a file or folder. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path each : paths.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    /** Copies what is in a folder into another one. */
    static void copyInto(Path from, Path to) throws IOException {
        for (String name : names(from)) {
            copy(from.resolve(name), to.resolve(name));
        }
    }

    /** Deletes what is in a folder. */
    static void clear(Path folder) throws IOException {
        for (String name : names(folder)) {
            delete(folder.resolve(name));
        }
    }

    /** Deletes a file or folder. */
    static void delete(Path path) throws IOException {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
