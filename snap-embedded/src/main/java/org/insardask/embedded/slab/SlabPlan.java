package org.insardask.embedded.slab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was decided before the split. Immutable.
 *
 * @param target the product that is assembled
 * @param format its format
 * @param width columns
 * @param height rows
 * @param slabs the slabs from top to bottom
 * @param fingerprint of everything that the bytes depend on
 * @param inputs fingerprints of the single files that parameters name, by node and parameter
 */
public record SlabPlan(Path target, String format, int width, int height, List<Slab> slabs, String fingerprint,
        SortedMap<String, String> inputs) {

    private static final String INPUT = "input.";

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("target", target.toString());
        properties.setProperty("format", format);
        properties.setProperty("width", Integer.toString(width));
        properties.setProperty("height", Integer.toString(height));
        properties.setProperty("fingerprint", fingerprint);
        properties.setProperty("slabs", String.join(" ", slabs.stream().map(slab -> slab.y() + ":" + slab.rows()).toList()));
        inputs.forEach((name, text) -> properties.setProperty(INPUT + name, text));
        DurableFile.write(file, SlabRequest.text(properties));
    }

    static SlabPlan read(Path file) throws IOException {
        try {
            return parse(file);
        } catch (IllegalArgumentException e) {
            throw new SlabException(file + " is spoilt: insar-slurm cancel, remove the folder of the run and submit again", e);
        }
    }

    private static SlabPlan parse(Path file) throws IOException {
        Properties properties = SlabRequest.properties(file);
        List<Slab> slabs = new ArrayList<>();
        for (String word : required(properties, "slabs").split(" ", -1)) {
            String[] numbers = word.split(":", 2);
            slabs.add(new Slab(slabs.size() + 1, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[numbers.length - 1])));
        }
        TreeMap<String, String> inputs = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(INPUT)) {
                inputs.put(name.substring(INPUT.length()), properties.getProperty(name));
            }
        }
        return new SlabPlan(Path.of(required(properties, "target")), required(properties, "format"),
                Integer.parseInt(required(properties, "width")), Integer.parseInt(required(properties, "height")), slabs,
                required(properties, "fingerprint"), inputs);
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    /** First line of the manifest of a slab. */
    String head(Slab slab) {
        return "slab " + slab.number() + " of " + slabs.size() + ", rows " + slab.y() + " to " + (slab.end() - 1) + ", " + fingerprint;
    }

    boolean isZnap() {
        return format.equalsIgnoreCase("ZNAP");
    }
}
