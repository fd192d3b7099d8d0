package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.main.GPT;
import org.insardask.map.MapPicture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain, from one graph, finds the truth of the simulated town. */
class PsiChainTest {
    private static final Path ROOT = Path.of(System.getProperty("insardask.root", "..")).toAbsolutePath();
    private static final Path TOWN = ROOT.resolve("test-products").resolve("town");
    private static final int WIDTH = 128;
    private static final int HEIGHT = 96;

    @TempDir
    private static Path folder;

    private static Product result;
    private static Product truth;

    @BeforeAll
    static void runChain() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(ROOT.resolve("graphs/psi-chain.xml").toString(), "-p",
                ROOT.resolve("test-products/town.properties").toString()));
        set(arguments, "mother", TOWN.resolve("town_mother.dim"));
        set(arguments, "interferograms", TOWN.resolve("town_ifg.dim"));
        set(arguments, "polygons", TOWN.resolve("town_buildings.gpkg"));
        set(arguments, "temperatures", TOWN.resolve("town_temperatures.csv"));
        set(arguments, "output", folder.resolve("psi.dim"));
        set(arguments, "map", folder.resolve("velocity.png"));
        GPT.run(arguments.toArray(new String[0]));
        result = ProductIO.readProduct(folder.resolve("psi.dim").toFile());
        truth = ProductIO.readProduct(TOWN.resolve("town_truth.dim").toFile());
    }

    private static void set(List<String> arguments, String name, Path value) {
        arguments.add("-P" + name + "=" + value);
    }

    @AfterAll
    static void close() {
        result.dispose();
        truth.dispose();
    }

    private static float[] samples(Product product, String band) throws IOException {
        Band found = product.getBand(band);
        return found.readPixels(0, 0, WIDTH, HEIGHT, new float[WIDTH * HEIGHT]);
    }

    /** Root mean square of estimate minus truth where the truth says solvable. */
    private static double error(String band) throws IOException {
        float[] estimate = samples(result, band);
        float[] expected = samples(truth, band);
        float[] solvable = samples(truth, "solvable");
        double squares = 0;
        int n = 0;
        for (int k = 0; k < estimate.length; k++) {
            if (solvable[k] == 1) {
                squares += Math.pow(estimate[k] - (double) expected[k], 2);
                n++;
            }
        }
        assertTrue(n > 2500, "solvable pixels: " + n);
        return Math.sqrt(squares / n);
    }

    @Test
    void velocityIsRecovered() throws IOException {
        assertTrue(error("velocity") < 0.6, "RMS of velocity (mm/year): " + error("velocity"));
        assertEquals("mm/year", result.getBand("velocity").getUnit());
    }

    @Test
    void heightIsRecovered() throws IOException {
        assertTrue(error("height") < 3.5, "RMS of height (m): " + error("height"));
    }

    @Test
    void thermalExpansionIsRecovered() throws IOException {
        assertTrue(error("thermal") < 0.06, "RMS of thermal expansion (mm/degC): " + error("thermal"));
    }

    @Test
    void temporalCoherenceTellsScatterersFromNoise() throws IOException {
        float[] coherence = samples(result, "temporal_coherence");
        float[] surface = samples(truth, "scatterer_class");
        int wrong = 0;
        int coherent = 0;
        for (int k = 0; k < coherence.length; k++) {
            boolean scatterer = surface[k] >= 2 && surface[k] <= 4;
            coherent += scatterer ? 1 : 0;
            wrong += surface[k] < 5 && scatterer != coherence[k] >= 0.75 ? 1 : 0;
        }
        assertTrue(coherent > 5000 && wrong < 0.005 * coherent, wrong + " wrong of " + coherent);
    }

    @Test
    void pixelsBelongToTheirBuildings() throws IOException {
        float[] found = samples(result, "id");
        float[] expected = samples(truth, "building");
        float[] polygon = samples(result, "polygon_id");
        for (int k = 0; k < found.length; k++) {
            if (expected[k] >= 0) {
                assertEquals(expected[k], found[k], "building of pixel " + k);
            } else {
                assertEquals(result.getBand("id").getNoDataValue(), found[k], 0, "pixel " + k + " outside buildings");
                assertEquals(-1, polygon[k], 0, "pixel " + k + " outside polygons");
            }
        }
    }

    @Test
    void everyDaughterHasADisplacement() {
        for (Band band : result.getBands()) {
            assertTrue(!band.getName().startsWith("i_"), "only results are written, but there is " + band.getName());
        }
        assertTrue(result.containsBand("dis_unw_04Jan2021"));
        assertTrue(result.containsBand("dis_unw_03Aug2022"));
    }

    @Test
    void mapShowsTheBowl() throws IOException {
        BufferedImage map = ImageIO.read(folder.resolve("velocity.png").toFile());
        assertTrue(map.getWidth() > 3 * WIDTH && map.getHeight() > 10 * HEIGHT, map.getWidth() + " x " + map.getHeight());
        int bowl = map.getRGB(MapPicture.mapLeft() + 3 * 76 + 1, MapPicture.mapTop() + 10 * 43 + 5);
        assertTrue((bowl >> 16 & 0xFF) > 2 * (bowl & 0xFF), "moves away: red, but is " + Integer.toHexString(bowl));
        int river = map.getRGB(MapPicture.mapLeft() + 3 * 43 + 1, MapPicture.mapTop() + 10 * 20 + 5);
        assertEquals(MapPicture.NO_DATA_COLOUR, river, "water");
    }
}
