package org.insardask.op;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;

/** A made-up unwrapped scene whose pixel (x, y) lies at x degrees east and y degrees north, and polygons in it. */
final class StatisticsScene {

    static final int WIDTH = 37;
    static final int HEIGHT = 29;
    static final float MISSING = -999;
    static final int SOLVED = 1;
    static final int NOT_PROVEN = 2;
    static final int FEATURES = 6;

    final float[] velocity = new float[WIDTH * HEIGHT];
    final double[] height = new double[WIDTH * HEIGHT];
    final float[] coherence = new float[WIDTH * HEIGHT];
    final int[] status = new int[WIDTH * HEIGHT];

    StatisticsScene() {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Random random = new Random(3);
        for (int p = 0; p < velocity.length; p++) {
            velocity[p] = random.nextInt(10) == 0 ? MISSING : (float) (3 * random.nextGaussian());
            height[p] = random.nextInt(15) == 0 ? Double.NaN : 20 * random.nextGaussian();
            coherence[p] = random.nextFloat();
            status[p] = random.nextInt(4);
        }
    }

    Product product() {
        Product product = new Product("scene", "test", WIDTH, HEIGHT);
        addPlaces(product);
        Band band = product.addBand("velocity", ProductData.TYPE_FLOAT32);
        band.setNoDataValue(MISSING);
        band.setNoDataValueUsed(true);
        band.setRasterData(ProductData.createInstance(velocity));
        product.addBand("height", ProductData.TYPE_FLOAT64).setRasterData(ProductData.createInstance(height));
        product.addBand("temporal_coherence", ProductData.TYPE_FLOAT32).setRasterData(ProductData.createInstance(coherence));
        FlagCoding coding = new FlagCoding("status");
        coding.addFlag("solved", SOLVED, "");
        coding.addFlag("not_proven", NOT_PROVEN, "");
        product.getFlagCodingGroup().add(coding);
        Band flags = product.addBand("status", ProductData.TYPE_INT32);
        flags.setSampleCoding(coding);
        flags.setRasterData(ProductData.createInstance(status));
        return product;
    }

    private static void addPlaces(Product product) {
        double[] lon = new double[WIDTH * HEIGHT];
        double[] lat = new double[WIDTH * HEIGHT];
        for (int p = 0; p < lon.length; p++) {
            int row = p / WIDTH;
            lon[p] = p - row * WIDTH;
            lat[p] = row;
        }
        PointProducts.addBand(product, "lon", lon);
        PointProducts.addBand(product, "lat", lat);
    }

    /** Six features: a ring, a large one that a later one covers a part of, one of two parts, one beside the scene, one of one pixel. */
    static Path polygons(Path folder) throws IOException {
        List<String> features = List.of(
                feature("\"ring\",\"year\":1900,\"share\":0.5,\"old\":true", polygon(box(1.5, 1.5, 12.5, 10.5), box(4.5, 4.5, 8.5, 7.5))),
                feature("\"large\",\"year\":null,\"share\":2,\"old\":false", polygon(box(14.5, 0.5, 34.5, 14.5))),
                feature("\"cov\\\"er, 3\",\"year\":1950,\"share\":null,\"old\":null", polygon(box(20.5, 5.5, 40, 20.5))),
                feature("\"parts\",\"year\":1960,\"share\":-1,\"old\":true",
                        polygon(box(0.5, 15.5, 3.5, 27.5)) + "," + polygon(box(6.5, 20.5, 15.5, 24.5))),
                feature("\"beside\",\"year\":1970,\"share\":0,\"old\":true", polygon(box(100, 0, 101, 1))),
                feature("\"one\",\"year\":1980,\"share\":1,\"old\":false", polygon(box(29.5, 24.5, 30.5, 25.5))));
        return Files.writeString(folder.resolve("areas.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private static String feature(String name, String polygons) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":" + name
                + "},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[" + polygons + "]}}";
    }

    private static String polygon(String... rings) {
        return "[" + String.join(",", rings) + "]";
    }

    private static String box(double west, double south, double east, double north) {
        return String.format(Locale.ROOT, "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]", west, south, east, north);
    }

    /** The feature of a pixel, told without any geometry; -1 for none. */
    static int feature(int pixel) {
        int x = pixel % WIDTH;
        int y = pixel / WIDTH;
        if (x == 30 && y == 25) {
            return 5;
        }
        boolean firstPart = x >= 1 && x <= 3 && y >= 16 && y <= 27;
        boolean secondPart = x >= 7 && x <= 15 && y >= 21 && y <= 24;
        if (firstPart || secondPart) {
            return 3;
        }
        if (x >= 21 && y >= 6 && y <= 20) {
            return 2;
        }
        if (x >= 15 && x <= 34 && y >= 1 && y <= 14) {
            return 1;
        }
        boolean hole = x >= 5 && x <= 8 && y >= 5 && y <= 7;
        return x >= 2 && x <= 12 && y >= 2 && y <= 10 && !hole ? 0 : -1;
    }

    /** The velocities of a feature in pixels that count, in ascending order. */
    double[] velocities(int feature, IntPredicate counts) {
        return IntStream.range(0, velocity.length).filter(p -> feature(p) == feature && velocity[p] != MISSING)
                .filter(counts).mapToDouble(p -> velocity[p]).sorted().toArray();
    }

    /** Parameters of the operator for this scene; further ones are names and values in turn. */
    static Map<String, Object> parameters(Path output, Path polygons, Object... more) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("outputFile", output.toFile());
        if (polygons != null) {
            parameters.put("vectorFile", polygons.toFile());
            parameters.put("longitudeBand", "lon");
            parameters.put("latitudeBand", "lat");
        }
        for (int i = 0; i < more.length; i += 2) {
            parameters.put((String) more[i], more[i + 1]);
        }
        return parameters;
    }

    /** Runs the operator, and all of its tiles. */
    static void run(Product source, Map<String, Object> parameters, Dimension tileSize) throws IOException {
        RenderingHints hints = tileSize == null ? null : new RenderingHints(GPF.KEY_TILE_SIZE, tileSize);
        Operator operator = GPF.getDefaultInstance().createOperator("Polygon-Statistics", parameters, Map.of("source", source), hints);
        Product target = operator.getTargetProduct();
        int[] done = new int[target.getSceneRasterWidth() * target.getSceneRasterHeight()];
        target.getBandAt(0).readPixels(0, 0, target.getSceneRasterWidth(), target.getSceneRasterHeight(), done);
        target.dispose();
    }

    /** The fields of a line of CSV without quotes. */
    static List<String> fields(String line) {
        return new ArrayList<>(List.of(line.split(",", -1)));
    }
}
