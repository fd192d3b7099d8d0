package org.insardask.ui.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Product;
import org.insardask.stack.SnapDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Series and model of pixels of the town, held against the bands that Arc-Unwrapping writes. */
class SeriesMakerTest {

    private static final int[][] PIXELS = {{20, 30}, {60, 40}, {100, 70}, {5, 90}};
    private static final double FLOAT = 2e-4;

    private static Product all;
    private static Product few;

    @BeforeAll
    static void unwrap() {
        all = TownProducts.unwrapped(TownProducts.ALL);
        few = TownProducts.unwrapped("PARAMETERS,QUALITY,UNWRAPPED");
        for (int[] p : PIXELS) {
            assertEquals(1.0, TownProducts.sample(few, "status", p[0], p[1]), "pixel " + Arrays.toString(p) + " is solved");
        }
    }

    @AfterAll
    static void dispose() {
        all.dispose();
        few.dispose();
    }

    private static PixelSamples read(Product product, int x, int y) throws IOException {
        return PixelReader.read(SeriesProduct.of(product), x, y, () -> false);
    }

    private static SeriesCurves curves(Product product, int x, int y, boolean removeHeight) throws IOException {
        return new SeriesMaker(SeriesProduct.of(product)).make(read(product, x, y), null, removeHeight);
    }

    private static double[] bands(Product product, String prefix, List<LocalDate> dates, int x, int y) {
        return dates.stream().mapToDouble(day -> TownProducts.sample(product, prefix + SnapDate.format(day), x, y)).toArray();
    }

    @Test
    void observedIsTheUnwrappedDisplacement() throws IOException {
        for (int[] p : PIXELS) {
            SeriesCurves curves = curves(few, p[0], p[1], false);
            assertEquals(30, curves.dates().size());
            assertArrayEquals(bands(few, "dis_unw_", curves.dates(), p[0], p[1]), curves.observed(), 0.0);
        }
    }

    @Test
    void modelFromTheMetadataIsThatOfTheOperator() throws IOException {
        for (int[] p : PIXELS) {
            SeriesCurves curves = curves(few, p[0], p[1], false);
            double[] estimated = bands(all, "dis_est_", curves.dates(), p[0], p[1]);
            double[] heights = bands(all, "dis_height_", curves.dates(), p[0], p[1]);
            assertArrayEquals(heights, curves.heightPart(), 2e-3, "height of pixel " + Arrays.toString(p));
            assertArrayEquals(estimated, curves.model(), 3e-3, "model of pixel " + Arrays.toString(p));
        }
    }

    @Test
    void withoutHeightItIsTakenOffBoth() throws IOException {
        for (int[] p : PIXELS) {
            SeriesCurves with = curves(few, p[0], p[1], false);
            SeriesCurves without = curves(few, p[0], p[1], true);
            assertTrue(without.heightRemoved());
            assertFalse(with.heightRemoved());
            double[] expected = new double[with.dates().size()];
            for (int e = 0; e < expected.length; e++) {
                expected[e] = with.observed()[e] - with.heightPart()[e];
            }
            assertArrayEquals(expected, without.observed(), 0.0);
            assertEquals(with.rms(), without.rms(), 1e-9);
        }
    }

    @Test
    void bandsOfTheOperatorAreTakenWhereTheyAreThere() throws IOException {
        for (int[] p : PIXELS) {
            SeriesCurves curves = curves(all, p[0], p[1], false);
            assertArrayEquals(bands(all, "dis_height_", curves.dates(), p[0], p[1]), curves.heightPart(), 0.0);
            assertArrayEquals(bands(all, "dis_est_", curves.dates(), p[0], p[1]), curves.model(), FLOAT);
        }
    }

    @Test
    void sigmasAreThoseOfTheOperator() throws IOException {
        for (int[] p : PIXELS) {
            SeriesCurves curves = curves(few, p[0], p[1], true);
            int c = 0;
            for (String term : List.of("offset", "velocity", "height", "thermal")) {
                double sigma = TownProducts.sample(all, "sigma_" + term, p[0], p[1]);
                assertEquals(sigma, curves.parameterSigma()[c], 2e-3 * sigma, term);
                c++;
            }
        }
    }

    @Test
    void bandIsNoiseAndModelTogether() throws IOException {
        SeriesCurves curves = curves(few, 60, 40, true);
        double noise = 2.0 * 1000.0 * 0.05546576279999999 / (4.0 * Math.PI) * TownProducts.sample(few, "phase_sigma", 60, 40);
        for (double width : curves.halfWidth()) {
            assertTrue(width > noise && width < 1.5 * noise, width + " beside " + noise);
        }
        assertEquals(curves.lineDays().size(), curves.line().length);
        assertEquals(curves.lineDays().size(), curves.lineHalfWidth().length);
    }

