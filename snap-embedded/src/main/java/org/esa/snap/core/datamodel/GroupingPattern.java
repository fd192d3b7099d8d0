package org.esa.snap.core.datamodel;

import eu.esa.snap.core.datamodel.group.BandGroup;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths read from a text such as {@code L_1:L_1_err/q}; its text form is that text. Immutable. */
final class GroupingPattern extends AbstractList<String[]> implements BandGroup {

    private static final Pattern PATHS = Pattern.compile(":");
    private static final Pattern PARTS = Pattern.compile("/");

    private final List<String[]> paths;

    private GroupingPattern(List<String[]> paths) {
        this.paths = paths;
    }

    /** The paths, or null where there is none. */
    static BandGroup parse(String text) {
        List<String[]> paths = new ArrayList<>();
        for (String path : PATHS.split(text, 0)) {
            String[] parts = PARTS.splitAsStream(path).map(String::trim).filter(part -> !part.isEmpty()).toArray(String[]::new);
            if (parts.length > 0) {
                paths.add(parts);
            }
        }
        return paths.isEmpty() ? null : new GroupingPattern(paths);
    }

    @Override
    public String[] get(int index) {
        return paths.get(index).clone();
    }

    @Override
    public int size() {
        return paths.size();
    }

    @Override
    public String toString() {
        return paths.stream().map(parts -> String.join("/", parts)).collect(Collectors.joining(":"));
    }
}
