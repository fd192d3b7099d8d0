package org.insardask.ui.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of a pixel. */
class PixelSummaryTest {

    private static Map<String, String> texts(List<PixelSummary.Item> items) {
        return items.stream().collect(Collectors.toMap(PixelSummary.Item::title, PixelSummary.Item::text));
    }

    @Test
    void parametersHaveTheirSigmasAndUnits() throws IOException {
        try (ProductHandle handle = new ProductHandle(TownProducts.unwrapped("PARAMETERS,UNCERTAINTY,QUALITY,UNWRAPPED"))) {
            SeriesProduct product = SeriesProduct.of(handle.product());
            SeriesMaker maker = new SeriesMaker(product);
            PixelSamples samples = PixelReader.read(product, 20, 30, () -> false);
            PixelSamples from = PixelReader.read(product, 60, 40, () -> false);
            SeriesCurves curves = maker.make(samples, null, true);
            Map<String, String> texts = texts(PixelSummary.items(product, maker.model(), samples, curves, false));
            assertEquals(String.format(Locale.ROOT, "%.2f \u00b1 %.2f", samples.value("velocity"), samples.value("sigma_velocity")),
                    texts.get("velocity (mm/year)"));
            assertEquals(String.format(Locale.ROOT, "%.2f", samples.value("temporal_coherence")), texts.get("coherence"));
            assertEquals("solved", texts.get("status"));
            SeriesCurves difference = maker.make(samples, from, true);
            Map<String, String> relative = texts(PixelSummary.items(product, maker.model(), samples, difference, true));
            assertNotEquals(texts.get("velocity (mm/year)"), relative.get("velocity (mm/year)"));
        }
    }

    @Test
    void onlyWhatTheProductHasIsSaid() throws IOException {
        try (ProductHandle handle = new ProductHandle(TownProducts.unwrapped("UNWRAPPED"))) {
            SeriesProduct product = SeriesProduct.of(handle.product());
            SeriesMaker maker = new SeriesMaker(product);
            PixelSamples samples = PixelReader.read(product, 20, 30, () -> false);
            List<PixelSummary.Item> items = PixelSummary.items(product, maker.model(), samples, maker.make(samples, null, true), false);
            assertEquals(List.of("RMS residual (mm)"), items.stream().map(PixelSummary.Item::title).toList());
        }
    }

    @Test
    void flagsAreNamed() {
        assertEquals("solved, not proven", PixelSummary.statusText(3));
        assertEquals("", PixelSummary.statusText(-1));
    }
}
