package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks are filled again only after whoever had them said so. */
class BlockPoolTest {

    @TempDir
    private Path folder;

    @Test
    void aBlockOfTheSameSizeAndTypeComesBack() {
        BlockPool pool = new BlockPool(1000);
        ProductData block = pool.take(ProductData.TYPE_FLOAT32, 10);
        pool.give(block);
        assertNotSame(block, pool.take(ProductData.TYPE_INT32, 10));
        assertNotSame(block, pool.take(ProductData.TYPE_FLOAT32, 11));
        assertSame(block, pool.take(ProductData.TYPE_FLOAT32, 10));
        assertNotSame(block, pool.take(ProductData.TYPE_FLOAT32, 10));
    }

    @Test
    void eachThreadHasItsOwn() {
        BlockPool pool = new BlockPool(1000);
        ProductData block = pool.take(ProductData.TYPE_FLOAT32, 10);
        CompletableFuture.runAsync(() -> pool.give(block)).join();
        assertNotSame(block, pool.take(ProductData.TYPE_FLOAT32, 10));
    }

    @Test
    void memoryIsBounded() {
        BlockPool pool = new BlockPool(100);
        ProductData first = pool.take(ProductData.TYPE_FLOAT32, 20);
        ProductData second = pool.take(ProductData.TYPE_FLOAT32, 20);
        pool.give(first);
        pool.give(second);
        assertSame(second, pool.take(ProductData.TYPE_FLOAT32, 20));
        assertNotSame(first, pool.take(ProductData.TYPE_FLOAT32, 20));
    }

    @Test
    void tilesOfFilesThatAreClosedGiveTheirBlocksToTheNext() throws IOException {
        Product product = read();
        Band band = product.getBand("b");
        SampleReader samples = new SampleReader(new TileEngine(1, 1 << 20, new Cancellation()));
        EngineTile first = samples.read(band, new Rectangle(0, 0, 4, 2));
        EngineTile second = samples.read(band, new Rectangle(0, 2, 4, 2));
        assertEquals(5, first.getSampleInt(1, 1));
        assertNotSame(first.getDataBuffer(), second.getDataBuffer());
        second.close();
        second.close();
        EngineTile third = samples.read(band, new Rectangle(0, 1, 4, 2));
        assertSame(second.getDataBuffer(), third.getDataBuffer());
        assertEquals(9, third.getSampleInt(1, 2));
        assertEquals(5, first.getSampleInt(1, 1));
        assertNotSame(third.getDataBuffer(), samples.read(band, new Rectangle(0, 1, 4, 2)).getDataBuffer());
        product.dispose();
    }

    /** Samples count from 0. */
    private Product read() throws IOException {
        Product product = new Product("a", "A", 4, 4);
        Band band = product.addBand("b", ProductData.TYPE_INT32);
        ProductWriter writer = ProductIO.getProductWriter("BEAM-DIMAP");
        writer.writeProductNodes(product, folder.resolve("a.dim").toFile());
        int[] samples = new int[16];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
        writer.writeBandRasterData(band, 0, 0, 4, 4, ProductData.createInstance(samples), ProgressMonitor.NULL);
        writer.close();
        return ProductIO.readProduct(folder.resolve("a.dim").toFile());
    }
}
