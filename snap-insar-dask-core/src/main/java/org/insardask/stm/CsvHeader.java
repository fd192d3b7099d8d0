package org.insardask.stm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.insardask.stack.SeriesBandName;

/**
 * The line of names of a CSV of stmtools: {@code pnt_*} for points, {@code d_<yyyymmdd>} and the like for series.
 *
 * @param names of the columns
 * @param bytes where the next line starts
 */
record CsvHeader(List<String> names, long bytes) {

    /** Columns of points start with this. */
    static final String POINT = "pnt_";
    private static final int MOST_BYTES = 1 << 24;

    static CsvHeader read(Path file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long bytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int c = in.read(); c >= 0 && bytes < MOST_BYTES; c = in.read()) {
                bytes++;
                if (c == '\n') {
                    break;
                }
                line.write(c);
            }
        }
        List<String> names = new ArrayList<>();
        byte[] text = line.toByteArray();
        int mark = text.length > 2 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf ? 3 : 0;
        CsvFields fields = new CsvFields(Arrays.copyOfRange(text, mark, text.length));
        for (boolean more = fields.nextField(true); more; more = fields.nextField(false)) {
            names.add(fields.string().strip());
        }
        return new CsvHeader(List.copyOf(names), bytes);
    }

    /** The series and epoch of a column; empty where it is none. */
    Optional<SeriesBandName> series(int column) {
        String name = names.get(column);
        return name.startsWith(POINT) ? Optional.empty() : SeriesBandName.parse(name);
    }

    /** The days of all series, in their order. */
    List<LocalDate> dates() {
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (int column = 0; column < names.size(); column++) {
            series(column).ifPresent(name -> dates.add(name.date()));
        }
        return List.copyOf(dates);
    }

    /** Whether it is that of a space-time matrix: coordinates of points, and at least one series. */
    boolean isStm() {
        return names.contains(POINT + "lat") && names.contains(POINT + "lon") && !dates().isEmpty();
    }
}
