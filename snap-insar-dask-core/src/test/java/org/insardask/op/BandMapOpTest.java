package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.map.MapPicture;
import org.insardask.map.Palette;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandMapOpTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    @TempDir
    private Path folder;

    @BeforeAll
    static void registerOperators() {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
    }

    /** Velocity x - 30 (no data -99 in the first line), quality 1 in the left half and 0.2 in the right. */
    private static Product product() {
        float[] velocity = new float[WIDTH * HEIGHT];
        float[] quality = new float[WIDTH * HEIGHT];
        for (int k = 0; k < velocity.length; k++) {
            int x = k % WIDTH;
            velocity[k] = k < WIDTH ? -99 : x - 30;
            quality[k] = x < WIDTH / 2 ? 1 : 0.2f;
        }
        Product product = new Product("arcs", "test", WIDTH, HEIGHT);
        Band band = product.addBand("velocity", ProductData.TYPE_FLOAT32);
        band.setUnit("mm/year");
        band.setNoDataValue(-99);
        band.setNoDataValueUsed(true);
        band.setRasterData(ProductData.createInstance(velocity));
        product.addBand("quality", ProductData.TYPE_FLOAT32).setRasterData(ProductData.createInstance(quality));
        return product;
    }

    private Path file() {
        return folder.resolve("maps").resolve("velocity.png");
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("band", "velocity");
        parameters.put("file", file().toFile());
        parameters.put("longestSide", 120);
        parameters.put("minimum", -10.0);
        return parameters;
    }

    private BufferedImage draw(Product source, Map<String, Object> parameters) throws IOException {
        Operator operator = GPF.getDefaultInstance().createOperator("Band-Map", parameters, Map.of("source", source), null);
        operator.getTargetProduct().getBand("drawn").readPixels(0, 0, WIDTH, HEIGHT, new int[WIDTH * HEIGHT]);
        return ImageIO.read(file().toFile());
    }

    private static int cell(BufferedImage image, int x, int y) {
        return image.getRGB(MapPicture.mapLeft() + 2 * x, MapPicture.mapTop() + 2 * y);
    }

    @Test
    void valuesHaveTheirColours() throws IOException {
        BufferedImage image = draw(product(), parameters());
        assertEquals(Palette.DIVERGING.colour(0.5), cell(image, 30, 5));
        assertEquals(Palette.DIVERGING.colour(0), cell(image, 2, 39));
        assertEquals(Palette.DIVERGING.colour(0.75), cell(image, 35, 39));
        assertEquals(Palette.DIVERGING.colour(1), cell(image, 59, 1));
    }

    @Test
    void noDataIsDark() throws IOException {
        assertEquals(MapPicture.NO_DATA_COLOUR, cell(draw(product(), parameters()), 30, 0));
    }

    @Test
    void maskedPixelsAreDark() throws IOException {
        Map<String, Object> parameters = parameters();
        parameters.put("maskBand", "quality");
        parameters.put("maskMinimum", 0.7);
        parameters.put("palette", "DIVERGING");
        BufferedImage image = draw(product(), parameters);
        assertEquals(Palette.DIVERGING.colour(0), cell(image, 10, 5));
        assertEquals(MapPicture.NO_DATA_COLOUR, cell(image, 31, 5));
    }

    @Test
    void geocodingGivesTheProportions() throws IOException {
        Product product = product();
        TiePointGrid latitude = new TiePointGrid("latitude", 2, 2, 0, 0, WIDTH, HEIGHT, new float[] {0.04f, 0.04f, -0.04f, -0.04f});
        TiePointGrid longitude = new TiePointGrid("longitude", 2, 2, 0, 0, WIDTH, HEIGHT, new float[] {5, 5.06f, 5, 5.06f});
        product.addTiePointGrid(latitude);
        product.addTiePointGrid(longitude);
        product.setSceneGeoCoding(new TiePointGeoCoding(latitude, longitude));
        Map<String, Object> parameters = parameters();
        parameters.put("longestSide", 160);
        BufferedImage image = draw(product, parameters);
        int below = MapPicture.mapTop() + 4 * HEIGHT;
        assertEquals(Palette.DIVERGING.colour(0.5), image.getRGB(MapPicture.mapLeft() + 2 * 30, below - 1), "lines are twice as tall");
    }

    @Test
    void mistakesAreNamed() {
        refused("band: source 'arcs' has no band 'speed'; its bands are ", "band", "speed");
        refused("maskBand: source 'arcs' has no band 'mask'; its bands are ", "maskBand", "mask");
        refused("Parameter 'maskMinimum' is missing: with 'maskBand' it tells from which value on to draw.", "maskBand", "quality");
        refused("Parameter 'maskMinimum' needs 'maskBand', the band that it is a value of.", "maskMinimum", 0.5);
        refused("Parameter 'minimum' (-10.0) must be smaller than 'maximum' (-20.0).", "maximum", -20.0);
        refused("must name a .png file", "file", folder.resolve("map.jpg").toFile());
        assertFalse(Files.exists(file()));
    }

    private void refused(String message, String name, Object value) {
        Map<String, Object> parameters = parameters();
        parameters.put(name, value);
        OperatorException e = assertThrows(OperatorException.class, () -> draw(product(), parameters));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
