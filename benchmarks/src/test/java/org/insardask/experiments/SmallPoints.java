package org.insardask.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made points in the form of the file of real ones. */
final class SmallPoints {

    private static final String[] DATES = {"20160327", "20160407", "20160418", "20160429", "20160510", "20160521", "20160601", "20160612",
        "20160623", "20160704", "20160715"};

    private SmallPoints() {
    }

    /** Two points at the first dates: one at rest, and one with displacements towards the satellite (half wavelengths), 10 m higher. */
    static PsPoints of(double... halfWaves) {
        double[] moved = new double[halfWaves.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = halfWaves[i] * ArcStudy.WAVELENGTH / 2.0;
        }
        return PsPoints.parse(List.of(header(moved.length), row(0, new double[moved.length], 40.0, 0.95), row(1, moved, 50.0, 0.9)));
    }

    /** Lines of a file: points of 11 dates that move evenly, up to 12 mm/year, with phase noise (rad) that falls with the coherence. */
    static List<String> moving(int count, double noise, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        lines.add(header(DATES.length));
        for (int p = 0; p < count; p++) {
            double velocity = 0.012 * (2.0 * random.nextDouble() - 1.0);
            double coherence = 0.99 - 0.6 * p / count;
            double[] displacement = new double[DATES.length];
            for (int i = 1; i < displacement.length; i++) {
                displacement[i] = velocity * 11.0 * i / 365.25
                        + noise * (1.0 - coherence) * random.nextGaussian() * ArcStudy.WAVELENGTH / (4.0 * Math.PI);
            }
            lines.add(row(p, displacement, 40.0 + random.nextInt(10), coherence));
        }
        return lines;
    }

    private static String header(int dates) {
        StringBuilder text = new StringBuilder("pnt_id,pnt_lat,pnt_lon,pnt_height,pnt_enscoh");
        for (String prefix : List.of("d_", "a_", "h2ph_")) {
            for (int i = 0; i < dates; i++) {
                text.append(',').append(prefix).append(DATES[i]);
            }
        }
        return text.toString();
    }

    private static String row(int point, double[] displacement, double height, double coherence) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "P%d,%.7f,4.9,%.2f,%.4f", point, 52.3 + 1e-6 * point, height,
                coherence));
        for (double value : displacement) {
            text.append(String.format(Locale.ROOT, ",%.9f", value));
        }
        for (int i = 0; i < displacement.length; i++) {
            text.append(String.format(Locale.ROOT, ",%.3f", 2.0 + 0.1 * ((i * 7 + point) % 5)));
        }
        for (int i = 0; i < displacement.length; i++) {
            text.append(String.format(Locale.ROOT, ",%.4f", 0.05 + 0.13 * ((i * 3) % 7)));
        }
        return text.toString();
    }
}
