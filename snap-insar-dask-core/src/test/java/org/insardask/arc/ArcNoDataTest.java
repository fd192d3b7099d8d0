package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Missing epochs, missing quality, arcs that cannot be solved. */
class ArcNoDataTest {

    private static final Simulation SIMULATION = new Simulation(11L, 30);

    /** The same arc with the missing epochs taken out of the model altogether. */
    private static ArcResult solveWithout(double[] phase, int missing, ArcMethod method) {
        Simulation all = SIMULATION;
        double[] years = new double[all.n - 1];
        double[] temperature = new double[all.n - 1];
        double[] height = new double[all.n - 1];
        double[] kept = new double[all.n - 1];
        double millimetres = -4.0 * Math.PI / Simulation.WAVELENGTH / 1000.0;
        for (int i = 0; i < kept.length; i++) {
            int source = i < missing ? i : i + 1;
            years[i] = all.design[source * 4 + 1] / millimetres;
            temperature[i] = all.design[source * 4 + 3] / millimetres;
            height[i] = all.height[source];
            kept[i] = phase[source];
        }
        ArcModel model = new ArcModel(Simulation.WAVELENGTH, years, temperature, Simulation.TERMS, Simulation.PRIOR);
        ArcSolver solver = ArcSolver.prepare(model, ArcOptions.of(method), height, 0.3);
        return solver.solve(kept, height, 0.3, solver.newWorkspace());
    }

    @Test
    void missingEpochDropsOutOfItsArcAlone() {
        for (ArcMethod method : ArcMethod.values()) {
            ArcSolver solver = SIMULATION.solver(ArcOptions.of(method), 0.3);
            ArcWorkspace workspace = solver.newWorkspace();
            double[] phase = SIMULATION.wrappedPhase(SIMULATION.parameters(), 0.3);
            double before = solver.solve(phase, SIMULATION.height, 0.3, workspace).parameter(1);
            double[] gap = phase.clone();
            gap[17] = Double.NaN;
            ArcResult expected = solveWithout(gap, 17, method);
            ArcResult result = solver.solve(gap, SIMULATION.height, 0.3, workspace);
            assertEquals(29, result.epochsUsed());
            assertTrue(result.has(ArcFlag.SOLVED));
            for (int c = 0; c < 4; c++) {
                assertEquals(expected.parameter(c), result.parameter(c), 1.0e-9, method + " parameter " + c);
            }
            assertEquals(expected.temporalCoherence(), result.temporalCoherence(), 1.0e-9);
            assertTrue(Double.isNaN(result.unwrapped(17)));
            assertTrue(Double.isNaN(result.ambiguity(17)));
            assertFalse(Double.isNaN(result.estimated(17)), "the model is known where the epoch is missing");
            assertEquals(before, solver.solve(phase, SIMULATION.height, 0.3, workspace).parameter(1), method.toString());
        }
    }

    @Test
    void missingHeightToPhaseIsAMissingEpoch() {
        ArcSolver solver = SIMULATION.solver(ArcOptions.of(ArcMethod.ILS), 0.3);
        double[] height = SIMULATION.height.clone();
        height[3] = Double.NaN;
        double[] phase = SIMULATION.wrappedPhase(SIMULATION.parameters(), 0.3);
        ArcResult result = solver.solve(phase, height, 0.3, solver.newWorkspace());
        assertEquals(29, result.epochsUsed());
        assertFalse(Double.isNaN(result.parameter(2)));
    }

    @Test
    void nothingValidIsNoData() {
        ArcSolver solver = SIMULATION.solver(ArcOptions.of(ArcMethod.ILS), 0.3);
        double[] phase = new double[30];
        ArcWorkspace workspace = solver.newWorkspace();
        assertEquals(ArcFlag.NO_DATA.mask(), solver.solve(phase, SIMULATION.height, Double.NaN, workspace).status());
        assertEquals(ArcFlag.NO_DATA.mask(), solver.solve(phase, SIMULATION.height, 0.0, workspace).status());
        Arrays.fill(phase, Double.NaN);
        ArcResult result = solver.solve(phase, SIMULATION.height, 0.3, workspace);
        assertEquals(ArcFlag.NO_DATA.mask(), result.status());
        assertTrue(Double.isNaN(result.parameter(0)));
        assertTrue(Double.isNaN(result.temporalCoherence()));
    }

