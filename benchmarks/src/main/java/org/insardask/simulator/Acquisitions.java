package org.insardask.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insardask.simulator.Noise.Stream;

/**
 * The epochs of a stack: dates every 12 days with gaps, perpendicular baselines and temperatures. The mother is the epoch
 * in the middle. Immutable.
 */
final class Acquisitions {
    static final double DAYS_PER_YEAR = 365.25;
    private static final int REPEAT_DAYS = 12;
    private static final DateTimeFormatter BAND_DATE = DateTimeFormatter.ofPattern("ddMMMyyyy", Locale.ENGLISH);

    private final List<LocalDate> dates;
    private final double[] baselines;
    private final double[] temperatures;
    private final int mother;

    private Acquisitions(List<LocalDate> dates, double[] baselines, double[] temperatures, int mother) {
        this.dates = List.copyOf(dates);
        this.baselines = baselines;
        this.temperatures = temperatures;
        this.mother = mother;
    }

    static Acquisitions of(SimulationSettings settings, Noise noise) {
        int n = settings.interferograms() + 1;
        int mother = n / 2;
        List<LocalDate> dates = new ArrayList<>(n);
        double[] baselines = new double[n];
        double[] temperatures = new double[n];
        LocalDate date = settings.firstDate();
        for (int k = 0; k < n; k++) {
            dates.add(date);
            temperatures[k] = temperature(date, noise.normal(Stream.TEMPERATURE, 0, 0, k));
            baselines[k] = k == mother ? 0 : round(settings.baselineSpread() * noise.normal(Stream.BASELINE, 0, 0, k), 100);
            date = date.plusDays(gap(noise.uniform(Stream.EPOCH_GAP, 0, 0, k)));
        }
        return new Acquisitions(dates, baselines, temperatures, mother);
    }

    int count() {
        return dates.size();
    }

    /** Index of the mother epoch. */
    int mother() {
        return mother;
    }

    LocalDate date(int epoch) {
        return dates.get(epoch);
    }

    /** Date as in the names of bands: ddMMMyyyy. */
    String bandDate(int epoch) {
        return BAND_DATE.format(dates.get(epoch));
    }

    /** Days since the mother. */
    long days(int epoch) {
        return ChronoUnit.DAYS.between(dates.get(mother), dates.get(epoch));
    }

    /** Years since the mother. */
    double years(int epoch) {
        return days(epoch) / DAYS_PER_YEAR;
    }

    /** Perpendicular baseline of the mother with an epoch (m), to two decimals. */
    double baseline(int epoch) {
        return baselines[epoch];
    }

    /** Temperature (degC), to one decimal. */
    double temperature(int epoch) {
        return temperatures[epoch];
    }

    /** Temperature minus that of the mother (degC). */
    double warmth(int epoch) {
        return temperatures[epoch] - temperatures[mother];
    }

    private static int gap(double u) {
        if (u < 0.62) {
            return REPEAT_DAYS;
        }
        return u < 0.85 ? 2 * REPEAT_DAYS : 4 * REPEAT_DAYS;
    }

    private static double temperature(LocalDate date, double weather) {
        double season = StrictMath.sin(2 * StrictMath.PI * (date.getDayOfYear() - 110) / DAYS_PER_YEAR);
        return round(10.5 + 7.5 * season + 3.0 * weather, 10);
    }

    private static double round(double value, int steps) {
        return StrictMath.rint(value * steps) / steps;
    }
}
