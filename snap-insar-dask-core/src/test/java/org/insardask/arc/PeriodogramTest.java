package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The periodogram on simulated arcs. */
class PeriodogramTest {

    private static final double[] PRIOR = {0.3, 10.0, 20.0, 0.5};

    private static int[] rightOf(Simulation simulation, double sigma, int trials) {
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.PERIODOGRAM), sigma);
        ArcSolver leastSquares = simulation.solver(ArcOptions.of(ArcMethod.ILS), sigma);
        ArcWorkspace workspace = solver.newWorkspace();
        ArcWorkspace other = leastSquares.newWorkspace();
        int[] right = new int[2];
        for (int trial = 0; trial < trials; trial++) {
            double[] phase = simulation.wrappedPhase(simulation.parameters(), sigma);
            ArcResult result = solver.solve(phase, simulation.height, sigma, workspace);
            assertEquals(ArcFlag.SOLVED.mask(), result.status());
            right[0] += simulation.isRight(result) ? 1 : 0;
            right[1] += simulation.isRight(leastSquares.solve(phase, simulation.height, sigma, other)) ? 1 : 0;
        }
        return right;
    }

    @Test
    void findsTheIntegersOfLongSeries() {
        int[] right = rightOf(new Simulation(31L, 80, Simulation.TERMS, PRIOR), 0.4, 300);
        assertTrue(right[0] >= 290, right[0] + " of 300 right");
        assertTrue(right[1] >= right[0], right[0] + " right, by least squares " + right[1]);
    }

    @Test
    void twoTermsAndAnOffset() {
        int[] right = rightOf(new Simulation(32L, 40, Simulation.TERMS.subList(0, 3), Arrays.copyOf(PRIOR, 3)), 0.4, 300);
        assertTrue(right[0] >= 285, right[0] + " of 300 right");
    }

    @Test
    void withoutOffsetAndWithFurtherTerms() {
        List<ArcTerm> terms = List.of(ArcTerm.VELOCITY, ArcTerm.QUADRATIC);
        int[] right = rightOf(new Simulation(33L, 50, terms, new double[] {8.0, 2.0}), 0.4, 200);
        assertTrue(right[0] >= 195, right[0] + " of 200 right");
    }

    @Test
    void anOffsetAloneIsTheMeanAngle() {
        Simulation simulation = new Simulation(34L, 20, List.of(ArcTerm.OFFSET), new double[] {0.3});
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.PERIODOGRAM), 0.2);
        double[] phase = new double[20];
        Arrays.fill(phase, 3.1);
        phase[4] = -3.1;
        ArcResult result = solver.solve(phase, simulation.height, 0.2, solver.newWorkspace());
        assertEquals(1.0, result.ambiguity(4) - result.ambiguity(3));
        assertEquals(1L, result.nodes());
    }

    @Test
    void missingEpochsDropOutAndNothingStaysOfTheArcBefore() {
        Simulation simulation = new Simulation(35L, 50, Simulation.TERMS.subList(0, 3), Arrays.copyOf(PRIOR, 3));
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.PERIODOGRAM), 0.3);
        ArcWorkspace workspace = solver.newWorkspace();
        double[] truth = {0.1, -6.0, 12.0};
        double[] phase = simulation.wrappedPhase(truth, 0.0);
        phase[7] = Double.NaN;
        phase[30] = Double.NaN;
        double first = solver.solve(phase, simulation.height, 0.3, workspace).parameter(1);
        solver.solve(simulation.wrappedPhase(simulation.parameters(), 0.3), simulation.height, 0.3, workspace);
        ArcResult again = solver.solve(phase, simulation.height, 0.3, workspace);
        assertEquals(first, again.parameter(1));
        assertEquals(48, again.epochsUsed());
        assertTrue(Double.isNaN(again.ambiguity(7)) && Double.isNaN(again.successRate()) && Double.isNaN(again.normRatio()));
        for (int c = 0; c < 3; c++) {
            assertEquals(truth[c], again.parameter(c), 1.0e-9);
        }
        assertEquals(1.0, again.temporalCoherence(), 1.0e-12);
    }

    @Test
    void tooManyTermsOrCellsAreRefused() {
        Simulation five = new Simulation(36L, 30, List.of(ArcTerm.VELOCITY, ArcTerm.HEIGHT, ArcTerm.THERMAL, ArcTerm.QUADRATIC),
                new double[] {1.0, 1.0, 1.0, 1.0});
        assertEquals("The periodogram searches 3 terms at most beside the offset, not 4", assertThrows(IllegalArgumentException.class,
                () -> five.solver(ArcOptions.of(ArcMethod.PERIODOGRAM), 0.3)).getMessage());
        Simulation wide = new Simulation(37L, 30, List.of(ArcTerm.VELOCITY, ArcTerm.HEIGHT), new double[] {1.0e6, 1.0e6});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> wide.solver(ArcOptions.of(ArcMethod.PERIODOGRAM), 0.3))
                .getMessage().contains("expected at most 1.0E7: smaller prior standard deviations"));
    }
}
