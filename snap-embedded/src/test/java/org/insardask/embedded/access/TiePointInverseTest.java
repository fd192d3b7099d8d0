package org.insardask.embedded.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Random;
import org.esa.snap.core.dataio.ProductSubsetDef;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded inverse of a tie-point geo-coding is far better than SNAP's polynomials have to be. */
class TiePointInverseTest {

    private static final int WIDTH = 20000;
    private static final int HEIGHT = 1500;

    private static Product scene(double lat0, double lon0, double tilt, int discontinuity) {
        Product product = new Product("scene", "t", WIDTH, HEIGHT);
        int w = 21;
        int h = 6;
        float[] lat = new float[w * h];
        float[] lon = new float[w * h];
        for (int k = 0; k < w * h; k++) {
            int row = k / w;
            double u = (k % w) / (w - 1.0);
            double v = row / (h - 1.0);
            lat[k] = (float) (lat0 + tilt * u - 0.2 * v + 0.005 * u * u);
            double x = lon0 + 1.2 * u - 0.04 * v - 0.02 * u * u;
            lon[k] = (float) (x > 180 ? x - 360 : x);
        }
        TiePointGrid latGrid = new TiePointGrid("latitude", w, h, 0.5, 0.5, 1000, 300, lat);
        TiePointGrid lonGrid = new TiePointGrid("longitude", w, h, 0.5, 0.5, 1000, 300, lon, discontinuity);
        product.addTiePointGrid(latGrid);
        product.addTiePointGrid(lonGrid);
        product.setSceneGeoCoding(new TiePointGeoCoding(latGrid, lonGrid));
        return product;
    }

    private static double worstRoundTrip(Product product) {
        GeoCoding geoCoding = product.getSceneGeoCoding();
        Random random = new Random(11);
        double worst = 0.0;
        for (int i = 0; i < 2000; i++) {
            PixelPos pixel = new PixelPos(random.nextInt(product.getSceneRasterWidth()) + 0.5,
                    random.nextInt(product.getSceneRasterHeight()) + 0.5);
            PixelPos back = geoCoding.getPixelPos(geoCoding.getGeoPos(pixel, null), null);
            assertTrue(back.isValid(), pixel::toString);
            worst = Math.max(worst, pixel.distance(back));
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({"52.2, 4.2, 0.15, 180", "52.2, 4.2, 0.15, 0", "-45.0, 179.4, -0.12, 180", "0.0, -0.5, 0.1, 180", "70.0, 170.0, 0.3, 180"})
    void roundTripsAreWithinAHundredthOfAPixel(double lat0, double lon0, double tilt, int discontinuity) {
        double worst = worstRoundTrip(scene(lat0, lon0, tilt, discontinuity));
        assertTrue(worst < 0.01, "worst round trip " + worst + " pixels");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "3333, 411, 1, 1", "15000, 900, 1, 1", "17001, 3, 4, 3"})
    void aSubsetHasThePlacesOfItsSource(int x, int y, int stepX, int stepY) {
        Product source = scene(52.2, 4.2, 0.15, TiePointGrid.DISCONT_AT_180);
        ProductSubsetDef region = new ProductSubsetDef();
        region.setRegion(new Rectangle(x, y, 1200, 300));
        region.setSubSampling(stepX, stepY);
        Product subset = new Product("subset", "t", 1200 / stepX, 300 / stepY);
        assertTrue(source.transferGeoCodingTo(subset, region));
        for (int i = 0; i < subset.getSceneRasterWidth(); i += 97) {
            int j = i % subset.getSceneRasterHeight();
            GeoPos there = source.getSceneGeoCoding().getGeoPos(new PixelPos(x + i * stepX + 0.5, y + j * stepY + 0.5), null);
            GeoPos here = subset.getSceneGeoCoding().getGeoPos(new PixelPos(i + 0.5, j + 0.5), null);
            assertEquals(there.lat, here.lat, 1e-9);
            assertEquals(there.lon, here.lon, 1e-5);
        }
        assertTrue(worstRoundTrip(subset) < 0.01);
    }
}
