package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake gives one message that names the thing and what was expected, before a tile is computed. */
class ArcUnwrappingErrorsTest {

    private static final ArcScene SCENE = new ArcScene(6, 4, 12, 0.2);

    @TempDir
    private Path folder;

    private static void assertRefused(String expected, Product source, Consumer<Map<String, Object>> change) {
        Map<String, Object> parameters = ArcScene.parameters();
        change.accept(parameters);
        OperatorException e = assertThrows(OperatorException.class, () -> ArcProducts.run(parameters, source));
        assertTrue(e.getMessage().contains(expected), "message is: " + e.getMessage());
    }

    private static void assertRefused(String expected, Consumer<Map<String, Object>> change) {
        assertRefused(expected, SCENE.images(), change);
    }

    @Test
    void noStack() {
        Product product = ArcProducts.empty("plain", 3, 3, 0.05);
        ArcProducts.add(product, "elevation", "m", new float[9]);
        assertRefused("not a stack", product, p -> { });
    }

    @Test
    void imagesOfAnotherConvention() {
        Product product = SCENE.images();
        MetadataElement record = new MetadataElement("SLC_Reconstruction");
        record.setAttributeString("convention", "RATIO");
        product.getMetadataRoot().addElement(record);
        assertRefused("the images of product 'images' were made by SLC-Reconstruction with convention RATIO", product, p -> { });
    }

    @Test
    void contradictingReference() {
        assertRefused("expected only one pair", p -> p.put("referenceLat", 52.35));
        assertRefused("only one of referenceX and referenceY", p -> p.remove("referenceY"));
        assertRefused("only one of referenceLat and referenceLon", p -> {
            p.remove("referenceX");
            p.remove("referenceY");
            p.put("referenceLon", 4.85);
        });
    }

    @Test
    void referenceOutside() {
        assertRefused("referenceX 6, referenceY 0 is outside of product 'images', expected 0 to 5 and 0 to 3",
                p -> p.put("referenceX", 6));
        assertRefused("referenceLat 10.0, referenceLon 4.85", p -> {
            p.remove("referenceX");
            p.remove("referenceY");
            p.put("referenceLat", 10.0);
            p.put("referenceLon", 4.85);
        });
    }

    @Test
    void referencePositionWithoutGeocoding() {
        Product product = ArcProducts.empty("nowhere", 2, 1, 0.05);
        for (String date : new String[] {"13Jan2021", "25Jan2021"}) {
            ArcProducts.add(product, "i_ifg_VV_01Jan2021_" + date, "real", new float[] {1.0f, 1.0f});
            ArcProducts.add(product, "q_ifg_VV_01Jan2021_" + date, "imaginary", new float[] {1.0f, 1.0f});
        }
        assertRefused("need a geocoding", product, p -> {
            p.put("terms", new String[] {"offset"});
            p.remove("referenceX");
            p.remove("referenceY");
            p.put("referenceLat", 10.0);
            p.put("referenceLon", 4.85);
        });
    }

    @Test
    void thermalWithoutTemperatures() {
        assertRefused("the term thermal needs temperatures", p -> p.remove("terms"));
    }

    @Test
    void temperatureFileThatIsNotThere() {
        assertRefused("no such file", p -> {
            p.remove("terms");
            p.put("temperatureFile", folder.resolve("absent.csv").toFile());
        });
    }

    @Test
    void temperatureFileWithoutSomeDates() {
        assertRefused("has no temperature of 2021-01-01, " + SCENE.dates[1], p -> {
            p.remove("terms");
            p.put("temperatureFile", ArcProducts.write(folder, "few.csv", "date,temperature\n" + SCENE.dates[0] + ",4.5\n"));
        });
    }

    @Test
    void temperatureFileWithALineThatIsNotUnderstood() {
        assertRefused("line 2: '31Jan2021,4.5', expected an ISO date", p -> {
            p.remove("terms");
            p.put("temperatureFile", ArcProducts.write(folder, "bad.csv", "date,temperature\n31Jan2021,4.5\n"));
        });
    }

    @Test
    void temperatureFileWithDecimalCommas() {
        assertRefused("line 2: '2021-01-01,4,5', expected an ISO date and a temperature with a decimal point", p -> {
            p.remove("terms");
            p.put("temperatureFile", ArcProducts.write(folder, "comma.csv", "date,temperature\n2021-01-01,4,5\n"));
        });
    }

