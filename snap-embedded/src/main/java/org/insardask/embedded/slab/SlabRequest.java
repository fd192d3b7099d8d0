package org.insardask.embedded.slab;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.insardask.embedded.cli.GraphCommand;

/**
 * What is to be run in slabs: the words of gpt. Immutable.
 *
 * @param words graph or operator, sources, parameters, target
 * @param tasks how many slabs
 * @param fewer whether there may be fewer of them where the target has not so many rows of tiles
 * @param snap whether tasks run SNAP's gpt
 */
public record SlabRequest(List<String> words, int tasks, boolean fewer, boolean snap) {

    /** Copies the words. */
    public SlabRequest {
        words = List.copyOf(words);
    }

    GraphCommand command() {
        return GraphCommand.parse(words);
    }

    /** The graph, with the system properties of the words set. */
    SlabGraph graph() {
        return new SlabGraph(command().graph());
    }

    Map<String, String> systemProperties() {
        return command().systemProperties();
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        for (int i = 0; i < words.size(); i++) {
            properties.setProperty("word." + i, words.get(i));
        }
        properties.setProperty("words", Integer.toString(words.size()));
        properties.setProperty("tasks", Integer.toString(tasks));
        properties.setProperty("fewer", Boolean.toString(fewer));
        properties.setProperty("snap", Boolean.toString(snap));
        DurableFile.write(file, text(properties));
    }

    static SlabRequest read(Path file) throws IOException {
        try {
            return parse(properties(file));
        } catch (IllegalArgumentException e) {
            throw new SlabException(file + " is spoilt: remove the folder of the run and submit again", e);
        }
    }

    private static SlabRequest parse(Properties properties) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(properties.getProperty("words")); i++) {
            words.add(properties.getProperty("word." + i, ""));
        }
        return new SlabRequest(words, Integer.parseInt(properties.getProperty("tasks")),
                Boolean.parseBoolean(properties.getProperty("fewer")), Boolean.parseBoolean(properties.getProperty("snap")));
    }

    static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        return properties;
    }

    /** The properties in order, without the date that Java writes. */
    static String text(Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString().lines().filter(line -> !line.startsWith("#")).sorted().collect(Collectors.joining("\n", "", "\n"));
    }
}
