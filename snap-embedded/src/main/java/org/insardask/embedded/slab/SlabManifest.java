package org.insardask.embedded.slab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a finished slab with their sizes and checksums. It is written when all of them are on disk, so that a slab without it is
 * not finished. Immutable.
 */
final class SlabManifest {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{8}) ([0-9]+) (.+)");
    private static final String END = "end ";

    private final String head;
    private final Map<String, Entry> entries;

    /**
     * What is known of a file.
     *
     * @param crc CRC-32C in hexadecimal digits
     * @param bytes its size
     */
    record Entry(String crc, long bytes) {
    }

    private SlabManifest(String head, Map<String, Entry> entries) {
        this.head = head;
        this.entries = entries;
    }

    /** Sums up files, each after it is on disk. Names are those below the folder. */
    static SlabManifest of(String head, Path folder, List<Path> files) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        Set<Path> folders = new TreeSet<>(Set.of(folder));
        for (Path file : files) {
            DurableFile.force(file);
            folders.add(file.getParent());
            entries.put(folder.relativize(file).toString(), new Entry(Checksum.of(file), Files.size(file)));
        }
        folders.forEach(DurableFile::forceNames);
        return new SlabManifest(head, entries);
    }

    void write(Path path) throws IOException {
        StringBuilder text = new StringBuilder(head).append('\n');
        entries.forEach((name, entry) -> text.append(entry.crc).append(' ').append(entry.bytes).append(' ').append(name).append('\n'));
        DurableFile.write(path, text + END + Checksum.of(text.toString()) + "\n");
    }

    /** Reads a manifest. Throws an {@link IOException} where it is not whole, or of another slab. */
    static SlabManifest read(Path path, String head) throws IOException {
        String all = Files.readString(path, StandardCharsets.UTF_8);
        int end = all.lastIndexOf(END);
        if (end < 0 || !all.substring(end).equals(END + Checksum.of(all.substring(0, end)) + "\n")) {
            throw new IOException(path.getFileName() + " is torn");
        }
        List<String> lines = new ArrayList<>(all.substring(0, end).lines().toList());
        if (!lines.remove(0).equals(head)) {
            throw new IOException(path.getFileName() + " is of another plan");
        }
        Map<String, Entry> entries = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IOException(path.getFileName() + " holds a line that is not understood");
            }
            entries.put(matcher.group(3), new Entry(matcher.group(1), Long.parseLong(matcher.group(2))));
        }
        return new SlabManifest(head, entries);
    }

    /** The files by name. */
    Map<String, Entry> entries() {
        return entries;
    }

    /** Checks that all files are there in their sizes, without reading them. */
    void checkSizes(Path folder) throws IOException {
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            Path file = folder.resolve(each.getKey());
            if (!Files.isRegularFile(file)) {
                throw new IOException(each.getKey() + " is missing");
            }
            if (Files.size(file) != each.getValue().bytes) {
                throw new IOException(each.getKey() + " has " + Files.size(file) + " bytes, expected " + each.getValue().bytes);
            }
        }
    }
}
