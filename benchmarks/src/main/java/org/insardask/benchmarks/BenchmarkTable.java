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
    private final long start = System.nanoTime();
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
        String shared = name(SharedGeometryBenchmark.class);
        for (int turn = 1; turn <= turns; turn++) {
            System.err.printf(Locale.ROOT, "turn %d of %d, %.0f s so far%n", turn, turns, 1.0e-9 * (System.nanoTime() - start));
            run(builder(1).include(name(DenseBenchmark.class)).param("arcCase", "TIGHT_60", "TIGHT_100"));
            run(builder(1).include(name(DenseBenchmark.class) + ".orekit.*").param("arcCase", "WIDE_173")
                    .warmupIterations(0).measurementIterations(1));
            run(builder(1).include(name(OwnGeometryBenchmark.class)));
            run(builder(1).include(shared).param("arcCase", "TIGHT_100").param("missProbability", EXACT, EPS).param("candidates", "1"));
            run(builder(1).include(shared).param("arcCase", "TIGHT_100").param("missProbability", EPS).param("candidates", "2"));
            run(builder(1).include(shared).param("arcCase", "WIDE_173").param("missProbability", EPS).param("candidates", "1", "2"));
            for (int threads = 1; threads <= 2; threads++) {
                run(builder(threads).include(shared).param("arcCase", "WIDE_173_ALL").param("missProbability", EPS)
                        .param("candidates", "1"));
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
                    params.getParam("missProbability"), params.getParam("candidates"), params.getThreads()), best, Math::min);
            System.err.printf(Locale.ROOT, "%s %s %d threads: %.3f us/arc, %.0f s so far%n", params.getBenchmark(), arcCase,
                    params.getThreads(), best, 1.0e-9 * (System.nanoTime() - start));
        }
    }

    private static double score(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore();
    }

    private static String key(String benchmark, ArcCase arcCase, String missProbability, String candidates, int threads) {
        return String.join(" ", benchmark, arcCase.name(), String.valueOf(missProbability), String.valueOf(candidates),
                String.valueOf(threads));
    }

    private double time(String method, ArcCase arcCase) {
        return microseconds.getOrDefault(key(method, arcCase, null, null, 1), Double.NaN);
    }

    private double shared(ArcCase arcCase, String missProbability, String candidates, int threads) {
        return microseconds.getOrDefault(key("SharedGeometryBenchmark.structured", arcCase, missProbability, candidates, threads),
                Double.NaN);
    }

    private void print(PrintStream out) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"case", "us/arc", "Orekit Modified", "ratio", "Orekit Lambda", "ratio", "to reach"});
        ArcCase tight = ArcCase.TIGHT_100;
        ArcCase wide = ArcCase.WIDE_173;
        rows.add(row("n=100 sigma 0.4, shared geometry, exact", shared(tight, EXACT, "1", 1), tight, "100 / 300"));
        rows.add(row("same, 1e-6", shared(tight, EPS, "1", 1), tight, "-"));
        rows.add(row("same, 1e-6, two candidates", shared(tight, EPS, "2", 1), tight, "-"));
        rows.add(row("n=100 sigma 0.4, own geometry, exact", time("OwnGeometryBenchmark.structured", tight), tight, "40 / 100"));
        rows.add(row("n=173 sigma 0.7 wide, 1e-6, 12 arcs", shared(wide, EPS, "1", 1), wide, "20 / 30"));
        rows.add(row("same, two candidates", shared(wide, EPS, "2", 1), wide, "-"));
        rows.add(row("same, one candidate, 1000 arcs", shared(ArcCase.WIDE_173_ALL, EPS, "1", 1), wide, "-"));
        rows.add(row("dense n=60 sigma 0.4", time("DenseBenchmark.dense", ArcCase.TIGHT_60), ArcCase.TIGHT_60, "1 / -"));
        rows.add(row("dense n=100 sigma 0.4", time("DenseBenchmark.dense", tight), tight, "1 / -"));
        for (String[] row : rows) {
            out.println("| " + String.join(" | ", row) + " |");
            if (row == rows.get(0)) {
                out.println("|---".repeat(row.length) + "|");
            }
        }
        double one = shared(ArcCase.WIDE_173_ALL, EPS, "1", 1);
        double two = shared(ArcCase.WIDE_173_ALL, EPS, "1", 2);
        out.println(String.format(Locale.ROOT, "%n2 threads do %.2f times the work of 1 (n=173, 1e-6; to reach: 1.8)",
                2.0 * one / two));
        out.println(Agreement.report(1000));
    }

    private String[] row(String name, double own, ArcCase arcCase, String target) {
        double modified = time("DenseBenchmark.orekitModified", arcCase);
        double lambda = time("DenseBenchmark.orekitLambda", arcCase);
        double[] numbers = {own, modified, modified / own, lambda, lambda / own};
        List<String> cells = new ArrayList<>(List.of(name));
        Arrays.stream(numbers).mapToObj(number -> String.format(Locale.ROOT, "%.2f", number)).forEach(cells::add);
        cells.add(target);
        return cells.toArray(new String[0]);
    }
}
