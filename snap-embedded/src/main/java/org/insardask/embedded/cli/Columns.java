package org.insardask.embedded.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text in two columns: names, and beside each its lines. For one thread. */
final class Columns {

    private static final int GAP = 4;
    private static final int WIDEST_NAME = 44;

    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    void add(String name, List<String> lines) {
        rows.put(name, lines);
    }

    @Override
    public String toString() {
        int width = GAP + rows.keySet().stream().mapToInt(String::length).filter(length -> length <= WIDEST_NAME).max().orElse(0);
        StringBuilder text = new StringBuilder(rows.size() * 80);
        rows.forEach((name, lines) -> {
            boolean beside = !lines.isEmpty() && name.length() + GAP <= width;
            text.append(name).append(beside ? " ".repeat(width - name.length()) + lines.get(0) : "").append('\n');
            for (String line : beside ? lines.subList(1, lines.size()) : lines) {
                text.append(" ".repeat(width)).append(line).append('\n');
            }
        });
        return text.toString();
    }
}
