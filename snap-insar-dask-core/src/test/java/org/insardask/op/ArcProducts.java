package org.insardask.op;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;
import org.insardask.ils.GoldenCase;

/** Products in memory for Arc-Unwrapping, and what is read of its results. */
final class ArcProducts {

    static final LocalDate MOTHER = LocalDate.of(2021, 1, 1);

    private ArcProducts() {
    }

    /** A date as SNAP writes it. */
    static String snap(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("ddMMMyyyy", Locale.ENGLISH));
    }

    /** The dates of the epochs of a reference case. */
    static LocalDate[] dates(GoldenCase golden) {
        double[][] epochs = golden.csv("epochs.csv");
        LocalDate[] dates = new LocalDate[epochs.length];
        for (int i = 0; i < dates.length; i++) {
            dates[i] = MOTHER.plusDays((long) epochs[i][1]);
        }
        return dates;
    }

    /** An empty stack with its metadata. */
    static Product empty(String name, int width, int height, double wavelength) {
        Product product = new Product(name, "SLC", width, height);
        MetadataElement abstracted = new MetadataElement("Abstracted_Metadata");
        product.getMetadataRoot().addElement(abstracted);
        abstracted.setAttributeDouble("radar_frequency", 299792458.0 / wavelength / 1.0e6);
        return product;
    }

    /** Adds a band with samples. */
    static Band add(Product product, String name, String unit, float[] samples) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT32);
        band.setUnit(unit);
        band.setRasterData(ProductData.createInstance(samples));
        if (unit.equals("real") || unit.equals("imaginary")) {
            band.setNoDataValue(0.0);
            band.setNoDataValueUsed(true);
        }
        return band;
    }

    /** A reference case as a row of pixels: the reference, then the points of the arcs. */
    static Product of(GoldenCase golden) {
        int arcs = golden.arcs();
        LocalDate[] dates = dates(golden);
        double[][] real = golden.csv("sd_pnt_re.csv");
        double[][] imaginary = golden.csv("sd_pnt_im.csv");
        double[][] reference = golden.csv("sd_ref.csv");
        double[][] epochs = golden.csv("epochs.csv");
        double[][] heights = golden.has("h2ph_pnt.csv") ? golden.csv("h2ph_pnt.csv") : null;
        Product product = empty(golden.name(), arcs + 1, 1, golden.value("wavelength_m"));
        for (int e = 0; e < dates.length; e++) {
            float[] re = new float[arcs + 1];
            float[] im = new float[arcs + 1];
            float[] h2ph = new float[arcs + 1];
            for (int p = 0; p <= arcs; p++) {
                re[p] = (float) (p == 0 ? reference[e][0] : real[p - 1][e]);
                im[p] = (float) (p == 0 ? reference[e][1] : imaginary[p - 1][e]);
                h2ph[p] = (float) (p == 0 || heights == null ? epochs[e][4] : heights[p - 1][e]);
            }
            String date = snap(dates[e]);
            add(product, "i_ifg_VV_" + snap(MOTHER) + "_" + date, "real", re);
            add(product, "q_ifg_VV_" + snap(MOTHER) + "_" + date, "imaginary", im);
            add(product, "h2ph_VV_" + date, "m/m", h2ph);
        }
        float[] sigma = new float[arcs + 1];
        double[][] rows = golden.csv("arcs.csv");
        for (int p = 0; p <= arcs; p++) {
            sigma[p] = (float) (p == 0 ? rows[0][1] : rows[p - 1][2]);
        }
        add(product, "sigma", "rad", sigma);
        return product;
    }

    /** The temperatures of a reference case; that of the mother is 0. */
    static File temperatures(GoldenCase golden, Path folder) {
        StringBuilder text = new StringBuilder("date,temperature\n" + MOTHER + ",0.0\n");
        LocalDate[] dates = dates(golden);
        double[][] epochs = golden.csv("epochs.csv");
        for (int e = 0; e < dates.length; e++) {
            text.append(dates[e]).append(',').append(epochs[e][5]).append('\n');
        }
        return write(folder, golden.name() + "_temp.csv", text.toString());
    }

    static File write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parameters of a reference case, without method and outputs. */
    static Map<String, Object> parameters(GoldenCase golden, Path folder) {
        double[] prior = golden.priorSigma();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("referenceX", 0);
        parameters.put("referenceY", 0);
        parameters.put("quality", "BAND");
        parameters.put("qualityBand", "sigma");
        parameters.put("temperatureFile", temperatures(golden, folder));
        parameters.put("sigmaOffset", prior[0]);
        parameters.put("sigmaVelocity", prior[1]);
        parameters.put("sigmaHeight", prior[2]);
        parameters.put("sigmaThermal", prior[3]);
        return parameters;
    }

    /** Runs the operator. */
    static Product run(Map<String, Object> parameters, Product... sources) {
        return GPF.createProduct("Arc-Unwrapping", parameters, sources);
    }

    /** All samples of a band. */
    static float[] floats(Product product, String band) {
        Band found = product.getBand(band);
        if (found == null) {
            throw new IllegalArgumentException("no band " + band + ", but " + String.join(", ", product.getBandNames()));
        }
        try {
            int width = product.getSceneRasterWidth();
            int height = product.getSceneRasterHeight();
            return found.readPixels(0, 0, width, height, new float[width * height]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