    @Test
    void lineGoesThroughTheModelAtTheEpochs() throws IOException {
        SeriesCurves curves = curves(few, 60, 40, true);
        int met = 0;
        for (int e = 0; e < curves.dates().size(); e++) {
            int at = curves.lineDays().indexOf(curves.dates().get(e));
            if (at >= 0) {
                assertEquals(curves.model()[e], curves.line()[at], 1e-9);
                met++;
            }
        }
        assertTrue(met > 5, "days in common: " + met);
    }

    @Test
    void differenceOfTwoPixelsIsThatOfTheirSeries() throws IOException {
        SeriesProduct product = SeriesProduct.of(few);
        SeriesMaker maker = new SeriesMaker(product);
        PixelSamples pixel = read(few, 20, 30);
        PixelSamples from = read(few, 60, 40);
        SeriesCurves relative = maker.make(pixel, from, false);
        SeriesCurves first = maker.make(pixel, null, false);
        SeriesCurves second = maker.make(from, null, false);
        for (int e = 0; e < relative.observed().length; e++) {
            assertEquals(first.observed()[e] - second.observed()[e], relative.observed()[e], 1e-9);
            assertEquals(first.model()[e] - second.model()[e], relative.model()[e], 1e-9);
        }
        assertEquals(first.parameters()[1] - second.parameters()[1], relative.parameters()[1], 1e-12);
        double s1 = pixel.value("phase_sigma");
        double s2 = from.value("phase_sigma");
        double reference = product.metadata().referenceSigma();
        double expected = Math.sqrt(s1 * s1 + s2 * s2 - 2 * reference * reference);
        assertEquals(expected / s1, relative.parameterSigma()[1] / first.parameterSigma()[1], 1e-9);
    }

    @Test
    void pixelRelativeToItselfDoesNotMove() throws IOException {
        PixelSamples pixel = read(few, 20, 30);
        SeriesCurves curves = new SeriesMaker(SeriesProduct.of(few)).make(pixel, pixel, true);
        assertArrayEquals(new double[30], curves.observed(), 0.0);
        assertArrayEquals(new double[30], curves.model(), 0.0);
        assertArrayEquals(new double[30], curves.halfWidth(), 0.0);
    }

    @Test
    void ambiguitiesAreHalfWavelengthsAway() throws IOException {
        SeriesCurves curves = curves(few, 20, 30, true);
        double half = 500.0 * 0.05546576279999999;
        assertEquals(3, curves.ambiguities().size());
        for (int e = 0; e < 30; e++) {
            assertEquals(curves.observed()[e] - half, curves.ambiguities().get(0)[e], 1e-9);
            assertTrue(Double.isNaN(curves.ambiguities().get(1)[e]));
            assertEquals(curves.observed()[e] + half, curves.ambiguities().get(2)[e], 1e-9);
        }
    }

    @Test
    void wrappedAloneStandsNextToTheModel() throws IOException {
        try (ProductHandle wrapped = new ProductHandle(TownProducts.unwrapped("PARAMETERS,WRAPPED"))) {
            SeriesCurves alone = curves(wrapped.product(), 20, 30, true);
            SeriesCurves unwrapped = curves(few, 20, 30, true);
            assertTrue(Arrays.stream(alone.observed()).allMatch(Double::isNaN));
            assertArrayEquals(unwrapped.observed(), alone.ambiguities().get(1), 2e-3);
        }
    }

    @Test
    void parametersAloneGiveAModelWithoutPoints() throws IOException {
        try (ProductHandle parameters = new ProductHandle(TownProducts.unwrapped("PARAMETERS,QUALITY"))) {
            SeriesCurves curves = curves(parameters.product(), 20, 30, true);
            assertEquals(30, curves.dates().size());
            assertArrayEquals(curves(few, 20, 30, true).model(), curves.model(), 0.0);
            assertTrue(Double.isNaN(curves.rms()));
        }
    }

    @Test
    void seasonalAndQuadraticTermsAreInTheModel() throws IOException {
        Map<String, Object> terms = Map.of("terms", new String[] {"offset", "velocity", "height", "quadratic", "seasonal"});
        try (ProductHandle seasonal = new ProductHandle(TownProducts.unwrapped("PARAMETERS,QUALITY,UNWRAPPED,ESTIMATED", terms))) {
            SeriesCurves curves = curves(seasonal.product(), 20, 30, false);
            assertArrayEquals(bands(seasonal.product(), "dis_est_", curves.dates(), 20, 30), curves.model(), FLOAT);
        }
    }

    @Test
    void priorInTheEstimateNarrowsTheSigmas() throws IOException {
        Map<String, Object> prior = Map.of("estimate", "WITH_PRIOR");
        try (ProductHandle product = new ProductHandle(TownProducts.unwrapped("PARAMETERS,UNCERTAINTY,QUALITY,UNWRAPPED", prior))) {
            SeriesCurves curves = curves(product.product(), 20, 30, true);
            double sigma = TownProducts.sample(product.product(), "sigma_velocity", 20, 30);
            assertEquals(sigma, curves.parameterSigma()[1], 2e-3 * sigma);
        }
    }
}
