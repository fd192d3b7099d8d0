package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGeoCoding;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.points.PointLayout;
import org.insardask.stm.PointsProduct;
import org.junit.jupiter.api.Test;

/** A raster of 700 x 600 pixels of 0.001 degrees, whose first centre is at 5 degrees east and 53 north. */
class RasterEnrichmentOpTest {

    private static final int WIDTH = 700;
    private static final int HEIGHT = 600;
    private static final double STEP = 1e-3;

    /** Tie points at the corners of the corner pixels: SNAP finds no place beyond them. */
    private static Product raster() {
        Product product = new Product("dem", "DEM", WIDTH, HEIGHT);
        float north = (float) (53 + STEP / 2);
        float south = (float) (53 + STEP / 2 - HEIGHT * STEP);
        float west = (float) (5 - STEP / 2);
        float east = (float) (5 - STEP / 2 + WIDTH * STEP);
        TiePointGrid latitudes = new TiePointGrid("latitude", 2, 2, 0, 0, WIDTH, HEIGHT, new float[] {north, north, south, south});
        TiePointGrid longitudes = new TiePointGrid("longitude", 2, 2, 0, 0, WIDTH, HEIGHT, new float[] {west, east, west, east});
        product.addTiePointGrid(latitudes);
        product.addTiePointGrid(longitudes);
        product.setSceneGeoCoding(new TiePointGeoCoding(latitudes, longitudes));
        return product;
    }

    private static float[] samples(double perColumn, double perRow) {
        float[] samples = new float[WIDTH * HEIGHT];
        for (int k = 0; k < samples.length; k++) {
            int row = k / WIDTH;
            samples[k] = (float) (k % WIDTH * perColumn + row * perRow);
        }
        return samples;
    }

    private static Product dem() {
        Product product = raster();
        ArcProducts.add(product, "elevation", "m", samples(1, 1000));
        return product;
    }

    private static Product points(double[] column, double[] row) {
        Product product = PointsProduct.create("points", new PointLayout(column.length));
        int size = product.getSceneRasterWidth() * product.getSceneRasterHeight();
        for (boolean east : new boolean[] {false, true}) {
            double[] degrees = new double[size];
            Arrays.fill(degrees, Double.NaN);
            for (int k = 0; k < column.length; k++) {
                degrees[k] = east ? 5 + column[k] * STEP : 53 - row[k] * STEP;
            }
            PointsProduct.addDegrees(product, east ? "lon" : "lat", "").setRasterData(ProductData.createInstance(degrees));
        }
        PointsProduct.mark(product, new PointLayout(column.length));
        return product;
    }

    private static Product enrich(Product points, Product raster, Object... namesAndValues) {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        Map<String, Product> sources = new HashMap<>();
        sources.put("source", points);
        sources.put("raster", raster);
        return GPF.createProduct("Raster-Enrichment", parameters, sources);
    }

    /** The names that the Graph Builder gives to sources, and those of gpt for {@code -Ssource=points.dim dem.dim}. */
    @Test
    void theSecondSourceIsTheRasterWhereItHasNoName() throws IOException {
        Product points = points(new double[] {3, 7}, new double[] {2, 9});
        Product dem = dem();
        double[] expected = PointProducts.doubles(enrich(points, dem), "elevation");
        List<Map<String, Product>> named = List.of(ordered("sourceProduct", points, "sourceProduct.1", dem),
                ordered("source", points, "sourceProduct", dem, "sourceProduct.1", dem, "sourceProduct1", dem));
        for (Map<String, Product> sources : named) {
            Product target = GPF.createProduct("Raster-Enrichment", new HashMap<>(), sources);
            assertEquals(List.of("lat", "lon", "elevation"), Arrays.asList(target.getBandNames()), sources.keySet().toString());
            assertArrayEquals(expected, PointProducts.doubles(target, "elevation"), sources.keySet().toString());
            assertEquals("points_raster", target.getName(), "SNAP's dialogs propose it as the file to write, beside the source");
        }
    }

