package org.insardask.op;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;

/** A scene of 24 x 17 pixels that is unwrapped, polygons in it, and the operator run on it. */
final class ReReferencing {

    static final int WIDTH = 24;
    static final int HEIGHT = 17;
    /** Columns and rows of the rectangles of {@link #polygons}: first and last column, first and last row. */
    static final int[] EAST = {18, 22, 2, 5};
    static final int[] WEST_ONE = {2, 4, 10, 12};
    static final int[] WEST_TWO = {3, 6, 11, 15};
    private static final ArcScene SCENE = new ArcScene(WIDTH, HEIGHT, 30, 0.1);

    private ReReferencing() {
    }

    static ArcScene scene() {
        return SCENE;
    }

    static String unwrapped(int epoch) {
        return "dis_unw_" + ArcProducts.snap(SCENE.dates[epoch]);
    }

    /** The scene unwrapped against a pixel; without outputs the default ones. */
    static Product unwrap(ArcScene scene, int x, int y, String... outputs) {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.put("referenceX", x);
        parameters.put("referenceY", y);
        if (outputs.length > 0) {
            parameters.put("outputs", outputs);
        }
        return ArcProducts.run(parameters, scene.images());
    }

    /** Runs the operator; parameters are given as names and values in turn. */
    static Product run(Product source, Object... namesAndValues) {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return GPF.createProduct("Re-Reference", parameters, source);
    }

    /** A file of three rectangles of pixels; those in the west overlap. */
    static Path polygons(Path folder) throws IOException {
        String features = feature("east", 1, EAST) + "," + feature("west", 2, WEST_ONE) + "," + feature("west", 3, WEST_TWO) + ","
                + "{\"type\":\"Feature\",\"properties\":{\"name\":\"none\",\"number\":4},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[5,5],[6,5],[6,6],[5,5]]]}}";
        return Files.writeString(folder.resolve("areas.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    }

    private static String feature(String name, int number, int[] box) {
        String west = Double.toString(4.8 + 0.1 * (box[0] - 0.4) / (WIDTH - 1));
        String east = Double.toString(4.8 + 0.1 * (box[1] + 0.4) / (WIDTH - 1));
        String north = Double.toString(52.4 - 0.1 * (box[2] - 0.4) / (HEIGHT - 1));
        String south = Double.toString(52.4 - 0.1 * (box[3] + 0.4) / (HEIGHT - 1));
        String ring = String.join(",", Arrays.asList(point(west, south), point(east, south), point(east, north), point(west, north),
                point(west, south)));
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name + "\",\"number\":" + number
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}";
    }

    private static String point(String lon, String lat) {
        return "[" + lon + "," + lat + "]";
    }

    /** Which pixels lie in some rectangles. */
    static boolean[] inside(int[]... boxes) {
        boolean[] inside = new boolean[WIDTH * HEIGHT];
        for (int[] box : boxes) {
            for (int y = box[2]; y <= box[3]; y++) {
                Arrays.fill(inside, y * WIDTH + box[0], y * WIDTH + box[1] + 1, true);
            }
        }
        return inside;
    }

    /** The mean over the pixels that count, which all have data. */
    static double mean(float[] samples, boolean[] counts) {
        double sum = 0.0;
        int n = 0;
        for (int p = 0; p < samples.length; p++) {
            if (counts[p]) {
                sum += samples[p];
                n++;
            }
        }
        return sum / n;
    }
}
