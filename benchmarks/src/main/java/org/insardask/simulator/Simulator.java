package org.insardask.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;

/**
 * Writes a simulated stack and its truth to a folder.
 *
 * <p>With settings of the name {@code town}: {@code town_mother.dim} (mother SLC), {@code town_ifg.dim} (interferograms),
 * {@code town_truth.dim}, {@code town_buildings.gpkg}, {@code town_temperatures.csv} and {@code town_epochs.csv}.
 */
public final class Simulator {
    private static final String FORMAT = "BEAM-DIMAP";
    private static final String USAGE = "Usage: Simulator SETTINGS.properties FOLDER";

    private Simulator() {
    }

    /** Command line: {@code SETTINGS.properties FOLDER}. */
    public static void main(String[] args) {
        System.exit(run(args, System.err));
    }

    static int run(String[] args, PrintStream messages) {
        if (args.length != 2) {
            messages.println(USAGE);
            return 1;
        }
        try {
            Path folder = Path.of(args[1]);
            write(SimulationSettings.read(Path.of(args[0])), folder);
            messages.println("Wrote " + folder);
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            messages.println("Error: " + e);
            return 1;
        }
    }

    /**
     * Simulates a stack and writes it, replacing what is there.
     *
     * @throws IOException if a file cannot be written
     */
    public static void write(SimulationSettings settings, Path folder) throws IOException {
        Files.createDirectories(folder);
        StackSimulator simulator = new StackSimulator(settings);
        TownProducts products = new TownProducts(simulator);
        write(products.mother(), folder);
        write(products.interferograms(), folder);
        write(products.truth(), folder);
        BuildingsFile.write(simulator.plan().buildings(), folder.resolve(settings.name() + "_buildings.gpkg"));
        writeTemperatures(simulator.acquisitions(), folder.resolve(settings.name() + "_temperatures.csv"));
        writeEpochs(simulator.acquisitions(), folder.resolve(settings.name() + "_epochs.csv"));
    }

    private static void write(Product product, Path folder) throws IOException {
        ProductIO.writeProduct(product, folder.resolve(product.getName() + ".dim").toFile(), FORMAT, false);
        product.dispose();
    }

    static void writeTemperatures(Acquisitions acquisitions, Path file) throws IOException {
        try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write("date,temperature\n");
            for (int k = 0; k < acquisitions.count(); k++) {
                csv.write(String.format(Locale.ROOT, "%s,%.1f", acquisitions.date(k), acquisitions.temperature(k)) + "\n");
            }
        }
    }

    private static void writeEpochs(Acquisitions acquisitions, Path file) throws IOException {
        try (Writer csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write("date,days_from_mother,perpendicular_baseline,temperature\n");
            for (int k = 0; k < acquisitions.count(); k++) {
                String line = String.format(Locale.ROOT, "%s,%d,%.2f,%.1f", acquisitions.date(k), acquisitions.days(k),
                        acquisitions.baseline(k), acquisitions.temperature(k));
                csv.write(line + "\n");
            }
        }
    }
}
