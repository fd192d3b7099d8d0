package org.insardask.simulator;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What a simulation is made from. Equal settings give equal products.
 *
 * @param name            first part of the file names
 * @param seed            of all random numbers
 * @param width           number of pixels in range
 * @param height          number of lines in azimuth
 * @param interferograms  number of interferograms; there is one epoch more
 * @param firstDate       of the earliest epoch
 * @param baselineSpread  standard deviation of the perpendicular baselines (m)
 * @param bowlVelocity    of the ground in the middle of the subsidence bowl (mm/year), negative away from the satellite
 * @param atmosphere      standard deviation of the tropospheric delay over one kilometre (rad)
 * @param noDataColumns   columns at far range that hold no data, as the edge of a burst
 */
public record SimulationSettings(
        String name, long seed, int width, int height, int interferograms, LocalDate firstDate, double baselineSpread, double bowlVelocity,
        double atmosphere, int noDataColumns) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public SimulationSettings {
        require(!name.isBlank(), "name must not be blank");
        require(width >= 16 && height >= 16, "width and height must be 16 or more, but are " + width + " x " + height);
        require(interferograms >= 2, "interferograms must be 2 or more, but is " + interferograms);
        require(noDataColumns >= 0 && noDataColumns < width / 2, "noDataColumns must be less than half the width, but is " + noDataColumns);
        require(baselineSpread >= 0 && atmosphere >= 0, "baselineSpread and atmosphere must not be negative");
    }

    /** The settings of {@code test-products/town}. */
    public static SimulationSettings town() {
        return new SimulationSettings("town", 20240229, 128, 96, 30, LocalDate.of(2021, 1, 4), 60, -16, 0.1, 2);
    }

    /** The same town over another area and another number of interferograms. */
    public SimulationSettings resized(int newWidth, int newHeight, int newInterferograms) {
        return new SimulationSettings(
                name, seed, newWidth, newHeight, newInterferograms, firstDate, baselineSpread, bowlVelocity, atmosphere, noDataColumns);
    }

    /**
     * Reads settings; what the file does not name is as in {@link #town()}.
     *
     * @throws IOException              if the file cannot be read
     * @throws IllegalArgumentException if it holds an unknown name or a value out of range
     */
    public static SimulationSettings read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        }
        SimulationSettings defaults = town();
        SimulationSettings settings = new SimulationSettings(
                take(values, "name", defaults.name),
                Long.parseLong(take(values, "seed", defaults.seed)),
                Integer.parseInt(take(values, "width", defaults.width)),
                Integer.parseInt(take(values, "height", defaults.height)),
                Integer.parseInt(take(values, "interferograms", defaults.interferograms)),
                LocalDate.parse(take(values, "firstDate", defaults.firstDate)),
                Double.parseDouble(take(values, "baselineSpread", defaults.baselineSpread)),
                Double.parseDouble(take(values, "bowlVelocity", defaults.bowlVelocity)),
                Double.parseDouble(take(values, "atmosphere", defaults.atmosphere)),
                Integer.parseInt(take(values, "noDataColumns", defaults.noDataColumns)));
        require(values.isEmpty(), file + " names unknown settings: " + new TreeSet<>(values.stringPropertyNames()));
        return settings;
    }

    private static String take(Properties values, String key, Object fallback) {
        Object value = values.remove(key);
        return value == null ? fallback.toString() : value.toString().trim();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
