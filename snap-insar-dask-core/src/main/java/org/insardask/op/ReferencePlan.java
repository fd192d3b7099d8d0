package org.insardask.op;

import java.util.Map;
import java.util.TreeMap;

/** The reference of Arc-Unwrapping as words of a {@link PlanFile}. */
final class ReferencePlan {

    private ReferencePlan() {
    }

    static Map<String, String> words(ReferenceSeries series) {
        ReferenceSeries.Place place = series.place();
        int n = series.epochs();
        double[] real = new double[n];
        double[] imaginary = new double[n];
        for (int e = 0; e < n; e++) {
            real[e] = series.real(e);
            imaginary[e] = series.imaginary(e);
        }
        Map<String, String> words = new TreeMap<>();
        words.put("reference.x", Integer.toString(place.x()));
        words.put("reference.y", Integer.toString(place.y()));
        words.put("reference.description", place.description());
        words.put("reference.pixels", Long.toString(place.pixels()));
        words.put("reference.leftOut", Long.toString(place.leftOut()));
        words.put("reference.likeness", Double.toString(place.likeness()));
        words.put("reference.sigma", Double.toString(series.sigma()));
        words.put("reference.belowThreshold", Boolean.toString(series.belowThreshold()));
        words.put("reference.real", PlanFile.text(real));
        words.put("reference.imaginary", PlanFile.text(imaginary));
        if (series.heightToPhase() != null) {
            words.put("reference.heightToPhase", PlanFile.text(series.heightToPhase()));
        }
        return words;
    }

    /**
     * Reads the reference back, bit for bit.
     *
     * @param epochs number of epochs
     * @param heights whether height is estimated
     */
    static ReferenceSeries read(Map<String, String> words, int epochs, boolean heights) {
        ReferenceSeries.Place place = new ReferenceSeries.Place((int) PlanFile.whole(words, "reference.x"),
                (int) PlanFile.whole(words, "reference.y"), PlanFile.word(words, "reference.description"),
                PlanFile.whole(words, "reference.pixels"), PlanFile.whole(words, "reference.leftOut"),
                PlanFile.doubles(words, "reference.likeness", 1)[0]);
        return new ReferenceSeries(place, PlanFile.doubles(words, "reference.sigma", 1)[0],
                Boolean.parseBoolean(PlanFile.word(words, "reference.belowThreshold")),
                PlanFile.doubles(words, "reference.real", epochs), PlanFile.doubles(words, "reference.imaginary", epochs),
                heights ? PlanFile.doubles(words, "reference.heightToPhase", epochs) : null);
    }
}
