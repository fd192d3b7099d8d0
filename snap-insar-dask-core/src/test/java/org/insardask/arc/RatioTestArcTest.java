package org.insardask.arc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.insardask.ils.AmbiguitySolution;
import org.insardask.ils.Decorrelation;
import org.insardask.ils.FixedFailureRate;
import org.insardask.ils.GoldenCase;
import org.insardask.ils.IlsStatus;
import org.insardask.ils.RatioTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Integer least squares of arcs with the ratio test. */
class RatioTestArcTest {

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fixedThresholdAcceptsWhatTheNormsOfTheReferenceSay(GoldenCase golden) {
        double threshold = 0.6;
        int n = golden.epochs();
        double[][] phases = golden.csv("phs_wrapped.csv");
        double[][] aHat = golden.csv("ahat.csv");
        double[] sigma = golden.sigma();
        ArcOptions options = ArcOptions.of(ArcMethod.ILS_RATIO_TEST).withRatioRule(RatioRule.threshold(threshold));
        ArcSolver solver = ArcSolver.prepare(ArcGoldenTest.model(golden), options, golden.heightToPhase(0), sigma[0]);
        ArcWorkspace workspace = solver.newWorkspace();
        RatioTest toolbox = new RatioTest(n, threshold, Long.MAX_VALUE);
        AmbiguitySolution solution = new AmbiguitySolution(n, 2);
        double[] q = new double[n * n];
        int[] epochs = new int[n];
        for (int i = 0; i < n; i++) {
            epochs[i] = i;
        }
        for (int arc = 0; arc < golden.arcs(); arc++) {
            double[] norms = GoldenCase.asVector(golden.result(arc, "1").get("sqnorm"));
            boolean accepted = norms[0] <= threshold * norms[1];
            ArcResult result = solver.solve(phases[arc], golden.heightToPhase(arc), sigma[arc], workspace);
            assertEquals(accepted ? ArcFlag.SOLVED.mask() : ArcFlag.RATIO_TEST_REJECTED.mask(), result.status(), golden + " arc " + arc);
            assertEquals(norms[0] / norms[1], result.normRatio(), 1.0e-9, golden + " arc " + arc);
            assertEquals(accepted ? golden.csv("afixed_m1.csv")[arc][3] : Double.NaN, result.ambiguity(3), golden + " arc " + arc);
            golden.model(arc).covariance(epochs, n, q);
            assertEquals(accepted ? IlsStatus.SOLVED : IlsStatus.REJECTED,
                    toolbox.estimate(Decorrelation.of(q, n), aHat[arc], solution), golden + " arc " + arc);
        }
    }

    @Test
    void rejectedArcsKeepOnlyWhatTheTestWasMadeWith() {
        Simulation simulation = new Simulation(21L, 15);
        ArcOptions options = ArcOptions.of(ArcMethod.ILS_RATIO_TEST).withRatioRule(RatioRule.threshold(1.0e-9));
        ArcSolver solver = simulation.solver(options, 0.5);
        double[] phase = simulation.wrappedPhase(simulation.parameters(), 0.5);
        ArcResult result = solver.solve(phase, simulation.height, 0.5, solver.newWorkspace());
        assertEquals(ArcFlag.RATIO_TEST_REJECTED.mask(), result.status());
        assertTrue(result.normRatio() > 0.0 && result.normRatio() < 1.0 && result.successRate() > 0.0 && result.norm() > 0.0);
        assertTrue(Double.isNaN(result.parameter(0)) && Double.isNaN(result.parameterSigma(1)) && Double.isNaN(result.unwrapped(2))
                && Double.isNaN(result.temporalCoherence()) && Double.isNaN(result.overallModelTest()));
        assertEquals(phase[2], result.wrapped(2));
    }

    @Test
    void failureRateIsKeptWhereBootstrappingOftenFails() {
        for (int n : new int[] {12, 30}) {
            Simulation simulation = new Simulation(22L + n, n, Simulation.TERMS, new double[] {0.3, 10.0, 20.0, 0.5});
            double sigma = noiseOf(simulation, 0.85);
            double rate = 0.01;
            ArcOptions options = ArcOptions.of(ArcMethod.ILS_RATIO_TEST).withRatioRule(RatioRule.failureRate(rate));
            ArcSolver tested = simulation.solver(options, sigma);
            ArcSolver untested = simulation.solver(ArcOptions.of(ArcMethod.ILS), sigma);
            ArcWorkspace testedSpace = tested.newWorkspace();
            ArcWorkspace untestedSpace = untested.newWorkspace();
            int trials = 10000;
            int accepted = 0;
            int acceptedWrong = 0;
            int wrong = 0;
            for (int trial = 0; trial < trials; trial++) {
                double[] truth = simulation.parameters();
                double[] phase = simulation.wrappedPhase(truth, sigma);
                boolean right = simulation.isRight(untested.solve(phase, simulation.height, sigma, untestedSpace));
                boolean taken = tested.solve(phase, simulation.height, sigma, testedSpace).has(ArcFlag.SOLVED);
                wrong += right ? 0 : 1;
                accepted += taken ? 1 : 0;
                acceptedWrong += taken && !right ? 1 : 0;
            }
            assertTrue(wrong > 3 * rate * trials, "without test " + wrong + " wrong");
            assertTrue(acceptedWrong < 1.4 * rate * trials, acceptedWrong + " accepted and wrong, without test " + wrong);
            assertTrue(accepted > trials / 5, accepted + " accepted");
        }
    }

    /** The noise (rad) with which bootstrapping is right at most as often as wanted. */
    private static double noiseOf(Simulation simulation, double successRate) {
        double sigma = 0.3;
        double[] phase = simulation.wrappedPhase(simulation.parameters(), 0.1);
        double predicted = 1.0;
        while (predicted > successRate) {
            sigma += 0.05;
            ArcSolver solver = simulation.solver(ArcOptions.of(ArcMethod.ILS), sigma);
            predicted = solver.solve(phase, simulation.height, sigma, solver.newWorkspace()).successRate();
        }
        return sigma;
    }

    @Test
    void thresholdsRunFromAllToNothing() {
        FixedFailureRate rule = new FixedFailureRate(0.01);
        for (int n : new int[] {3, 5, 7, 20, 50, 300}) {
            assertEquals(1.0, rule.threshold(n, 0.9901));
            assertEquals(0.0, rule.threshold(n, 0.01));
            assertEquals(0.0, rule.threshold(n, Double.NaN));
            double last = 1.0;
            for (double success = 0.99; success > 0.65; success -= 0.01) {
                double mu = rule.threshold(n, success);
                assertTrue(mu <= last + 0.01 && mu > 0.1, n + " " + success + " " + mu);
                last = mu;
            }
        }
        assertTrue(rule.threshold(10, 0.9) > new FixedFailureRate(0.001).threshold(10, 0.9));
        assertEquals(new FixedFailureRate(0.005).threshold(13, 0.87), new FixedFailureRate(0.0099).threshold(13, 0.87));
    }

    @Test
    void misuseIsNamed() {
        assertEquals("The failure rate of the ratio test is 0.5, expected 0.001 to 0.05",
                assertThrows(IllegalArgumentException.class, () -> RatioRule.failureRate(0.5)).getMessage());
        assertEquals("The threshold of the ratio test is 1.5, expected above 0 and at most 1",
                assertThrows(IllegalArgumentException.class, () -> RatioRule.threshold(1.5)).getMessage());
    }
}
