package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake gives one message that names the thing: before tiles, or where data must be read, at the first one. */
class ReReferenceErrorsTest {

    private static final ArcScene SCENE = new ArcScene(ReReferencing.WIDTH, ReReferencing.HEIGHT, 30, 0.1);
    private static final Product UNWRAPPED = unwrapped();

    @TempDir
    private Path folder;
    private File polygons;

    /** Column 23 has no data. */
    private static Product unwrapped() {
        for (int e = 0; e < SCENE.epochs; e++) {
            for (int y = 0; y < ReReferencing.HEIGHT; y++) {
                SCENE.erase(e, y * ReReferencing.WIDTH + 23);
            }
        }
        SCENE.erase(1, 1);
        SCENE.erase(2, 2);
        return ReReferencing.unwrap(SCENE, 0, 0);
    }

    @BeforeEach
    void writePolygons() throws IOException {
        polygons = ReReferencing.polygons(folder).toFile();
    }

    private static void assertRefused(String expected, Product source, Object... parameters) {
        OperatorException e = assertThrows(OperatorException.class, () -> ReReferencing.run(source, parameters));
        assertMessage(expected, e);
    }

    private static void assertRefused(String expected, Object... parameters) {
        assertRefused(expected, UNWRAPPED, parameters);
    }

    private static void assertRefusedAtTheFirstTile(String expected, Object... parameters) {
        assertMessage(expected, assertThrows(RuntimeException.class,
                () -> ArcProducts.floats(ReReferencing.run(UNWRAPPED, parameters), "velocity")));
    }

    private static void assertMessage(String expected, RuntimeException e) {
        assertTrue(String.valueOf(e.getMessage()).contains(expected), "message is: " + e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void noUnwrappedProduct() {
        assertRefused("product 'images' is not unwrapped: its metadata have no element Arc_Unwrapping, "
                + "expected a product of Arc-Unwrapping",
                SCENE.images(), "referenceX", 1, "referenceY", 1);
        assertRefused("product 'images_arcs' has no band that is relative to its reference",
                ReReferencing.unwrap(SCENE, 0, 0, "QUALITY"), "referenceX", 1, "referenceY", 1);
    }

    @Test
    void noReferenceOrSeveral() {
        assertRefused("no reference is given, expected one of referenceX and referenceY");
        assertRefused("no reference is given", "pixels", " ", "vectorFile", new File(""));
        assertRefused("several references are given", "referenceX", 1, "referenceY", 1, "pixels", "1,1");
        assertRefused("several references are given", "pixels", "1,1", "vectorFile", polygons);
        assertRefused("several references are given", "referenceX", 1, "referenceY", 1, "minimumQuality", 0.5);
        assertRefused("expected only one pair", "referenceX", 1, "referenceY", 1, "referenceLat", 52.35);
        assertRefused("only one of referenceX and referenceY is given", "referenceX", 1);
        assertRefused("only one of referenceLat and referenceLon is given", "referenceLon", 4.85);
    }

    @Test
    void wordsOfPolygonsWithoutPolygons() {
        assertRefused("polygonField is given without vectorFile", "pixels", "1,1", "polygonField", "name");
        assertRefused("layer is given without vectorFile", "minimumQuality", 0.5, "layer", "areas");
        assertRefused("only polygonField is given", "vectorFile", polygons, "polygonField", "name");
        assertRefused("only polygonValue is given", "vectorFile", polygons, "polygonValue", "west");
    }

    @Test
    void pixelsOutsideOrNotUnderstood() {
        assertRefused("referenceX 24, referenceY 0 is outside of product 'images_arcs', expected 0 to 23 and 0 to 16",
                "referenceX", 24, "referenceY", 0);
        assertRefused("referenceLat 10.0, referenceLon 4.85", "referenceLat", 10.0, "referenceLon", 4.85);
        assertRefused("pixels = '1,1 3,17': 3,17 is outside of product 'images_arcs', expected 0 to 23 and 0 to 16", "pixels", "1,1 3,17");
        assertRefused("'3,-1' is no column and row, expected for example 110,86 20,30", "pixels", "1,1 3,-1");
        assertRefused("'1' is no column and row", "pixels", "1 1");
        assertRefused("1,1 stands there twice", "pixels", "1,1 2,2 1,1");
    }

    @Test
    void polygonsThatAreNotThere() {
        File absent = folder.resolve("absent.gpkg").toFile();
        assertRefused(absent + ": no such file", "vectorFile", absent);
        assertRefused("no layer 'roads'", "vectorFile", polygons, "layer", "roads");
        assertRefused("no field 'colour'; its fields are name, number", "vectorFile", polygons, "polygonField", "colour",
                "polygonValue", "red");
        assertRefused("layer 'areas' has no polygon with name = north", "vectorFile", polygons, "polygonField", "name",
                "polygonValue", "north");
        assertRefused("polygonValue = 'two': expected an integer, as field 'number' holds", "vectorFile", polygons,
                "polygonField", "number", "polygonValue", "two");
    }

    @Test
    void productWithoutPlaces() {
        Product nowhere = ArcProducts.empty("nowhere", 2, 1, 0.05);
        nowhere.getMetadataRoot().addElement(UNWRAPPED.getMetadataRoot().getElement("Arc_Unwrapping").createDeepClone());
        ArcProducts.add(nowhere, "velocity", "mm/year", new float[2]);
        assertRefused("has no geocoding; give the parameters longitudeBand and latitudeBand", nowhere, "vectorFile", polygons);
        assertRefused("need a geocoding", nowhere, "referenceLat", 52.35, "referenceLon", 4.85);
    }

    @Test
    void qualityBandThatIsNotThere() {
        assertRefused("qualityBand: no band 'coherence' in product 'images_arcs'", "minimumQuality", 0.5, "qualityBand", "coherence");
    }

    @Test
    void wrappedDisplacementsHaveNoMean() {
        assertRefused("is wrapped and has no mean, and the product has no unwrapped displacements of its epoch",
                ReReferencing.unwrap(SCENE, 0, 0, "WRAPPED"), "pixels", "1,1 2,2");
    }

    @Test
    void wrongUnitOfADisplacement() {
        Product product = ReReferencing.unwrap(SCENE, 0, 0);
        product.getBand(ReReferencing.unwrapped(3)).setUnit("cm");
        assertRefused("has the unit 'cm', expected mm", product, "referenceX", 1, "referenceY", 1);
    }

    @Test
    void referenceWithoutData() {
        assertRefusedAtTheFirstTile("the reference has no data: the pixel (23, 4)", "referenceX", 23, "referenceY", 4);
        assertRefusedAtTheFirstTile("the reference has no data: the pixels 23,4 23,5", "pixels", "23,4 23,5");
        assertRefusedAtTheFirstTile("the reference has no pixel with data in all of 33 bands: the pixels 1,0 2,0", "pixels", "1,0 2,0");
    }

    @Test
    void noPixelIsChosen() {
        assertRefusedAtTheFirstTile("the reference holds no pixel: the polygons of areas.geojson with name = none",
                "vectorFile", polygons, "polygonField", "name", "polygonValue", "none");
        assertRefusedAtTheFirstTile("the reference holds no pixel: the scene, pixels with temporal_coherence >= 1.5",
                "minimumQuality", 1.5);
    }
}
