package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.insardask.stack.StackDescription;
import org.insardask.stack.StackKind;
import org.insardask.stack.StackReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is written is a stack that can be read, with the same samples.
 */
class SlcReconstructionWriteTest {

    private final TestImages images = new TestImages();

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP, out.dim", "ZNAP, out.znap"})
    void theWrittenStackIsReadAgain(String format, String name, @TempDir Path folder) throws IOException {
        Product mother = images.product("mother iq_VV_mst_31Mar2023 @first=31-MAR-2023 @frequency=5405.0");
        Product ifg = images.product("ifg iq_ifg_VV_31Mar2023_19Mar2023 iq_ifg_VV_31Mar2023_12Apr2023");
        Product target = new Reconstruction(mother, ifg).run();
        File file = folder.resolve(name).toFile();
        GPF.writeProduct(target, file, format, false, ProgressMonitor.NULL);
        Product again = ProductIO.readProduct(written(file));
        try {
            StackDescription stack = StackReader.of(again).read();

            assertEquals(StackKind.SLC, stack.kind());
            assertEquals("i_VV_mst_31Mar2023", stack.motherBands().real().getName());
            assertEquals(List.of("i_VV_slv1_19Mar2023", "i_VV_slv2_12Apr2023"),
                    stack.epochs().stream().map(epoch -> epoch.bands().real().getName()).toList());
            assertEquals("SNAP", again.getMetadataRoot().getElement("SLC_Reconstruction").getAttributeString("convention"));
            for (String band : Reconstruction.realBands(target)) {
                assertArrayEquals(Reconstruction.samples(target, band), Reconstruction.samples(again, band), band);
                assertEquals(0, again.getBand(band).getNoDataValue());
                assertEquals(true, again.getBand(band).isNoDataValueUsed(), band);
            }
        } finally {
            again.dispose();
            target.dispose();
        }
    }

    /** SNAP writes ZNAP into an archive, unless its settings say otherwise. */
    private static File written(File file) {
        File archive = new File(file.getPath() + ".zip");
        return file.exists() ? file : archive;
    }
}
