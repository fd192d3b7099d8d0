package org.insardask.ui.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.insardask.arc.ArcModel;
import org.insardask.arc.ArcTerm;

/**
 * The functional model of an unwrapped product at any day, from what the metadata say. Between epochs temperatures are interpolated
 * linearly. Immutable.
 */
final class SeriesModel {

    private final SeriesProduct product;
    private final List<ArcTerm> terms;
    private final double[] priorSigma;
    private final NavigableMap<LocalDate, Double> temperatures;

    SeriesModel(SeriesProduct product) {
        this.product = product;
        this.terms = product.metadata().terms();
        this.priorSigma = product.metadata().priorSigma();
        this.temperatures = new TreeMap<>(product.metadata().temperature());
        if (!temperatures.isEmpty()) {
            temperatures.put(product.metadata().mother(), 0.0);
        }
    }

    /** Number of parameters k. */
    int parameters() {
        return terms.size();
    }

    /** Returns the term of parameter c. */
    ArcTerm term(int c) {
        return terms.get(c);
    }

    /** Returns the prior standard deviations if they took part in the estimate, else null. */
    double[] priorInEstimate() {
        return product.metadata().withPrior() ? priorSigma : null;
    }

    /** Returns whether the apparent displacement of the height can be computed from the metadata, or there is none. */
    boolean knowsHeight() {
        return !terms.contains(ArcTerm.HEIGHT) || !product.metadata().referenceHeightToPhase().isEmpty();
    }

    /** Returns whether thermal expansion can be computed, or there is none. */
    boolean knowsTemperature() {
        return !terms.contains(ArcTerm.THERMAL) || !temperatures.isEmpty();
    }

    /** Returns the displacement of one radian (mm). */
    double millimetresPerRadian() {
        return -1000.0 * product.metadata().wavelength() / (4.0 * Math.PI);
    }

    /**
     * Returns the design matrix of some days.
     *
     * @param heightToPhase by day (m/m); null, or NaN, for none, so that the height has no part
     * @return n x k, row-major (rad per unit)
     */
    double[] design(List<LocalDate> days, double[] heightToPhase) {
        if (days.isEmpty() || terms.isEmpty()) {
            return new double[0];
        }
        double[] years = days.stream().mapToDouble(product::years).toArray();
        double[] degrees = days.stream().mapToDouble(this::temperature).toArray();
        double[] factors = new double[days.size()];
        for (int i = 0; heightToPhase != null && i < factors.length; i++) {
            factors[i] = Double.isFinite(heightToPhase[i]) ? heightToPhase[i] : 0.0;
        }
        double[] design = new double[days.size() * terms.size()];
        new ArcModel(product.metadata().wavelength(), years, degrees, terms, priorSigma).fillDesign(factors, design);
        return design;
    }

    private double temperature(LocalDate day) {
        Map.Entry<LocalDate, Double> before = temperatures.floorEntry(day);
        Map.Entry<LocalDate, Double> after = temperatures.ceilingEntry(day);
        if (before == null || after == null) {
            return before == null && after == null ? 0.0 : (before == null ? after : before).getValue();
        }
        double first = before.getKey().toEpochDay();
        double length = after.getKey().toEpochDay() - first;
        double weight = length == 0.0 ? 0.0 : (day.toEpochDay() - first) / length;
        return before.getValue() + weight * (after.getValue() - before.getValue());
    }

    /** Returns the displacement of parameters at each row of a design matrix (mm). */
    double[] displacement(double[] design, double[] parameters) {
        int k = parameters.length;
        double[] millimetres = new double[k == 0 ? 0 : design.length / k];
        for (int row = 0; row < millimetres.length; row++) {
            double phase = 0.0;
            for (int c = 0; c < k; c++) {
                phase += design[row * k + c] * parameters[c];
            }
            millimetres[row] = phase * millimetresPerRadian();
        }
        return millimetres;
    }
}
