package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.util.Arrays;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
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

    private static Product product(int bands, int width, int height, Dimension tile) {
        Product product = new Product("p" + bands, "test", width, height);
        for (int i = 0; i < bands; i++) {
            product.addBand("b" + i, ProductData.TYPE_FLOAT32);
        }
        product.setPreferredTileSize(tile);
        return product;
    }

    private static Dimension of(Product target, int threads, long heap, Product... sources) {
        return TileShape.of(sources, target, threads, heap);
    }

    /** The mother alone would have tiles of 1 MB, but the result and the interferograms have many bands. */
    @Test
    void allSourcesAndTheResultCount() {
        Product mother = product(2, 4096, 4096, new Dimension(4096, 64));
        Product interferograms = product(60, 4096, 4096, new Dimension(4096, 8));
        Product target = product(62, 4096, 4096, null);
        assertEquals(new Dimension(4096, 8), of(target, 2, 4L << 30, mother, interferograms));
        assertEquals(new Dimension(4096, 4), of(product(62, 4096, 4096, null), 2, 128L << 20, mother, product(60, 4096, 4096,
                new Dimension(4096, 16))));
        Product[] pairs = new Product[300];
        Arrays.setAll(pairs, i -> product(2, 4096, 4096, new Dimension(4096, 64)));
        Dimension size = of(target, 64, 4L << 30, pairs);
        assertTrue((long) size.width * size.height * (600 + 62) * 4 <= (4L << 30) / 8 / 64, size::toString);
        assertEquals(4096 / 2, size.width);
    }

    @Test
    void anotherSceneIsBoundedToo() {
        Product strips = product(10, 1000, 1000, new Dimension(1000, 100));
        assertEquals(new Dimension(2000, 50), of(product(10, 2000, 300, null), 1, 1L << 30, strips));
        Dimension size = of(product(10, 200_000, 300, null), 1, 64L << 20, strips);
        assertTrue((long) size.width * size.height * 80 <= 8L << 20, size::toString);
        assertEquals(null, of(product(1, 10, 10, null), 1, 1L << 30, product(1, 20, 20, null)));
    }

    @Test
    void aPartOfASceneGetsRowsOfAsManyPixels() {
        assertEquals(new Dimension(1000, 114), TileShape.alike(new Dimension(4096, 28), new Dimension(1000, 500)).getSize());
        assertEquals(new Dimension(10, 20), TileShape.alike(new Dimension(4096, 28), new Dimension(10, 20)).getSize());
        assertEquals(new Dimension(4096, 1), TileShape.alike(new Dimension(1000, 1), new Dimension(4096, 20)).getSize());
    }
}
