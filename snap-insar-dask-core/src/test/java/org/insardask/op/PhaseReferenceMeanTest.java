package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arc-Unwrapping against the mean of several pixels. */
class PhaseReferenceMeanTest {

    private static final String PIXELS = "3,11 4,11 3,12";
    private static final int[] PLACES = {11 * 24 + 3, 11 * 24 + 4, 12 * 24 + 3};

    @TempDir
    private Path folder;

    private static ArcScene scene() {
        return ReReferencing.scene();
    }

    private static Map<String, Object> parameters(Object... namesAndValues) {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    private static MetadataElement record(Product product) {
        return product.getMetadataRoot().getElement("Arc_Unwrapping");
    }

    @Test
    void phasesAreRelativeToTheMeanOfUnitVectors() {
        Product source = scene().interferograms();
        Product product = ArcProducts.run(parameters("pixels", PIXELS, "outputs", new String[] {"WRAPPED"}), source);
        double toPhase = -4.0 * Math.PI / ArcScene.WAVELENGTH / 1000.0;
        for (int e = 0; e < scene().epochs; e += 7) {
            String date = ArcProducts.snap(scene().dates[e]);
            float[] re = ArcProducts.floats(source, "i_ifg_VV_01Jan2021_" + date);
            float[] im = ArcProducts.floats(source, "q_ifg_VV_01Jan2021_" + date);
            double sumRe = 0.0;
            double sumIm = 0.0;
            for (int place : PLACES) {
                sumRe += re[place] / Math.hypot(re[place], im[place]);
                sumIm += im[place] / Math.hypot(re[place], im[place]);
            }
            float[] wrapped = ArcProducts.floats(product, "dis_wrapped_" + date);
            for (int p = 0; p < wrapped.length; p += 5) {
                double expected = Math.atan2(im[p], re[p]) - Math.atan2(sumIm, sumRe);
                assertEquals(0.0, Math.IEEEremainder(expected - wrapped[p] * toPhase, 2.0 * Math.PI), 2.0e-6, date + " pixel " + p);
            }
        }
    }

    @Test
    void recordTellsThePixelsInTheWordsOfReReference() {
        Product product = ArcProducts.run(parameters("pixels", PIXELS), scene().images());
        ArcProducts.floats(product, "velocity");
        MetadataElement record = record(product);
        assertEquals("pixels", record.getAttributeString("reference_by"));
        assertEquals(PIXELS, record.getAttributeString("pixels"));
        assertEquals("3", record.getAttributeString("reference_pixels"));
        assertEquals("0", record.getAttributeString("reference_pixels_without_data"));
        assertFalse(record.containsAttribute("reference_x"));
        float[] sigma = ArcProducts.floats(ArcProducts.run(ArcScene.parameters(), scene().images()), "phase_sigma");
        assertTrue(record.getAttributeDouble("reference_phase_sigma") < sigma[PLACES[0]], "the mean is better than a pixel");
        double likeness = record.getAttributeDouble("reference_likeness");
        assertTrue(likeness > 0.0 && likeness <= 1.0, "likeness " + likeness);
    }

    @Test
    void aListOfOnePixelIsThatPixel() {
        Product list = ArcProducts.run(parameters("pixels", "7,5"), scene().images());
        Product pixel = ArcProducts.run(parameters("referenceX", 7, "referenceY", 5), scene().images());
        for (String band : new String[] {"velocity", "height", "temporal_coherence"}) {
            assertArrayEquals(ArcProducts.floats(pixel, band), ArcProducts.floats(list, band), 1.0e-4f, band);
        }
        assertEquals(7, record(list).getAttributeInt("reference_x"));
    }

    @Test
    void polygonsAreTheirPixels() throws IOException {
        Path file = ReReferencing.polygons(folder);
        String pixels = IntStream.range(0, 24 * 17).filter(p -> ReReferencing.inside(ReReferencing.WEST_ONE)[p])
                .mapToObj(p -> p % 24 + "," + p / 24).collect(Collectors.joining(" "));
        Product list = ArcProducts.run(parameters("pixels", pixels), scene().images());
        Product polygon = ArcProducts.run(parameters("vectorFile", file.toFile(), "polygonField", "number", "polygonValue", "2"),
                scene().images());
        polygon.setPreferredTileSize(7, 5);
        for (Band band : list.getBands()) {
            assertArrayEquals(ArcProducts.floats(list, band.getName()), ArcProducts.floats(polygon, band.getName()), band.getName());
        }
        assertEquals("polygon", record(polygon).getAttributeString("reference_by"));
        assertEquals("areas.geojson", record(polygon).getAttributeString("vector_file"));
        assertEquals("9", record(polygon).getAttributeString("reference_pixels"));
    }

    @Test
    void pixelsWithoutSomeDataAreLeftOut() {
        ArcScene scene = new ArcScene(24, 17, 30, 0.1);
        scene.erase(4, PLACES[1]);
        Product product = ArcProducts.run(parameters("pixels", PIXELS), scene.images());
        Product others = ArcProducts.run(parameters("pixels", "3,11 3,12"), scene.images());
        assertArrayEquals(ArcProducts.floats(others, "velocity"), ArcProducts.floats(product, "velocity"));
        assertEquals("1", record(product).getAttributeString("reference_pixels_without_data"));
    }

    @Test
    void anEpochThatAllLackIsMissing() {
        ArcScene scene = new ArcScene(24, 17, 30, 0.1);
        for (int place : PLACES) {
            scene.erase(4, place);
        }
        Product product = ArcProducts.run(parameters("pixels", PIXELS), scene.images());
        assertTrue(Float.isNaN(ArcProducts.floats(product, "dis_unw_" + ArcProducts.snap(scene.dates[4]))[50]));
        assertFalse(Float.isNaN(ArcProducts.floats(product, "velocity")[50]));
        assertEquals(29, record(product).getAttributeInt("reference_valid_epochs"));
    }

    @Test
    void reReferenceGoesOnFromIt() {
        Product mean = ArcProducts.run(parameters("pixels", "20,3 20,4 21,3", "outputs", new String[] {"PARAMETERS"}), scene().images());
        Product moved = ReReferencing.run(mean, "referenceX", 2, "referenceY", 2);
        float[] before = ArcProducts.floats(mean, "velocity");
        float[] after = ArcProducts.floats(moved, "velocity");
        for (int p = 0; p < before.length; p++) {
            assertEquals(before[p] - before[2 * 24 + 2], after[p], 1.0e-5f);
        }
        MetadataElement root = moved.getMetadataRoot();
        assertEquals("Arc_Unwrapping", root.getElement("Re_Reference").getAttributeString("reference_before"));
        assertEquals("3", root.getElement("Arc_Unwrapping").getAttributeString("reference_pixels"));
    }

    private static void assertRefused(String expected, Consumer<Map<String, Object>> change) {
        Map<String, Object> parameters = parameters();
        change.accept(parameters);
        OperatorException e = assertThrows(OperatorException.class, () -> ArcProducts.run(parameters, scene().images()));
        assertTrue(e.getMessage().contains(expected), "message is: " + e.getMessage());
    }

    @Test
    void contradictionsAreRefused() throws IOException {
        Path file = ReReferencing.polygons(folder);
        assertRefused("several references are given, expected at most one of", p -> {
            p.put("pixels", PIXELS);
            p.put("referenceX", 3);
            p.put("referenceY", 3);
        });
        assertRefused("several references are given", p -> {
            p.put("pixels", PIXELS);
            p.put("vectorFile", file.toFile());
        });
        assertRefused("polygonField is given without vectorFile", p -> p.put("polygonField", "name"));
        assertRefused("'3-4' is no column and row", p -> p.put("pixels", "3-4"));
        assertRefused("24,0 is outside of product", p -> p.put("pixels", "24,0"));
        assertRefused("no polygon with number = 77", p -> {
            p.put("vectorFile", file.toFile());
            p.put("polygonField", "number");
            p.put("polygonValue", "77");
        });
    }

    @Test
    void pixelsWithoutDataAreRefused() throws IOException {
        ArcScene scene = new ArcScene(24, 17, 30, 0.1);
        for (int place : PLACES) {
            for (int e = 0; e < scene.epochs; e++) {
                scene.erase(e, place);
            }
        }
        assertFails("the reference has no data: the pixels 3,11 4,11 3,12", parameters("pixels", PIXELS), scene);
        Map<String, Object> tooStrict = parameters("pixels", "7,5 8,5");
        tooStrict.put("qualityThreshold", 1.0e-6);
        assertFails("the reference has no pixel with data at all of 30 epochs and with a quality that reaches the threshold",
                tooStrict, scene);
        Path file = ReReferencing.polygons(folder);
        assertFails("the reference holds no pixel: the polygons of areas.geojson with name = none",
                parameters("vectorFile", file.toFile(), "polygonField", "name", "polygonValue", "none"), scene);
    }

    private static void assertFails(String expected, Map<String, Object> parameters, ArcScene scene) {
        RuntimeException e = assertThrows(RuntimeException.class,
                () -> ArcProducts.floats(ArcProducts.run(parameters, scene.images()), "velocity"));
        assertTrue(String.valueOf(e.getMessage()).contains(expected), "message is: " + e.getMessage());
    }
}
