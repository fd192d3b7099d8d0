package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.main.GPT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain on the simulated town gives the same bytes whatever the number of threads, the cache and the size of tiles. */
class ChainDeterminismTest {

    private static final Path ROOT = Path.of(System.getProperty("insardask.root", "..")).toAbsolutePath();
    private static final Path TOWN = ROOT.resolve("test-products").resolve("town");

    @TempDir
    private Path folder;

    @BeforeAll
    static void registerOperators() {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
    }

    @Test
    void threadsAndCacheChangeNothing() throws Exception {
        Path one = runGraph("one", "-q", "1", "-c", "4M");
        Path two = runGraph("two", "-q", "2", "-c", "512M");
        List<String> samples = sampleFiles(one);
        assertTrue(samples.size() > 40, samples.toString());
        assertEquals(samples, sampleFiles(two));
        for (String name : samples) {
            assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(two.resolve(name)), name);
        }
        assertArrayEquals(Files.readAllBytes(folder.resolve("one/map.png")), Files.readAllBytes(folder.resolve("two/map.png")));
    }

    private Path runGraph(String name, String... options) throws Exception {
        Stream<String> fixed = Stream.of(ROOT.resolve("graphs/psi-chain.xml").toString(), "-p",
                ROOT.resolve("test-products/town.properties").toString(), "-Pmother=" + TOWN.resolve("town_mother.dim"),
                "-Pinterferograms=" + TOWN.resolve("town_ifg.dim"), "-Ppolygons=" + TOWN.resolve("town_buildings.gpkg"),
                "-Ptemperatures=" + TOWN.resolve("town_temperatures.csv"), "-PreferenceX=", "-PreferenceY=",
                "-Poutput=" + folder.resolve(name + "/psi.dim"), "-Pmap=" + folder.resolve(name + "/map.png"));
        GPT.run(Stream.concat(fixed, Stream.of(options)).toArray(String[]::new));
        return folder.resolve(name + "/psi.data");
    }

    private static List<String> sampleFiles(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".img")).sorted().toList();
        }
    }

    @Test
    void tilesChangeNothing() throws IOException {
        Product whole = chain(new Dimension(128, 96));
        for (Dimension size : new Dimension[] {new Dimension(128, 7), new Dimension(50, 41)}) {
            Product tiled = chain(size);
            for (String band : whole.getBandNames()) {
                assertArrayEquals(ArcProducts.floats(whole, band), ArcProducts.floats(tiled, band), band + " in tiles of " + size);
            }
        }
    }

    /** The chain, with the reference of best quality, all operators with the same tiles. */
    private static Product chain(Dimension tileSize) throws IOException {
        RenderingHints tiles = new RenderingHints(GPF.KEY_TILE_SIZE, tileSize);
        Map<String, Product> pair = Map.of("mother", ProductIO.readProduct(TOWN.resolve("town_mother.dim").toFile()),
                "interferograms", ProductIO.readProduct(TOWN.resolve("town_ifg.dim").toFile()));
        Product images = GPF.createProduct("SLC-Reconstruction", new HashMap<>(), pair, tiles);
        Product enriched = GPF.createProduct("Polygon-Enrichment",
                Map.of("vectorFile", TOWN.resolve("town_buildings.gpkg").toFile(), "fields", "id,name"), Map.of("source", images), tiles);
        return GPF.createProduct("Arc-Unwrapping", Map.of("temperatureFile", TOWN.resolve("town_temperatures.csv").toFile()),
                Map.of("source", enriched), tiles);
    }
}
