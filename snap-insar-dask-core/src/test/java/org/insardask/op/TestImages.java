package org.insardask.op;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.stack.BandName;
import org.insardask.stack.Component;
import org.insardask.stack.InterferogramBandName;
import org.insardask.stack.SlcBandName;
import org.insardask.stack.TestProducts;

/**
 * Random images of dates, and products filled with them and with their interferograms mother * conj(daughter). Pixels 0 to 4 of every
 * image, and another one in each, have no data.
 */
final class TestImages {

    static final int WIDTH = 37;
    static final int HEIGHT = 23;
    static final int PIXELS = WIDTH * HEIGHT;

    private final Map<LocalDate, float[][]> images = new HashMap<>();

    /** A product from one line, see {@link TestProducts}, whose images and interferograms hold samples. */
    Product product(String text) {
        Product product = TestProducts.of(text + " @size=" + WIDTH + "x" + HEIGHT);
        for (Band band : product.getBands()) {
            BandName.parse(band.getName()).map(this::samples).ifPresent(samples -> band.setRasterData(ProductData.createInstance(samples)));
        }
        return product;
    }

    /** Samples of an image: real and imaginary parts. */
    float[][] image(LocalDate date) {
        return images.computeIfAbsent(date, TestImages::random);
    }

    private float[] samples(BandName name) {
        if (name instanceof SlcBandName slc) {
            return image(slc.date().orElseThrow())[slc.component() == Component.REAL ? 0 : 1].clone();
        }
        InterferogramBandName ifg = (InterferogramBandName) name;
        float[][] m = image(ifg.mother());
        float[][] s = image(ifg.daughter());
        float[] samples = new float[PIXELS];
        for (int k = 0; k < PIXELS; k++) {
            double re = (double) m[0][k] * s[0][k] + (double) m[1][k] * s[1][k];
            double im = (double) m[1][k] * s[0][k] - (double) m[0][k] * s[1][k];
            samples[k] = (float) (ifg.component() == Component.REAL ? re : im);
        }
        return samples;
    }

    private static float[][] random(LocalDate date) {
        Random random = new Random(date.toEpochDay());
        float[][] image = new float[2][PIXELS];
        for (int k = 5; k < PIXELS; k++) {
            image[0][k] = (float) (random.nextGaussian() * 100);
            image[1][k] = (float) (random.nextGaussian() * 100);
        }
        int empty = 5 + random.nextInt(PIXELS - 5);
        image[0][empty] = 0;
        image[1][empty] = 0;
        return image;
    }
}
