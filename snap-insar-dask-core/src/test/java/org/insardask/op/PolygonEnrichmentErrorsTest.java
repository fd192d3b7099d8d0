package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.vector.VectorSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters and sources that cannot be used give one clear OperatorException before any tile is computed. */
class PolygonEnrichmentErrorsTest {

    @TempDir
    private Path folder;
    private Path file;
    private final Product points = PointProducts.of(new double[] {1, 2}, new double[] {1, 2});

    @BeforeEach
    void writePolygons() throws IOException {
        file = VectorSamples.text(folder.resolve("areas.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                + "\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[3,0],[3,3],[0,0]]]}}]}");
    }

    private String failure(Path vectorFile, String fields, Object... more) {
        return assertThrows(OperatorException.class, () -> PointProducts.enrichPoints(points, vectorFile, fields, more)).getMessage();
    }

    @Test
    void theVectorFile() {
        Path absent = folder.resolve("absent.gpkg");
        assertTrue(failure(absent, "a").endsWith(absent + ": no such file"));
        assertTrue(failure(file, "a,height").endsWith(file + ": no field 'height'; its fields are a"));
        assertTrue(failure(file, "a", "layer", "roads").endsWith(file + ": no layer 'roads'; its only layer is 'areas'"));
        assertTrue(failure(file, "a", "crs", "EPSG:999999").contains("the parameter crs, EPSG:999999, is not known"));
    }

    @Test
    void theFields() {
        assertTrue(failure(file, "a,,b").endsWith("fields = 'a,,b': names separated by commas were expected"));
        assertTrue(failure(file, "a,a").endsWith("fields = 'a,a': 'a' stands there twice"));
    }

    @Test
    void theChoices() {
        assertTrue(failure(file, "a", "predicate", "WITHIN").contains("WITHIN"));
        assertTrue(failure(file, "a", "overlap", "LARGEST").contains("LARGEST"));
        assertTrue(failure(file, "a", "encoding", "klingon").endsWith(
                "encoding = 'klingon' is not known; for example UTF-8 or windows-1252 was expected"));
    }

    @Test
    void thePlaces() {
        String none = assertThrows(OperatorException.class, () -> PointProducts.enrich(points, file, "a")).getMessage();
        assertTrue(none.endsWith("source 'points' has no geocoding; give the parameters longitudeBand and latitudeBand"), none);
        String one = assertThrows(OperatorException.class,
                () -> PointProducts.enrich(points, file, "a", "longitudeBand", "lon")).getMessage();
        assertTrue(one.endsWith("longitudeBand and latitudeBand are to be given together; only longitudeBand is"), one);
        String wrong = assertThrows(OperatorException.class,
                () -> PointProducts.enrich(points, file, "a", "longitudeBand", "x", "latitudeBand", "lat")).getMessage();
        assertTrue(wrong.endsWith("longitudeBand = 'x': source 'points' has no such band; its bands are lon, lat"), wrong);
    }

    @Test
    void thePlacesOfAnotherSize() {
        points.addBand(new Band("coarse", ProductData.TYPE_FLOAT64, 1, 1));
        String message = assertThrows(OperatorException.class,
                () -> PointProducts.enrich(points, file, "a", "longitudeBand", "coarse", "latitudeBand", "lat")).getMessage();
        assertTrue(message.endsWith("longitudeBand = 'coarse': the band has 1 x 1 pixels, but source 'points' has 2 x 1"), message);
    }

    @Test
    void theMessageIsOneLine() {
        assertEquals(1, failure(file, "b").lines().count());
    }
}