    @Test
    void noRasterAndTooManyAreNamed() {
        Product points = points(new double[] {3, 7}, new double[] {2, 9});
        String none = assertThrows(OperatorException.class,
                () -> GPF.createProduct("Raster-Enrichment", new HashMap<>(), ordered("source", points))).getMessage();
        assertTrue(none.contains("found 0 products beside the source 'points', expected one, the raster"), none);
        String two = assertThrows(OperatorException.class, () -> GPF.createProduct("Raster-Enrichment", new HashMap<>(),
                ordered("source", points, "raster", dem(), "sourceProduct.1", dem()))).getMessage();
        assertTrue(two.contains("found 1 products beside the source 'points' and the raster 'dem', expected none"), two);
    }

    private static Map<String, Product> ordered(Object... namesAndProducts) {
        GPF.getDefaultInstance().getOperatorSpiRegistry().loadOperatorSpis();
        Map<String, Product> sources = new LinkedHashMap<>();
        for (int i = 0; i < namesAndProducts.length; i += 2) {
            sources.put((String) namesAndProducts[i], (Product) namesAndProducts[i + 1]);
        }
        return sources;
    }

    @Test
    void manyPointsInAnyOrder() throws IOException {
        Random random = new Random(8);
        double[] column = random.doubles(6000).map(v -> v * (WIDTH - 1)).toArray();
        double[] row = random.doubles(6000).map(v -> v * (HEIGHT - 1)).toArray();
        Product points = points(column, row);
        double[] nearest = PointProducts.doubles(enrich(points, dem()), "elevation");
        Product target = enrich(points, dem(), "interpolation", "BILINEAR", "prefix", "dem_");
        assertEquals(List.of("lat", "lon", "dem_elevation"), Arrays.asList(target.getBandNames()));
        assertEquals("m", target.getBand("dem_elevation").getUnit());
        assertEquals(6000, PointsCase.count(target));
        double[] between = PointProducts.doubles(target, "dem_elevation");
        int same = 0;
        for (int k = 0; k < 6000; k++) {
            assertEquals(column[k] + 1000 * row[k], between[k], 20, "point " + k);
            same += nearest[k] == Math.rint(column[k]) + 1000 * Math.rint(row[k]) ? 1 : 0;
        }
        assertTrue(same > 5800, "" + same);
        assertTrue(Double.isNaN(between[6000]) && Double.isNaN(nearest[8191]));
        target.setPreferredTileSize(1000, 1);
        assertArrayEquals(between, PointProducts.doubles(target, "dem_elevation"));
        assertEquals("elevation", target.getMetadataRoot().getElement("Raster_Enrichment").getAttributeString("of_dem_elevation"));
    }

    @Test
    void borderOutsideAndNoData() throws IOException {
        Product raster = raster();
        float[] values = samples(1, 0);
        values[300 * WIDTH + 100] = -9999;
        Band band = ArcProducts.add(raster, "height", "m", values);
        band.setNoDataValue(-9999);
        band.setNoDataValueUsed(true);
        double[] column = {-0.3, -0.6, 100, 100.4, 100.6, 101, 99.5, 699.2, 699.7, Double.NaN};
        double[] row = {10, 10, 300, 300, 300.4, 300, 302, 10, 10, 10};
        double[] nearest = PointProducts.doubles(enrich(points(column, row), raster), "height");
        assertArrayEquals(new double[] {0, Double.NaN, Double.NaN, Double.NaN, 101, 101, nearest[6], 699, Double.NaN, Double.NaN}, nearest);
        double[] between = PointProducts.doubles(enrich(points(column, row), raster, "interpolation", "BILINEAR"), "height");
        assertArrayEquals(new double[] {0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 101, 99.5, 699, Double.NaN, Double.NaN}, between,
                0.05);
    }

    @Test
    void pixelsOfAnotherProductAreSourcesToo() throws IOException {
        Product target = enrich(dem(), dem(), "copySourceBands", false);
        assertArrayEquals(PointProducts.doubles(dem(), "elevation"), PointProducts.doubles(target, "elevation"));
        assertEquals("elevation_1", enrich(dem(), dem()).getBandAt(1).getName());
    }

