package org.insardask.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A CSV file of the reference data: columns by name, without quotes. */
public final class PointTable {
    private final List<String> header;
    private final String[][] rows;

    /** Reads a file. */
    public PointTable(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        header = List.of(lines.get(0).split(",", -1));
        rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toArray(String[][]::new);
    }

    /** Returns the number of rows. */
    public int size() {
        return rows.length;
    }

    /** Returns a column of numbers, NaN where it is empty. */
    public double[] numbers(String column) {
        return Arrays.stream(texts(column)).mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text)).toArray();
    }

    /** Returns a column of texts. */
    public String[] texts(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + header);
        }
        return Arrays.stream(rows).map(row -> row[place]).toArray(String[]::new);
    }
}
