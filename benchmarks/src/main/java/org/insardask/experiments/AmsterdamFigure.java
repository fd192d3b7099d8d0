package org.insardask.experiments;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The charts of {@link AmsterdamStudy}. */
final class AmsterdamFigure {

    private static final double[] SIGMAS = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2};
    private static final int FEWEST = 10;
    private static final String ILS = "arcs, ILS with offset and velocity";
    private static final String ARCS = "share of arcs recovered";

    private final PsPoints points;
    private final int reference;

    AmsterdamFigure(PsPoints points, int reference) {
        this.points = points;
        this.reference = reference;
    }

    /** Returns the charts, for two columns. */
    List<Panel> panels() {
        List<ArcOutcome> outcomes = AmsterdamStudy.MOTION.run(points, reference);
        return List.of(
                classes("by quality of the point", "published ensemble coherence", outcomes, o -> points.coherence(o.point()),
                        edges(0.35, 1.0, 13)),
                classes("by length of the arc", "distance to the reference (m)", outcomes, o -> points.distance(reference, o.point()),
                        edges(0, 220, 11)),
                classes("by motion in these 110 days", "apparent velocity, absolute (mm/year)", outcomes,
                        o -> Math.abs(points.velocity(reference, o.point())), edges(0, 40, 10)),
                classes("by fit of the solution", "temporal coherence of the solution", outcomes, ArcOutcome::coherence,
                        edges(0.3, 1.0, 14)),
                calibration(outcomes), bySigma());
    }

    private static double[] edges(double low, double high, int classes) {
        double[] edges = new double[classes + 1];
        for (int i = 0; i <= classes; i++) {
            edges[i] = low + i * (high - low) / classes;
        }
        return edges;
    }

    private static Panel classes(String title, String label, List<ArcOutcome> outcomes, ToDoubleFunction<ArcOutcome> value,
            double[] edges) {
        List<Curve.Point> epochs = new ArrayList<>();
        List<Curve.Point> arcs = new ArrayList<>();
        List<Curve.Point> zero = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            List<ArcOutcome> inside = AmsterdamStudy.within(outcomes, value, edges[i], edges[i + 1]);
            double middle = 0.5 * (edges[i] + edges[i + 1]);
            epochs.add(new Curve.Point(middle, ArcStudy.epochs(inside, o -> o.deviation().wrong())));
            arcs.add(new Curve.Point(middle, ArcStudy.arcs(inside, ArcOutcome::isRight)));
            zero.add(new Curve.Point(middle, ArcStudy.arcs(inside, o -> o.unmodelled() == 0)));
        }
        return new Panel(title, label, "share recovered", edges[0], edges[edges.length - 1], 0.0, 1.02, List.of(
                new Curve("arcs, all ambiguities 0", Figure.GREY, Curve.Style.JOINED, zero),
                new Curve(ILS, Figure.ORANGE, Curve.Style.JOINED, arcs),
                new Curve("epochs, ILS with offset and velocity", Figure.BLUE, Curve.Style.JOINED, epochs)));
    }

    private Panel calibration(List<ArcOutcome> motion) {
        double[] edges = edges(0.2, 1.0, 16);
        return new Panel("predicted and found", "predicted success rate", ARCS, 0.3, 1.02, 0.3, 1.02, List.of(
                new Curve("equal", Figure.GREY, Curve.Style.DOTTED, List.of(new Curve.Point(0.0, 0.0), new Curve.Point(1.0, 1.0))),
                found(ILS, Figure.ORANGE, motion, edges),
                found(name(AmsterdamStudy.HEIGHTS), Figure.GREEN, AmsterdamStudy.HEIGHTS.run(points, reference), edges),
                found(name(AmsterdamStudy.DEFAULTS), Figure.VIOLET, AmsterdamStudy.DEFAULTS.run(points, reference), edges)));
    }

    private static String name(ArcStudy study) {
        return "arcs, " + study.name();
    }

    private static Curve found(String name, Color colour, List<ArcOutcome> outcomes, double[] edges) {
        List<Curve.Point> curve = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            List<ArcOutcome> inside = AmsterdamStudy.within(outcomes, ArcOutcome::successRate, edges[i], edges[i + 1]);
            if (inside.size() >= FEWEST) {
                double mean = inside.stream().mapToDouble(ArcOutcome::successRate).average().orElseThrow();
                curve.add(new Curve.Point(mean, ArcStudy.arcs(inside, ArcOutcome::isRight)));
            }
        }
        return new Curve(name, colour, Curve.Style.JOINED, curve);
    }

    private Panel bySigma() {
        return new Panel("by assumed phase noise", "phase noise assumed for all arcs (rad)", ARCS, 0.15, 1.25, 0.67, 0.91,
                List.of(overSigma(ILS, AmsterdamStudy.MOTION, Figure.ORANGE),
                        overSigma(name(AmsterdamStudy.THERMAL), AmsterdamStudy.THERMAL, Figure.RED),
                        overSigma(name(AmsterdamStudy.HEIGHTS), AmsterdamStudy.HEIGHTS, Figure.GREEN),
                        overSigma(name(AmsterdamStudy.DEFAULTS), AmsterdamStudy.DEFAULTS, Figure.VIOLET)));
    }

    private Curve overSigma(String name, ArcStudy study, Color colour) {
        return new Curve(name, colour, Curve.Style.JOINED, Arrays.stream(SIGMAS).mapToObj(sigma -> new Curve.Point(sigma,
                ArcStudy.arcs(study.with(SigmaRule.fixed(sigma)).run(points, reference), ArcOutcome::isRight))).toList());
    }
}
