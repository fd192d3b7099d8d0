package org.insardask.op;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;
import org.insardask.stm.PointsProduct;

/** A scene with a mask, the points of its pixels, and operators run on them. */
final class PointsCase {

    final ArcScene scene;
    private final byte[] mask;
    /** Row * width + column of each point. */
    private final int[] points;

    /** Every pixel is a point with a probability. */
    PointsCase(int width, int height, int epochs, double share) {
        scene = new ArcScene(width, height, epochs, 0.1);
        Random random = new Random(5);
        mask = new byte[width * height];
        int[] places = new int[mask.length];
        int count = 0;
        for (int p = 0; p < mask.length; p++) {
            if (random.nextDouble() < share) {
                mask[p] = 1;
                places[count++] = p;
            }
        }
        points = Arrays.copyOf(places, count);
    }

    int[] points() {
        return points;
    }

    /** The stack of images with the mask and a band of integers. */
    Product stack() {
        Product product = scene.withHeightBands(scene.images(), 1.0);
        Band band = product.addBand("ps", ProductData.TYPE_UINT8);
        band.setRasterData(ProductData.createInstance(ProductData.TYPE_UINT8, mask.clone()));
        short[] numbers = new short[mask.length];
        for (int p = 0; p < numbers.length; p++) {
            numbers[p] = (short) p;
        }
        product.addBand("number", ProductData.TYPE_INT16).setRasterData(ProductData.createInstance(numbers));
        return product;
    }

    Product extract(Object... namesAndValues) {
        return run("Points-Extraction", stack(), namesAndValues);
    }

    /** The samples of a raster at the points, then what fills the rows. */
    double[] atPoints(double[] raster, double tail) {
        int size = points.length <= 4096 ? points.length : (points.length + 4095) / 4096 * 4096;
        double[] samples = new double[size];
        Arrays.fill(samples, tail);
        for (int k = 0; k < points.length; k++) {
            samples[k] = raster[points[k]];
        }
        return samples;
    }

    static Product run(String operator, Product source, Object... namesAndValues) {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return source == null ? GPF.createProduct(operator, parameters) : GPF.createProduct(operator, parameters, source);
    }

    static int count(Product product) {
        return PointsProduct.layoutOf(product).orElseThrow().count();
    }
}
