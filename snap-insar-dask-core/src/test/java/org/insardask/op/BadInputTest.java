package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.main.GPT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input from the command line: a message that names the thing, and nothing that looks like a result. */
class BadInputTest {

    private static final ArcScene SCENE = new ArcScene(6, 4, 12, 0.2);

    @TempDir
    private Path folder;
    private Path results;

    @BeforeAll
    static void registerOperators() {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
    }

    @BeforeEach
    void makeFolderOfResults() throws IOException {
        results = Files.createDirectory(folder.resolve("results"));
    }

    private Path write(Product product) {
        Path file = folder.resolve(product.getName() + ".dim");
        GPF.writeProduct(product, file.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        return file;
    }

    /** Runs, and returns the message; nothing may be left in the folder of results. */
    private String failure(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("-t", results.resolve("out.dim").toString())).toArray(String[]::new);
        Exception e = assertThrows(Exception.class, () -> GPT.run(all));
        try (Stream<Path> left = Files.list(results)) {
            assertEquals(List.of(), left.toList());
        }
        return String.valueOf(e.getMessage());
    }

    private static void assertNames(String expected, String message) {
        assertTrue(message.contains(expected), "message is: " + message);
    }

    @Test
    void noSuchFile() throws IOException {
        Path absent = folder.resolve("absent.dim");
        assertNames("absent.dim", failure("Arc-Unwrapping", "-Ssource=" + absent));
        assertNames("absent.dim", failure("SLC-Reconstruction", "-Sinterferograms=" + absent));
    }

    @Test
    void notAStack() throws IOException {
        Product plain = ArcProducts.empty("plain", 3, 3, 0.05);
        ArcProducts.add(plain, "elevation", "m", new float[9]);
        Path file = write(plain);
        assertNames("not a stack", failure("Arc-Unwrapping", "-Ssource=" + file));
        assertNames("not a stack", failure("SLC-Reconstruction", "-Sinterferograms=" + file));
    }

    @Test
    void wrongUnit() throws IOException {
        Product product = SCENE.interferograms();
        String band = product.getBandAt(0).getName();
        product.getBandAt(0).setUnit("intensity");
        assertNames("'" + band + "' of product 'interferograms' has unit 'intensity', expected 'real'",
                failure("Arc-Unwrapping", "-Ssource=" + write(product)));
    }

    @Test
    void unknownFormOfADate() throws IOException {
        Product product = SCENE.interferograms();
        product.getBandAt(0).setName("i_ifg_VV_01Jan2021_2021-02-03");
        assertNames("'2021-02-03' is not a date of the form ddMMMyyyy", failure("Arc-Unwrapping", "-Ssource=" + write(product)));
    }

    @Test
    void neitherHeightToPhaseNorBaselines() throws IOException {
        Path file = write(ArcScene.withoutBaselines(SCENE.images()));
        assertNames("no height-to-phase band", failure("Arc-Unwrapping", "-Ssource=" + file, "-Pterms=offset,velocity,height"));
    }

    /** An empty word of a graph or command line arrives as null in SNAP. */
    @Test
    void emptyWord() throws IOException {
        Path file = write(SCENE.images());
        for (String parameter : List.of("quality", "estimate", "method")) {
            String message = failure("Arc-Unwrapping", "-Ssource=" + file, "-Pterms=offset,velocity,height", "-P" + parameter + "=");
            assertNames(parameter, message.toLowerCase(Locale.ROOT));
            assertFalse(message.contains("because"), "message is: " + message);
        }
    }

    @Test
    void missingField() throws IOException {
        Path polygons = Files.writeString(folder.resolve("areas.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":"
                + "\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[0,0],[3,0],[3,3],[0,0]]]}}]}");
        assertNames("no field 'year'; its fields are a", failure("Polygon-Enrichment", "-Ssource=" + write(SCENE.images()),
                "-PvectorFile=" + polygons, "-Pfields=year"));
    }

    @Test
    void truncatedSamples() throws IOException {
        Path file = write(SCENE.interferograms());
        String band = SCENE.interferograms().getBandAt(3).getName();
        try (FileChannel channel = FileChannel.open(folder.resolve("interferograms.data").resolve(band + ".img"),
                StandardOpenOption.WRITE)) {
            channel.truncate(20);
        }
        assertNames(band, failure("Arc-Unwrapping", "-Ssource=" + file, "-Pterms=offset,velocity,height"));
    }

    @Test
    void brokenXml() throws IOException {
        Path file = write(SCENE.interferograms());
        String header = Files.readString(file);
        Files.writeString(file, header.substring(0, header.length() / 2));
        // SNAP's own reader does not name the file.
        assertNames("DIM", failure("Arc-Unwrapping", "-Ssource=" + file).toUpperCase(Locale.ROOT));
        Path graph = Files.writeString(folder.resolve("broken.xml"), "<graph id=\"broken\"><version>1.0</version><node>");
        assertThrows(Exception.class, () -> GPT.run(new String[] {graph.toString()}));
    }
}
