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
        Properties properties = SlabRequest.properties(file);
        List<Slab> slabs = new ArrayList<>();
        for (String word : properties.getProperty("slabs").split(" ", -1)) {
            int colon = word.indexOf(':');
            slabs.add(new Slab(slabs.size() + 1, Integer.parseInt(word.substring(0, colon)), Integer.parseInt(word.substring(colon + 1))));
        }
        TreeMap<String, String> inputs = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(INPUT)) {
                inputs.put(name.substring(INPUT.length()), properties.getProperty(name));
            }
        }
        return new SlabPlan(Path.of(properties.getProperty("target")), properties.getProperty("format"),
                Integer.parseInt(properties.getProperty("width")), Integer.parseInt(properties.getProperty("height")), slabs,
                properties.getProperty("fingerprint"), inputs);
    }

    /** First line of the manifest of a slab. */
    String head(Slab slab) {
        return "slab " + slab.number() + " of " + slabs.size() + ", rows " + slab.y() + " to " + (slab.end() - 1) + ", " + fingerprint;
    }

    boolean isZnap() {
        return format.equalsIgnoreCase("ZNAP");
    }
}
