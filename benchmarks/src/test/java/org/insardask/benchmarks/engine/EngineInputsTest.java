package org.insardask.benchmarks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.bc.ceres.core.ProgressMonitor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inputs of the benchmarks are stacks that the operators take, and reading them reads all of them. */
class EngineInputsTest {

    @TempDir
    Path folder;

    private static String run(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = EngineInputs.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return status + " " + bytes.toString(StandardCharsets.UTF_8).trim();
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP,in.dim", "ZNAP,in.znap"})
    void aStackOfNoise(String format, String name) throws Exception {
        String file = folder.resolve(name).toString();
        assertEquals("0 ", run(format, file, "50", "40", "3"));
        Product product = ProductIO.readProduct(file);
        assertEquals(8, product.getNumBands());
        for (Band band : product.getBands()) {
            float[] rows = band.readPixels(0, 0, 50, 2, (float[]) null, ProgressMonitor.NULL);
            assertNotEquals(rows[0], rows[50]);
        }
        Product slc = GPF.createProduct("SLC-Reconstruction", GPF.NO_PARAMS, product);
        assertFalse(slc.getBand("i_VV_12Apr2021") == null, String.join(" ", slc.getBandNames()));
        Operator reading = GPF.getDefaultInstance().getOperatorSpiRegistry().getOperatorSpi("Read-Tiles").createOperator();
        reading.setSourceProduct("source", product);
        Product read = reading.getTargetProduct();
        assertEquals(0, read.getBandAt(0).readPixels(0, 0, 50, 40, (int[]) null, ProgressMonitor.NULL)[7]);
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertEquals("1 Usage: EngineInputs FORMAT FILE WIDTH HEIGHT INTERFEROGRAMS", run("ZNAP"));
        assertEquals("1 Error: there is no writer for the format 'X'", run("X", "a", "1", "1", "1"));
    }
}
