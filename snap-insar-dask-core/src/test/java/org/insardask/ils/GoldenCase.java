package org.insardask.ils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One folder of ../shared/data/arcs: arcs and the results of TU Delft's LAMBDA 3.0. */
public final class GoldenCase {

    private final Path folder;
    private final Map<String, Object> json;
    private final Map<String, double[][]> tables = new HashMap<>();

    private GoldenCase(Path folder) {
        this.folder = folder;
        this.json = asMap(Json.parse(read(folder.resolve("case.json"))));
    }

    /** The folder of a kind of reference data; the test is skipped where it is absent. */
    public static Path folder(String kind) {
        Path path = Path.of(System.getProperty("insardask.shared", "../../shared")).resolve("data").resolve(kind);
        Assumptions.assumeTrue(Files.isDirectory(path), "skipped: ../shared/data/" + kind + " is not here");
        return path;
    }

    /** All cases, sorted by name. */
    public static List<GoldenCase> all() {
        List<GoldenCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder("arcs"))) {
            folders.filter(Files::isDirectory).sorted().forEach(path -> cases.add(new GoldenCase(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    public static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects are maps by construction
    public static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // JSON arrays are lists by construction
    public static List<Object> asList(Object value) {
        return (List<Object>) value;
    }

    public static double[] asVector(Object value) {
        return asList(value).stream().mapToDouble(element -> (Double) element).toArray();
    }

    /** Rows of a CSV file, without a heading; NaN for "nan". */
    public double[][] csv(String name) {
        return tables.computeIfAbsent(name, this::readCsv);
    }

    private double[][] readCsv(String name) {
        List<double[]> rows = new ArrayList<>();
        for (String line : read(folder.resolve(name)).lines().toList()) {
            boolean heading = line.isBlank() || (Character.isLetter(line.strip().charAt(0)) && !line.startsWith("nan"));
            if (!heading) {
                rows.add(Stream.of(line.strip().split(",", -1)).mapToDouble(GoldenCase::number).toArray());
            }
        }
        return rows.toArray(new double[0][]);
    }

    private static double number(String text) {
        return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public int epochs() {
        return (int) value("n");
    }

    public int arcs() {
        return (int) value("arcs");
    }

    public double value(String key) {
        return (Double) json.get(key);
    }

    /** Prior standard deviations of offset (rad), velocity (mm/year), height (m), thermal (mm/degC). */
    public double[] priorSigma() {
        Map<String, Object> prior = asMap(json.get("prior_sigma"));
        return Stream.of("offset_rad", "vel_mm_yr", "height_m", "ther_mm_degC").mapToDouble(key -> (Double) prior.get(key)).toArray();
    }

    /** Sigma of each arc (rad). */
    public double[] sigma() {
        return Stream.of(csv("arcs.csv")).mapToDouble(row -> row[3]).toArray();
    }

    /** Height to phase of an arc (m/m), the mean of both ends. */
    public double[] heightToPhase(int arc) {
        double[][] epochs = csv("epochs.csv");
        double[][] points = has("h2ph_pnt.csv") ? csv("h2ph_pnt.csv") : null;
        double[] mean = new double[epochs.length];
        for (int i = 0; i < mean.length; i++) {
            double reference = epochs[i][4];
            mean[i] = points == null ? reference : 0.5 * (reference + points[arc][i]);
        }
        return mean;
    }

    /** Design matrix B of an arc, n x 4, row-major. */
    public double[] design(int arc) {
        double[][] epochs = csv("epochs.csv");
        double[] h2ph = heightToPhase(arc);
        double m2ph = -4.0 * Math.PI / value("wavelength_m");
        double[] design = new double[epochs.length * 4];
        for (int i = 0; i < epochs.length; i++) {
            design[i * 4] = 1.0;
            design[i * 4 + 1] = epochs[i][2] * m2ph / 1000.0;
            design[i * 4 + 2] = h2ph[i] * m2ph;
            design[i * 4 + 3] = epochs[i][5] * m2ph / 1000.0;
        }
        return design;
    }

    /** The structured model of an arc. */
    public StructuredModel model(int arc) {
        StructuredModel model = new StructuredModel(epochs(), 4);
        model.setDesign(design(arc), priorSigma());
        model.setSigma(sigma()[arc]);
        return model;
    }

    /** What the reference says of an arc and a method: sqnorm, Ps, nfixed. */
    public Map<String, Object> result(int arc, String method) {
        Map<String, Object> entry = asMap(asList(json.get("results")).get(arc));
        return asMap(asMap(entry.get("methods")).get(method));
    }

    @Override
    public String toString() {
        return name();
    }
}
