package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointsImportOpTest {

    @TempDir
    private Path folder;
    private File file;

    @BeforeEach
    void writeFile() throws IOException {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        StringBuilder text = new StringBuilder("pnt_lat,pnt_lon,d_20160327,d_20160407,d_20160418,h2ph_20160327,h2ph_20160407\n");
        for (int k = 0; k < 5000; k++) {
            text.append(52 + k * 1e-4).append(",4.5,0.0,").append(k * 1e-5).append(",0.0,0.25,").append(k * 1e-6).append('\n');
        }
        file = Files.writeString(folder.resolve("points.csv"), text).toFile();
    }

    private Product run(Object... namesAndValues) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("file", file);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return GPF.createProduct("Points-Import", parameters);
    }

    @Test
    void theSameAsTheReader() throws IOException {
        Product imported = run();
        Product read = ProductIO.readProduct(file);
        assertArrayEquals(read.getBandNames(), imported.getBandNames());
        imported.setPreferredTileSize(999, 1);
        for (String band : read.getBandNames()) {
            assertArrayEquals(PointProducts.doubles(read, band), PointProducts.doubles(imported, band), band);
        }
        read.dispose();
    }

    @Test
    void parametersSayWhatTheFileDoesNot() throws IOException {
        assertFalse(run().containsBand("i_ref_27Mar2016"));
        Product stack = run("wavelength", 0.031, "heightToPhaseUnit", "m/m", "mother", "2016-04-07");
        assertTrue(stack.containsBand("i_ref_07Apr2016") && stack.containsBand("i_sec1_27Mar2016"));
        assertEquals(0.25 - 3e-6, PointProducts.doubles(stack, "h2ph_27Mar2016")[3], 1e-15);
    }

    @Test
    void unwrappedAtOnce() throws IOException {
        Product arcs = PointsCase.run("Arc-Unwrapping", run("wavelength", 0.031), "terms", new String[] {"offset"}, "sigmaOffset", 0.5,
                "referenceX", 0, "referenceY", 0);
        double[] found = PointProducts.doubles(arcs, "dis_unw_07Apr2016");
        for (int k = 0; k < 300; k++) {
            assertEquals(k * 1e-2, found[k], 1e-4);
        }
    }

    @Test
    void errors() {
        file = folder.resolve("missing.csv").toFile();
        refused("missing.csv: no such file");
        file = null;
        refused("ile");
    }

    private void refused(String message) {
        OperatorException e = assertThrows(OperatorException.class, () -> run());
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
