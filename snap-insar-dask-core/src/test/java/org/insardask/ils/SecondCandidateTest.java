package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second-best vector from lists of short vectors, and many arcs side by side, against the exact search. */
class SecondCandidateTest {

    private static final int ARCS = 60;

    /** At 0.2 rad the second-best differs by one cycle in all epochs, else mostly in one epoch. */
    @ParameterizedTest
    @CsvSource({"40, 0.2", "40, 0.3", "60, 0.4", "100, 0.5"})
    void secondNormIsThatOfTheExactSearch(int n, double sigma) {
        SeededArcs arcs = new SeededArcs(n, new Random(n));
        SearchOptions options = new SearchOptions(1_000_000L, 1.0e-6, true, n);
        StructuredSearch search = new StructuredSearch(n, 4, 2, arcs.plan());
        StructuredSearch exact = new StructuredSearch(n, 4, 2);
        int decided = 0;
        for (int arc = 0; arc < ARCS; arc++) {
            StructuredGains gains = arcs.gains(1.0 + 0.04 * (arc % 5 - 2), sigma);
            double[] phases = arcs.phases(sigma);
            assertEquals(IlsStatus.SOLVED, search.search(gains, phases, 2, options), "status of arc " + arc);
            decided += search.isSecondDecided() ? 1 : 0;
            exact.search(gains, phases, 2, SearchOptions.exact(n));
            for (int c = 0; c < 2; c++) {
                assertEquals(exact.norm(c), search.norm(c), 1.0e-9 * exact.norm(c), "norm " + c + " of arc " + arc);
                assertEqualVectors(exact, search, c, n);
            }
        }
        assertTrue(decided > ARCS * 0.8, "only " + decided + " of " + ARCS + " decided from the list");
    }

    private static void assertEqualVectors(StructuredSearch expected, StructuredSearch actual, int candidate, int n) {
        double[] a = new double[n];
        double[] b = new double[n];
        expected.copyAmbiguities(candidate, a);
        actual.copyAmbiguities(candidate, b);
        for (int i = 0; i < n; i++) {
            assertEquals(a[i], b[i], "candidate " + candidate + ", epoch " + i);
        }
    }

    @Test
    void treeIsSearchedWhereTheGeometryIsAnother() {
        int n = 60;
        SeededArcs arcs = new SeededArcs(n, new Random(1));
        SeededArcs others = new SeededArcs(n, new Random(2));
        StructuredSearch search = new StructuredSearch(n, 4, 2, arcs.plan());
        search.search(others.gains(1.0, 0.4), others.phases(0.4), 2, new SearchOptions(1_000_000L, 1.0e-6, true, n));
        assertFalse(search.isSecondDecided(), "a list of another geometry was used");
        search.search(arcs.gains(1.2, 0.4), arcs.phases(0.4), 2, new SearchOptions(1_000_000L, 1.0e-6, true, n));
        assertFalse(search.isSecondDecided(), "a list of a much smaller column was used");
    }

    @Test
    void exactSearchDoesNotUseThePlan() {
        int n = 60;
        SeededArcs arcs = new SeededArcs(n, new Random(1));
        StructuredSearch search = new StructuredSearch(n, 4, 2, arcs.plan());
        search.search(arcs.gains(1.0, 0.4), arcs.phases(0.4), 2, SearchOptions.exact(n));
        assertFalse(search.isSecondDecided(), "the exact search used the list");
    }

    @Test
    void lanesAreThoseOfTheExactSearch() {
        int n = 80;
        SeededArcs arcs = new SeededArcs(n, new Random(3));
        LaneSearch lanes = arcs.lanes();
        StructuredSearch exact = new StructuredSearch(n, 4, 2);
        double[][] phases = new double[LaneSearch.LANES][];
        for (int lane = 0; lane < LaneSearch.LANES; lane++) {
            phases[lane] = arcs.phases(0.35);
            arcs.load(lanes, lane, phases[lane], factor(lane), 0.35);
        }
        lanes.solve(LaneSearch.LANES);
        int solved = 0;
        for (int lane = 0; lane < LaneSearch.LANES; lane++) {
            if (lanes.isSolved(lane)) {
                solved++;
                StructuredGains gains = arcs.gains(factor(lane), 0.35);
                exact.search(gains, phases[lane], 2, SearchOptions.exact(n));
                assertEquals(exact.norm(0), lanes.norm(lane), 1.0e-9 * exact.norm(0), "norm of lane " + lane);
                assertEquals(exact.norm(1), lanes.secondNorm(lane), 1.0e-9 * exact.norm(1), "second norm of lane " + lane);
                assertEquals(gains.computeSuccessRate(), lanes.successRate(lane), 1.0e-9, "success rate of lane " + lane);
                double[] vector = new double[n];
                exact.copyAmbiguities(0, vector);
                for (int i = 0; i < n; i++) {
                    assertEquals(phases[lane][i] / (2.0 * Math.PI) + vector[i], lanes.unwrapped(lane, i), 1.0e-9,
                            "lane " + lane + ", epoch " + i);
                }
            }
        }
        assertTrue(solved > 50, "only " + solved + " lanes were solved");
    }

    private static double factor(int lane) {
        return 0.95 + 0.1 * lane / LaneSearch.LANES;
    }

    @Test
    void laneDoesNotDependOnTheOthers() {
        int n = 80;
        SeededArcs arcs = new SeededArcs(n, new Random(4));
        LaneSearch many = arcs.lanes();
        LaneSearch one = arcs.lanes();
        double[][] phases = new double[40][];
        for (int lane = 0; lane < phases.length; lane++) {
            phases[lane] = arcs.phases(0.4);
            if (lane % 7 == 3) {
                phases[lane][lane] = Double.NaN;
            }
            arcs.load(many, lane, phases[lane], factor(lane), lane == 5 ? Double.NaN : 0.4);
        }
        many.solve(phases.length);
        for (int lane = 0; lane < phases.length; lane++) {
            arcs.load(one, 0, phases[lane], factor(lane), lane == 5 ? Double.NaN : 0.4);
            one.solve(1);
            assertEquals(one.isSolved(0), many.isSolved(lane), "lane " + lane);
            if (many.isSolved(lane)) {
                assertTrue(lane % 7 != 3 && lane != 5, "lane " + lane + " has no data");
                assertEquals(one.norm(0), many.norm(lane), "norm of lane " + lane);
                assertEquals(one.secondNorm(0), many.secondNorm(lane), "second norm of lane " + lane);
                assertEquals(one.successRate(0), many.successRate(lane), "success rate of lane " + lane);
            }
        }
    }

    @Test
    void badPlansAreRefused() {
        double[] prior = {1.0, 1.0, 1.0};
        int[] order = {0, 1, 2};
        IllegalArgumentException zero = assertThrows(IllegalArgumentException.class,
                () -> new CloseVectorPlan(new double[9], prior, order, 0.0));
        assertTrue(zero.getMessage().contains("miss probability is 0.0"), zero.getMessage());
        CloseVectorPlan plan = new CloseVectorPlan(new double[9], prior, order, 1.0e-6);
        IllegalArgumentException three = assertThrows(IllegalArgumentException.class,
                () -> new LaneSearch(plan, -1, new double[9], prior, SearchOptions.exact(3)));
        assertTrue(three.getMessage().contains("3 parameters, expected 4"), three.getMessage());
    }
}
