package org.insardask.embedded.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insardask.embedded.slab.SlabException;

/**
 * A list of pairs or dates: comma-separated values, the names of the columns in the first line, values with commas in double quotes.
 * Immutable.
 *
 * @param columns the names of the columns
 * @param rows the values by column
 */
record PairList(List<String> columns, List<Map<String, String>> rows) {

    static PairList read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new SlabException("No such file: '" + file + "'.", e);
        }
        List<String> columns = List.of();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? lines.get(i).replaceFirst("^\uFEFF", "") : lines.get(i)).strip(); // Spreadsheets write that mark.
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> values = values(line, file + ", line " + (i + 1));
            if (columns.isEmpty()) {
                columns = values;
                if (Set.copyOf(columns).size() < columns.size() || columns.contains("")) {
                    throw new SlabException(file + ", line " + (i + 1) + ": expected names of columns, each once, not '" + line + "'");
                }
                continue;
            }
            if (values.size() != columns.size()) {
                throw new SlabException(file + ", line " + (i + 1) + ": " + values.size() + " values, expected " + columns.size() + " ("
                        + String.join(", ", columns) + ")");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < columns.size(); c++) {
                row.put(columns.get(c), values.get(c));
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new SlabException(file + ": no rows; expected a line with the names of the columns, and a line for each pair");
        }
        return new PairList(columns, rows);
    }

    private static List<String> values(String line, String where) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                value.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        if (quoted) {
            throw new SlabException(where + ": a double quote is not closed");
        }
        values.add(value.toString().strip());
        return values;
    }

    /** A word with {column} replaced by the value of a row. */
    static String fill(String word, Map<String, String> row) {
        String filled = word;
        for (Map.Entry<String, String> each : row.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    /** Words in which one with {column} is given once for each row. */
    List<String> spread(List<String> words) {
        List<String> spread = new ArrayList<>();
        for (String word : words) {
            if (columns.stream().noneMatch(column -> word.contains("{" + column + "}") && !word.contains("${" + column + "}"))) {
                spread.add(word);
                continue;
            }
            for (Map<String, String> row : rows) {
                String filled = fill(word, row);
                if (!spread.contains(filled)) {
                    spread.add(filled);
                }
            }
        }
        return spread;
    }
}
