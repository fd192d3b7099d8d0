package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.main.GPT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Samples in files that are no numbers, infinite or huge, one case a line of {@code bad-samples.txt}: what every operator makes of them, or
 * the message. Nothing that is computed is infinite; bands that are copied are copied as they are.
 */
class BadSamplesTest {

    private static final int WIDTH = 6;
    /** Where operators write that make a file and no product. */
    private static final String TABLE = "out.csv";
    private static final ArcScene SCENE = new ArcScene(WIDTH, 4, 14, 0.2);

    @TempDir
    private static Path intact;

    @TempDir
    private Path folder;

    private static final Map<String, Map<String, float[]>> EXPECTED = new HashMap<>();

    @BeforeAll
    static void writeSources() throws Exception {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        write(SCENE.images(), "images");
        write(SCENE.withHeightBands(SCENE.images(), 1), "heights");
        Product interferograms = SCENE.interferograms();
        Product images = SCENE.images();
        for (int k = 0; k < 2; k++) {
            Band part = images.getBandAt(k);
            ArcProducts.add(interferograms, part.getName(), part.getUnit(), ArcProducts.floats(images, part.getName()));
        }
        write(interferograms, "ifgs");
        GPT.run(new String[] {"Arc-Unwrapping", intact.resolve("images.dim").toString(), "-Pterms=offset,velocity,height", "-PreferenceX=0",
            "-PreferenceY=0", "-t", intact.resolve("arcs.dim").toString()});
        write(places(), "places");
        Product orbits = OrbitScene.images(true);
        ArcProducts.add(orbits, "elevation", "m", new float[OrbitScene.WIDTH * OrbitScene.HEIGHT]);
        write(orbits, "orbits");
        Files.writeString(intact.resolve("areas.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                + "\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[4,52],[6,52],[6,53],[4,53],[4,52]]]}}]}");
    }

    private static void write(Product product, String name) {
        GPF.writeProduct(product, intact.resolve(name + ".dim").toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
    }

    /** Pixels that know their place from bands, and a velocity. */
    private static Product places() {
        Product product = new Product("places", "test", WIDTH, 4);
        float[] lon = new float[WIDTH * 4];
        float[] lat = new float[WIDTH * 4];
        float[] velocity = new float[WIDTH * 4];
        for (int p = 0; p < lon.length; p++) {
            lon[p] = 4.5f + p % WIDTH;
            lat[p] = 52.5f;
            velocity[p] = p - 5;
        }
        ArcProducts.add(product, "lon", "deg", lon);
        ArcProducts.add(product, "lat", "deg", lat);
        ArcProducts.add(product, "velocity", "mm/year", velocity);
        return product;
    }

    static Stream<String> cases() throws IOException {
        try (InputStream in = BadSamplesTest.class.getResourceAsStream("bad-samples.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sample(String line) throws Exception {
        String[] fields = Arrays.stream(withDates(line).split(" ?\\| ?", -1)).map(String::strip).toArray(String[]::new);
        assertEquals(4, fields.length, "fields separated by ' | '");
        Path source = folder.resolve(fields[0] + ".dim");
        copy(fields[0]);
        for (String change : fields[1].split(" *; *", -1)) {
            set(folder.resolve(fields[0] + ".data"), change);
        }
        if (!fields[3].matches("[^ ]+@.*")) {
            Exception e = assertThrows(Exception.class, () -> run(source, fields[2], folder.resolve("out.dim")));
            assertEquals(fields[3], String.valueOf(e.getMessage()).replace(folder.toString(), "{}"));
            assertFalse(Files.exists(folder.resolve("out.dim")));
            return;
        }
        Map<String, float[]> found = run(source, fields[2], folder.resolve("out.dim"));
        Map<String, float[]> intactResult = EXPECTED.get(fields[0] + fields[2]);
        if (intactResult == null) {
            intactResult = run(intact.resolve(fields[0] + ".dim"), fields[2], folder.resolve("intact.dim"));
            EXPECTED.put(fields[0] + fields[2], intactResult);
        }
        for (String each : fields[3].split(" *; *", -1)) {
            check(each, found, intactResult);
        }
        found.forEach(BadSamplesTest::assertFiniteOrNaN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Infinity", "-Infinity"})
    void aMapLeavesThemOut(String sample) throws Exception {
        copy("places");
        byte[] intactMap = map();
        set(folder.resolve("places.data"), "velocity@7=" + sample);
        byte[] found = map();
        set(folder.resolve("places.data"), "velocity@7=NaN");
        assertArrayEquals(map(), found);
        assertFalse(Arrays.equals(intactMap, found));
    }

    private byte[] map() throws Exception {
        Path file = folder.resolve("map.png");
        GPT.run(new String[] {"Band-Map", folder.resolve("places.dim").toString(), "-Pband=velocity", "-Pfile=" + file});
        return Files.readAllBytes(file);
    }

    private static String withDates(String line) {
        String text = line.replace("{0}", ArcProducts.snap(ArcProducts.MOTHER));
        for (int e = 0; e < SCENE.epochs; e++) {
            text = text.replace("{" + (e + 1) + "}", ArcProducts.snap(SCENE.dates[e]));
        }
        return text;
    }

    private void copy(String name) throws IOException {
        Files.copy(intact.resolve(name + ".dim"), folder.resolve(name + ".dim"));
        Files.createDirectory(folder.resolve(name + ".data"));
        Files.copy(intact.resolve("areas.geojson"), folder.resolve("areas.geojson"));
        try (Stream<Path> files = Files.walk(intact.resolve(name + ".data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(intact.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Sets a sample: band@pixel=value. */
    private static void set(Path data, String change) throws IOException {
        if (change.isEmpty()) {
            return;
        }
        String[] parts = change.split("[@=]", -1);
        try (FileChannel channel = FileChannel.open(data.resolve(parts[0] + ".img"), StandardOpenOption.WRITE)) {
            ByteBuffer sample = ByteBuffer.allocate(4).putFloat(Float.parseFloat(parts[2])).flip();
            channel.write(sample, 4L * Integer.parseInt(parts[1]));
        }
    }

    private Map<String, float[]> run(Path source, String command, Path target) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.replace("{folder}", folder.toString()).split(" +", -1)));
        words.add(1, source.toString());
        if (command.contains(TABLE)) {
            GPT.run(words.toArray(String[]::new));
            return table(folder.resolve(TABLE));
        }
        words.addAll(List.of("-t", target.toString()));
        GPT.run(words.toArray(String[]::new));
        Product product = ProductIO.readProduct(target.toFile());
        Map<String, float[]> bands = new HashMap<>();
        for (Band band : product.getBands()) {
            if (!(band instanceof VirtualBand)) {
                bands.put(band.getName(), ArcProducts.floats(product, band.getName()));
            }
        }
        product.dispose();
        return bands;
    }

    /** The columns of a table as bands, whose pixels are the rows; NaN where there is nothing, or a word. */
    private static Map<String, float[]> table(Path file) throws IOException {
        List<String[]> rows = Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
        Map<String, float[]> columns = new HashMap<>();
        for (int c = 0; c < rows.get(0).length; c++) {
            float[] values = new float[rows.size() - 1];
            for (int r = 0; r < values.length; r++) {
                values[r] = number(rows.get(r + 1)[c]);
            }
            columns.put(rows.get(0)[c], values);
        }
        return columns;
    }

    private static float number(String text) {
        return text.matches("-?[0-9].*|-?Inf.*") ? Float.parseFloat(text) : Float.NaN;
    }

    private static void check(String expectation, Map<String, float[]> found, Map<String, float[]> intactResult) {
        String[] parts = expectation.split("[@=]", -1);
        assertTrue(found.containsKey(parts[0]), () -> "no band " + parts[0] + " but " + found.keySet());
        int pixel = Integer.parseInt(parts[1]);
        float value = found.get(parts[0])[pixel];
        switch (parts[2]) {
            case "same" -> assertEquals(intactResult.get(parts[0])[pixel], value, expectation);
            case "finite" -> assertTrue(Float.isFinite(value), () -> expectation + " is " + value);
            default -> assertEquals(Float.parseFloat(parts[2]), value, expectation);
        }
    }

    private static void assertFiniteOrNaN(String band, float[] samples) {
        for (int p = 0; p < samples.length; p++) {
            assertFalse(Float.isInfinite(samples[p]), band + " at pixel " + p + " is infinite");
        }
    }
}
