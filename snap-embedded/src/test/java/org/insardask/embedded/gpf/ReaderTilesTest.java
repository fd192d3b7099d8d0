package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.dataio.ProductSubsetDef;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.util.ProductUtils;
import org.junit.jupiter.api.Test;

/** Samples of files are read once per tile, and small rectangles on their own. */
class ReaderTilesTest {

    private final CountingReader reader = new CountingReader();
    private final Product product = makeProduct();
    private final Band band = product.getBand("b");
    private final SampleReader samples = new SampleReader(new TileEngine(1, 1 << 20, new Cancellation()));

    private Product makeProduct() {
        Product made = new Product("p", "P", 100, 60, reader);
        made.setPreferredTileSize(50, 20);
        made.addBand("b", ProductData.TYPE_INT32);
        return made;
    }

    /** Fills each sample with 1000 y + x, and fails below row 50. */
    private static final class CountingReader implements ProductReader {

        private final List<Rectangle> reads = new CopyOnWriteArrayList<>();

        @Override
        public void readBandRasterData(Band destBand, int x, int y, int width, int height, ProductData buffer, ProgressMonitor pm)
                throws IOException {
            if (y >= 50) {
                throw new IOException("the file is too short");
            }
            reads.add(new Rectangle(x, y, width, height));
            for (int i = 0; i < width * height; i++) {
                buffer.setElemIntAt(i, 1000 * (y + i / width) + x + i % width);
            }
        }

        @Override
        public ProductReaderPlugIn getReaderPlugIn() {
            return null;
        }

        @Override
        public Object getInput() {
            return null;
        }

        @Override
        public ProductSubsetDef getSubsetDef() {
            return null;
        }

        @Override
        public Product readProductNodes(Object input, ProductSubsetDef subsetDef) {
            throw new UnsupportedOperationException();
        }

        @Override
        public GeoCoding readGeoCoding(Product product) {
            return null;
        }

        @Override
        public void close() {
            reads.clear();
        }
    }

    @Test
    void tileIsReadOnceAndShared() {
        Tile first = samples.read(band, new Rectangle(50, 20, 50, 20));
        Tile second = samples.read(band, new Rectangle(50, 20, 50, 20));
        assertSame(first.getDataBufferInt(), second.getDataBufferInt());
        assertEquals(List.of(new Rectangle(50, 20, 50, 20)), reader.reads);
        assertEquals(21055, first.getSampleInt(55, 21));
    }

    @Test
    void rectangleOverTilesIsPutTogether() {
        Tile tile = samples.read(band, new Rectangle(49, 19, 51, 22));
        assertEquals(6, reader.reads.size());
        for (Tile.Pos pos : tile) {
            assertEquals(1000 * pos.y + pos.x, tile.getSampleInt(pos.x, pos.y));
        }
        samples.read(band, new Rectangle(0, 0, 100, 40));
        assertEquals(6, reader.reads.size());
    }

    @Test
    void singlePixelsAreReadOnTheirOwn() {
        assertEquals(7003, samples.read(band, new Rectangle(3, 7, 1, 1)).getSampleInt(3, 7));
        assertEquals(List.of(new Rectangle(3, 7, 1, 1)), reader.reads);
    }

    @Test
    void copiedBandsShareTheTilesOfTheirSource() {
        Product copy = new Product("copy", "P", 100, 60);
        ProductUtils.copyBand("b", product, copy, true);
        Tile original = samples.read(band, new Rectangle(0, 0, 50, 20));
        Tile copied = samples.read(copy.getBand("b"), new Rectangle(0, 0, 50, 20));
        assertSame(original.getDataBufferInt(), copied.getDataBufferInt());
        assertSame(copy.getBand("b"), copied.getRasterDataNode());
    }

    @Test
    void failureNamesBandAndProduct() {
        OperatorException e = assertThrows(OperatorException.class, () -> samples.read(band, new Rectangle(0, 55, 1, 1)));
        assertEquals("Band 'b' of product 'p' cannot be read: the file is too short", e.getMessage());
    }
}