    @Test
    void neitherHeightBandsNorBaselines() {
        assertRefused("no height-to-phase band", ArcScene.withoutBaselines(SCENE.images()), p -> { });
        assertRefused("heightToPhase BANDS: no height-to-phase band", p -> p.put("heightToPhase", "BANDS"));
    }

    @Test
    void heightBandOfWrongUnit() {
        Product product = SCENE.withHeightBands(SCENE.images(), 1.0);
        product.getBand("h2ph_VV_" + ArcProducts.snap(SCENE.dates[2])).setUnit("rad/m");
        assertRefused("has the unit 'rad/m', expected m/m", product, p -> { });
    }

    @Test
    void qualityBandThatIsNotThere() {
        assertRefused("expected the name of the band in qualityBand", p -> p.put("quality", "BAND"));
        assertRefused("qualityBand: no band 'sigma' in product 'images'", p -> {
            p.put("quality", "BAND");
            p.put("qualityBand", "sigma");
        });
        assertRefused("but quality is NMAD, expected BAND", p -> p.put("qualityBand", "sigma"));
    }

    @Test
    void qualityBandOfWrongUnit() {
        Product product = SCENE.images();
        ArcProducts.add(product, "coherence", "coherence", new float[24]);
        assertRefused("has the unit 'coherence', expected rad", product, p -> {
            p.put("quality", "BAND");
            p.put("qualityBand", "coherence");
        });
    }

    @Test
    void outputsWithoutTheirTerm() {
        assertRefused("outputs THERMAL needs the term thermal, and terms is offset,velocity,height",
                p -> p.put("outputs", new String[] {"THERMAL"}));
    }

    @Test
    void tooManyTermsForThePeriodogram() {
        assertRefused("method PERIODOGRAM searches at most 3 parameters beside the offset, and terms has 4", p -> {
            p.put("method", "PERIODOGRAM");
            p.put("terms", new String[] {"offset", "velocity", "height", "seasonal"});
        });
    }

    @Test
    void unknownTerm() {
        assertRefused("cubic", p -> p.put("terms", new String[] {"offset", "cubic"}));
    }

    @Test
    void valuesOutOfRange() {
        assertRefused("'LAMBDA'", p -> p.put("method", "LAMBDA"));
        assertRefused("(0,1)", p -> p.put("minSuccessRate", 1.0));
        assertRefused("[0.001,0.05]", p -> p.put("ratioFailureRate", 0.5));
        assertRefused("(0,1]", p -> p.put("ratioThreshold", 1.5));
        assertRefused("(0,*)", p -> p.put("sigmaSeasonal", -1.0));
        assertRefused("(0,*)", p -> p.put("sigmaHeight", 0.0));
        assertRefused("VELOCITY", p -> p.put("outputs", new String[] {"VELOCITY"}));
        assertRefused("[1,*)", p -> p.put("maxSearchNodes", 0));
    }

    @Test
    void noPixelReachesTheThreshold() {
        Map<String, Object> parameters = ArcScene.parameters();
        parameters.remove("referenceX");
        parameters.remove("referenceY");
        parameters.put("qualityThreshold", 0.0);
        RuntimeException e = assertThrows(RuntimeException.class,
                () -> ArcProducts.floats(ArcProducts.run(parameters, SCENE.images()), "velocity"));
        assertTrue(String.valueOf(e.getMessage()).contains("reaches qualityThreshold"), "message is: " + e.getMessage());
    }

    @Test
    void notMoreEpochsThanTerms() {
        assertRefused("the stack has 3 epochs beside the mother, expected more than the 3 terms", new ArcScene(3, 2, 3, 0.1).images(),
                p -> { });
    }

    @Test
    void noWavelength() {
        Product product = SCENE.images();
        product.getMetadataRoot().getElement("Abstracted_Metadata").setAttributeDouble("radar_frequency", 99999.0);
        assertRefused("radar_frequency", product, p -> { });
    }

    @Test
    void referencePixelWithoutData() {
        ArcScene scene = new ArcScene(6, 4, 12, 0.2);
        for (int e = 0; e < 10; e++) {
            scene.erase(e, 0);
        }
        RuntimeException e = assertThrows(RuntimeException.class,
                () -> ArcProducts.floats(ArcProducts.run(ArcScene.parameters(), scene.images()), "velocity"));
        assertTrue(String.valueOf(e.getMessage()).contains("the reference pixel (0, 0) has data at 2 of 12 epochs, expected at least 4"),
                "message is: " + e.getMessage());
    }
}
