package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.insardask.ils.LaneSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of many arcs side by side is that of each by normal equations. */
class LaneEstimateTest {

    private static final double TWO_PI = 2.0 * Math.PI;
    private static final int ARCS = 13;

    @ParameterizedTest
    @CsvSource({"20, false", "21, false", "6, true", "5, true"})
    void equalsNormalEquations(int n, boolean withPrior) {
        check(new Simulation(7L, n), 2, withPrior);
    }

    @Test
    void modelWithoutAnOwnColumn() {
        check(new Simulation(8L, 17, List.of(ArcTerm.OFFSET, ArcTerm.VELOCITY, ArcTerm.QUADRATIC, ArcTerm.THERMAL),
                new double[] {0.3, 2.0, 1.0, 0.05}), -1, false);
    }

    private static void check(Simulation simulation, int column, boolean withPrior) {
        int n = simulation.n;
        ArcModel model = simulation.model;
        double[][] phases = new double[ARCS][];
        double[] unwrapped = new double[n * LaneSearch.STRIDE];
        double[] own = new double[n * LaneSearch.STRIDE];
        double[] noise = new double[LaneSearch.LANES];
        for (int arc = 0; arc < ARCS; arc++) {
            phases[arc] = simulation.wrappedPhase(simulation.parameters(), sigma(arc));
            noise[arc] = Math.pow(sigma(arc) / TWO_PI, 2.0);
            for (int i = 0; i < n; i++) {
                unwrapped[i * LaneSearch.STRIDE + arc] = phases[arc][i] / TWO_PI + ambiguity(arc, i);
                own[i * LaneSearch.STRIDE + arc] = column < 0 ? Double.NaN
                        : model.coefficient(column, i, height(simulation, arc, i)) * model.priorSigma(column) / TWO_PI;
            }
        }
        LaneEstimate lanes = new LaneEstimate(model, column, withPrior);
        lanes.compute(unwrapped, own, noise, ARCS);
        for (int arc = 0; arc < ARCS; arc++) {
            ArcResult expected = expected(simulation, arc, phases[arc], withPrior);
            ArcResult result = new ArcResult(model);
            assertTrue(lanes.isSolved(arc), "arc " + arc);
            lanes.take(arc, noise[arc], result);
            for (int c = 0; c < model.parameters(); c++) {
                assertEquals(expected.parameter(c), result.parameter(c), 1.0e-9 * (1.0 + Math.abs(expected.parameter(c))), "b" + c);
                for (int r = 0; r < model.parameters(); r++) {
                    double scale = expected.parameterSigma(r) * expected.parameterSigma(c);
                    assertEquals(expected.covariance(r, c) / scale, result.covariance(r, c) / scale, 1.0e-9, "covariance " + r + "," + c);
                }
            }
            assertEquals(expected.temporalCoherence(), result.temporalCoherence(), 1.0e-12, "coherence of arc " + arc);
            assertEquals(expected.overallModelTest(), result.overallModelTest(), 1.0e-9 * expected.overallModelTest(), "model test " + arc);
        }
    }

    private static double sigma(int arc) {
        return 0.2 + 0.05 * arc;
    }

    private static double ambiguity(int arc, int epoch) {
        return (arc * 7 + epoch * 3) % 5 - 2;
    }

    private static double height(Simulation simulation, int arc, int epoch) {
        return simulation.height[epoch] * (1.0 + 0.01 * arc);
    }

    private static ArcResult expected(Simulation simulation, int arc, double[] phase, boolean withPrior) {
        ArcResult result = new ArcResult(simulation.model);
        double[] heights = new double[simulation.n];
        for (int i = 0; i < simulation.n; i++) {
            heights[i] = height(simulation, arc, i);
            result.phase[i] = phase[i];
            result.ambiguities[i] = ambiguity(arc, i);
            result.used[i] = true;
        }
        simulation.model.fillDesign(heights, result.design);
        assertTrue(new NormalEquations(simulation.model).estimate(result, sigma(arc), withPrior), "arc " + arc);
        new ResidualStatistics(simulation.model).compute(result, sigma(arc));
        return result;
    }

    /** Without a baseline the height cannot be told; the lanes beside are not touched by it. */
    @Test
    void arcWhoseParametersCannotBeSeparatedIsNotSolved() {
        Simulation simulation = new Simulation(9L, 20);
        double[] unwrapped = new double[20 * LaneSearch.STRIDE];
        double[] own = new double[20 * LaneSearch.STRIDE];
        double[] noise = new double[LaneSearch.LANES];
        Arrays.fill(noise, 0.01);
        for (int i = 0; i < 20; i++) {
            own[i * LaneSearch.STRIDE + 1] = simulation.model.coefficient(2, i, simulation.height[i]);
        }
        LaneEstimate lanes = new LaneEstimate(simulation.model, 2, false);
        lanes.compute(unwrapped, own, noise, 2);
        assertFalse(lanes.isSolved(0), "no baselines");
        assertTrue(lanes.isSolved(1), "baselines");
        LaneEstimate prior = new LaneEstimate(simulation.model, 2, true);
        prior.compute(unwrapped, own, noise, 2);
        assertTrue(prior.isSolved(0), "with the prior");
    }
}
