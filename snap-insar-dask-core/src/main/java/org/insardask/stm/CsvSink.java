package org.insardask.stm;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes points as comma-separated values in UTF-8, in one of two schemes of columns. For one thread.
 *
 * <p>STM: that of stmtools and SkyGeo: an index without a name, {@code pnt_id}, {@code pnt_lat}, {@code pnt_lon}, {@code pnt_line},
 * {@code pnt_pixel}, other values of points with {@code pnt_} before their names, series as {@code d_20160327}. EGMS: that of the European
 * Ground Motion Service: {@code pid}, {@code latitude}, {@code longitude}, {@code mean_velocity} and so on, displacements (mm) under their
 * dates.
 */
public final class CsvSink implements PointSink, AutoCloseable {

    /** Schemes of columns. */
    public enum Scheme {
        /** stmtools, SkyGeo. */
        STM,
        /** European Ground Motion Service. */
        EGMS
    }

    private static final Map<String, String> EGMS_NAMES = Map.of("velocity", "mean_velocity", "sigma_velocity", "mean_velocity_std", "nad",
            "amplitude_dispersion", "incident_angle", "incidence_angle");

    private final BufferedWriter out;
    private final List<PointColumn> all;
    /** Those that are written; null for others. */
    private final List<PointColumn> columns;
    private final Scheme scheme;
    private final int idColumn;
    private final StringBuilder line = new StringBuilder();
    private long points;

    /**
     * Creates the file and writes the line of names.
     *
     * @param series the series whose epochs EGMS wants; it takes no other
     */
    public CsvSink(Path file, List<PointColumn> columns, Scheme scheme, String series) throws IOException {
        this.scheme = scheme;
        this.all = columns;
        this.columns = chosen(columns, scheme, series);
        this.idColumn = idColumn(columns);
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writeNames();
    }

    private static List<PointColumn> chosen(List<PointColumn> columns, Scheme scheme, String series) {
        List<PointColumn> chosen = new ArrayList<>();
        for (PointColumn column : columns) {
            boolean wanted = scheme == Scheme.STM || column.date().isEmpty() || column.name().equals(series);
            chosen.add(wanted && !isId(column) ? column : null);
        }
        return chosen;
    }

    private static boolean isId(PointColumn column) {
        return column.name().equals(CsvHeader.POINT + "id") || column.name().equals(PointsProduct.ID);
    }

    /** Texts first, else numbers. */
    private static int idColumn(List<PointColumn> columns) {
        int found = -1;
        for (int k = 0; k < columns.size(); k++) {
            if (isId(columns.get(k)) && (found < 0 || columns.get(k).isText())) {
                found = k;
            }
        }
        return found;
    }

    private void writeNames() throws IOException {
        List<String> first = scheme == Scheme.STM ? List.of("", "pnt_id", "pnt_lat", "pnt_lon") : List.of("pid", "latitude", "longitude");
        Set<String> taken = new HashSet<>(first);
        columns.stream().filter(column -> column != null && isNamed(column)).forEach(column -> taken.add(name(column)));
        for (String name : first) {
            field(name);
        }
        for (PointColumn column : columns) {
            if (column != null) {
                field(isNamed(column) ? name(column) : freeName(name(column), taken));
            }
        }
        endLine();
    }

    private static String freeName(String wanted, Set<String> taken) {
        String name = wanted;
        for (int n = 1; !taken.add(name); n++) {
            name = wanted + "_" + n;
        }
        return name;
    }

    /** Whether the name of a column stays as it is, while others make room for it. */
    private boolean isNamed(PointColumn column) {
        return column.date().isPresent() || (scheme == Scheme.STM && column.name().startsWith(CsvHeader.POINT));
    }

    private String name(PointColumn column) {
        if (scheme == Scheme.EGMS) {
            return column.date().map(ColumnText.DAY::format).orElse(EGMS_NAMES.getOrDefault(column.name(), column.name()));
        }
        String name = ColumnText.name(column);
        return isNamed(column) ? name : CsvHeader.POINT + name;
    }

    @Override
    public void write(PointBlock block) throws IOException {
        for (int p = 0; p < block.count(); p++) {
            if (scheme == Scheme.STM) {
                field(Long.toString(points));
            }
            field(id(block, p));
            field(Double.toString(block.latitude()[p]));
            field(Double.toString(block.longitude()[p]));
            for (int k = 0; k < columns.size(); k++) {
                if (columns.get(k) != null) {
                    field(ColumnText.value(columns.get(k), block.values()[k][p]).map(Object::toString).orElse(""));
                }
            }
            endLine();
            points++;
        }
    }

    private String id(PointBlock block, int point) {
        Optional<Object> id = idColumn < 0 ? Optional.empty() : ColumnText.value(all.get(idColumn), block.values()[idColumn][point]);
        return id.map(Object::toString).orElse(Long.toString(points));
    }

    private void field(String text) {
        boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
        line.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text).append(',');
    }

    private void endLine() throws IOException {
        line.setCharAt(line.length() - 1, '\n');
        out.append(line);
        line.setLength(0);
    }

    @Override
    public void finish() throws IOException {
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
