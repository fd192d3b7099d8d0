package org.esa.snap.core.dataio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins, reading and writing, by SNAP's public API only. */
class ProductIOTest {

    private final MemoryFormat format = new MemoryFormat();

    @TempDir
    private Path folder;

    @BeforeEach
    void register() {
        ProductIOPlugInManager.getInstance().addReaderPlugIn(format);
        ProductIOPlugInManager.getInstance().addWriterPlugIn(format);
    }

    @AfterEach
    void unregister() {
        ProductIOPlugInManager.getInstance().removeReaderPlugIn(format);
        ProductIOPlugInManager.getInstance().removeWriterPlugIn(format);
    }

    private File file() throws IOException {
        return Files.createFile(folder.resolve("a.memory")).toFile();
    }

    @Test
    void formatsAreFoundByNameInAnyCase() {
        assertInstanceOf(MemoryFormat.Reader.class, ProductIO.getProductReader("test-memory"));
        assertInstanceOf(MemoryFormat.Writer.class, ProductIO.getProductWriter("Test-Memory"));
        assertNull(ProductIO.getProductReader("no such format"));
        assertNull(ProductIO.getProductWriter("no such format"));
        assertArrayEquals(new String[] {".memory"}, ProductIO.getProductWriterExtensions(MemoryFormat.NAME));
        List<String> names = List.of(ProductIOPlugInManager.getInstance().getAllProductWriterFormatStrings());
        assertTrue(names.contains(MemoryFormat.NAME), names::toString);
    }

    @Test
    void productsAreReadWhenSamplesAreAskedFor() throws IOException {
        Product product = ProductIO.readProduct(file());
        assertInstanceOf(MemoryFormat.Reader.class, product.getProductReader());
        assertFalse(product.isModified());
        Band band = product.getBand("ramp");
        assertFalse(band.hasRasterData());
        assertArrayEquals(new float[] {203, 204, 303, 304}, band.readPixels(3, 2, 2, 2, (float[]) null));
        band.loadRasterData();
        assertEquals(509f, band.getPixelFloat(9, 5));
        assertEquals(509f, band.getSampleFloat(9, 5));
        product.dispose();
        assertEquals(List.of("reader closed"), format.calls);
    }

    @Test
    void theNamedFormatIsTakenWhereItSuits() throws IOException {
        Product product = ProductIO.readProduct(file(), "no such format", MemoryFormat.NAME);
        assertSame(format, product.getProductReader().getReaderPlugIn());
    }

    @Test
    void regionsAreRead() throws IOException {
        ProductSubsetDef subset = new ProductSubsetDef();
        subset.setRegion(new Rectangle(4, 1, 6, 4));
        subset.setSubSampling(2, 1);
        MemoryFormat.Reader reader = (MemoryFormat.Reader) format.createReaderInstance();
        Product product = reader.readProductNodes(file(), subset);
        ProductData block = ProductData.createInstance(ProductData.TYPE_FLOAT32, 4);
        reader.readBandRasterData(product.getBand("ramp"), 1, 1, 2, 2, block, ProgressMonitor.NULL);
        assertArrayEquals(new float[] {206, 208, 306, 308}, (float[]) block.getElems());
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        FileNotFoundException error = assertThrows(FileNotFoundException.class, () -> ProductIO.readProduct("missing.memory"));
        assertTrue(error.getMessage().contains("missing.memory"), error.getMessage());
        File unknown = Files.createFile(folder.resolve("a.unknown-format")).toFile();
        assertNull(ProductIO.readProduct(unknown));
    }

    @Test
    void productsAreWrittenWhole() throws IOException {
        Product product = ProductIO.readProduct(file());
        Band memory = product.addBand("constant", ProductData.TYPE_INT16);
        memory.ensureRasterData();
        memory.setPixelInt(9, 5, 7);
        product.setPreferredTileSize(4, 4);
        File output = folder.resolve("out.memory").toFile();
        ProductIO.writeProduct(product, output.getPath(), MemoryFormat.NAME);
        Product written = format.writers.get(0).samples;
        assertEquals(509f, written.getBand("ramp").getPixelFloat(9, 5));
        assertEquals(403f, written.getBand("ramp").getPixelFloat(3, 4));
        assertEquals(7f, written.getBand("constant").getPixelFloat(9, 5));
        assertEquals(List.of("nodes", "flush", "close"), format.calls);
        assertEquals(output, product.getFileLocation());
        assertNull(product.getProductWriter());
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        Product product = new Product("p", "t", 2, 2);
        File output = folder.resolve("out.memory").toFile();
        IOException unable = assertThrows(IOException.class, () -> ProductIO.writeProduct(product, output, MemoryFormat.NAME, false));
        assertTrue(unable.getMessage().contains("no bands"), unable.getMessage());
        IOException unknown = assertThrows(IOException.class, () -> ProductIO.writeProduct(product, output, "nope", false));
        assertTrue(unknown.getMessage().contains("nope"), unknown.getMessage());
    }

    @Test
    void aFailureIsPassedOnAndTheWriterClosed() {
        Product product = new Product("p", "t", 2, 2);
        product.addBand("bad", ProductData.TYPE_INT8).ensureRasterData();
        format.failingBand = "bad";
        File output = folder.resolve("out.memory").toFile();
        IOException error = assertThrows(IOException.class, () -> ProductIO.writeProduct(product, output, MemoryFormat.NAME, false));
        assertEquals("disk full", error.getMessage());
        assertEquals("close", format.calls.get(format.calls.size() - 1));
    }
}