    @Test
    void classesAndFlagsStayWhatTheyAre() throws IOException {
        Product raster = raster();
        IndexCoding classes = new IndexCoding("landcover");
        classes.addIndex("water", 1, "open water");
        raster.getIndexCodingGroup().add(classes);
        FlagCoding flags = new FlagCoding("flags");
        flags.addFlag("wet", 2, "");
        raster.getFlagCodingGroup().add(flags);
        byte[] ones = new byte[WIDTH * HEIGHT];
        Arrays.fill(ones, (byte) 1);
        Band cover = raster.addBand("cover", ProductData.TYPE_UINT8);
        cover.setRasterData(ProductData.createInstance(ProductData.TYPE_UINT8, ones));
        cover.setSampleCoding(classes);
        Band wet = raster.addBand("wet", ProductData.TYPE_UINT8);
        wet.setRasterData(ProductData.createInstance(ProductData.TYPE_UINT8, ones));
        wet.setSampleCoding(flags);
        raster.addBand("count", ProductData.TYPE_UINT8).setRasterData(ProductData.createInstance(ProductData.TYPE_UINT8, ones));
        Product target = enrich(points(new double[] {5, 2000}, new double[] {5, 5}), raster, "interpolation", "BILINEAR");
        assertArrayEquals(new double[] {1, -1}, PointProducts.doubles(target, "cover"));
        assertEquals("open water", target.getBand("cover").getIndexCoding().getIndex("water").getDescription());
        assertArrayEquals(new double[] {1, 0}, PointProducts.doubles(target, "wet"));
        assertEquals(2, target.getBand("wet").getFlagCoding().getFlagMask("wet"));
        assertArrayEquals(new double[] {1, Double.NaN}, PointProducts.doubles(target, "count"));
    }

    private static Product temperatures() {
        Product product = raster();
        int n = 0;
        for (String day : List.of("20200101", "20200105", "20200113")) {
            float[] values = new float[WIDTH * HEIGHT];
            Arrays.fill(values, n++ * 10f);
            ArcProducts.add(product, "temperature_" + day, "degC", values);
        }
        return product;
    }

    @Test
    void timeDependentGrids() throws IOException {
        Product points = points(new double[] {5, 6}, new double[] {5, 6});
        for (String day : List.of("d_20200101", "d_20200104", "d_20200112")) {
            PointProducts.addBand(points, day, new double[2]);
        }
        Product all = enrich(points, temperatures());
        assertEquals("temperature_20200105", all.getBandAt(6).getName());
        Product same = enrich(points, temperatures(), "epochs", "SAME_DAY");
        assertEquals(List.of("lat", "lon", "d_20200101", "d_20200104", "d_20200112", "temperature_20200101"),
                Arrays.asList(same.getBandNames()));
        Product nearest = enrich(points, temperatures(), "epochs", "NEAREST");
        assertArrayEquals(new double[] {10, 10}, PointProducts.doubles(nearest, "temperature_20200104"));
        assertArrayEquals(new double[] {20, 20}, PointProducts.doubles(nearest, "temperature_20200112"));
        Product linear = enrich(points, temperatures(), "epochs", "LINEAR", "interpolation", "BILINEAR");
        assertArrayEquals(new double[] {7.5, 7.5}, PointProducts.doubles(linear, "temperature_20200104"));
        assertArrayEquals(new double[] {0, 0}, PointProducts.doubles(linear, "temperature_20200101"));
    }

    @Test
    void errors() {
        Product points = points(new double[] {5}, new double[] {5});
        refused("raster 'plain' has no geocoding from which pixels follow", points, new Product("plain", "X", 2, 2), "prefix", "a");
        refused("bands: source 'dem' has no band 'slope'; its bands are elevation", points, dem(), "bands", new String[] {"slope"});
        refused("no point of source 'points' lies in raster 'dem'", points(new double[] {-50}, new double[] {5}), dem());
        refused("epochs = NEAREST, but no band of the source has a date in its name", points, temperatures(), "epochs", "NEAREST");
        Product later = points(new double[] {5}, new double[] {5});
        PointProducts.addBand(later, "d_20210101", new double[1]);
        refused("has none of the days of the source, 2021-01-01 to 2021-01-01", later, temperatures(), "epochs", "SAME_DAY");
        refused("goes from 2020-01-01 to 2020-01-13, and the source has an epoch on 2021-01-01", later, temperatures(), "epochs", "LINEAR");
    }

    private static void refused(String message, Product points, Product raster, Object... parameters) {
        if (raster.getNumBands() == 0) {
            ArcProducts.add(raster, "band", "", new float[4]);
        }
        OperatorException e = assertThrows(OperatorException.class, () -> enrich(points, raster, parameters));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
