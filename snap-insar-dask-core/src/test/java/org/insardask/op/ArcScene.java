package org.insardask.op;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;

/** A small seeded scene: images of a mother and daughters with offset, velocity and height that vary over the scene. */
final class ArcScene {

    static final double WAVELENGTH = 0.055465763;
    private static final double RANGE = 850000.0;
    private static final double INCIDENCE = 35.0;

    final int width;
    final int height;
    final int epochs;
    final LocalDate[] dates;
    final double[] baselines;
    final double[] velocity;
    final double[] heights;
    private final float[][] real;
    private final float[][] imaginary;
    private final float[] motherReal;
    private final float[] motherImaginary;

    ArcScene(int width, int height, int epochs, double noise) {
        this.width = width;
        this.height = height;
        this.epochs = epochs;
        Random random = new Random(99L);
        int pixels = width * height;
        dates = new LocalDate[epochs];
        baselines = new double[epochs];
        for (int e = 0; e < epochs; e++) {
            dates[e] = ArcProducts.MOTHER.plusDays(12L * (e + 1 - epochs / 3 + (e + 1 >= epochs / 3 ? 1 : 0)));
            baselines[e] = 60.0 * random.nextGaussian();
        }
        velocity = new double[pixels];
        heights = new double[pixels];
        motherReal = new float[pixels];
        motherImaginary = new float[pixels];
        real = new float[epochs][pixels];
        imaginary = new float[epochs][pixels];
        for (int p = 0; p < pixels; p++) {
            velocity[p] = -8.0 * (p % width) / width;
            heights[p] = 15.0 * Math.sin(0.7 * p);
            double level = noise * (0.3 + random.nextDouble());
            double motherPhase = 2.0 * Math.PI * random.nextDouble();
            double amplitude = 80.0 + 20.0 * random.nextDouble();
            motherReal[p] = (float) (amplitude * Math.cos(motherPhase));
            motherImaginary[p] = (float) (amplitude * Math.sin(motherPhase));
            fillDaughters(p, motherPhase, amplitude, level, random);
        }
    }

    private void fillDaughters(int p, double motherPhase, double amplitude, double level, Random random) {
        double m2ph = -4.0 * Math.PI / WAVELENGTH;
        for (int e = 0; e < epochs; e++) {
            double years = (dates[e].toEpochDay() - ArcProducts.MOTHER.toEpochDay()) / 365.25;
            double phase = m2ph * (years * velocity[p] / 1000.0 + baselines[e] * perMetre() * heights[p]) + level * random.nextGaussian();
            double scatter = amplitude * (1.0 + 0.5 * level * random.nextGaussian());
            real[e][p] = (float) (scatter * Math.cos(motherPhase - phase));
            imaginary[e][p] = (float) (scatter * Math.sin(motherPhase - phase));
        }
    }

    static double perMetre() {
        return 1.0 / (RANGE * Math.sin(Math.toRadians(INCIDENCE)));
    }

    /** Takes away the sample of a pixel at an epoch. */
    void erase(int epoch, int pixel) {
        real[epoch][pixel] = 0.0f;
        imaginary[epoch][pixel] = 0.0f;
    }

    /** The stack of images. */
    Product images() {
        Product product = empty("images");
        String mother = ArcProducts.snap(ArcProducts.MOTHER);
        ArcProducts.add(product, "i_VV_ref_" + mother, "real", motherReal.clone());
        ArcProducts.add(product, "q_VV_ref_" + mother, "imaginary", motherImaginary.clone());
        for (int e = 0; e < epochs; e++) {
            String name = "_VV_sec" + (e + 1) + "_" + ArcProducts.snap(dates[e]);
            ArcProducts.add(product, "i" + name, "real", real[e].clone());
            ArcProducts.add(product, "q" + name, "imaginary", imaginary[e].clone());
        }
        return product;
    }

    /** The stack of interferograms mother * conj(daughter). */
    Product interferograms() {
        Product product = empty("interferograms");
        for (int e = 0; e < epochs; e++) {
            float[] re = new float[width * height];
            float[] im = new float[width * height];
            for (int p = 0; p < re.length; p++) {
                re[p] = motherReal[p] * real[e][p] + motherImaginary[p] * imaginary[e][p];
                im[p] = motherImaginary[p] * real[e][p] - motherReal[p] * imaginary[e][p];
            }
            String name = "_ifg_VV_" + ArcProducts.snap(ArcProducts.MOTHER) + "_" + ArcProducts.snap(dates[e]);
            ArcProducts.add(product, "i" + name, "real", re);
            ArcProducts.add(product, "q" + name, "imaginary", im);
        }
        return product;
    }

    /** Adds height-to-phase bands. */
    Product withHeightBands(Product product, double sign) {
        for (int e = 0; e < epochs; e++) {
            float[] factors = new float[width * height];
            Arrays.fill(factors, (float) (sign * baselines[e] * perMetre()));
            ArcProducts.add(product, "h2ph_VV_" + ArcProducts.snap(dates[e]), "m/m", factors);
        }
        return product;
    }

    private Product empty(String name) {
        Product product = ArcProducts.empty(name, width, height, WAVELENGTH);
        addGrid(product, "incident_angle", INCIDENCE, INCIDENCE, INCIDENCE, INCIDENCE);
        double time = 2.0 * RANGE / 299792458.0 * 1.0e9;
        addGrid(product, "slant_range_time", time, time, time, time);
        TiePointGrid latitude = addGrid(product, "latitude", 52.4, 52.4, 52.3, 52.3);
        TiePointGrid longitude = addGrid(product, "longitude", 4.8, 4.9, 4.8, 4.9);
        product.setSceneGeoCoding(new TiePointGeoCoding(latitude, longitude));
        addBaselines(product);
        return product;
    }

    private TiePointGrid addGrid(Product product, String name, double... values) {
        float[] points = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            points[i] = (float) values[i];
        }
        TiePointGrid grid = new TiePointGrid(name, 2, 2, 0.5, 0.5, width - 1.0, height - 1.0, points);
        product.addTiePointGrid(grid);
        return grid;
    }

    private void addBaselines(Product product) {
        MetadataElement all = new MetadataElement("Baselines");
        MetadataElement ofMother = new MetadataElement("Ref_" + ArcProducts.snap(ArcProducts.MOTHER));
        for (int e = 0; e < epochs; e++) {
            MetadataElement element = new MetadataElement("Secondary_" + ArcProducts.snap(dates[e]));
            element.setAttributeDouble("Perp Baseline", baselines[e]);
            ofMother.addElement(element);
        }
        all.addElement(ofMother);
        product.getMetadataRoot().getElement("Abstracted_Metadata").addElement(all);
    }

    /** Takes the baselines out of the metadata. */
    static Product withoutBaselines(Product product) {
        MetadataElement abstracted = product.getMetadataRoot().getElement("Abstracted_Metadata");
        abstracted.removeElement(abstracted.getElement("Baselines"));
        return product;
    }

    /** Parameters of a run without thermal term. */
    static Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("terms", new String[] {"offset", "velocity", "height"});
        parameters.put("referenceX", 0);
        parameters.put("referenceY", 0);
        return parameters;
    }
}
