package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import org.insardask.embedded.io.RasterLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiles follow the rows of the files and keep to the number of pixels that memory allows. */
class TileShapeTest {

    @ParameterizedTest
    @CsvSource({
        "4096, 4096, false, 4096, 4096, 116508, 4096, 28", // rows of a file
        "20000, 20000, false, 20000, 20000, 16384, 10000, 1", // a row takes too much memory
        "512, 512, false, 4096, 4096, 116508, 512, 171", // plain chunks: thirds, not 227 + 227 + 58
        "512, 512, true, 4096, 4096, 16384, 512, 512", // compressed chunks cannot be cut
        "100, 60, false, 100, 60, 16384, 100, 60", // a small scene is one tile
        "640, 640, true, 100, 60, 16384, 100, 60"}) // a chunk larger than the scene
    void sizes(int width, int height, boolean whole, int sceneWidth, int sceneHeight, long pixels, int tileWidth, int tileHeight) {
        assertEquals(new Dimension(tileWidth, tileHeight),
                TileShape.size(new RasterLayout(width, height, whole), new Dimension(sceneWidth, sceneHeight), pixels));
    }

    @Test
    void aPartOfASceneGetsRowsOfAsManyPixels() {
        assertEquals(new Dimension(1000, 114), TileShape.alike(new Dimension(4096, 28), new Dimension(1000, 500)).getSize());
        assertEquals(new Dimension(10, 20), TileShape.alike(new Dimension(4096, 28), new Dimension(10, 20)).getSize());
        assertEquals(new Dimension(4096, 1), TileShape.alike(new Dimension(1000, 1), new Dimension(4096, 20)).getSize());
    }
}
