package org.insardask.ui.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What stands in the way of points over an image is said. */
class PointLayerRefusalTest {

    private static void assertRefused(String expected, Executable wish) {
        String message = assertThrows(IllegalArgumentException.class, wish).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aRasterIsNoProductOfPoints() throws Exception {
        Product image = SomePoints.image();
        assertRefused("is no product of points", () -> PointLayer.of(image, image, null, 10, Progress.NONE));
    }

    @Test
    void anImageWithoutGeocodingOfAnotherSize() throws Exception {
        Product points = SomePoints.withDegrees(2);
        Product image = new Product("plain", "TEST", 10, 10);
        assertRefused("'plain' has no geocoding", () -> PointLayer.of(points, image, null, 10, Progress.NONE));
    }

    @Test
    void pointsWithoutCoordinates() throws Exception {
        Product points = SomePoints.withDegrees(2);
        points.removeBand(points.getBand("lat"));
        Product image = SomePoints.image();
        assertRefused("has no bands lat and lon", () -> PointLayer.of(points, image, null, 10, Progress.NONE));
    }

    @Test
    void pointsElsewhere() throws Exception {
        Product points = SomePoints.withDegrees(2);
        points.getBand("lat").getRasterData().setElemDoubleAt(0, 10.0);
        points.getBand("lat").getRasterData().setElemDoubleAt(1, 10.0);
        Product image = SomePoints.image();
        assertRefused("None of the 2 points of 'points' lies in", () -> PointLayer.of(points, image, null, 10, Progress.NONE));
    }

    @Test
    void aColourThatIsNoAttribute() throws Exception {
        Product points = SomePoints.withDegrees(2);
        Product image = SomePoints.image();
        assertRefused("'lat' is no attribute of the points, expected one of [velocity, point_id]",
                () -> PointLayer.of(points, image, "lat", 10, Progress.NONE));
    }

    @Test
    void cancelling() throws Exception {
        Product points = SomePoints.withDegrees(2);
        Product image = SomePoints.image();
        assertThrows(CancellationException.class, () -> PointLayer.of(points, image, null, 10, share -> {
            throw new CancellationException("enough");
        }));
        assertEquals(0, image.getVectorDataGroup().getNodeCount());
    }

    @Test
    void whatHasToBeOpenedFirst() throws Exception {
        Product points = SomePoints.withDegrees(2);
        Product image = SomePoints.image();
        assertTrue(PointsOverImageAction.missing(List.of(image)).orElseThrow().startsWith("Open a product of points first"));
        assertTrue(PointsOverImageAction.missing(List.of(points)).orElseThrow().startsWith("Open the product of an image first"));
        assertTrue(PointsOverImageAction.missing(List.of(points, image)).isEmpty());
    }
}
