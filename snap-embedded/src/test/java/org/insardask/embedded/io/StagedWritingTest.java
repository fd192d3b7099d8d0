package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output appears complete or not at all, and what was there before stays until then. */
class StagedWritingTest {
    @TempDir
    Path folder;

    private static Product product(int value) {
        Product product = new Product("a", "T", 8, 4);
        Band band = product.addBand("b", ProductData.TYPE_INT32);
        product.addBand("c", ProductData.TYPE_FLOAT32);
        band.setDescription("value " + value);
        return product;
    }

    private static void fill(ProductWriter writer, Band band, int value) throws IOException {
        ProductData data = band.createCompatibleRasterData(8, 4);
        for (int i = 0; i < data.getNumElems(); i++) {
            data.setElemIntAt(i, value);
        }
        writer.writeBandRasterData(band, 0, 0, 8, 4, data, ProgressMonitor.NULL);
    }

    private ProductWriter begin(String format, String name, Product product) throws IOException {
        ProductWriter writer = ProductIO.getProductWriter(format);
        writer.writeProductNodes(product, folder.resolve(name).toFile());
        return writer;
    }

    private void writeComplete(String format, String name, int value) throws IOException {
        Product product = product(value);
        ProductWriter writer = begin(format, name, product);
        fill(writer, product.getBand("b"), value);
        fill(writer, product.getBand("c"), value);
        writer.close();
        writer.close();
    }

