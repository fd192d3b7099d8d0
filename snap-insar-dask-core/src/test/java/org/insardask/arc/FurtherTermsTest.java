package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Quadratic and seasonal displacement. */
class FurtherTermsTest {

    private static final List<ArcTerm> SEVEN = List.of(ArcTerm.values());
    private static final double[] PRIOR = {0.3, 5.0, 10.0, 0.1, 1.0, 2.0, 2.0};

    @Test
    void columnsAreZeroAtTheMotherAndHaveTheirUnits() {
        double lambda = 0.05;
        double mm = -4.0 * Math.PI / lambda / 1000.0;
        List<ArcTerm> terms = List.of(ArcTerm.QUADRATIC, ArcTerm.SEASONAL_SINE, ArcTerm.SEASONAL_COSINE);
        ArcModel model = new ArcModel(lambda, new double[] {0.0, -0.25, 1.5}, null, terms, new double[] {1.0, 1.0, 1.0});
        double[] design = new double[9];
        model.fillDesign(null, design);
        double[] expected = {0.0, 0.0, 0.0, 0.0625 * mm, -mm, -mm, 2.25 * mm, 0.0, -2.0 * mm};
        for (int i = 0; i < 9; i++) {
            assertEquals(expected[i], design[i], 1.0e-12, "element " + i);
        }
        assertEquals("mm/year^2", ArcTerm.QUADRATIC.unit());
        assertEquals("mm", ArcTerm.SEASONAL_SINE.unit());
        assertTrue(ArcTerm.SEASONAL_COSINE.isDisplacement() && !ArcTerm.SEASONAL_COSINE.dependsOnPosition());
    }

    @Test
    void sevenTermsAreRecoveredByEveryExactMethod() {
        Simulation simulation = new Simulation(41L, 90, SEVEN, PRIOR);
        double[] truth = simulation.parameters();
        double[] phase = simulation.wrappedPhase(truth, 0.0);
        for (ArcMethod method : List.of(ArcMethod.ILS, ArcMethod.STRUCTURED, ArcMethod.BOOTSTRAPPING, ArcMethod.PAR)) {
            ArcSolver solver = simulation.solver(ArcOptions.of(method), 0.3);
            ArcResult result = solver.solve(phase, simulation.height, 0.3, solver.newWorkspace());
            assertTrue(result.has(ArcFlag.SOLVED), method.toString());
            for (int c = 0; c < 7; c++) {
                assertEquals(truth[c], result.parameter(c), 1.0e-8, method + " " + SEVEN.get(c));
            }
        }
    }

    @Test
    void displacementIsTheSumOfItsTerms() {
        Simulation simulation = new Simulation(42L, 60, SEVEN, PRIOR);
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.ILS), 0.3);
        ArcResult result = solver.solve(simulation.wrappedPhase(simulation.parameters(), 0.3), simulation.height, 0.3,
                solver.newWorkspace());
        double others = result.contribution(2, 9) + result.contribution(3, 9);
        assertEquals(result.estimated(9) - others, result.displacement(9), 1.0e-12);
    }

    @Test
    void errorsOfSevenTermsAreAsLargeAsTheirSigmas() {
        Simulation simulation = new Simulation(43L, 80, SEVEN, PRIOR);
        double sigma = 0.3;
        ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.ILS), sigma);
        ArcWorkspace workspace = solver.newWorkspace();
        double[] squares = new double[7];
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            double[] truth = simulation.parameters();
            ArcResult result = solver.solve(simulation.wrappedPhase(truth, sigma), simulation.height, sigma, workspace);
            for (int c = 0; c < 7; c++) {
                squares[c] += Math.pow((result.parameter(c) - truth[c]) / result.parameterSigma(c), 2.0);
            }
        }
        for (int c = 0; c < 7; c++) {
            assertEquals(1.0, Math.sqrt(squares[c] / trials), 0.08, SEVEN.get(c).toString());
        }
    }
}
