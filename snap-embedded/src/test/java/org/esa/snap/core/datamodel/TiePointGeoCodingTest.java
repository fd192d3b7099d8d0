package org.esa.snap.core.datamodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.esa.snap.core.util.ProductUtils;
import org.junit.jupiter.api.Test;

/** Geo-coding by tie points, by SNAP's public API only. Tolerances allow for SNAP's polynomials. */
class TiePointGeoCodingTest {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 300;

    /** A tilted and slightly curved scene around a place; descending lines, as radar sees it. */
    private static Product scene(double lat0, double lon0, int discontinuity) {
        Product product = new Product("scene", "t", WIDTH, HEIGHT);
        int w = 11;
        int h = 7;
        float[] lat = new float[w * h];
        float[] lon = new float[w * h];
        for (int k = 0; k < w * h; k++) {
            int row = k / w;
            double u = (k % w) / 10.0;
            double v = row / 6.0;
            lat[k] = (float) (lat0 + 0.4 - 0.7 * v - 0.12 * u + 0.01 * u * v);
            double x = lon0 - 0.9 + 1.6 * u - 0.2 * v + 0.02 * u * u;
            lon[k] = (float) (x > 180 ? x - 360 : x);
        }
        TiePointGrid latGrid = new TiePointGrid("latitude", w, h, 0.5, 0.5, 50, 50, lat);
        TiePointGrid lonGrid = new TiePointGrid("longitude", w, h, 0.5, 0.5, 50, 50, lon, discontinuity);
        product.addTiePointGrid(latGrid);
        product.addTiePointGrid(lonGrid);
        product.setSceneGeoCoding(new TiePointGeoCoding(latGrid, lonGrid));
        return product;
    }

    private static void assertRoundTrips(Product product, double tolerance) {
        GeoCoding geoCoding = product.getSceneGeoCoding();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            PixelPos pixel = new PixelPos(random.nextDouble() * WIDTH, random.nextDouble() * HEIGHT);
            GeoPos geo = geoCoding.getGeoPos(pixel, null);
            PixelPos back = geoCoding.getPixelPos(geo, null);
            assertTrue(back.isValid(), () -> "no pixel for " + geo + " of " + pixel);
            assertEquals(pixel.x, back.x, tolerance);
            assertEquals(pixel.y, back.y, tolerance);
        }
    }

    @Test
    void geoPosIsThatOfTheGrids() {
        Product product = scene(52.3, 4.9, TiePointGrid.DISCONT_AT_180);
        GeoPos geo = product.getSceneGeoCoding().getGeoPos(new PixelPos(123.5, 45.5), null);
        assertEquals(product.getTiePointGrid("latitude").getPixelDouble(123, 45), geo.lat);
        assertEquals(product.getTiePointGrid("longitude").getPixelDouble(123, 45), geo.lon);
        assertFalse(product.getSceneGeoCoding().isCrossingMeridianAt180());
    }

    @Test
    void positionsGoThereAndBack() {
        assertRoundTrips(scene(52.3, 4.9, TiePointGrid.DISCONT_AT_180), 0.5);
        assertRoundTrips(scene(52.3, 4.9, TiePointGrid.DISCONT_NONE), 0.5);
        assertRoundTrips(scene(-33.0, -70.0, TiePointGrid.DISCONT_AT_180), 0.5);
    }

    @Test
    void positionsGoThereAndBackAcrossTheMeridian() {
        Product product = scene(-17.0, 180.0, TiePointGrid.DISCONT_AT_180);
        assertTrue(product.getSceneGeoCoding().isCrossingMeridianAt180());
        assertRoundTrips(product, 0.5);
    }

    @Test
    void outsideOfTheSceneNothingIsValid() {
        GeoCoding geoCoding = scene(52.3, 4.9, TiePointGrid.DISCONT_AT_180).getSceneGeoCoding();
        assertFalse(geoCoding.getGeoPos(new PixelPos(-1, 10), null).isValid());
        assertFalse(geoCoding.getGeoPos(new PixelPos(10, HEIGHT + 1), null).isValid());
        assertFalse(geoCoding.getPixelPos(new GeoPos(52.3, 25.0), null).isValid());
        assertFalse(geoCoding.getPixelPos(new GeoPos(-52.3, 184.9), null).isValid());
        assertFalse(geoCoding.getPixelPos(new GeoPos(Double.NaN, 4.9), null).isValid());
    }

    @Test
    void theObjectGivenIsFilled() {
        GeoCoding geoCoding = scene(52.3, 4.9, TiePointGrid.DISCONT_AT_180).getSceneGeoCoding();
        GeoPos geo = new GeoPos();
        assertSame(geo, geoCoding.getGeoPos(new PixelPos(10, 10), geo));
        PixelPos pixel = new PixelPos();
        assertSame(pixel, geoCoding.getPixelPos(geo, pixel));
    }

    @Test
    void bandsHaveTheGeoCodingOfTheScene() {
        Product product = scene(52.3, 4.9, TiePointGrid.DISCONT_AT_180);
        Band band = product.addBand("a", ProductData.TYPE_FLOAT32);
        assertSame(product.getSceneGeoCoding(), band.getGeoCoding());
        assertTrue(product.isUsingSingleGeoCoding());
    }

    @Test
    void copyingBringsTheGrids() {
        Product source = scene(52.3, 4.9, TiePointGrid.DISCONT_AT_180);
        Product target = new Product("copy", "t", WIDTH, HEIGHT);
        ProductUtils.copyGeoCoding(source, target);
        assertNotNull(target.getTiePointGrid("latitude"));
        assertNotSame(source.getTiePointGrid("latitude"), target.getTiePointGrid("latitude"));
        PixelPos pixel = new PixelPos(200.5, 100.5);
        assertEquals(source.getSceneGeoCoding().getGeoPos(pixel, null), target.getSceneGeoCoding().getGeoPos(pixel, null));
    }

    @Test
    void gridsThatDifferAreRefused() {
        TiePointGrid a = new TiePointGrid("a", 2, 2, 0.5, 0.5, 10, 10, new float[4]);
        TiePointGrid b = new TiePointGrid("b", 2, 2, 0.5, 0.5, 10, 20, new float[4]);
        assertThrows(IllegalArgumentException.class, () -> new TiePointGeoCoding(a, b));
    }
}
