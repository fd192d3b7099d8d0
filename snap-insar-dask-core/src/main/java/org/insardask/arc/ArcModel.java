package org.insardask.arc;

import java.util.EnumSet;
import java.util.List;

/**
 * The functional model of arcs: epochs, terms, prior standard deviations. Immutable, to be shared by threads.
 *
 * <p>phi = B b + e - 2 pi a, b with independent normal priors of mean 0.
 */
public final class ArcModel {

    private final double metresToPhase;
    private final double[] years;
    private final double[] temperature;
    private final ArcTerm[] terms;
    private final double[] priorSigma;

    /**
     * Makes a model.
     *
     * @param wavelength radar wavelength (m)
     * @param years n times since the mother (years)
     * @param temperature n temperatures minus that of the mother (degC); null where no term needs them
     * @param terms the parameters, each once
     * @param priorSigma their prior standard deviations (units of the terms), above 0
     */
    public ArcModel(double wavelength, double[] years, double[] temperature, List<ArcTerm> terms, double[] priorSigma) {
        if (!(wavelength > 0.0 && wavelength < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The wavelength is " + wavelength + " m, expected a positive number");
        }
        if (terms.isEmpty() || EnumSet.copyOf(terms).size() != terms.size() || priorSigma.length != terms.size()) {
            throw new IllegalArgumentException("The terms are " + terms + " with " + priorSigma.length
                    + " prior sigmas, expected at least one term, each once and with one sigma");
        }
        checkEpochs(years, temperature, terms);
        for (int c = 0; c < priorSigma.length; c++) {
            if (!(priorSigma[c] > 0.0 && priorSigma[c] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The prior sigma of " + terms.get(c) + " is " + priorSigma[c]
                        + " " + terms.get(c).unit() + ", expected a positive number");
            }
        }
        this.metresToPhase = -4.0 * Math.PI / wavelength;
        this.years = years.clone();
        this.temperature = temperature == null ? new double[years.length] : temperature.clone();
        this.terms = terms.toArray(new ArcTerm[0]);
        this.priorSigma = priorSigma.clone();
    }

    private static void checkEpochs(double[] years, double[] temperature, List<ArcTerm> terms) {
        if (years.length == 0) {
            throw new IllegalArgumentException("There are no epochs");
        }
        if (temperature == null && terms.stream().anyMatch(ArcTerm::needsTemperature)) {
            throw new IllegalArgumentException("There are no temperatures, expected one for each epoch");
        }
        if (temperature != null && temperature.length != years.length) {
            throw new IllegalArgumentException("There are " + temperature.length + " temperatures, expected " + years.length);
        }
    }

    /** Returns the number of epochs n. */
    public int epochs() {
        return years.length;
    }

    /** Returns the number of parameters k. */
    public int parameters() {
        return terms.length;
    }

    /** Returns the term of parameter c. */
    public ArcTerm term(int c) {
        return terms[c];
    }

    /** Returns the parameter of a term, -1 where the model does not have it. */
    public int indexOf(ArcTerm term) {
        for (int c = 0; c < terms.length; c++) {
            if (terms[c] == term) {
                return c;
            }
        }
        return -1;
    }

    /** Returns the prior standard deviation of parameter c (unit of its term). */
    public double priorSigma(int c) {
        return priorSigma[c];
    }

    /** Returns whether the design differs from arc to arc. */
    public boolean dependsOnPosition() {
        for (ArcTerm term : terms) {
            if (term.dependsOnPosition()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the temperature of an epoch minus that of the mother (degC); 0 where no term needs it. */
    public double temperature(int epoch) {
        return temperature[epoch];
    }

    /** Returns the displacement towards the satellite of one radian (mm/rad), -wavelength / (4 pi) 1000. */
    public double millimetresPerRadian() {
        return 1000.0 / metresToPhase;
    }

    /**
     * Writes the design matrix.
     *
     * @param heightToPhase n elements (m/m); not read where no term depends on it
     * @param design n x k, row-major, output (rad per unit)
     */
    public void fillDesign(double[] heightToPhase, double[] design) {
        for (int c = 0; c < terms.length; c++) {
            fillColumn(c, heightToPhase, design);
        }
    }

    /** Writes only those columns of the design matrix that differ from arc to arc; see {@link #fillDesign}. */
    public void updateDesign(double[] heightToPhase, double[] design) {
        for (int c = 0; c < terms.length; c++) {
            if (terms[c].dependsOnPosition()) {
                fillColumn(c, heightToPhase, design);
            }
        }
    }

    /** Returns an element of the design matrix (rad per unit). */
    double coefficient(int c, int epoch, double heightToPhase) {
        return terms[c].coefficient(metresToPhase, years[epoch], heightToPhase, temperature[epoch]);
    }

    /** Writes the elements of one epoch and parameter for neighbouring arcs (rad per unit); see {@link ArcTerm#fillRow}. */
    void fillRow(int c, int epoch, float[] heightToPhase, int from, double[] row, int count) {
        terms[c].fillRow(metresToPhase, years[epoch], heightToPhase, from, temperature[epoch], row, count);
    }

    private void fillColumn(int c, double[] heightToPhase, double[] design) {
        ArcTerm term = terms[c];
        term.fill(metresToPhase, years, term.dependsOnPosition() ? heightToPhase : null, temperature, design, c, terms.length);
    }
}
