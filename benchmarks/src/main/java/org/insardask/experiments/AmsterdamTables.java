package org.insardask.experiments;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.insardask.arc.AmplitudeDispersion;
import org.insardask.arc.SigmaCurve;

/** The tables of {@link AmsterdamStudy}. */
final class AmsterdamTables {

    private static final int REFERENCES = 20;

    private final PsPoints points;
    private final int reference;
    private final PrintStream out;

    AmsterdamTables(PsPoints points, int reference, PrintStream out) {
        this.points = points;
        this.reference = reference;
        this.out = out;
    }

    /** Writes all tables. */
    void print() {
        out.printf(Locale.ROOT, "%d points, %d dates, %s to %s; reference: point %d, coherence %.3f%n%n", points.size(), points.epochs(),
                points.date(0), points.date(points.epochs() - 1), reference, points.coherence(reference));
        printModels();
        printReferences();
        printRanges();
        List<ArcOutcome> outcomes = AmsterdamStudy.MOTION.run(points, reference);
        printClasses("published coherence", outcomes, o -> points.coherence(o.point()), 0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
        printClasses("distance (m)", outcomes, o -> points.distance(reference, o.point()), 0, 25, 50, 100, 150, 200, 300);
        printClasses("apparent velocity (mm/year)", outcomes, o -> Math.abs(points.velocity(reference, o.point())), 0, 5, 10, 20, 30, 1000);
        printClasses("predicted success rate", outcomes, ArcOutcome::successRate, 0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.001);
        printClasses("temporal coherence of the solution", outcomes, ArcOutcome::coherence, 0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001);
        printHeights();
    }

    private void printModels() {
        out.println("| terms | prior | sigma | epochs | arcs | epochs, all 0 | arcs, all 0 | predicted | same but for the mother |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        List<ArcStudy> models = List.of(AmsterdamStudy.MOTION, AmsterdamStudy.RESIDUAL, AmsterdamStudy.THERMAL, AmsterdamStudy.HEIGHTS,
                AmsterdamStudy.DEFAULTS);
        for (ArcStudy model : models) {
            for (SigmaRule rule : rules()) {
                ArcStudy study = model.with(rule);
                out.println(line(study, study.run(points, reference)));
            }
        }
        out.println();
    }

    private static List<SigmaRule> rules() {
        return List.of(SigmaRule.ofCoherence(), SigmaRule.ofAmplitudes(AmplitudeDispersion.NMAD, SigmaCurve.NMAD_MEAN),
                SigmaRule.ofAmplitudes(AmplitudeDispersion.NAD, SigmaCurve.NAD_MEAN), SigmaRule.fixed(0.3), SigmaRule.fixed(0.6),
                SigmaRule.fixed(0.9));
    }

    private static String line(ArcStudy study, List<ArcOutcome> outcomes) {
        return String.format(Locale.ROOT, "| %s | %s | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |", study.name(), study.prior(),
                study.sigma().label(), epochsRight(outcomes).value(), ArcStudy.arcs(outcomes, ArcOutcome::isRight).value(),
                ArcStudy.epochs(outcomes, ArcOutcome::unmodelled).value(), ArcStudy.arcs(outcomes, o -> o.unmodelled() == 0).value(),
                outcomes.stream().mapToDouble(ArcOutcome::successRate).average().orElse(Double.NaN),
                ArcStudy.arcs(outcomes, outcome -> outcome.deviation().constant()).value());
    }

    private static Share epochsRight(List<ArcOutcome> outcomes) {
        return ArcStudy.epochs(outcomes, outcome -> outcome.deviation().wrong());
    }

    private void printReferences() {
        int[] best = points.byCoherence();
        int count = Math.min(REFERENCES, best.length);
        double[] arcs = new double[count];
        double[] epochs = new double[count];
        for (int r = 0; r < count; r++) {
            List<ArcOutcome> outcomes = AmsterdamStudy.MOTION.run(points, best[r]);
            arcs[r] = ArcStudy.arcs(outcomes, ArcOutcome::isRight).value();
            epochs[r] = epochsRight(outcomes).value();
        }
        Arrays.sort(arcs);
        Arrays.sort(epochs);
        out.printf(Locale.ROOT, "The %d points of highest coherence as reference: arcs %.3f to %.3f (median %.3f), epochs %.3f to %.3f "
                + "(%.3f)%n", count, arcs[0], arcs[count - 1], arcs[count / 2], epochs[0], epochs[count - 1], epochs[count / 2]);
        int steady = steadiest();
        List<ArcOutcome> outcomes = AmsterdamStudy.MOTION.run(points, steady);
        out.printf(Locale.ROOT, "The point of smallest NMAD as reference (coherence %.3f): arcs %.3f, epochs %.3f%n%n",
                points.coherence(steady), ArcStudy.arcs(outcomes, ArcOutcome::isRight).value(), epochsRight(outcomes).value());
    }

    private int steadiest() {
        int best = 0;
        for (int p = 1; p < points.size(); p++) {
            best = dispersion(p) < dispersion(best) ? p : best;
        }
        return best;
    }

    private double dispersion(int point) {
        double[] amplitudes = points.amplitudes(point);
        return AmplitudeDispersion.NMAD.compute(amplitudes, amplitudes.length);
    }

    /** How far the published series of single points swing: not beyond half a wavelength where each date lies within half a cycle. */
    private void printRanges() {
        double[] ranges = new double[points.size()];
        for (int p = 0; p < ranges.length; p++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < points.epochs(); i++) {
                low = Math.min(low, points.displacement(p, i));
                high = Math.max(high, points.displacement(p, i));
            }
            ranges[p] = 1000.0 * (high - low);
        }
        double halfWave = 500.0 * ArcStudy.WAVELENGTH;
        long beyond = Arrays.stream(ranges).filter(range -> range > halfWave).count();
        Arrays.sort(ranges);
        out.printf(Locale.ROOT, "Largest minus smallest displacement of a point: median %.1f mm, largest %.1f mm; above half a wavelength "
                + "(%.1f mm): %d of %d points%n%n", ranges[ranges.length / 2], ranges[ranges.length - 1], halfWave, beyond, ranges.length);
    }

