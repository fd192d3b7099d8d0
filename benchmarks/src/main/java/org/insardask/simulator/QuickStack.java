package org.insardask.simulator;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/**
 * Writes large stacks of interferograms in little time, for benchmarks of whole operators: band by band, with sums of four uniform
 * numbers for normal ones, the noise of the mother left out, and without atmosphere. Geometry, epochs and metadata are those of
 * {@link StackSimulator}. In the coherent case all pixels but the corner reflectors, of which the best reference is one, have a
 * noise of 0.4 rad.
 */
public final class QuickStack {
    private static final String USAGE = "Usage: QuickStack coherent|town WIDTH HEIGHT INTERFEROGRAMS TARGET.dim";
    private static final double COHERENT_SIGMA = 0.4;
    /** Relative deviation of the amplitude by phase sigma, such that the curve of NMAD gives about that sigma. */
    private static final double AMPLITUDE_NOISE = 0.65;
    private static final double MILLIMETRE = 1.0e-3;

    private final StackSimulator simulator;
    private final Truth truth;
    private final boolean coherent;

    private QuickStack(SimulationSettings settings, boolean coherent) {
        this.simulator = new StackSimulator(settings);
        this.truth = simulator.truth();
        this.coherent = coherent;
    }

    /** Command line: {@code coherent|town WIDTH HEIGHT INTERFEROGRAMS TARGET.dim}. */
    public static void main(String[] args) {
        System.exit(run(args, System.err));
    }

    static int run(String[] args, PrintStream messages) {
        if (args.length != 5 || !(args[0].equals("coherent") || args[0].equals("town"))) {
            messages.println(USAGE);
            return 1;
        }
        try {
            SimulationSettings settings = SimulationSettings.town()
                    .resized(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            new QuickStack(settings, args[0].equals("coherent")).write(Path.of(args[4]));
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            messages.println("Error: " + e);
            return 1;
        }
    }

    /** Writes the product, and beside it {@code temperatures.csv}. */
    private void write(Path target) throws IOException {
        TownProducts products = new TownProducts(simulator);
        Acquisitions acquisitions = simulator.acquisitions();
        Product product = products.interferogramHeader();
        for (int k = 0; k < acquisitions.count(); k++) {
            if (k != acquisitions.mother()) {
                addBand(product, "i_" + products.interferogramSuffix(k), "real");
                addBand(product, "q_" + products.interferogramSuffix(k), "imaginary");
            }
        }
        ProductWriter writer = ProductIO.getProductWriter("BEAM-DIMAP");
        writer.writeProductNodes(product, target.toFile());
        float[] re = new float[truth.width * truth.height];
        float[] im = new float[truth.width * truth.height];
        for (int k = 0; k < acquisitions.count(); k++) {
            if (k != acquisitions.mother()) {
                fill(k, re, im);
                write(writer, product.getBand("i_" + products.interferogramSuffix(k)), re);
                write(writer, product.getBand("q_" + products.interferogramSuffix(k)), im);
            }
        }
        writer.flush();
        writer.close();
        product.dispose();
        Simulator.writeTemperatures(acquisitions, new File(target.toFile().getAbsoluteFile().getParentFile(), "temperatures.csv").toPath());
    }

    private static void addBand(Product product, String name, String unit) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT32);
        band.setUnit(unit);
        band.setNoDataValue(0);
        band.setNoDataValueUsed(true);
    }

    private static void write(ProductWriter writer, Band band, float[] samples) throws IOException {
        writer.writeBandRasterData(band, 0, 0, band.getRasterWidth(), band.getRasterHeight(), ProductData.createInstance(samples),
                ProgressMonitor.NULL);
    }

    private void fill(int epoch, float[] re, float[] im) {
        SplittableRandom random = new SplittableRandom(epoch);
        Arrays.fill(re, 0.0f);
        Arrays.fill(im, 0.0f);
        for (int i = 0; i < re.length; i++) {
            if (coherent || truth.surface(i).coherent()) {
                double sigma = coherent && truth.surface(i) != Surface.REFLECTOR ? COHERENT_SIGMA : truth.sigma[i];
                double phase = modelPhase(epoch, i) + sigma * normal(random);
                double amplitude = Math.max(1.0, 100.0 * (1.0 + AMPLITUDE_NOISE * sigma * normal(random)));
                re[i] = (float) (amplitude * Math.cos(phase));
                im[i] = (float) (amplitude * Math.sin(phase));
            } else if (truth.amplitude[i] > 0.0f) {
                re[i] = (float) (truth.amplitude[i] * normal(random));
                im[i] = (float) (truth.amplitude[i] * normal(random));
            }
        }
    }

    /** In the coherent case the town stands on every pixel: ground in a bowl of subsidence, and heights up to 30 m. */
    private double modelPhase(int epoch, int i) {
        int x = i % truth.width;
        if (!coherent) {
            return simulator.modelPhase(epoch, x, i / truth.width);
        }
        Acquisitions acquisitions = simulator.acquisitions();
        double height = i % 31;
        double metres = Radar.heightToRange(x + 0.5, acquisitions.baseline(epoch)) * height
                + MILLIMETRE * (truth.velocity[i] * acquisitions.years(epoch) + 0.01 * height * acquisitions.warmth(epoch));
        return Radar.metresToPhase() * metres;
    }

    /** The sum of four uniform numbers, scaled to mean 0 and deviation 1. */
    private static double normal(SplittableRandom random) {
        long bits = random.nextLong();
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum - 2.0 * 0xFFFF) * Math.sqrt(3.0) / 0x1p16;
    }
}
