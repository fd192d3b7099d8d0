package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;

/** Products of one row of points with bands lon and lat, and the operator run on them. */
final class PointProducts {

    private PointProducts() {
    }

    static Product of(double[] lon, double[] lat) {
        Product product = new Product("points", "POINTS", lon.length, 1);
        addBand(product, "lon", lon);
        addBand(product, "lat", lat);
        return product;
    }

    static void addBand(Product product, String name, double[] samples) {
        Band band = product.addBand(name, ProductData.TYPE_FLOAT64);
        band.setRasterData(ProductData.createInstance(samples));
    }

    /** Runs the operator; further parameters are given as names and values in turn. */
    static Product enrich(Product source, Path file, String fields, Object... more) {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("vectorFile", file.toFile());
        parameters.put("fields", fields);
        for (int i = 0; i < more.length; i += 2) {
            parameters.put((String) more[i], more[i + 1]);
        }
        return GPF.createProduct("Polygon-Enrichment", parameters, source);
    }

    /** Runs the operator with the places of the bands lon and lat. */
    static Product enrichPoints(Product source, Path file, String fields, Object... more) {
        Object[] all = new Object[more.length + 4];
        System.arraycopy(more, 0, all, 0, more.length);
        System.arraycopy(new Object[] {"longitudeBand", "lon", "latitudeBand", "lat"}, 0, all, more.length, 4);
        return enrich(source, file, fields, all);
    }

    static double[] doubles(Product product, String band) throws IOException {
        int width = product.getSceneRasterWidth();
        int height = product.getSceneRasterHeight();
        return product.getBand(band).readPixels(0, 0, width, height, new double[width * height], ProgressMonitor.NULL);
    }

    static int[] ints(Product product, String band) throws IOException {
        int width = product.getSceneRasterWidth();
        int height = product.getSceneRasterHeight();
        return product.getBand(band).readPixels(0, 0, width, height, new int[width * height], ProgressMonitor.NULL);
    }

    /** Returns the texts that the samples of an index band stand for, null for no-data. */
    static String[] texts(Product product, String band) throws IOException {
        int[] samples = ints(product, band);
        String[] names = product.getBand(band).getIndexCoding().getIndexNames();
        String[] texts = new String[samples.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = samples[i] < 0 ? null : names[samples[i]];
        }
        return texts;
    }

    static File write(Product product, Path file, String format) {
        GPF.writeProduct(product, file.toFile(), format, false, ProgressMonitor.NULL);
        return file.toFile();
    }
}
