package org.insardask.embedded.znap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The attributes of a group or array ({@code .zattrs}), with typed access; failures name the file and the attribute. */
final class Attributes {
    static final String FILE_NAME = ".zattrs";

    private final Path path;
    private final JsonNode values;

    private Attributes(Path path, JsonNode values) {
        this.path = path;
        this.values = values;
    }

    /** Reads the attributes in a folder, none where the file is missing. */
    static Attributes read(Path folder) throws IOException {
        Path path = folder.resolve(FILE_NAME);
        if (!Files.exists(path)) {
            return new Attributes(path, JsonNodeFactory.instance.objectNode());
        }
        JsonNode values = Json.read(path);
        if (!values.isObject()) {
            throw new IOException(path + ": expected a JSON object");
        }
        return new Attributes(path, values);
    }

    /** Returns the file. */
    Path path() {
        return path;
    }

    /** Returns whether there is a value other than null. */
    boolean has(String name) {
        return values.hasNonNull(name);
    }

    /** Returns a value of any kind. */
    JsonNode node(String name) {
        return values.path(name);
    }

    /** Returns a text, or null where it is missing. */
    String text(String name) {
        return has(name) ? values.get(name).asText() : null;
    }

    /** Returns a number, also where it is a text such as NaN, or a default where it is missing. */
    double number(String name, double missing) throws IOException {
        return has(name) ? number(name, values.get(name)) : missing;
    }

    /** Returns a number that must be there. */
    double requiredNumber(String name) throws IOException {
        if (!has(name)) {
            throw new IOException(path + ": attribute '" + name + "' is missing, expected a number");
        }
        return number(name, 0);
    }

    /** Returns a size that must be there. */
    int requiredSize(String name) throws IOException {
        double size = requiredNumber(name);
        if (size < 1 || size > Integer.MAX_VALUE || size != Math.rint(size)) {
            throw new IOException(path + ": attribute '" + name + "' is " + values.get(name) + ", expected a whole number from 1");
        }
        return (int) size;
    }

    /** Returns whether a value is true. */
    boolean isTrue(String name) {
        return values.path(name).asBoolean(false);
    }

    /** Returns a list of texts, empty where it is missing. */
    List<String> texts(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(name)) {
            texts.add(item.isNull() ? null : item.asText());
        }
        return texts;
    }

    /** Returns a list of integers, empty where it is missing. */
    List<Integer> integers(String name) throws IOException {
        List<Integer> integers = new ArrayList<>();
        for (JsonNode item : list(name)) {
            integers.add((int) number(name, item));
        }
        return integers;
    }

    private JsonNode list(String name) throws IOException {
        JsonNode list = values.path(name);
        if (!list.isArray() && has(name)) {
            throw new IOException(path + ": attribute '" + name + "' is " + list + ", expected a list");
        }
        return list;
    }

    private double number(String name, JsonNode value) throws IOException {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        try {
            return Double.parseDouble(value.asText());
        } catch (NumberFormatException e) {
            throw new IOException(path + ": attribute '" + name + "' is " + value + ", expected a number", e);
        }
    }
}