    private void printClasses(String name, List<ArcOutcome> outcomes, ToDoubleFunction<ArcOutcome> value, double... edges) {
        out.println("| " + name + " | arcs | epochs right | arcs right | arcs right, all 0 | predicted |");
        out.println("|---|---|---|---|---|---|");
        for (int i = 0; i + 1 < edges.length; i++) {
            List<ArcOutcome> inside = AmsterdamStudy.within(outcomes, value, edges[i], edges[i + 1]);
            out.printf(Locale.ROOT, "| %.2f to %.2f | %d | %.3f | %.3f | %.3f | %.3f |%n", edges[i], edges[i + 1], inside.size(),
                    epochsRight(inside).value(), ArcStudy.arcs(inside, ArcOutcome::isRight).value(),
                    ArcStudy.arcs(inside, o -> o.unmodelled() == 0).value(),
                    inside.stream().mapToDouble(ArcOutcome::successRate).average().orElse(Double.NaN));
        }
        out.println();
    }

    private void printHeights() {
        double[] error = AmsterdamStudy.HEIGHTS.run(points, reference).stream().filter(ArcOutcome::isRight)
                .mapToDouble(o -> Math.abs(o.height() - points.height(o.point()) + points.height(reference))).sorted().toArray();
        if (error.length > 0) {
            out.printf(Locale.ROOT, "%s, %d arcs recovered: error of the height, median %.2f m, 90 %% below %.2f m%n",
                    AmsterdamStudy.HEIGHTS.name(), error.length, error[error.length / 2], error[error.length * 9 / 10]);
        }
    }
}
