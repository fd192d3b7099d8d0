package org.insardask.stm;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be known of a space-time matrix beside what its file says: from a properties file beside it ({@code example.csv.properties}),
 * from the attributes of a Zarr group, or from parameters. Immutable.
 */
public final class StmSettings {

    /** Radar wavelength, m. */
    public static final String WAVELENGTH = "wavelength";
    /** Day of the mother, ISO. */
    public static final String MOTHER = "mother";
    /** Unit of the height-to-phase factors, m/m or rad/m. */
    public static final String HEIGHT_TO_PHASE_UNIT = "heightToPhaseUnit";
    /** Days of the epochs, ISO, separated by commas, where the file has none. */
    public static final String DATES = "dates";
    /** What complex numbers are: IMAGES or INTERFEROGRAMS. */
    public static final String COMPLEX = "complex";
    /** Unit of displacements, m or mm. */
    public static final String DISPLACEMENT_UNIT = "displacementUnit";

    private static final Set<String> KEYS = new TreeSet<>(Set.of(WAVELENGTH, MOTHER, HEIGHT_TO_PHASE_UNIT, DATES, COMPLEX,
            DISPLACEMENT_UNIT));

    private final Map<String, String> values;
    private final String origin;

    private StmSettings(Map<String, String> values, String origin) {
        this.values = values;
        this.origin = origin;
    }

    /**
     * Settings of parameters.
     *
     * @param values by the names of the settings; null and empty texts are not given
     */
    public static StmSettings of(Map<String, String> values) {
        Map<String, String> given = new TreeMap<>();
        values.forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(key, value.strip());
            }
        });
        return new StmSettings(given, "parameters");
    }

    /**
     * Settings of the properties file beside a matrix; none where there is no such file.
     *
     * @throws IOException where it cannot be read, or has other keys
     */
    public static StmSettings beside(Path matrix) throws IOException {
        Path file = matrix.resolveSibling(matrix.getFileName() + ".properties");
        Map<String, String> values = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key).strip()));
            for (String key : values.keySet()) {
                if (!KEYS.contains(key)) {
                    throw new IOException(file + ": '" + key + "' is not known, expected " + String.join(", ", KEYS));
                }
            }
        }
        return new StmSettings(values, file.toString());
    }

    /** Settings in which others, which are less important, fill the gaps. */
    public StmSettings orElse(StmSettings others) {
        Map<String, String> all = new TreeMap<>(others.values);
        all.putAll(values);
        return new StmSettings(all, origin.equals(others.origin) ? origin : origin + " or " + others.origin);
    }

    /** Settings in which attributes of a file, other ones of which mean nothing, fill the gaps. */
    StmSettings orElse(Map<String, String> attributes) {
        Map<String, String> known = new TreeMap<>();
        attributes.forEach((key, value) -> {
            if (KEYS.contains(key)) {
                known.put(key, value);
            }
        });
        return orElse(new StmSettings(known, "attributes"));
    }

    Optional<Double> wavelength() throws IOException {
        String text = values.get(WAVELENGTH);
        if (text == null) {
            return Optional.empty();
        }
        try {
            double metres = Double.parseDouble(text);
            if (metres > 0.0 && metres < 10.0) {
                return Optional.of(metres);
            }
        } catch (NumberFormatException e) {
            throw wrong(WAVELENGTH, text, "metres such as 0.0555", e);
        }
        throw wrong(WAVELENGTH, text, "metres such as 0.0555", null);
    }

    Optional<LocalDate> mother() throws IOException {
        String text = values.get(MOTHER);
        return text == null ? Optional.empty() : Optional.of(date(MOTHER, text));
    }

    List<LocalDate> dates() throws IOException {
        String text = values.get(DATES);
        if (text == null) {
            return List.of();
        }
        LocalDate[] dates = new LocalDate[text.split(",", -1).length];
        for (int e = 0; e < dates.length; e++) {
            dates[e] = date(DATES, text.split(",", -1)[e].strip());
        }
        return Arrays.asList(dates);
    }

    private LocalDate date(String key, String text) throws IOException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(key, text, "a date such as 2016-03-27", e);
        }
    }

    /** The word of a setting in capitals or small letters, the first of the words where it is not given. */
    String word(String key, String... words) throws IOException {
        String text = values.get(key);
        if (text == null) {
            return words[0];
        }
        for (String word : words) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw wrong(key, text, String.join(" or ", words), null);
    }

    private IOException wrong(String key, String text, String expected, Exception cause) {
        return new IOException(String.format(Locale.ROOT, "%s = '%s' (%s): %s was expected", key, text, origin, expected), cause);
    }
}
