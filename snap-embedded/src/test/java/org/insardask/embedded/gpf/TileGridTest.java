package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rasters are cut into tiles without gaps. */
class TileGridTest {

    @ParameterizedTest
    @CsvSource({"1,1", "640,640", "641,324", "1280,640", "1152,576", "768,384", "10000,500"})
    void defaultSizes(int size, int tile) {
        assertEquals(new Dimension(tile, tile), TileGrid.defaultTileSize(size, size));
    }

    @ParameterizedTest
    @CsvSource({"10,10,10,10", "10,10,3,4", "7,5,100,1", "1,1,1,1"})
    void tilesCoverTheRasterOnce(int width, int height, int tileWidth, int tileHeight) {
        TileGrid grid = new TileGrid(width, height, new Dimension(tileWidth, tileHeight));
        int[] covered = new int[width * height];
        for (int i = 0; i < grid.count(); i++) {
            Rectangle rect = grid.rectangle(i);
            for (int y = rect.y; y < rect.y + rect.height; y++) {
                for (int x = rect.x; x < rect.x + rect.width; x++) {
                    covered[y * width + x]++;
                }
            }
        }
        int[] once = new int[covered.length];
        java.util.Arrays.fill(once, 1);
        assertArrayEquals(once, covered);
    }

    @Test
    void touchingTiles() {
        TileGrid grid = new TileGrid(10, 10, new Dimension(4, 5));
        assertArrayEquals(new int[]{0}, grid.touching(new Rectangle(3, 4, 1, 1)));
        assertArrayEquals(new int[]{0, 1, 3, 4}, grid.touching(new Rectangle(3, 4, 2, 2)));
        assertArrayEquals(new int[]{0, 1, 2, 3, 4, 5}, grid.touching(new Rectangle(0, 0, 10, 10)));
    }
}
