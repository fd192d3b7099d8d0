package org.insardask.embedded.robust;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphFile;
import org.insardask.embedded.io.ProductsForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged headers and graphs: each is read, or refused with one of our own errors and one line. Never a hang, an endless allocation, or an
 * exception of the Java library. The number of attempts for each file is fixed, the seconds are only a cap. More by hand:
 * {@code -Dinsardask.fuzz.attempts=100000 -Dinsardask.fuzz.seconds=600 -Dinsardask.fuzz.seed=1}.
 */
class FuzzTest {

    private static final double SECONDS = Double.parseDouble(System.getProperty("insardask.fuzz.seconds", "20"));
    private static final int ATTEMPTS = Integer.getInteger("insardask.fuzz.attempts", 150);
    private static final long SEED = Long.getLong("insardask.fuzz.seed", 20240615);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir
    static Path intact;

    @TempDir
    Path folder;

    @BeforeAll
    static void write() {
        for (String[] format : new String[][] {{"BEAM-DIMAP", "a.dim"}, {"ZNAP", "a.znap"}}) {
            Product product = ProductsForTests.full("a", 21, 13);
            for (Band band : product.getBands()) {
                if (band.getClass() == Band.class) {
                    band.setRasterData(ProductsForTests.samples(band));
                }
            }
            GPF.writeProduct(product, intact.resolve(format[1]).toFile(), format[0], false, ProgressMonitor.NULL);
        }
    }

    /** What is tried with a damaged file. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    private void fuzz(Path file, Attempt attempt) throws IOException {
        byte[] original = Files.readAllBytes(file);
        Random seeds = new Random(SEED + file.getFileName().toString().hashCode());
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        for (int i = 0; i < ATTEMPTS && System.nanoTime() - end < 0; i++) {
            long seed = seeds.nextLong();
            Files.write(file, new Mutator(seed).mutate(original));
            assertTimeoutPreemptively(LONGEST, () -> attempt(attempt, seed, file), () -> "hangs with seed " + seed + ": " + file);
        }
        Files.write(file, original);
    }

    private static void attempt(Attempt attempt, long seed, Path file) {
        try {
            attempt.run();
        } catch (IOException | OperatorException e) {
            assertFalse(e.getMessage() == null || e.getMessage().isBlank(), () -> "no message with seed " + seed + ": " + file);
            assertFalse(e.getMessage().contains("Exception"), () -> "seed " + seed + ": " + e.getMessage());
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            fail("seed " + seed + ": " + file + " ends in " + e, e);
        }
    }

    private static void read(Path path) throws IOException {
        Product product = ProductIO.readProduct(path.toFile());
        if (product == null) {
            return;
        }
        try {
            for (Band band : product.getBands()) {
                if (band.getClass() == Band.class && (long) band.getRasterWidth() * band.getRasterHeight() < 1_000_000) {
                    ProductsForTests.readAll(band);
                }
            }
            if (product.getSceneGeoCoding() != null) {
                product.getSceneGeoCoding().getGeoPos(new PixelPos(3, 4), null);
            }
        } finally {
            product.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.dim", "a.data/b_int16.hdr"})
    void dimap(String name) throws IOException {
        Folders.copyInto(intact, folder);
        fuzz(folder.resolve(name), () -> read(folder.resolve("a.dim")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".zattrs", ".zgroup", "b_int16/.zarray", "b_uint8/.zattrs", "latitude/.zattrs", "SNAP/product_metadata.json"})
    void znap(String name) throws IOException {
        Folders.copyInto(intact, folder);
        fuzz(folder.resolve("a.znap").resolve(name), () -> read(folder.resolve("a.znap")));
    }

    @Test
    void graphs() throws IOException {
        Path file = folder.resolve("g.xml");
        Files.writeString(file, """
                <graph id="g">
                  <version>1.0</version>
                  <node id="a"><operator>Read</operator><sources/><parameters><file>${in}</file></parameters></node>
                  <node id="b"><operator>Subset</operator><sources><source refid="a"/></sources>
                    <parameters><region>0,0,10,10</region><sourceBands>b0,b1</sourceBands></parameters></node>
                  <node id="c"><operator>Write</operator><sources><sourceProduct refid="b"/></sources>
                    <parameters><file>$out</file><formatName>ZNAP</formatName></parameters></node>
                  <applicationData id="Presentation"><node id="a"><displayPosition x="1.0" y="2.0"/></node></applicationData>
                </graph>
                """);
        fuzz(file, () -> {
            GraphFile graph = new GraphFile(file);
            graph.variables();
            new Graph(graph.nodes(java.util.Map.of("in", "x.dim", "out", "y.znap")));
        });
    }

    @Test
    void parameterFiles() throws IOException {
        for (String[] content : new String[][] {{"p.xml", "<parameters><factor>2</factor><names><n>a</n><n>b</n></names></parameters>"},
            {"p.properties", "factor = 2\\n# comment\\nregion: 0,0,10,10\\nname = \\u00e9${system.user.dir}\\n"}}) {
            Path file = folder.resolve(content[0]);
            Files.writeString(file, content[1]);
            fuzz(file, () -> org.insardask.embedded.graph.ParameterFile.read(file, java.util.Map.of()));
        }
    }
}
