package org.insardask.embedded.gpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.NullProgressMonitor;
import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorCancelException;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.common.WriteOp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tile that fails stops the run with its own message, and nothing half written stays. */
class TileFailureTest {

    private static final RenderingHints SMALL = new RenderingHints(GPF.KEY_TILE_SIZE, new Dimension(10, 10));

    private final Product ramp = TestProducts.ramp(40, 40, 2);

    @TempDir
    private Path folder;

    @BeforeAll
    static void register() {
        TestOperators.register();
    }

    @AfterAll
    static void unregister() {
        TestOperators.unregister();
    }

    private Product failing(Map<String, Object> parameters) {
        return GPF.createProduct("TestFailing", parameters, new Product[]{ramp}, SMALL);
    }

    private boolean isEmpty() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void messageOfTheOperatorComesThrough(int threads) throws Exception {
        OperatorException e = new TileEngine(threads, 1 << 20, new Cancellation()).call(() -> {
            Product twice = GPF.createProduct("TestScale", GPF.NO_PARAMS, failing(Map.of("row", 25)));
            return assertThrows(OperatorException.class, () -> TestProducts.read(twice, "b0"));
        });
        assertEquals("Row 25 cannot be computed.", e.getMessage());
    }

    @Test
    void otherExceptionsNameTheOperator() {
        Product product = failing(Map.of("kind", "OTHER"));
        OperatorException e = assertThrows(OperatorException.class, () -> TestProducts.read(product, "b0"));
        assertEquals("Operator 'TestFailing' failed: the well is dry", e.getMessage());
        assertEquals(IllegalStateException.class, e.getCause().getClass());
    }

    @Test
    void tilesThatDoNotFailAreStillThere() throws Exception {
        Product product = failing(Map.of("row", 25));
        assertThrows(OperatorException.class, () -> TestProducts.read(product, "b0"));
        assertEquals(0f, product.getBand("b0").readPixels(3, 3, 1, 1, (float[]) null)[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void failedWriteLeavesNothing(int threads) throws Exception {
        File file = folder.resolve("out.dim").toFile();
        OperatorException e = new TileEngine(threads, 1 << 20, new Cancellation()).call(() -> {
            WriteOp write = new WriteOp(failing(Map.of("row", 35)), file, "BEAM-DIMAP");
            return assertThrows(OperatorException.class, () -> write.writeProduct(ProgressMonitor.NULL));
        });
        assertEquals("Row 35 cannot be computed.", e.getMessage());
        assertTrue(isEmpty(), "something is left in the folder");
    }

    @Test
    void failedWriteKeepsTheProductThatWasThere() throws Exception {
        File file = folder.resolve("out.dim").toFile();
        GPF.writeProduct(ramp, file, "BEAM-DIMAP", false, ProgressMonitor.NULL);
        String before = Files.readString(file.toPath());
        Product product = failing(Map.of("row", 0));
        assertThrows(OperatorException.class, () -> GPF.writeProduct(product, file, "BEAM-DIMAP", false, ProgressMonitor.NULL));
        assertEquals(before, Files.readString(file.toPath()));
    }

    @Test
    void cancelledMonitorStopsTheWrite() throws Exception {
        ProgressMonitor cancelAfterTwo = new NullProgressMonitor() {
            private int tiles;

            @Override
            public void worked(int work) {
                tiles += work;
            }

            @Override
            public boolean isCanceled() {
                return tiles >= 2;
            }
        };
        TestOperators.Stack stack = new TileEngine(1, 1 << 20, new Cancellation()).call(() -> {
            Operator made = GPF.getDefaultInstance().createOperator("TestStack", GPF.NO_PARAMS, Map.of("source", ramp), SMALL);
            WriteOp write = new WriteOp(made.getTargetProduct(), folder.resolve("out.dim").toFile(), "BEAM-DIMAP");
            assertThrows(OperatorCancelException.class, () -> write.writeProduct(cancelAfterTwo));
            return (TestOperators.Stack) made;
        });
        assertEquals(2, stack.rectangles().size());
        assertTrue(isEmpty(), "something is left in the folder");
    }

    @Test
    void requestToCancelStopsReading() throws Exception {
        Cancellation cancellation = new Cancellation();
        new TileEngine(2, 1 << 20, cancellation).call(() -> {
            Product product = GPF.createProduct("TestScale", GPF.NO_PARAMS, ramp);
            cancellation.request();
            return assertThrows(OperatorCancelException.class, () -> TestProducts.read(product, "b0"));
        });
    }

    @Test
    void openOutputsAreDeletedOnAbort() throws Exception {
        TileEngine engine = new TileEngine(1, 1 << 20, new Cancellation());
        engine.call(() -> {
            WriteOp write = new WriteOp(ramp, folder.resolve("out.dim").toFile(), "BEAM-DIMAP");
            write.execute(ProgressMonitor.NULL);
            assertFalse(isEmpty());
            engine.openOutputs().abortAll();
            return write;
        });
        assertTrue(isEmpty(), "something is left in the folder");
    }

    @Test
    void targetThatIsASourceIsRefused() throws Exception {
        File file = folder.resolve("a.dim").toFile();
        GPF.writeProduct(ramp, file, "BEAM-DIMAP", false, ProgressMonitor.NULL);
        Product read = GPF.createProduct("Read", Map.of("file", file));
        Product scaled = GPF.createProduct("TestScale", GPF.NO_PARAMS, read);
        OperatorException e = assertThrows(OperatorException.class,
                () -> GPF.writeProduct(scaled, file, "BEAM-DIMAP", false, ProgressMonitor.NULL));
        assertEquals("The target '" + file + "' is also a source; choose another name.", e.getMessage());
        read.dispose();
    }

    @Test
    void rectanglesOutsideOfTheBandAreRefused() {
        Operator operator = GPF.getDefaultInstance().createOperator("TestScale", GPF.NO_PARAMS, Map.of("source", ramp), null);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> operator.getSourceTile(ramp.getBandAt(0), new Rectangle(35, 0, 10, 1)));
        assertEquals("The rectangle 35,0,10,1 is not inside 'b0', which has 40 x 40 pixels.", e.getMessage());
    }

    @Test
    void failureGoesBeforeTheCancellationsThatItCauses() {
        Failure failure = new Failure();
        failure.add(new OperatorCancelException("Cancelled."));
        failure.add(new OperatorException("first"));
        assertEquals("first", assertThrows(OperatorException.class, failure::throwIfAny).getMessage());
    }
}
