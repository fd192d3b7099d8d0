package org.insardask.op;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esa.snap.core.gpf.OperatorException;

/**
 * Temperatures by day from a CSV file: a heading {@code date,temperature}, then an ISO date and degrees Celsius on each line. Immutable.
 */
final class TemperatureFile {

    private final File file;
    private final Map<LocalDate, Double> byDate = new TreeMap<>();

    private TemperatureFile(File file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws OperatorException where it cannot be read, or a line is not understood
     */
    static TemperatureFile read(File file) {
        TemperatureFile temperatures = new TemperatureFile(file);
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            boolean heading = i == 0 && !line.isEmpty() && !Character.isDigit(line.charAt(0));
            if (!heading && !line.isEmpty() && !line.startsWith("#")) {
                temperatures.add(i + 1, line);
            }
        }
        return temperatures;
    }

    private static List<String> lines(File file) {
        if (!file.isFile()) {
            throw new OperatorException("temperatureFile: no such file: " + file);
        }
        try {
            return Files.readAllLines(file.toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OperatorException("temperatureFile: " + file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
    }

    private void add(int number, String line) {
        String[] fields = line.split(",", -1);
        try {
            if (fields.length != 2) {
                throw new NumberFormatException(line);
            }
            LocalDate date = LocalDate.parse(fields[0].strip());
            double value = Double.parseDouble(fields[1].strip());
            Double before = byDate.put(date, value);
            if (before != null && before != value) {
                throw new OperatorException("temperatureFile: " + file + " line " + number + ": a second temperature of " + date);
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new OperatorException("temperatureFile: " + file + " line " + number + ": '" + line
                    + "', expected an ISO date and a temperature with a decimal point, such as 2021-01-31,4.5", e);
        }
    }

    /**
     * Returns the temperatures of some days minus that of the mother (degC).
     *
     * @throws OperatorException that names every day without a temperature
     */
    double[] relativeTo(LocalDate mother, List<LocalDate> dates) {
        String missing = Stream.concat(Stream.of(mother), dates.stream()).distinct()
                .filter(date -> !Double.isFinite(byDate.getOrDefault(date, Double.NaN))).map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new OperatorException("temperatureFile: " + file + " has no temperature of " + missing
                    + ", expected one for the mother and every epoch");
        }
        double ofMother = byDate.get(mother);
        return dates.stream().mapToDouble(date -> byDate.get(date) - ofMother).toArray();
    }
}
