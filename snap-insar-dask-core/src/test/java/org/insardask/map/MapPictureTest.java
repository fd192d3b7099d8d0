package org.insardask.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapPictureTest {
    private final ColourScale scale = new ColourScale(-10, 10, Palette.DIVERGING);

    private static CellGrid cells() {
        CellGrid cells = new CellGrid(10, 5, 1, 300);
        cells.add(0, 0, -10);
        cells.add(9, 4, 10);
        return cells;
    }

    private BufferedImage picture() {
        return new MapPicture("Velocity", "mm/year", "two pixels").draw(cells(), scale);
    }

    @Test
    void cellsHaveTheColoursOfTheirValues() {
        BufferedImage image = picture();
        int left = MapPicture.mapLeft();
        int top = MapPicture.mapTop();
        assertEquals(Palette.DIVERGING.colour(0), image.getRGB(left, top));
        assertEquals(Palette.DIVERGING.colour(0), image.getRGB(left + 29, top + 29));
        assertEquals(MapPicture.NO_DATA_COLOUR, image.getRGB(left + 30, top));
        assertEquals(Palette.DIVERGING.colour(1), image.getRGB(left + 299, top + 149));
    }

    @Test
    void legendIsBesideTheMap() {
        BufferedImage image = picture();
        int legend = MapPicture.mapLeft() + 300 + 28 + 5;
        int highest = Palette.DIVERGING.colour(1);
        int top = image.getRGB(legend, MapPicture.mapTop() + 28);
        assertEquals(highest & 0xFF, top & 0xFF, 4, "highest value at the top");
        assertEquals(highest >> 16 & 0xFF, top >> 16 & 0xFF, 4, "highest value at the top");
        assertTrue(image.getWidth() > legend && image.getHeight() > MapPicture.mapTop() + 150);
    }

    @Test
    void titleIsDrawn() {
        BufferedImage with = picture();
        BufferedImage without = new MapPicture("", "mm/year", "two pixels").draw(cells(), scale);
        int different = 0;
        for (int y = 0; y < MapPicture.mapTop(); y++) {
            for (int x = 0; x < 200; x++) {
                different += with.getRGB(x, y) == without.getRGB(x, y) ? 0 : 1;
            }
        }
        assertTrue(different > 150, "pixels of the title: " + different);
    }

    @Test
    void fileIsReplacedAndNothingElseLeft(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("made").resolve("map.png");
        PngFile.write(picture(), file);
        PngFile.write(picture(), file);
        assertEquals(picture().getWidth(), ImageIO.read(file.toFile()).getWidth());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
    }
}
