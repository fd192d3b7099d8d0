package org.insardask.vector;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma-separated values in UTF-8, quoted as RFC 4180 says, with a line of names; lines end in a line feed. No value is an empty field,
 * an empty text is {@code ""}. The geometry, where there is one, is the last column, as well-known text.
 */
final class CsvWriter implements FeatureSink {

    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$|^$");
    private static final String GEOMETRY = "wkt";

    private final BufferedWriter out;
    private final boolean hasGeometry;
    private final StringBuilder line = new StringBuilder();

    private CsvWriter(BufferedWriter out, boolean hasGeometry) {
        this.out = out;
        this.hasGeometry = hasGeometry;
    }

    static void write(Path file, FeatureTable table, FeatureFile.Features features) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvWriter writer = new CsvWriter(out, table.hasGeometry());
            table.columns().forEach(column -> writer.field(column.name()));
            if (table.hasGeometry()) {
                writer.field(table.freeName(GEOMETRY));
            }
            writer.endLine();
            features.writeTo(writer);
        }
    }

    @Override
    public void write(List<List<double[]>> polygons, List<?> values) throws IOException {
        for (Object value : values) {
            field(value instanceof Double number && number.isNaN() ? null : value);
        }
        if (hasGeometry) {
            field(polygons.isEmpty() ? null : WellKnownText.multiPolygon(polygons));
        }
        endLine();
    }

    private void field(Object value) {
        String text = value == null ? "" : value.toString();
        if (value != null && QUOTED.matcher(text).find()) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
        line.append(',');
    }

    private void endLine() throws IOException {
        line.setCharAt(line.length() - 1, '\n');
        out.append(line);
        line.setLength(0);
    }
}
