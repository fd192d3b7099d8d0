package org.insardask.embedded.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.insardask.embedded.slab.DurableFile;
import org.insardask.embedded.slab.SlabException;

/** What a submission has to remember for a later one: the words, a line each, and the folder in which they were said. No state. */
final class Place {

    private static final String FILE = "submitted";

    private Place() {
    }

    static Path here() {
        return Path.of("").toAbsolutePath();
    }

    static void write(Path folder, List<String> words) throws IOException {
        List<String> lines = words.stream().map(word -> word.replace("\\", "\\\\").replace("\n", "\\n")).toList();
        DurableFile.write(folder.resolve(FILE), here() + "\n" + String.join("\n", lines) + "\n");
    }

    /** The words; refused elsewhere than where they were said, as paths would mean something else. */
    static List<String> words(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8);
        if (!Path.of(lines.get(0)).equals(here())) {
            throw new SlabException(folder + " was submitted in " + lines.get(0) + "; its paths are relative to that: go there first");
        }
        return lines.subList(1, lines.size()).stream().map(Place::word).toList();
    }

    private static String word(String line) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean escaped = line.charAt(i) == '\\' && i + 1 < line.length();
            i += escaped ? 1 : 0;
            word.append(escaped && line.charAt(i) == 'n' ? '\n' : line.charAt(i));
        }
        return word.toString();
    }
}
