package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metadata say which references a product has had, also after it was written. */
class ReReferenceRecordTest {

    @TempDir
    private Path folder;

    private static MetadataElement element(Product product, String name) {
        return product.getMetadataRoot().getElement(name);
    }

    @Test
    void everyReferenceHasItsElement() throws IOException {
        Product unwrapped = ReReferencing.unwrap(ReReferencing.scene(), 2, 3);
        Product first = ReReferencing.run(unwrapped, "referenceX", 7, "referenceY", 8);
        Product second = ReReferencing.run(first, "pixels", "1,1 2,2");
        Product third = ReReferencing.run(second, "vectorFile", ReReferencing.polygons(folder).toFile(), "polygonField", "name",
                "polygonValue", "west", "minimumQuality", 0.1);
        float[] velocity = ArcProducts.floats(third, "velocity");

        assertEquals(2, element(third, "Arc_Unwrapping").getAttributeInt("reference_x"));
        MetadataElement pixel = element(third, "Re_Reference");
        assertEquals("Arc_Unwrapping", pixel.getAttributeString("reference_before"));
        assertEquals("pixel", pixel.getAttributeString("reference_by"));
        assertEquals(7, pixel.getAttributeInt("reference_x"));
        assertEquals(8, pixel.getAttributeInt("reference_y"));
        assertEquals(52.35, pixel.getAttributeDouble("reference_latitude"), 1.0e-4);
        assertEquals("1", pixel.getAttributeString("reference_pixels"));
        MetadataElement pixels = element(third, "Re_Reference_2");
        assertEquals("Re_Reference", pixels.getAttributeString("reference_before"));
        assertEquals("1,1 2,2", pixels.getAttributeString("pixels"));
        MetadataElement polygons = element(third, "Re_Reference_3");
        assertEquals("polygon", polygons.getAttributeString("reference_by"));
        assertEquals("areas.geojson", polygons.getAttributeString("vector_file"));
        assertEquals("west", polygons.getAttributeString("polygon_value"));
        assertEquals(2, polygons.getAttributeInt("polygon_features"));
        assertEquals("temporal_coherence", polygons.getAttributeString("quality_band"));
        assertSubtracted(unwrapped, velocity, pixel, pixels, polygons);
    }

    private static void assertSubtracted(Product unwrapped, float[] velocity, MetadataElement... references) {
        double sum = 0.0;
        for (MetadataElement reference : references) {
            sum += reference.getElement("subtracted").getAttributeDouble("velocity");
        }
        float[] before = ArcProducts.floats(unwrapped, "velocity");
        for (int p = 0; p < before.length; p++) {
            assertEquals(before[p] - sum, velocity[p], 1.0e-5, "pixel " + p);
        }
    }

    /** The target is made before the operators of a graph read anything. */
    @Test
    void aReferenceFoundLaterByAnEarlierOperatorIsThere() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        Product unwrapped = ArcProducts.run(parameters, ReReferencing.scene().images());
        Product twice = ReReferencing.run(ReReferencing.run(unwrapped, "referenceX", 7, "referenceY", 8), "referenceX", 1, "referenceY", 1);
        ArcProducts.floats(twice, "velocity");
        assertTrue(element(twice, "Arc_Unwrapping").containsAttribute("reference_x"));
        assertTrue(element(twice, "Re_Reference").containsElement("subtracted"));
        assertTrue(element(twice, "Re_Reference_2").containsElement("subtracted"));
    }

    @ParameterizedTest
    @CsvSource({"BEAM-DIMAP, out.dim", "ZNAP, out.znap"})
    void aWrittenProductCanBeMovedAgain(String format, String name) throws IOException {
        Product unwrapped = ReReferencing.unwrap(ReReferencing.scene(), 2, 3, "PARAMETERS", "UNWRAPPED", "WRAPPED");
        Product moved = ReReferencing.run(unwrapped, "referenceX", 7, "referenceY", 8);
        File file = folder.resolve(name).toFile();
        GPF.writeProduct(moved, file, format, false, ProgressMonitor.NULL);
        File archive = new File(file.getPath() + ".zip");
        Product read = ProductIO.readProduct(file.exists() ? file : archive);
        try {
            assertEquals(7, element(read, "Re_Reference").getAttributeInt("reference_x"));
            Product again = ReReferencing.run(read, "pixels", "1,1 2,2");
            Product direct = ReReferencing.run(moved, "pixels", "1,1 2,2");
            for (String band : direct.getBandNames()) {
                assertArrayEquals(ArcProducts.floats(direct, band), ArcProducts.floats(again, band), band);
            }
            assertEquals("Re_Reference", element(again, "Re_Reference_2").getAttributeString("reference_before"));
        } finally {
            read.dispose();
        }
    }
}
