package org.insardask.op;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;

/** A stack whose pixels are those of ps-selection-numpy.csv, 8 in a row, and the operator run on stacks. */
final class PsScene {

    static final int WIDTH = 8;
    static final int HEIGHT = 5;
    static final int EPOCHS = 9;
    private static final List<double[]> ROWS = read();

    private PsScene() {
    }

    private static List<double[]> read() {
        try (InputStream in = PsScene.class.getResourceAsStream("/ps-selection-numpy.csv")) {
            List<double[]> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    rows.add(Arrays.stream(line.split(",", -1)).map(text -> text.equals("nan") ? "NaN" : text)
                            .mapToDouble(Double::parseDouble).toArray());
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalDate date(int epoch) {
        return ArcProducts.MOTHER.plusDays(12L * epoch);
    }

    /** A part of the samples of an epoch: 0 real, 1 imaginary. */
    static float[] part(int epoch, int part) {
        float[] samples = new float[WIDTH * HEIGHT];
        for (int p = 0; p < samples.length; p++) {
            samples[p] = (float) ROWS.get(p)[2 * epoch + part];
        }
        return samples;
    }

    static float[] expected(String method) {
        float[] values = new float[WIDTH * HEIGHT];
        for (int p = 0; p < values.length; p++) {
            values[p] = (float) ROWS.get(p)[2 * EPOCHS + (method.equals("NAD") ? 0 : 1)];
        }
        return values;
    }

    /** Where the bands do not use a no-data value, 0 is an amplitude, as for DePSI. */
    static Product stack(boolean zeroIsNoData) {
        Product product = ArcProducts.empty("stack", WIDTH, HEIGHT, ArcScene.WAVELENGTH);
        for (int e = 0; e < EPOCHS; e++) {
            String name = "_VV_" + (e == 0 ? "ref" : "sec" + e) + "_" + ArcProducts.snap(date(e));
            ArcProducts.add(product, "i" + name, "real", part(e, 0));
            ArcProducts.add(product, "q" + name, "imaginary", part(e, 1));
        }
        for (Band band : product.getBands()) {
            band.setNoDataValueUsed(zeroIsNoData);
        }
        return product;
    }

    /** Runs the operator; parameters are given as names and values in turn. */
    static Product run(Product source, Object... namesAndValues) {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return GPF.createProduct("PS-Selection", parameters, source);
    }
}