    @Test
    void tooFewEpochsAreTold() {
        ArcSolver solver = SIMULATION.solver(ArcOptions.of(ArcMethod.BOOTSTRAPPING), 0.3);
        double[] phase = new double[30];
        Arrays.fill(phase, 4, 30, Double.NaN);
        assertEquals(ArcFlag.TOO_FEW_EPOCHS.mask(), solver.solve(phase, SIMULATION.height, 0.3, solver.newWorkspace()).status());
    }

    @Test
    void seriesNoLongerThanTheParametersAreTooShort() {
        for (int n : new int[] {3, 4, 5}) {
            Simulation few = new Simulation(12L, n);
            ArcSolver solver = few.solver(ArcOptions.of(ArcMethod.ILS).withMinSearchSuccess(0.0), 0.05);
            double[] small = few.wrappedPhase(new double[4], 0.01);
            int expected = n == 5 ? ArcFlag.SOLVED.mask() : ArcFlag.TOO_FEW_EPOCHS.mask();
            assertEquals(expected, solver.solve(small, few.height, 0.05, solver.newWorkspace()).status(), n + " epochs");
        }
    }

    @Test
    void inseparableParametersAreTold() {
        double[] same = {1.0, 1.0, 1.0, 1.0};
        ArcModel model = new ArcModel(0.05, same, null, List.of(ArcTerm.OFFSET, ArcTerm.VELOCITY), new double[] {1.0, 1.0});
        ArcOptions options = ArcOptions.of(ArcMethod.ILS);
        ArcSolver solver = ArcSolver.prepare(model, options, null, 0.3);
        assertEquals(ArcFlag.NUMERICAL_FAILURE.mask(), solver.solve(new double[4], null, 0.3, solver.newWorkspace()).status());
        ArcSolver withPrior = ArcSolver.prepare(model, options.withPriorInEstimate(true), null, 0.3);
        assertTrue(withPrior.solve(new double[4], null, 0.3, withPrior.newWorkspace()).has(ArcFlag.SOLVED));
    }

    @Test
    void nodeLimitIsNeverSolved() {
        double[] phase = new Random(3L).doubles(30, -3.0, 3.0).toArray();
        for (long limit : new long[] {5L, 40L}) {
            ArcSolver solver = SIMULATION.solver(ArcOptions.of(ArcMethod.ILS).withMaxNodes(limit).withMinSearchSuccess(0.0), 1.5);
            ArcResult result = solver.solve(phase, SIMULATION.height, 1.5, solver.newWorkspace());
            assertEquals(ArcFlag.NODE_LIMIT.mask(), result.status());
            assertTrue(Double.isFinite(result.parameter(0)), "the best candidate so far");
        }
    }

    @Test
    void arcsThatAreGivenUpAreNeverSolved() {
        double[] phase = new Random(3L).doubles(30, -3.0, 3.0).toArray();
        for (ArcMethod method : List.of(ArcMethod.ILS, ArcMethod.STRUCTURED, ArcMethod.ILS_RATIO_TEST)) {
            ArcSolver solver = SIMULATION.solver(ArcOptions.of(method), 1.5);
            ArcResult hopeless = solver.solve(phase, SIMULATION.height, 1.5, solver.newWorkspace());
            assertEquals(ArcFlag.HOPELESS.mask(), hopeless.status());
            assertTrue(Double.isFinite(hopeless.parameter(0)) && Double.isFinite(hopeless.norm()), "the best candidate of a short look");
            ArcResult rejected = solver.solve(phase, SIMULATION.height, 0.4, solver.newWorkspace());
            assertEquals(ArcFlag.MODEL_REJECTED.mask(), rejected.status());
            assertTrue(Double.isFinite(rejected.parameter(0)) && Double.isFinite(rejected.norm()), "the best candidate of a short look");
        }
        assertEquals("The minimum success rate of a search is 1.5, expected 0 to 1", assertThrows(IllegalArgumentException.class,
                () -> SIMULATION.solver(ArcOptions.of(ArcMethod.ILS).withMinSearchSuccess(1.5), 0.4)).getMessage());
    }
}
