package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The toolbox's own examples, every method that gives a result. */
class LambdaToolboxGoldenTest {

    private static final double RELATIVE = 1.0e-9;

    private static Map<String, Object> load(String name) {
        return GoldenCase.asMap(Json.parse(GoldenCase.read(GoldenCase.folder("lambda").resolve(name + ".json"))));
    }

    private static double[] matrix(Object value) {
        return GoldenCase.asList(value).stream().flatMapToDouble(row -> Arrays.stream(GoldenCase.asVector(row))).toArray();
    }

    private static AmbiguityEstimator estimator(String key, int n) {
        return switch (key) {
            case "1" -> new IntegerLeastSquares(n, 2, Long.MAX_VALUE);
            case "1_ncands3" -> new IntegerLeastSquares(n, 3, Long.MAX_VALUE);
            case "2" -> new IntegerRounding(n);
            case "3" -> new IntegerBootstrapping(n);
            case "4" -> new PartialAmbiguityResolution(n, 2, 0.995, Long.MAX_VALUE);
            case "4_P0_0.95" -> new PartialAmbiguityResolution(n, 2, 0.95, Long.MAX_VALUE);
            default -> throw new IllegalArgumentException(key);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "sixdim"})
    void everyMethodGivesTheReference(String name) {
        Map<String, Object> json = load(name);
        double[] aHat = GoldenCase.asVector(json.get("ahat"));
        Decorrelation decorrelation = Decorrelation.of(matrix(json.get("Qahat")), aHat.length);
        for (String key : List.of("1", "1_ncands3", "2", "3", "4", "4_P0_0.95")) {
            Map<String, Object> expected = GoldenCase.asMap(GoldenCase.asMap(json.get("LAMBDA.main")).get(key));
            AmbiguitySolution solution = new AmbiguitySolution(aHat.length, 3);
            assertEquals(IlsStatus.SOLVED, estimator(key, aHat.length).estimate(decorrelation, aHat, solution), key);
            check(name + " " + key, expected, solution);
        }
    }

    private static void check(String label, Map<String, Object> expected, AmbiguitySolution solution) {
        List<Object> candidates = GoldenCase.asList(expected.get("afixed_columns_are_candidates"));
        double[] norms = GoldenCase.asVector(expected.get("sqnorm"));
        assertEquals(candidates.size(), solution.candidates(), label);
        assertEquals((Double) expected.get("nfixed"), solution.fixedCount(), label);
        for (int c = 0; c < candidates.size(); c++) {
            double[] values = GoldenCase.asVector(candidates.get(c));
            for (int i = 0; i < values.length; i++) {
                assertEquals(values[i], solution.value(c, i), label + " candidate " + c + " ambiguity " + i);
            }
        }
        for (int c = 0; c < norms.length; c++) {
            assertEquals(norms[c], solution.norm(c), RELATIVE * norms[c], label + " norm " + c);
        }
        if (expected.get("Ps") != null) {
            double rate = (Double) expected.get("Ps");
            assertEquals(rate, solution.successRate(), RELATIVE * rate, label + " success rate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "sixdim"})
    void decorrelationGivesTheReferenceZ(String name) {
        Map<String, Object> json = load(name);
        int n = GoldenCase.asVector(json.get("ahat")).length;
        Decorrelation decorrelation = Decorrelation.of(matrix(json.get("Qahat")), n);
        double[] z = matrix(GoldenCase.asMap(GoldenCase.asMap(json.get("LAMBDA.main")).get("1")).get("Z"));
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                assertEquals((long) z[row * n + column], decorrelation.z(row, column), name + " Z " + row + " " + column);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "sixdim")
    void factorisationGivesTheReference(String name) {
        Map<String, Object> json = load(name);
        int n = GoldenCase.asVector(json.get("ahat")).length;
        double[] l = new double[n * n];
        double[] d = new double[n];
        assertEquals(IlsStatus.SOLVED, LtdlFactorization.factor(matrix(json.get("Qahat")), n, l, d));
        Map<String, Object> reference = GoldenCase.asMap(json.get("ldldecom"));
        double[] expectedL = matrix(reference.get("L"));
        double[] expectedD = GoldenCase.asVector(reference.get("D"));
        for (int i = 0; i < n; i++) {
            assertEquals(expectedD[i], d[i], 1.0e-6 * expectedD[i], "D " + i);
            for (int row = i; row < n; row++) {
                assertEquals(expectedL[row * n + i], l[i * n + row], 1.0e-9, "L " + row + " " + i);
            }
        }
    }
}
