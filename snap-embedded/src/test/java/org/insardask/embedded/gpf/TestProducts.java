package org.insardask.embedded.gpf;

import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/** Small products in memory for tests. */
public final class TestProducts {

    private TestProducts() {
    }

    /** A product with float32 bands b0, b1 ... whose sample at x, y of band n is 1000 n + 100 y + x. */
    public static Product ramp(int width, int height, int bands) {
        Product product = new Product("ramp", "RAMP", width, height);
        for (int b = 0; b < bands; b++) {
            float[] samples = new float[width * height];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = 1000 * b + 100 * (i / width) + i % width;
            }
            product.addBand("b" + b, ProductData.TYPE_FLOAT32).setRasterData(ProductData.createInstance(samples));
        }
        return product;
    }

    /** All samples of a band. */
    public static float[] read(Product product, String band) throws Exception {
        Band node = product.getBand(band);
        return node.readPixels(0, 0, node.getRasterWidth(), node.getRasterHeight(), (float[]) null);
    }
}
