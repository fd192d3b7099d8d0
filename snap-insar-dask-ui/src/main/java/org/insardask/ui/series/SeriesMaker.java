package org.insardask.ui.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insardask.arc.ArcTerm;

/**
 * Makes curves of the samples of pixels.
 *
 * <p>Model at a day: offset, velocity, thermal, quadratic and seasonal terms with the estimated parameters b, without height. Band:
 * model +- 2 |lambda / 4 pi| sqrt(sigma^2 + d Q d^T), in which about 95 % of the observations should lie. sigma (rad) is
 * {@code phase_sigma} of the pixel, d the row of the design matrix of the day without height (rad per unit), and
 * Q = (B^T B / sigma^2 [+ P^-1])^-1 with the rows of all epochs that the pixel has, P the prior variances where they took part in the
 * estimate.
 *
 * <p>Immutable.
 */
final class SeriesMaker {

    private static final int LINE_POINTS = 240;
    private static final double[] SHIFTS = {-1.0, 0.0, 1.0};

    private final SeriesProduct product;
    private final SeriesModel model;

    SeriesMaker(SeriesProduct product) {
        this.product = product;
        this.model = new SeriesModel(product);
    }

    SeriesModel model() {
        return model;
    }

    /**
     * Makes the curves of a pixel.
     *
     * @param from the pixel from which the arc starts; null for the reference of the product
     * @param removeHeight whether to take the apparent displacement of the height off, where it is known
     */
    SeriesCurves make(PixelSamples samples, PixelSamples from, boolean removeHeight) {
        PixelArc arc = PixelArc.of(product, model, samples);
        if (from != null) {
            boolean itself = from.x() == samples.x() && from.y() == samples.y();
            arc = arc.minus(PixelArc.of(product, model, from), product.metadata().referenceSigma(), product.halfWavelength());
            arc = itself ? arc.withoutNoise() : arc;
        }
        boolean removed = removeHeight && arc.knowsHeight();
        double[] covariance = covariance(arc);
        List<LocalDate> dates = product.dates();
        double[] design = model.design(dates, null);
        double[] atEpochs = atEpochs(arc, design, removed);
        double[] observed = observed(arc, removed);
        boolean heightInModel = !removed && arc.knowsHeight() && product.metadata().terms().contains(ArcTerm.HEIGHT);
        List<LocalDate> days = heightInModel ? dates : lineDays();
        double[] lineDesign = model.design(days, null);
        double[] line = heightInModel ? atEpochs : known(model.displacement(lineDesign, arc.parameters()), days.size());
        return new SeriesCurves(dates, observed, atEpochs, halfWidth(arc, covariance, design), arc.heightPart(),
                ambiguities(arc, observed, atEpochs, removed), days, line, halfWidth(arc, covariance, lineDesign), arc.parameters(),
                sigmas(covariance), removed);
    }

    private double[] atEpochs(PixelArc arc, double[] design, boolean removed) {
        double[] values = known(model.displacement(design, arc.parameters()), product.dates().size());
        for (int e = 0; !removed && arc.knowsHeight() && e < values.length; e++) {
            values[e] += arc.heightPart()[e];
        }
        return values;
    }

    /** Nothing, where there are no terms, or there is one whose temperatures are not known. */
    private double[] known(double[] values, int length) {
        if (values.length == length && model.knowsTemperature()) {
            return values;
        }
        double[] none = new double[length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static double[] observed(PixelArc arc, boolean removed) {
        double[] observed = arc.unwrapped().clone();
        for (int e = 0; removed && e < observed.length; e++) {
            observed[e] -= arc.heightPart()[e];
        }
        return observed;
    }

    private double[] covariance(PixelArc arc) {
        int n = product.dates().size();
        int k = model.parameters();
        boolean[] used = new boolean[n];
        for (int e = 0; e < n; e++) {
            used[e] = !product.has(SeriesKind.UNWRAPPED) || !Double.isNaN(arc.unwrapped()[e]);
        }
        if (n == 0 || k == 0 || !(arc.sigma() > 0.0) || !model.knowsHeight() || !model.knowsTemperature()) {
            double[] none = new double[k * k];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return ParameterCovariance.of(model.design(product.dates(), arc.heightToPhase()), used, k, arc.sigma(), model.priorInEstimate());
    }

    /** Without a covariance, the noise alone. */
    private double[] halfWidth(PixelArc arc, double[] covariance, double[] design) {
        int k = model.parameters();
        double[] widths = new double[k == 0 ? 0 : design.length / k];
        for (int row = 0; row < widths.length; row++) {
            double fromModel = ParameterCovariance.variance(covariance, design, row * k, k);
            double variance = arc.sigma() * arc.sigma() + (Double.isNaN(fromModel) ? 0.0 : fromModel);
            widths[row] = 2.0 * Math.abs(model.millimetresPerRadian()) * Math.sqrt(variance);
        }
        return widths;
    }

    private double[] sigmas(double[] covariance) {
        int k = model.parameters();
        double[] sigmas = new double[k];
        for (int c = 0; c < k; c++) {
            sigmas[c] = Math.sqrt(covariance[c * k + c]);
        }
        return sigmas;
    }

    /** Where an epoch has no unwrapped value, its wrapped one next to the model stands for it, and is shown as an ambiguity itself. */
    private List<double[]> ambiguities(PixelArc arc, double[] observed, double[] atEpochs, boolean removed) {
        double half = product.halfWavelength();
        List<double[]> shifted = new ArrayList<>();
        for (double shift : SHIFTS) {
            double[] values = new double[observed.length];
            for (int e = 0; e < values.length; e++) {
                boolean unwrapped = !Double.isNaN(observed[e]);
                double wrapped = arc.wrapped()[e] - (removed ? arc.heightPart()[e] : 0.0);
                double centre = Double.isNaN(atEpochs[e]) ? 0.0 : atEpochs[e];
                double base = unwrapped ? observed[e] : wrapped + half * Math.rint((centre - wrapped) / half);
                values[e] = unwrapped && shift == 0.0 ? Double.NaN : base + shift * half;
            }
            shifted.add(values);
        }
        return shifted;
    }

    private List<LocalDate> lineDays() {
        List<LocalDate> dates = product.dates();
        if (dates.isEmpty()) {
            return dates;
        }
        LocalDate mother = product.metadata().mother();
        long first = Math.min(mother.toEpochDay(), dates.get(0).toEpochDay());
        long last = Math.max(mother.toEpochDay(), dates.get(dates.size() - 1).toEpochDay());
        long step = Math.max(1L, (last - first) / LINE_POINTS);
        List<LocalDate> days = new ArrayList<>();
        for (long day = first; day < last; day += step) {
            days.add(LocalDate.ofEpochDay(day));
        }
        days.add(LocalDate.ofEpochDay(last));
        return days;
    }
}
