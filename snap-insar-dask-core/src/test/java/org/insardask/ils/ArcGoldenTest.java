package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every arc of ../shared/data/arcs with every solver, against TU Delft's LAMBDA 3.0. */
class ArcGoldenTest {

    private static final double RELATIVE = 1.0e-9;

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    private static int[] identity(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    private static void compare(GoldenCase golden, int arc, String method, double[] expected, AmbiguitySolution solution, int candidate) {
        for (int i = 0; i < expected.length; i++) {
            if (!Double.isNaN(expected[i])) {
                assertEquals(expected[i], solution.value(candidate, i), 1.0e-9, golden + " arc " + arc + " " + method + " epoch " + i);
            }
        }
    }

    private static void compareNumbers(GoldenCase golden, int arc, String method, AmbiguitySolution solution) {
        Map<String, Object> result = golden.result(arc, method);
        double[] norms = GoldenCase.asVector(result.get("sqnorm"));
        for (int c = 0; c < norms.length; c++) {
            assertEquals(norms[c], solution.norm(c), RELATIVE * norms[c], golden + " arc " + arc + " method " + method + " norm " + c);
        }
        if (result.get("Ps") instanceof Double rate && !rate.isNaN()) {
            assertEquals(rate, solution.successRate(), RELATIVE * rate, golden + " arc " + arc + " method " + method + " success rate");
        }
        assertEquals((Double) result.get("nfixed"), solution.fixedCount(), golden + " arc " + arc + " method " + method);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void toolboxGivesTheReference(GoldenCase golden) {
        int n = golden.epochs();
        double[][] aHat = golden.csv("ahat.csv");
        double[] q = new double[n * n];
        AmbiguitySolution solution = new AmbiguitySolution(n, 2);
        Decorrelation decorrelation = new Decorrelation(n);
        AmbiguityEstimator[] estimators = {new IntegerLeastSquares(n, 2, Long.MAX_VALUE), new IntegerRounding(n),
            new IntegerBootstrapping(n), new PartialAmbiguityResolution(n, 2, 0.995, Long.MAX_VALUE)};
        for (int arc = 0; arc < golden.arcs(); arc++) {
            golden.model(arc).covariance(identity(n), n, q);
            decorrelation.compute(q, n);
            for (int method = 1; method <= estimators.length; method++) {
                assertEquals(IlsStatus.SOLVED, estimators[method - 1].estimate(decorrelation, aHat[arc], solution));
                compare(golden, arc, "m" + method, golden.csv("afixed_m" + method + ".csv")[arc], solution, 0);
                if (golden.has("afixed_m" + method + "_second.csv") && solution.candidates() > 1) {
                    compare(golden, arc, "second m" + method, golden.csv("afixed_m" + method + "_second.csv")[arc], solution, 1);
                }
                compareNumbers(golden, arc, String.valueOf(method), solution);
            }
            assertEquals(IlsStatus.SOLVED, decorrelation.computeForSearch(q, n));
            assertEquals(IlsStatus.SOLVED, estimators[0].estimate(decorrelation, aHat[arc], solution));
            double[] norms = GoldenCase.asVector(golden.result(arc, "1").get("sqnorm"));
            for (int candidate = 0; candidate < 2; candidate++) {
                double[][] expected = golden.csv(candidate == 0 ? "afixed_m1.csv" : "afixed_m1_second.csv");
                compare(golden, arc, "m1 " + candidate, expected[arc], solution, candidate);
                assertEquals(norms[candidate], solution.norm(candidate), RELATIVE * norms[candidate], golden + " arc " + arc);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void structuredSearchGivesTheReference(GoldenCase golden) {
        int n = golden.epochs();
        double[][] phases = golden.csv("phs_wrapped.csv");
        double[][] best = golden.csv("afixed_m1.csv");
        double[][] second = golden.csv("afixed_m1_second.csv");
        StructuredSearch search = new StructuredSearch(n, 4, 2);
        StructuredGains gains = new StructuredGains(n, 4);
        SearchOptions exact = SearchOptions.exact(n);
        SearchOptions pruned = new SearchOptions(Long.MAX_VALUE, 1.0e-6, false, n);
        int[] order = EpochOrder.bySmallestVariance(golden.model(0));
        double[] fixed = new double[n];
        for (int arc = 0; arc < golden.arcs(); arc++) {
            gains.compute(golden.model(arc), order, n);
            double[] norms = GoldenCase.asVector(golden.result(arc, "1").get("sqnorm"));
            for (SearchOptions options : List.of(exact, pruned)) {
                assertTrue(search.search(gains, phases[arc], 2, options).isSolved());
                for (int c = 0; c < 2; c++) {
                    search.copyAmbiguities(c, fixed);
                    double[] expected = c == 0 ? best[arc] : second[arc];
                    for (int i = 0; i < n; i++) {
                        assertEquals(expected[i], fixed[i], golden + " arc " + arc + " candidate " + c + " epoch " + i);
                    }
                    assertEquals(norms[c], search.norm(c), RELATIVE * norms[c], golden + " arc " + arc + " norm " + c);
                }
            }
        }
    }
}
