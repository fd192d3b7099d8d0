package org.insardask.experiments;

import java.awt.Color;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.insardask.arc.ArcMethod;

/**
 * Share of simulated arcs whose ambiguities are all right, by method, beside the success rates that are predicted. Parameters are drawn
 * from the prior; seeded, and the same for any number of threads.
 *
 * <p>Call: {@code SuccessRates [arcs [folder of the figure]]}.
 */
public final class SuccessRates {

    static final String FIGURE = "success_rates.png";

    private static final int[] EPOCHS = {15, 30, 60, 100};
    private static final double[] SIGMAS = {0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
    private static final List<String> NAMES = List.of("narrow", "default");
    private static final double[][] PRIORS = {ArcFamily.NARROW, ArcFamily.DEFAULT};
    private static final double FIRST_OF_TABLE = 0.65;
    /** Points are drawn this far beside their place (rad), so that bars do not hide each other. */
    private static final double SHIFT = 0.012;

    private final int arcs;
    private final int[] epochs;
    private final double[] sigmas;

    /**
     * Makes the simulation.
     *
     * @param arcs of each case
     * @param epochs numbers of epochs
     * @param sigmas of the phase (rad), ascending
     */
    SuccessRates(int arcs, int[] epochs, double[] sigmas) {
        this.arcs = arcs;
        this.epochs = epochs.clone();
        this.sigmas = sigmas.clone();
    }

    /** Writes a table to the standard output and, where a folder is given, the figure to it. */
    public static void main(String[] arguments) throws IOException {
        int arcs = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        SuccessRates rates = new SuccessRates(arcs, EPOCHS, SIGMAS);
        List<List<SuccessCase>> cases = rates.simulate();
        rates.print(cases, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        if (arguments.length > 1) {
            rates.draw(cases, Path.of(arguments[1], FIGURE));
        }
    }

    /** Simulates all cases, by prior, then by epochs and sigma. */
    List<List<SuccessCase>> simulate() {
        List<List<SuccessCase>> all = new ArrayList<>();
        for (double[] prior : PRIORS) {
            all.add(Arrays.stream(epochs).boxed().flatMap(n -> Arrays.stream(sigmas).boxed().map(sigma -> new Setting(n, sigma)))
                    .toList().parallelStream().map(setting -> SuccessCase.simulate(setting.n(), setting.sigma(), prior, arcs)).toList());
        }
        return all;
    }

    private record Setting(int n, double sigma) {
    }

    /** Writes the table. */
    void print(List<List<SuccessCase>> cases, PrintStream out) {
        out.println("| n | sigma | prior | predicted: in order | decorrelated | ADOP | upper bound | ILS | in order | BOOTSTRAPPING "
                + "| ROUNDING | PERIODOGRAM | not solved |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < cases.get(0).size(); i++) {
            for (int prior = 0; prior < NAMES.size(); prior++) {
                SuccessCase one = cases.get(prior).get(i);
                if (one.sigma() >= FIRST_OF_TABLE) {
                    out.println(line(one, NAMES.get(prior)));
                }
            }
        }
    }

    private static String line(SuccessCase one, String prior) {
        Prediction p = one.prediction();
        return String.format(Locale.ROOT, "| %d | %.1f | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %d |", one.n(),
                one.sigma(), prior, p.ordered(), p.decorrelated(), p.adop(), p.upper(), one.of(ArcMethod.ILS).value(),
                one.ordered().value(), one.of(ArcMethod.BOOTSTRAPPING).value(), one.of(ArcMethod.ROUNDING).value(),
                one.of(ArcMethod.PERIODOGRAM).value(), one.unsolved());
    }

    /** Draws the figure: a chart for each prior and number of epochs. */
    void draw(List<List<SuccessCase>> cases, Path file) throws IOException {
        List<Panel> panels = new ArrayList<>();
        for (int e = 0; e < epochs.length; e++) {
            double lowest = lowest(cases, e * sigmas.length);
            for (int prior = 0; prior < NAMES.size(); prior++) {
                List<SuccessCase> series = cases.get(prior).subList(e * sigmas.length, (e + 1) * sigmas.length);
                panels.add(panel(epochs[e] + " epochs, " + NAMES.get(prior) + " prior", series, lowest));
            }
        }
        Figure.write(panels, NAMES.size(), file);
    }

    /** The lower end of the axis of a row of charts: below the smallest share, in twentieths. */
    private double lowest(List<List<SuccessCase>> cases, int from) {
        double low = cases.stream().flatMap(ofPrior -> ofPrior.subList(from, from + sigmas.length).stream())
                .mapToDouble(one -> Math.min(one.of(ArcMethod.BOOTSTRAPPING).low(), one.prediction().decorrelated())).min().orElse(0.0);
        return Math.max(0.0, Math.floor(20.0 * low - 0.2) / 20.0);
    }

    private Panel panel(String title, List<SuccessCase> cases, double lowest) {
        List<Curve> curves = List.of(
                predicted("upper bound (ADOP)", Figure.GREY, Curve.Style.DOTTED, cases, Prediction::upper),
                predicted("approximation by the ADOP", Figure.BLUE, Curve.Style.DASHED, cases, Prediction::adop),
                predicted("bootstrapping in order, predicted", Figure.ORANGE, Curve.Style.LINE, cases, Prediction::ordered),
                predicted("bootstrapping decorrelated, predicted", Figure.GREEN, Curve.Style.LINE, cases, Prediction::decorrelated),
                simulated("ILS, simulated", Figure.BLUE, cases, -SHIFT, one -> one.of(ArcMethod.ILS)),
                simulated("in order, simulated", Figure.ORANGE, cases, 0.0, SuccessCase::ordered),
                simulated("decorrelated, simulated", Figure.GREEN, cases, SHIFT, one -> one.of(ArcMethod.BOOTSTRAPPING)));
        return new Panel(title, "phase noise of the arc (rad)", "success rate", sigmas[0] - 0.03, sigmas[sigmas.length - 1] + 0.03,
                lowest, 1.01, curves);
    }

    private static Curve predicted(String name, Color colour, Curve.Style style, List<SuccessCase> cases,
            ToDoubleFunction<Prediction> rate) {
        return new Curve(name, colour, style,
                cases.stream().map(one -> new Curve.Point(one.sigma(), rate.applyAsDouble(one.prediction()))).toList());
    }

    private static Curve simulated(String name, Color colour, List<SuccessCase> cases, double shift,
            Function<SuccessCase, Share> share) {
        return new Curve(name, colour, Curve.Style.POINTS,
                cases.stream().map(one -> new Curve.Point(one.sigma() + shift, share.apply(one))).toList());
    }
}
