package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.insardask.ils.GoldenCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ambiguities, parameters and series of every reference arc. */
class ArcGoldenTest {

    static final List<ArcTerm> TERMS = List.of(ArcTerm.OFFSET, ArcTerm.VELOCITY, ArcTerm.HEIGHT, ArcTerm.THERMAL);

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    static ArcModel model(GoldenCase golden) {
        double[][] epochs = golden.csv("epochs.csv");
        double[] years = new double[epochs.length];
        double[] temperature = new double[epochs.length];
        for (int i = 0; i < epochs.length; i++) {
            years[i] = epochs[i][2];
            temperature[i] = epochs[i][5];
        }
        return new ArcModel(golden.value("wavelength_m"), years, temperature, TERMS, golden.priorSigma());
    }

    private static String file(ArcMethod method) {
        return switch (method) {
            case ILS, STRUCTURED -> "m1";
            case ROUNDING -> "m2";
            case BOOTSTRAPPING -> "m3";
            case PAR, ILS_RATIO_TEST, PERIODOGRAM -> throw new IllegalArgumentException(method.toString());
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMethodGivesTheReference(GoldenCase golden) {
        ArcModel model = model(golden);
        double[][] phases = golden.csv("phs_wrapped.csv");
        double[] sigma = golden.sigma();
        for (ArcMethod method : List.of(ArcMethod.ILS, ArcMethod.STRUCTURED, ArcMethod.ROUNDING, ArcMethod.BOOTSTRAPPING)) {
            ArcSolver solver = ArcSolver.prepare(model, ArcOptions.of(method), golden.heightToPhase(0), sigma[0]);
            ArcWorkspace workspace = solver.newWorkspace();
            double[][] integers = golden.csv("afixed_" + file(method) + ".csv");
            double[][] parameters = golden.csv("b_hat_" + file(method) + ".csv");
            for (int arc = 0; arc < golden.arcs(); arc++) {
                ArcResult result = solver.solve(phases[arc], golden.heightToPhase(arc), sigma[arc], workspace);
                assertTrue(result.has(ArcFlag.SOLVED), golden + " arc " + arc);
                for (int i = 0; i < model.epochs(); i++) {
                    assertEquals(integers[arc][i], result.ambiguity(i), golden + " " + method + " arc " + arc + " epoch " + i);
                }
                for (int c = 0; c < 4; c++) {
                    assertEquals(parameters[arc][c], result.parameter(c), 1.0e-8 * (1.0 + Math.abs(parameters[arc][c])),
                            golden + " " + method + " arc " + arc + " parameter " + c);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void seriesGiveTheReference(GoldenCase golden) {
        ArcModel model = model(golden);
        double[][] phases = golden.csv("phs_wrapped.csv");
        double[] sigma = golden.sigma();
        ArcSolver solver = ArcSolver.prepare(model, ArcOptions.of(ArcMethod.BOOTSTRAPPING), golden.heightToPhase(0), sigma[0]);
        ArcWorkspace workspace = solver.newWorkspace();
        double mm = model.millimetresPerRadian();
        double[][] wrapped = golden.csv("dis_wrapped_m3.csv");
        double[][] unwrapped = golden.csv("dis_unw_m3.csv");
        double[][] estimated = golden.csv("dis_est_m3.csv");
        double[][] displacement = golden.csv("dis_dis_m3.csv");
        double[][] height = golden.csv("dis_height_m3.csv");
        double[][] thermal = golden.csv("dis_ther_m3.csv");
        for (int arc = 0; arc < golden.arcs(); arc++) {
            ArcResult result = solver.solve(phases[arc], golden.heightToPhase(arc), sigma[arc], workspace);
            for (int i = 0; i < model.epochs(); i++) {
                assertEquals(wrapped[arc][i], mm * result.wrapped(i), 1.0e-9);
                assertEquals(unwrapped[arc][i], mm * result.unwrapped(i), 1.0e-9);
                assertEquals(estimated[arc][i], mm * result.estimated(i), 1.0e-7);
                assertEquals(displacement[arc][i], mm * result.displacement(i), 1.0e-7);
                assertEquals(height[arc][i], mm * result.contribution(2, i), 1.0e-7);
                assertEquals(thermal[arc][i], mm * result.contribution(3, i), 1.0e-7);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void normRatioIsThatOfTheReference(GoldenCase golden) {
        double[][] phases = golden.csv("phs_wrapped.csv");
        double[] sigma = golden.sigma();
        ArcSolver solver = ArcSolver.prepare(model(golden), ArcOptions.of(ArcMethod.ILS), golden.heightToPhase(0), sigma[0]);
        ArcWorkspace workspace = solver.newWorkspace();
        for (int arc = 0; arc < golden.arcs(); arc++) {
            ArcResult result = solver.solve(phases[arc], golden.heightToPhase(arc), sigma[arc], workspace);
            double[] norms = GoldenCase.asVector(golden.result(arc, "1").get("sqnorm"));
            assertEquals(norms[0], result.norm(), 1.0e-9 * norms[0]);
            assertEquals(norms[0] / norms[1], result.normRatio(), 1.0e-9);
        }
    }
}