    private int valueRead(String name) throws IOException {
        Product product = ProductIO.readProduct(folder.resolve(name).toFile());
        int value = ProductsForTests.readAll(product.getBand("b")).getElemIntAt(31);
        assertEquals("value " + value, product.getBand("b").getDescription());
        product.dispose();
        return value;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> complete(String name) {
        return name.endsWith(".dim") ? List.of("a.data", "a.dim") : List.of("a.znap");
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void anAbandonedWriterLeavesNothingThatReads(String format, String name) throws IOException {
        Product product = product(1);
        ProductWriter writer = begin(format, name, product);
        fill(writer, product.getBand("b"), 1);
        assertFalse(Files.exists(folder.resolve(name)), name);
        for (String file : files()) {
            assertTrue(file.startsWith("." + name + ".part-"), file);
            assertNull(ProductIO.getProductReaderForInput(folder.resolve(file).toFile()), file);
        }
        writer.deleteOutput();
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void theOldProductStaysUntilTheNewOneIsComplete(String format, String name) throws IOException {
        writeComplete(format, name, 1);
        assertEquals(complete(name), files());
        Product product = product(2);
        ProductWriter writer = begin(format, name, product);
        fill(writer, product.getBand("b"), 2);
        assertEquals(1, valueRead(name));
        fill(writer, product.getBand("c"), 2);
        assertEquals(1, valueRead(name));
        writer.close();
        assertEquals(2, valueRead(name));
        assertEquals(complete(name), files());
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void deleteOutputKeepsTheOldProduct(String format, String name) throws IOException {
        writeComplete(format, name, 1);
        Product product = product(2);
        ProductWriter writer = begin(format, name, product);
        fill(writer, product.getBand("b"), 2);
        writer.deleteOutput();
        writer.close();
        assertEquals(1, valueRead(name));
        assertEquals(complete(name), files());
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void closingTooEarlyWritesNothing(String format, String name) throws IOException {
        writeComplete(format, name, 1);
        Product product = product(2);
        ProductWriter writer = begin(format, name, product);
        fill(writer, product.getBand("c"), 2);
        ProductData part = ProductData.createInstance(ProductData.TYPE_INT32, 16);
        writer.writeBandRasterData(product.getBand("b"), 0, 0, 8, 2, part, ProgressMonitor.NULL);
        IOException e = assertThrows(IOException.class, writer::close);
        assertEquals(folder.resolve(name) + ": not written, because band 'b' got 16 of 32 samples", e.getMessage());
        assertEquals(1, valueRead(name));
        assertEquals(complete(name), files());
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void deleteOutputAfterCloseDeletesTheProduct(String format, String name) throws IOException {
        Product product = product(2);
        ProductWriter writer = begin(format, name, product);
        fill(writer, product.getBand("b"), 2);
        fill(writer, product.getBand("c"), 2);
        writer.close();
        assertEquals(2, valueRead(name));
        writer.deleteOutput();
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void aFailedWriteIsNamedAndNothingIsWritten(String format, String name) throws IOException {
        Product product = product(2);
        ProductWriter writer = begin(format, name, product);
        for (String file : files()) {
            deleteTree(folder.resolve(file));
        }
        IOException failed = assertThrows(IOException.class, () -> fill(writer, product.getBand("b"), 2));
        assertTrue(failed.getMessage().matches(".*\\.a\\..*part-.*b.*: cannot be (written|created): no such file"), failed.getMessage());
        IOException e = assertThrows(IOException.class, writer::close);
        assertTrue(e.getMessage().startsWith(folder.resolve(name) + ": not written, because a write failed: "), e.getMessage());
        assertEquals(List.of(), files());
    }

    private static void deleteTree(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.toList()) {
                    deleteTree(child);
                }
            }
        }
        Files.delete(path);
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,a.dim", "ZNAP,a.znap"})
    void deleteOutputWhileThreadsWriteLeavesNothing(String format, String name) throws Exception {
        Product product = product(1);
        ProductWriter writer = begin(format, name, product);
        CountDownLatch started = new CountDownLatch(4);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> refusals = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                refusals.add(pool.submit(() -> {
                    fill(writer, product.getBand("b"), 1);
                    started.countDown();
                    return assertThrows(IOException.class, () -> {
                        while (true) {
                            fill(writer, product.getBand("c"), 1);
                        }
                    }).getMessage();
                }));
            }
            started.await();
            writer.deleteOutput();
            for (Future<String> refusal : refusals) {
                assertTrue(refusal.get().endsWith("band 'c' is not being written to this product"), refusal.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aTargetFolderThatIsAFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "x");
        IOException e = assertThrows(IOException.class, () -> begin("BEAM-DIMAP", "file/a.dim", product(1)));
        assertTrue(e.getMessage().startsWith(folder.resolve("file") + ": cannot be created as a folder"), e.getMessage());
    }

    @Test
    void namesThatAreNoFileNamesAreRefused() {
        Product product = product(1);
        product.getBand("b").setName("x");
        product.addBand(new Band("u:v", ProductData.TYPE_INT8, 8, 4) {
            @Override
            public String getName() {
                return "../u";
            }
        });
        IOException e = assertThrows(IOException.class, () -> begin("ZNAP", "a.znap", product));
        assertTrue(e.getMessage().endsWith("the band '../u' cannot be written: its name is not a file name"), e.getMessage());
    }

    @Test
    void archivesAreNotWritten() {
        IOException e = assertThrows(IOException.class, () -> begin("ZNAP", "a.znap.zip", product(1)));
        assertEquals(folder.resolve("a.znap.zip") + ": ZNAP archives are not written, expected a name that ends in .znap", e.getMessage());
    }

    @Test
    void regionsOutsideTheRasterAreRefused() throws IOException {
        Product product = product(1);
        ProductWriter writer = begin("BEAM-DIMAP", "a.dim", product);
        ProductData data = ProductData.createInstance(ProductData.TYPE_INT32, 32);
        Band band = product.getBand("b");
        assertThrows(IllegalArgumentException.class, () -> writer.writeBandRasterData(band, 1, 0, 8, 4, data, ProgressMonitor.NULL));
        assertThrows(IllegalArgumentException.class, () -> writer.writeBandRasterData(band, 0, -1, 8, 4, data, ProgressMonitor.NULL));
        ProductData few = ProductData.createInstance(ProductData.TYPE_INT32, 31);
        assertThrows(IllegalArgumentException.class, () -> writer.writeBandRasterData(band, 0, 0, 8, 4, few, ProgressMonitor.NULL));
        Band stranger = new Band("z", ProductData.TYPE_INT32, 8, 4);
        assertThrows(IOException.class, () -> writer.writeBandRasterData(stranger, 0, 0, 8, 4, data, ProgressMonitor.NULL));
        writer.deleteOutput();
    }

    @Test
    void aPartThatIsMissingStopsTheSwap() throws IOException {
        Files.writeString(folder.resolve("a.dim"), "old");
        StagedOutput output = StagedOutput.open(folder.resolve("a.dim"));
        output.addFolder("a.data");
        output.addFile("a.dim");
        IOException e = assertThrows(IOException.class, () -> output.commit(false));
        assertEquals(folder.resolve("a.dim") + ": not written, because a.dim is missing in " + output.staging(), e.getMessage());
        output.discard();
        assertEquals(List.of("a.dim"), files());
        assertEquals("old", Files.readString(folder.resolve("a.dim")));
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP, a.dim, a.dim, is a folder", "BEAM-DIMAP, a.dim, a.data, holds thesis.txt",
        "ZNAP, a.znap, a.znap, holds thesis.txt"})
    void aFolderThatIsNoProductIsNotReplaced(String format, String name, String taken, String message) throws IOException {
        Path thesis = Files.createDirectory(folder.resolve(taken)).resolve("thesis.txt");
        Files.writeString(thesis, "two years of work");
        IOException e = assertThrows(IOException.class, () -> begin(format, name, product(1)));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals("two years of work", Files.readString(thesis));
        assertEquals(List.of(taken), visible());
    }

    @Test
    void aFileOfTheNameOfAFolderIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve("a.znap"), "notes");
        IOException e = assertThrows(IOException.class, () -> begin("ZNAP", "a.znap", product(1)));
        assertTrue(e.getMessage().contains("is a file"), e.getMessage());
        assertEquals("notes", Files.readString(folder.resolve("a.znap")));
    }

    private List<String> visible() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
