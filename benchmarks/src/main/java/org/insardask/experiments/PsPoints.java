package org.insardask.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Persistent scatterers of a CSV file of DePSI's columns: {@code pnt_lat}, {@code pnt_lon} (degrees), {@code pnt_height} (m),
 * {@code pnt_enscoh} (0 to 1), {@code d_yyyyMMdd} displacement (m), {@code a_yyyyMMdd} amplitude and {@code h2ph_yyyyMMdd} height to phase
 * (rad/m). Immutable.
 */
final class PsPoints {

    private static final double DAYS_OF_YEAR = 365.25;

    private final List<LocalDate> dates;
    private final double[][] displacement;
    private final double[][] amplitude;
    private final double[][] heightToPhase;
    private final double[] latitude;
    private final double[] longitude;
    private final double[] height;
    private final double[] coherence;

    private PsPoints(List<String> header, List<String[]> rows) {
        this.dates = header.stream().filter(name -> name.matches("d_\\d{8}")).sorted().map(PsPoints::date).toList();
        if (dates.size() < 2 || rows.isEmpty()) {
            throw new IllegalArgumentException("There are " + rows.size() + " points and " + dates.size()
                    + " columns d_<yyyymmdd>, expected at least 1 and 2");
        }
        this.displacement = series(header, rows, "d_");
        this.amplitude = series(header, rows, "a_");
        this.heightToPhase = series(header, rows, "h2ph_");
        this.latitude = column(header, rows, "pnt_lat");
        this.longitude = column(header, rows, "pnt_lon");
        this.height = column(header, rows, "pnt_height");
        this.coherence = column(header, rows, "pnt_enscoh");
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a column is missing or a value is no number
     */
    static PsPoints read(Path file) throws IOException {
        return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** Reads lines, the header first. */
    static PsPoints parse(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("The file of points is empty, expected a line of column names");
        }
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<String[]> rows = lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> line.split(",", -1)).toList();
        for (int p = 0; p < rows.size(); p++) {
            if (rows.get(p).length != header.size()) {
                throw new IllegalArgumentException("Point " + p + " has " + rows.get(p).length + " values, expected " + header.size());
            }
        }
        return new PsPoints(header, rows);
    }

    private static LocalDate date(String name) {
        try {
            return LocalDate.parse(name.substring(2), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The column " + name + " has no date, expected d_<yyyymmdd>", e);
        }
    }

    private double[][] series(List<String> header, List<String[]> rows, String prefix) {
        double[][] values = new double[rows.size()][dates.size()];
        for (int i = 0; i < dates.size(); i++) {
            double[] column = column(header, rows, prefix + dates.get(i).format(DateTimeFormatter.BASIC_ISO_DATE));
            for (int p = 0; p < column.length; p++) {
                values[p][i] = column[p];
            }
        }
        return values;
    }

    private static double[] column(List<String> header, List<String[]> rows, String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("The file of points has no column " + name);
        }
        double[] values = new double[rows.size()];
        for (int p = 0; p < values.length; p++) {
            try {
                values[p] = Double.parseDouble(rows.get(p)[place]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Point " + p + " has " + name + " '" + rows.get(p)[place] + "', expected a number", e);
            }
        }
        return values;
    }

    /** Returns the number of points. */
    int size() {
        return displacement.length;
    }

    /** Returns the number of dates. */
    int epochs() {
        return dates.size();
    }

    /** Returns a date. */
    LocalDate date(int epoch) {
        return dates.get(epoch);
    }

    /** Returns the time since the first date (years). */
    double years(int epoch) {
        return ChronoUnit.DAYS.between(dates.get(0), dates.get(epoch)) / DAYS_OF_YEAR;
    }

    /** Returns the displacement (m). */
    double displacement(int point, int epoch) {
        return displacement[point][epoch];
    }

    /** Returns the height to phase (rad/m). */
    double heightToPhase(int point, int epoch) {
        return heightToPhase[point][epoch];
    }

    /** Returns a copy of the amplitudes. */
    double[] amplitudes(int point) {
        return amplitude[point].clone();
    }

    /** Returns the height (m). */
    double height(int point) {
        return height[point];
    }

    /** Returns the ensemble coherence (0 to 1). */
    double coherence(int point) {
        return coherence[point];
    }

    /** Returns the distance of two points on the ground (m), on a sphere and for short distances. */
    double distance(int a, int b) {
        double radius = 6_371_000.0;
        double north = Math.toRadians(latitude[a] - latitude[b]);
        double east = Math.toRadians(longitude[a] - longitude[b]) * Math.cos(Math.toRadians(latitude[a]));
        return radius * Math.hypot(north, east);
    }

    /** Returns the velocity of b relative to a by a straight line through their displacements (mm/year, not its absolute value). */
    double velocity(int a, int b) {
        double meanTime = 0.5 * (years(0) + years(epochs() - 1));
        double product = 0.0;
        double squares = 0.0;
        for (int i = 0; i < epochs(); i++) {
            double time = years(i) - meanTime;
            product += time * (displacement[b][i] - displacement[a][i]);
            squares += time * (years(i) - meanTime);
        }
        return 1000.0 * product / squares;
    }

    /** Returns the points in the order of falling coherence. */
    int[] byCoherence() {
        Integer[] order = new Integer[size()];
        Arrays.setAll(order, p -> p);
        Arrays.sort(order, (a, b) -> Double.compare(coherence[b], coherence[a]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
