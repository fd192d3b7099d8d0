package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.insardask.ils.Decorrelation;
import org.insardask.ils.GoldenCase;
import org.insardask.ils.StructuredModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Partial ambiguity resolution of arcs. */
class PartialResolutionTest {

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyArcGivesTheReference(GoldenCase golden) {
        double[][] phases = golden.csv("phs_wrapped.csv");
        double[][] expected = golden.csv("afixed_m4.csv");
        double[] sigma = golden.sigma();
        ArcSolver solver = ArcSolver.prepare(ArcGoldenTest.model(golden), ArcOptions.of(ArcMethod.PAR), golden.heightToPhase(0), sigma[0]);
        ArcWorkspace workspace = solver.newWorkspace();
        for (int arc = 0; arc < golden.arcs(); arc++) {
            ArcResult result = solver.solve(phases[arc], golden.heightToPhase(arc), sigma[arc], workspace);
            int fixed = (int) (double) (Double) golden.result(arc, "4").get("nfixed");
            String label = golden + " arc " + arc;
            assertEquals(fixed, result.fixedCount(), label);
            assertEquals(fixed == golden.epochs() ? ArcFlag.SOLVED.mask() : ArcFlag.PARTLY_FIXED.mask(), result.status(), label);
            for (int i = 0; i < golden.epochs(); i++) {
                assertEquals(fixed == 0 ? Double.NaN : expected[arc][i], result.ambiguity(i), 1.0e-9, label + " epoch " + i);
            }
            if (fixed > 0) {
                double norm = GoldenCase.asVector(golden.result(arc, "4").get("sqnorm"))[0];
                assertEquals(norm, result.norm(), 1.0e-9 * norm, label);
                double rate = (Double) golden.result(arc, "4").get("Ps");
                assertEquals(rate, result.successRate(), 1.0e-9 * rate, label);
            }
        }
    }

    @Test
    void covarianceWithAllFixedIsThatOfTheEstimateWithPrior() {
        Simulation simulation = new Simulation(11L, 25);
        double sigma = 0.4;
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.BOOTSTRAPPING).withPriorInEstimate(true), sigma);
        ArcResult result = solver.solve(simulation.wrappedPhase(simulation.parameters(), sigma), simulation.height, sigma,
                solver.newWorkspace());
        double[] expected = result.covariance.clone();
        int[] epochs = new int[25];
        for (int i = 0; i < 25; i++) {
            epochs[i] = i;
        }
        StructuredModel model = new StructuredModel(25, 4);
        model.setDesign(simulation.design, Simulation.PRIOR);
        model.setSigma(sigma);
        double[] q = new double[25 * 25];
        model.covariance(epochs, 25, q);
        new PartialCovariance(25, Simulation.PRIOR).compute(result, Decorrelation.of(q, 25), epochs, 25);
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                double scale = Simulation.PRIOR[r] * Simulation.PRIOR[c];
                assertEquals(expected[r * 4 + c] / scale, result.covariance(r, c) / scale, 1.0e-10, r + " " + c);
            }
        }
    }

    @Test
    void covarianceDescribesTheErrorsOfPartlyFixedArcs() {
        Simulation simulation = new Simulation(12L, 20);
        double sigma = 0.9;
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.PAR), sigma);
        ArcWorkspace workspace = solver.newWorkspace();
        int trials = 3000;
        double[] squares = new double[4];
        for (int trial = 0; trial < trials; trial++) {
            double[] truth = simulation.parameters();
            ArcResult result = solver.solve(simulation.wrappedPhase(truth, sigma), simulation.height, sigma, workspace);
            assertTrue(result.has(ArcFlag.PARTLY_FIXED) && result.fixedCount() > 0 && result.fixedCount() < 20);
            assertFalse(result.has(ArcFlag.SOLVED));
            assertTrue(Double.isNaN(result.temporalCoherence()) && Double.isNaN(result.overallModelTest()));
            for (int c = 0; c < 4; c++) {
                double error = (result.parameter(c) - truth[c]) / result.parameterSigma(c);
                squares[c] += error * error;
            }
        }
        for (int c = 0; c < 4; c++) {
            assertEquals(1.0, Math.sqrt(squares[c] / trials), 0.08, "error of parameter " + c + " in its standard deviations");
        }
    }

    @Test
    void whereNothingIsFixedThereIsNoEstimate() {
        Simulation simulation = new Simulation(13L, 15);
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.PAR).withMinSuccessRate(0.999999), 2.5);
        ArcResult result = solver.solve(simulation.wrappedPhase(simulation.parameters(), 2.5), simulation.height, 2.5,
                solver.newWorkspace());
        assertEquals(ArcFlag.PARTLY_FIXED.mask(), result.status());
        assertEquals(0, result.fixedCount());
        assertTrue(Double.isNaN(result.parameter(1)) && Double.isNaN(result.unwrapped(3)) && Double.isNaN(result.successRate()));
    }

    @Test
    void successRateOutOfRangeIsRefused() {
        Simulation simulation = new Simulation(14L, 10);
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.PAR).withMinSuccessRate(1.0), 0.4);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, solver::newWorkspace);
        assertEquals("The minimum success rate is 1.0, expected between 0 and 1", e.getMessage());
    }
}
