package org.insardask.benchmarks.engine;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stack.SnapDate;

/**
 * Writes a product of a given size for the benchmarks of the engine: a mother and interferograms with it, 12 days apart. The samples are
 * seeded noise; no two rows that stand next to each other are equal.
 */
public final class EngineInputs {
    private static final String USAGE = "Usage: EngineInputs FORMAT FILE WIDTH HEIGHT INTERFEROGRAMS";
    private static final LocalDate MOTHER = LocalDate.of(2021, 3, 31);
    private static final int DAYS = 12;
    private static final int PATTERN = 1021;

    private EngineInputs() {
    }

    /** Command line: {@code FORMAT FILE WIDTH HEIGHT INTERFEROGRAMS}. */
    public static void main(String[] args) {
        System.exit(run(args, System.err));
    }

    static int run(String[] args, PrintStream messages) {
        if (args.length != 5) {
            messages.println(USAGE);
            return 1;
        }
        try {
            Product product = stack(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
            write(product, args[0], new File(args[1]));
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            messages.println("Error: " + e.getMessage());
            return 1;
        }
    }

    /** A product with the bands of a mother and of interferograms, without samples. */
    static Product stack(int width, int height, int interferograms) {
        Product product = new Product("stack", "SLC", width, height);
        String mother = SnapDate.format(MOTHER);
        addImage(product, "VV_" + mother);
        for (int k = 1; k <= interferograms; k++) {
            addImage(product, "ifg_VV_" + mother + "_" + SnapDate.format(MOTHER.plusDays((long) DAYS * k)));
        }
        MetadataElement metadata = new MetadataElement("Abstracted_Metadata");
        metadata.setAttributeUTC("first_line_time", time());
        metadata.setAttributeDouble("radar_frequency", 5405.0);
        product.getMetadataRoot().addElement(metadata);
        return product;
    }

    private static ProductData.UTC time() {
        try {
            return ProductData.UTC.parse("31-MAR-2021 05:50:35.812250");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addImage(Product product, String name) {
        addBand(product, "i_" + name, "real");
        addBand(product, "q_" + name, "imaginary");
    }

    private static void addBand(Product product, String name, String unit) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT32);
        band.setUnit(unit);
        band.setNoDataValue(0);
        band.setNoDataValueUsed(true);
    }

    private static void write(Product product, String format, File file) throws IOException {
        ProductWriter writer = ProductIO.getProductWriter(format);
        if (writer == null) {
            throw new IOException("there is no writer for the format '" + format + "'");
        }
        writer.writeProductNodes(product, file);
        int width = product.getSceneRasterWidth();
        for (Band band : product.getBands()) {
            float[] pattern = pattern(width, band.getName().hashCode());
            int rows = Math.max(1, (1 << 22) / width);
            for (int y = 0; y < band.getRasterHeight(); y += rows) {
                int n = Math.min(rows, band.getRasterHeight() - y);
                writer.writeBandRasterData(band, 0, y, width, n, rows(pattern, y, n, width), ProgressMonitor.NULL);
            }
        }
        writer.close();
    }

    private static float[] pattern(int width, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] pattern = new float[width + PATTERN];
        for (int k = 0; k < pattern.length; k++) {
            pattern[k] = (float) (random.nextDouble() * 200 - 100);
        }
        return pattern;
    }

    /** Rows that begin at different places of one long row of noise. */
    private static ProductData rows(float[] pattern, int y, int n, int width) {
        float[] samples = new float[n * width];
        for (int row = 0; row < n; row++) {
            System.arraycopy(pattern, (int) ((y + row) * 7L % PATTERN), samples, row * width, width);
        }
        return ProductData.createInstance(samples);
    }
}
