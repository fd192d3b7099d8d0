package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The estimate after the integers, on simulated arcs with known truth. */
class ArcEstimateTest {

    @Test
    void withoutNoiseTheTruthIsRecovered() {
        Simulation simulation = new Simulation(1L, 40);
        for (ArcMethod method : ArcMethod.values()) {
            ArcSolver solver = simulation.solver(ArcOptions.of(method), 0.4);
            double[] truth = simulation.parameters();
            ArcResult result = solver.solve(simulation.wrappedPhase(truth, 0.0), simulation.height, 0.4, solver.newWorkspace());
            assertTrue(result.has(ArcFlag.SOLVED), method.toString());
            for (int c = 0; c < 4; c++) {
                assertEquals(truth[c], result.parameter(c), 1.0e-9, method + " parameter " + c);
            }
            assertEquals(1.0, result.temporalCoherence(), 1.0e-12);
            assertEquals(0.0, result.overallModelTest(), 1.0e-12);
            assertEquals(0.0, result.residual(7), 1.0e-9);
            assertEquals(40, result.epochsUsed());
        }
    }

    @Test
    void covarianceAndModelTestDescribeTheErrors() {
        Simulation simulation = new Simulation(2L, 60);
        double sigma = 0.4;
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.ILS), sigma);
        ArcWorkspace workspace = solver.newWorkspace();
        int trials = 2000;
        double[] squares = new double[4];
        double product = 0.0;
        double test = 0.0;
        double coherence = 0.0;
        for (int trial = 0; trial < trials; trial++) {
            double[] truth = simulation.parameters();
            ArcResult result = solver.solve(simulation.wrappedPhase(truth, sigma), simulation.height, sigma, workspace);
            for (int c = 0; c < 4; c++) {
                double error = (result.parameter(c) - truth[c]) / result.parameterSigma(c);
                squares[c] += error * error;
            }
            product += (result.parameter(1) - truth[1]) * (result.parameter(3) - truth[3]) / result.covariance(1, 3);
            test += result.overallModelTest();
            coherence += result.temporalCoherence();
        }
        for (int c = 0; c < 4; c++) {
            assertEquals(1.0, Math.sqrt(squares[c] / trials), 0.05, "error of parameter " + c + " in its standard deviations");
        }
        assertEquals(1.0, product / trials, 0.3);
        assertEquals(1.0, test / trials, 0.02);
        assertEquals(Math.exp(-0.5 * sigma * sigma * 56.0 / 60.0), coherence / trials, 0.01);
    }

    @Test
    void priorMakesShortSeriesBetter() {
        Simulation simulation = new Simulation(3L, 12);
        double sigma = 0.5;
        double[] squares = new double[2];
        for (int withPrior = 0; withPrior < 2; withPrior++) {
            ArcOptions options = ArcOptions.of(ArcMethod.ILS).withPriorInEstimate(withPrior == 1);
            ArcSolver solver = simulation.solver(options, sigma);
            ArcWorkspace workspace = solver.newWorkspace();
            for (int trial = 0; trial < 500; trial++) {
                double[] truth = simulation.parameters();
                ArcResult result = solver.solve(simulation.wrappedPhase(truth, sigma), simulation.height, sigma, workspace);
                squares[withPrior] += Math.pow(result.parameter(1) - truth[1], 2.0);
                if (withPrior == 1) {
                    assertTrue(result.parameterSigma(1) < Simulation.PRIOR[1]);
                }
            }
        }
        assertTrue(squares[1] < 0.7 * squares[0], "squared velocity errors " + squares[0] + " without prior, " + squares[1] + " with it");
    }

    @Test
    void termsCanBeLeftOut() {
        Simulation full = new Simulation(4L, 30);
        double[] years = new double[30];
        for (int i = 0; i < 30; i++) {
            years[i] = (i - 10) / 12.0;
        }
        ArcModel model = new ArcModel(Simulation.WAVELENGTH, years, null, List.of(ArcTerm.VELOCITY), new double[] {3.0});
        ArcSolver solver = ArcSolver.prepare(model, ArcOptions.of(ArcMethod.ILS), null, 0.3);
        double[] phase = new double[30];
        for (int i = 0; i < 30; i++) {
            phase[i] = Math.IEEEremainder(-4.0 * Math.PI / Simulation.WAVELENGTH / 1000.0 * years[i] * 7.5, 2.0 * Math.PI);
        }
        ArcResult result = solver.solve(phase, null, 0.3, solver.newWorkspace());
        assertEquals(7.5, result.parameter(0), 1.0e-9);
        assertEquals(-1, model.indexOf(ArcTerm.HEIGHT));
        assertEquals(full.n, result.epochsUsed());
    }

    /** ILS solves many arcs side by side; one of them lacks an epoch. */
    @ParameterizedTest
    @EnumSource(value = ArcMethod.class, names = {"BOOTSTRAPPING", "ILS", "STRUCTURED"})
    void batchEqualsSingleArcs(ArcMethod method) {
        Simulation simulation = new Simulation(5L, 25);
        int arcs = 9;
        ArcSolver solver = simulation.solver(ArcOptions.of(method), 0.3);
        float[] phases = new float[25 * 10];
        float[] heights = new float[25 * 10];
        double[] sigma = new double[10];
        for (int arc = 0; arc < arcs; arc++) {
            double[] phase = simulation.wrappedPhase(simulation.parameters(), 0.3);
            sigma[arc] = 0.3 + 0.01 * (arc % 2);
            for (int i = 0; i < 25; i++) {
                phases[i * 10 + arc] = (float) phase[i];
                heights[i * 10 + arc] = (float) (simulation.height[i] * (1.0 + 0.001 * arc));
            }
        }
        phases[3 * 10 + 4] = Float.NaN;
        ArcBatch batch = ArcBatch.ofOwnGeometry(25, 10, phases, heights, sigma);
        int[] seen = {0};
        ArcWorkspace single = solver.newWorkspace();
        solver.solveAll(batch, 0, arcs, (arc, result) -> {
            double[] phase = new double[25];
            double[] height = new double[25];
            for (int i = 0; i < 25; i++) {
                phase[i] = phases[i * 10 + arc];
                height[i] = heights[i * 10 + arc];
            }
            ArcResult expected = solver.solve(phase, height, sigma[arc], single);
            for (int c = 0; c < 4; c++) {
                assertEquals(expected.parameter(c), result.parameter(c));
            }
            assertEquals(expected.norm(), result.norm(), "norm of arc " + arc);
            assertEquals(expected.normRatio(), result.normRatio(), "norm ratio of arc " + arc);
            assertEquals(expected.successRate(), result.successRate(), "success rate of arc " + arc);
            seen[0]++;
        }, solver.newWorkspace());
        assertEquals(arcs, seen[0]);
    }
}
