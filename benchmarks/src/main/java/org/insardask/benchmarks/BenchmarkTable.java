package org.insardask.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of the kernels, in turns of all of them, and prints one table of the times of an arc and of their ratios.
 *
 * <p>The time of a benchmark is the shortest of all iterations of all turns: on a machine with other work, the others are
 * disturbed ones.
 */
public final class BenchmarkTable {

    private static final String EPS = "1e-6";
    private static final String EXACT = "0";

    private final int turns;
    private final Map<String, Double> microseconds = new LinkedHashMap<>();

    private BenchmarkTable(int turns) {
        this.turns = turns;
    }

    /**
     * Runs everything.
     *
     * @param arguments the number of turns, 3 by default
     */
    public static void main(String[] arguments) throws RunnerException {
        BenchmarkTable table = new BenchmarkTable(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3);
        table.measure();
        table.print(System.out);
    }

    private void measure() throws RunnerException {
        for (int turn = 0; turn < turns; turn++) {
            run(builder(1).include(name(DenseBenchmark.class)).param("arcCase", "TIGHT_60", "TIGHT_100"));
            run(builder(1).include(name(DenseBenchmark.class) + ".orekit.*").param("arcCase", "WIDE_173")
                    .warmupIterations(0).measurementIterations(1));
            run(builder(1).include(name(OwnGeometryBenchmark.class)));
            run(builder(1).include(name(SharedGeometryBenchmark.class)).param("arcCase", "TIGHT_100").param("missProbability", EXACT));
            for (int threads = 1; threads <= 2; threads++) {
                run(builder(threads).include(name(SharedGeometryBenchmark.class)).param("arcCase", "WIDE_173")
                        .param("missProbability", EPS));
            }
        }
    }

    private static String name(Class<?> benchmark) {
        return benchmark.getSimpleName();
    }

    private static ChainedOptionsBuilder builder(int threads) {
        return new OptionsBuilder().threads(threads).forks(1).warmupIterations(2).warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5).measurementTime(TimeValue.milliseconds(500)).verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private void run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String[] path = params.getBenchmark().split("\\.", -1);
            ArcCase arcCase = ArcCase.valueOf(params.getParam("arcCase"));
            double best = result.getBenchmarkResults().stream().flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(BenchmarkTable::score).min().orElse(Double.NaN) / arcCase.arcs();
            microseconds.merge(key(path[path.length - 2] + "." + path[path.length - 1], arcCase,
                    params.getParam("missProbability"), params.getThreads()), best, Math::min);
            System.err.printf(Locale.ROOT, "%s %s %d threads: %.3f us/arc%n", params.getBenchmark(), arcCase, params.getThreads(), best);
        }
    }

    private static double score(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore();
    }

    private static String key(String benchmark, ArcCase arcCase, String missProbability, int threads) {
        return String.join(" ", benchmark, arcCase.name(), String.valueOf(missProbability), String.valueOf(threads));
    }

    private double time(String method, ArcCase arcCase, String missProbability, int threads) {
        return microseconds.getOrDefault(key(method, arcCase, missProbability, threads), Double.NaN);
    }

    private void print(PrintStream out) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"case", "us/arc", "Orekit Modified", "ratio", "Orekit Lambda", "ratio", "to reach"});
        String shared = "SharedGeometryBenchmark.structured";
        rows.add(row("n=100 sigma 0.4, shared geometry, exact", time(shared, ArcCase.TIGHT_100, EXACT, 1), ArcCase.TIGHT_100,
                "100 / 300"));
        rows.add(row("n=100 sigma 0.4, own geometry, exact", time("OwnGeometryBenchmark.structured", ArcCase.TIGHT_100, null, 1),
                ArcCase.TIGHT_100, "40 / 100"));
        rows.add(row("n=173 sigma 0.7 wide, 1e-6", time(shared, ArcCase.WIDE_173, EPS, 1), ArcCase.WIDE_173, "20 / 30"));
        rows.add(row("dense n=60 sigma 0.4", time("DenseBenchmark.dense", ArcCase.TIGHT_60, null, 1), ArcCase.TIGHT_60, "1 / -"));
        rows.add(row("dense n=100 sigma 0.4", time("DenseBenchmark.dense", ArcCase.TIGHT_100, null, 1), ArcCase.TIGHT_100, "1 / -"));
        for (String[] row : rows) {
            out.println("| " + String.join(" | ", row) + " |");
            if (row == rows.get(0)) {
                out.println("|---".repeat(row.length) + "|");
            }
        }
        double one = time(shared, ArcCase.WIDE_173, EPS, 1);
        double two = time(shared, ArcCase.WIDE_173, EPS, 2);
        out.println(String.format(Locale.ROOT, "%n2 threads do %.2f times the work of 1 (n=173, 1e-6; to reach: 1.8)",
                2.0 * one / two));
        out.println(Agreement.report(1000));
    }

    private String[] row(String name, double own, ArcCase arcCase, String target) {
        double modified = time("DenseBenchmark.orekitModified", arcCase, null, 1);
        double lambda = time("DenseBenchmark.orekitLambda", arcCase, null, 1);
        double[] numbers = {own, modified, modified / own, lambda, lambda / own};
        List<String> cells = new ArrayList<>(List.of(name));
        Arrays.stream(numbers).mapToObj(number -> String.format(Locale.ROOT, "%.2f", number)).forEach(cells::add);
        cells.add(target);
        return cells.toArray(new String[0]);
    }
}
