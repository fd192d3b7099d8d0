package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.junit.jupiter.api.Test;

class SceneBorderTest {

    private static final int SIZE = 100;

    /** A geocoding that only knows where pixels lie: from {column, row} to {longitude, latitude}. */
    private static GeoCoding geoCoding(UnaryOperator<double[]> map) {
        return (GeoCoding) Proxy.newProxyInstance(SceneBorderTest.class.getClassLoader(), new Class<?>[] {GeoCoding.class},
                (proxy, method, arguments) -> {
                    assertEquals("getGeoPos", method.getName());
                    PixelPos pixel = (PixelPos) arguments[0];
                    double[] place = map.apply(new double[] {pixel.x, pixel.y});
                    ((GeoPos) arguments[1]).setLocation(place[1], place[0]);
                    return arguments[1];
                });
    }

    private static SceneBox box(UnaryOperator<double[]> map) {
        return SceneBorder.box(geoCoding(map), SIZE, SIZE);
    }

    @Test
    void aMapInDegrees() {
        SceneBox box = box(p -> new double[] {5 + p[0] / 100, 52 - p[1] / 100});
        assertEquals(5, box.west(), 0.0025);
        assertEquals(6, box.east(), 0.0025);
        assertEquals(51, box.south(), 0.0025);
        assertEquals(52, box.north(), 0.0025);
    }

    /** The northern side bends: its middle is farther north than its corners. */
    @Test
    void aBentMapHoldsAllPixels() {
        UnaryOperator<double[]> map = p -> new double[] {5 + p[0] / 50, 52 - p[1] / 100 - 0.3 * Math.pow(p[0] / 50 - 1, 2)};
        SceneBox box = box(map);
        assertNotNull(box);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double[] place = map.apply(new double[] {x + 0.5, y + 0.5});
                assertEquals(Math.max(box.west(), Math.min(box.east(), place[0])), place[0]);
                assertEquals(Math.max(box.south(), Math.min(box.north(), place[1])), place[1]);
            }
        }
    }

    /** A map around the pole: the border is far from it, and goes around it. */
    @Test
    void noBoxAroundAPole() {
        assertNull(box(p -> new double[] {Math.toDegrees(Math.atan2(p[0] - 50, 50 - p[1])), 90 - Math.hypot(p[0] - 50, p[1] - 50) / 4}));
        assertNull(box(p -> new double[] {5 + p[0] / 100, 89 - p[1] / 100}));
    }

    @Test
    void noBoxAcrossTheAntimeridian() {
        assertNull(box(p -> new double[] {p[0] < 50 ? 179.5 + p[0] / 100 : -180.5 + p[0] / 100, 52 - p[1] / 100}));
        assertNull(box(p -> new double[] {-180 + 3.6 * p[0], 50 - p[1]}));
    }

    @Test
    void noBoxWherePlacesAreMissing() {
        assertNull(box(p -> new double[] {p[0] > 98 ? Double.NaN : 5, 52 - p[1] / 100}));
    }
}
