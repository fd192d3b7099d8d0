package org.insardask.ui.series;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;

/** Unwrapped products of the simulated town. Their reference is pixel (110, 86). */
public final class TownProducts {

    /** All groups of bands. */
    public static final String ALL = "PARAMETERS,UNCERTAINTY,QUALITY,UNWRAPPED,WRAPPED,ESTIMATED,DISPLACEMENT,HEIGHT,THERMAL,AMBIGUITIES";

    private static final Path TOWN = Path.of(System.getProperty("insardask.root", "..")).resolve("test-products/town");

    private TownProducts() {
    }

    /** Unwraps the town with all terms. */
    public static Product unwrapped(String outputs) {
        return unwrapped(outputs, Map.of());
    }

    /** Unwraps the town; parameters replace the usual ones. */
    public static Product unwrapped(String outputs, Map<String, Object> parameters) {
        try {
            Product source = ProductIO.readProduct(TOWN.resolve("town_ifg.dim").toFile());
            Map<String, Object> all = new HashMap<>();
            all.put("referenceX", 110);
            all.put("referenceY", 86);
            all.put("temperatureFile", new File(TOWN.resolve("town_temperatures.csv").toString()));
            all.put("outputs", outputs.split(","));
            all.putAll(parameters);
            GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
            return GPF.createProduct("Arc-Unwrapping", all, Collections.singletonMap("source", source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one sample. */
    public static double sample(Product product, String band, int x, int y) {
        try {
            return product.getBand(band).readPixels(x, y, 1, 1, new double[1])[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
