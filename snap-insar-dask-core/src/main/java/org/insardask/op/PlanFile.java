package org.insardask.op;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.esa.snap.core.gpf.OperatorException;

/**
 * A small file with what an operator decides once about a whole scene, such as its reference. The tasks that compute parts of the scene
 * read it, so that none of them looks at all pixels and all of them use the same bits. Doubles are written so that they are read back
 * exactly. No state, safe for any thread; the file appears in one step.
 */
final class PlanFile {

    private static final String ABOUT = "about";
    private static final String HEAD = "# What was decided once for the whole scene. See planFile of the operator.\n";

    private PlanFile() {
    }

    /**
     * Reads the file; where it is not there, makes its content and writes it.
     *
     * @param file the file
     * @param about what the content belongs to: scene, sources and parameters
     * @param maker makes the content
     * @throws OperatorException where it cannot be read or written, or belongs to something else
     */
    static Map<String, String> get(File file, String about, Supplier<Map<String, String>> maker) {
        Path path = file.toPath().toAbsolutePath();
        if (Files.exists(path)) {
            return read(path, about);
        }
        Map<String, String> made = maker.get();
        write(path, about, made);
        return made;
    }

    private static Map<String, String> read(Path path, String about) {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(Files.readString(path, StandardCharsets.UTF_8))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new OperatorException("planFile " + path + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        if (!about.equals(values.remove(ABOUT))) {
            throw new OperatorException("planFile " + path + " was made for another scene, other sources or other parameters; remove it, "
                    + "or give another name");
        }
        return values;
    }

    private static void write(Path path, String about, Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        properties.setProperty(ABOUT, about);
        try {
            StringWriter text = new StringWriter();
            properties.store(text, null);
            String sorted = text.toString().lines().filter(line -> !line.startsWith("#")).sorted()
                    .collect(Collectors.joining("\n", HEAD, "\n"));
            writeAtOnce(path, sorted);
        } catch (IOException e) {
            throw new OperatorException("planFile " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Unlike a temporary file of Java, the part can be read by those who may read other new files, so the plan can too. */
    private static void writeAtOnce(Path path, String text) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static String text(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /**
     * Reads numbers.
     *
     * @param count how many there have to be
     */
    static double[] doubles(Map<String, String> values, String name, int count) {
        String text = word(values, name);
        double[] numbers;
        try {
            numbers = Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            throw new OperatorException("planFile: '" + name + "' holds something that is not a number", e);
        }
        if (numbers.length != count) {
            throw new OperatorException("planFile: '" + name + "' has " + numbers.length + " numbers, expected " + count);
        }
        return numbers;
    }

    static long whole(Map<String, String> values, String name) {
        try {
            return Long.parseLong(word(values, name));
        } catch (NumberFormatException e) {
            throw new OperatorException("planFile: '" + name + "' is not a whole number", e);
        }
    }

    static String word(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new OperatorException("planFile: '" + name + "' is missing");
        }
        return value;
    }
}
