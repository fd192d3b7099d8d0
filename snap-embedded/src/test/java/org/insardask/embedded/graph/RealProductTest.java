package org.insardask.embedded.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.main.GPT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs operators on a Sentinel-1 stack that SNAP wrote. */
class RealProductTest {

    private final File stack = new File(System.getProperty("insardask.shared", "../../shared"),
            "data/amsterdam-s1/S1A_Amsterdam_stack.dim");

    @TempDir
    private Path folder;

    @BeforeEach
    void requireData() {
        assumeTrue(stack.isFile(), "skipped: ../shared/data/amsterdam-s1/S1A_Amsterdam_stack.dim is not here");
    }

    @Test
    void subsetAsZnapHasTheSamplesOfTheStack() throws Exception {
        File target = folder.resolve("out.znap").toFile();
        GPT.run(new String[]{"Subset", "-Ssource=" + stack, "-Pregion=20,10,50,40", "-t", target.toString(), "-q", "2"});
        Product source = ProductIO.readProduct(stack);
        Product product = ProductIO.readProduct(target);
        assertArrayEquals(source.getBandNames(), product.getBandNames());
        for (Band band : product.getBands()) {
            assertArrayEquals(source.getBand(band.getName()).readPixels(20, 10, 50, 40, (float[]) null),
                    band.readPixels(0, 0, 50, 40, (float[]) null), band.getName());
            assertEquals(source.getBand(band.getName()).getUnit(), band.getUnit());
        }
        source.dispose();
        product.dispose();
    }
}
