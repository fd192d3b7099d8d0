package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Product;
import org.insardask.ils.GoldenCase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator on products of the reference arcs. */
class ArcUnwrappingGoldenTest {

    @TempDir
    private Path folder;

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    static Stream<Arguments> casesAndMethods() {
        return cases().stream().flatMap(golden -> Stream.of(Arguments.of(golden, "ILS", "m1"), Arguments.of(golden, "STRUCTURED", "m1"),
                Arguments.of(golden, "ROUNDING", "m2"), Arguments.of(golden, "BOOTSTRAPPING", "m3")));
    }

    @ParameterizedTest
    @MethodSource("casesAndMethods")
    void ambiguitiesAndParametersAreThoseOfTheReference(GoldenCase golden, String method, String file) {
        Map<String, Object> parameters = ArcProducts.parameters(golden, folder);
        parameters.put("method", method);
        parameters.put("outputs", new String[] {"AMBIGUITIES", "PARAMETERS"});
        Product product = ArcProducts.run(parameters, ArcProducts.of(golden));
        double[][] expected = golden.csv("afixed_" + file + ".csv");
        LocalDate[] dates = ArcProducts.dates(golden);
        for (int e = 0; e < dates.length; e++) {
            float[] actual = ArcProducts.floats(product, "amb_" + ArcProducts.snap(dates[e]));
            for (int arc = 0; arc < golden.arcs(); arc++) {
                if (!Double.isNaN(expected[arc][e])) {
                    assertEquals(expected[arc][e], actual[arc + 1], golden + " " + method + " arc " + arc + " " + dates[e]);
                }
            }
        }
        double[][] parameterValues = golden.csv("b_hat_" + file + ".csv");
        String[] names = {"offset", "velocity", "height", "thermal"};
        for (int c = 0; c < names.length; c++) {
            float[] actual = ArcProducts.floats(product, names[c]);
            for (int arc = 0; arc < golden.arcs(); arc++) {
                double value = parameterValues[arc][c];
                assertEquals(value, actual[arc + 1], 2.0e-5 * (1.0 + Math.abs(value)), golden + " " + method + " " + names[c] + " " + arc);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void partialResolutionIsThatOfTheReference(GoldenCase golden) {
        Map<String, Object> parameters = ArcProducts.parameters(golden, folder);
        parameters.put("method", "PAR");
        parameters.put("outputs", new String[] {"AMBIGUITIES", "QUALITY"});
        Product product = ArcProducts.run(parameters, ArcProducts.of(golden));
        double[][] expected = golden.csv("afixed_m4.csv");
        float[] status = ArcProducts.floats(product, "status");
        LocalDate[] dates = ArcProducts.dates(golden);
        for (int arc = 0; arc < golden.arcs(); arc++) {
            boolean all = (Double) golden.result(arc, "4").get("nfixed") == dates.length;
            assertEquals(all ? 1.0f : 256.0f, status[arc + 1], golden + " arc " + arc);
        }
        for (int e = 0; e < dates.length; e++) {
            float[] actual = ArcProducts.floats(product, "amb_" + ArcProducts.snap(dates[e]));
            for (int arc = 0; arc < golden.arcs(); arc++) {
                double value = expected[arc][e];
                assertEquals(status[arc + 1] == 1.0f ? Math.rint(value) : -32768.0, actual[arc + 1], golden + " arc " + arc);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void seriesAreThoseOfTheReference(GoldenCase golden) {
        Map<String, Object> parameters = ArcProducts.parameters(golden, folder);
        parameters.put("method", "BOOTSTRAPPING");
        parameters.put("outputs", new String[] {"WRAPPED", "UNWRAPPED", "ESTIMATED", "DISPLACEMENT", "HEIGHT", "THERMAL"});
        Product product = ArcProducts.run(parameters, ArcProducts.of(golden));
        LocalDate[] dates = ArcProducts.dates(golden);
        for (String series : List.of("dis_wrapped", "dis_unw", "dis_est", "dis_dis", "dis_height", "dis_ther")) {
            double[][] expected = golden.csv(series + "_m3.csv");
            for (int e = 0; e < dates.length; e++) {
                float[] actual = ArcProducts.floats(product, series + "_" + ArcProducts.snap(dates[e]));
                for (int arc = 0; arc < golden.arcs(); arc++) {
                    double value = expected[arc][e];
                    assertEquals(value, actual[arc + 1], 2.0e-5 * (1.0 + Math.abs(value)), golden + " " + series + " arc " + arc + " " + e);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void qualityIsThatOfTheReference(GoldenCase golden) {
        Map<String, Object> parameters = ArcProducts.parameters(golden, folder);
        Product product = ArcProducts.run(parameters, ArcProducts.of(golden));
        float[] ratio = ArcProducts.floats(product, "norm_ratio");
        float[] sigma = ArcProducts.floats(product, "phase_sigma");
        float[] status = ArcProducts.floats(product, "status");
        for (int arc = 0; arc < golden.arcs(); arc++) {
            double[] norms = GoldenCase.asVector(golden.result(arc, "1").get("sqnorm"));
            assertEquals(norms[0] / norms[1], ratio[arc + 1], 1.0e-5, golden + " arc " + arc);
            assertEquals(golden.sigma()[arc], sigma[arc + 1], 1.0e-6, golden + " arc " + arc);
            assertEquals(1.0f, status[arc + 1], golden + " arc " + arc);
        }
    }
}
