package org.insardask.ui.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.insardask.arc.ArcFlag;

/** Says in words and numbers what was estimated of a pixel. Stateless. */
final class PixelSummary {

    private PixelSummary() {
    }

    /**
     * One thing that is known of a pixel.
     *
     * @param label what it is
     * @param unit its unit, empty where it has none
     * @param text its value; empty where there is none
     */
    record Item(String label, String unit, String text) {

        /** Returns label and unit: velocity (mm/year). */
        String title() {
            return unit.isEmpty() ? label : label + " (" + unit + ")";
        }
    }

    /**
     * Returns the parameters with their standard deviations, of the arc of the curves; quality and status of the pixel.
     *
     * @param relative whether the curves are relative to another pixel, so that the bands of standard deviations do not hold
     */
    static List<Item> items(SeriesProduct product, SeriesModel model, PixelSamples samples, SeriesCurves curves, boolean relative) {
        List<Item> items = new ArrayList<>();
        for (int c = 0; c < model.parameters(); c++) {
            String name = ArcMetadata.bandName(model.term(c));
            double band = samples.value("sigma_" + name);
            double sigma = relative || Double.isNaN(band) ? curves.parameterSigma()[c] : band;
            if (product.product().containsBand(name)) {
                items.add(new Item(name.replace('_', ' '), model.term(c).unit(), withSigma(curves.parameters()[c], sigma)));
            }
        }
        addValue(items, product, samples, "temporal_coherence", "coherence", "");
        addValue(items, product, samples, "success_rate", "success rate", "");
        addValue(items, product, samples, "phase_sigma", "phase sigma", "rad");
        items.add(new Item("RMS residual", "mm", number(curves.rms(), 2)));
        if (product.status().isPresent()) {
            items.add(new Item("status", "", statusText(samples.status())));
        }
        return items;
    }

    private static void addValue(List<Item> items, SeriesProduct product, PixelSamples samples, String band, String label, String unit) {
        if (product.product().containsBand(band)) {
            items.add(new Item(label, unit, number(samples.value(band), 2)));
        }
    }

    private static String withSigma(double value, double sigma) {
        String text = number(value, 2);
        return text.isEmpty() || Double.isNaN(sigma) ? text : text + " \u00b1 " + number(sigma, 2);
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0);
    }

    /** Returns the names of the flags of a status. */
    static String statusText(int status) {
        return Arrays.stream(ArcFlag.values()).filter(flag -> status >= 0 && flag.isSetIn(status))
                .map(flag -> flag.label().replace('_', ' ')).collect(Collectors.joining(", "));
    }
}
