package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lanes whose first leaf is not the best vector, or not known to be it, as the phase of one epoch is wrong: they go on to better vectors,
 * which the list proves.
 */
class LaneMoveTest {

    private static final int BLOCKS = 8;
    /** Error of one epoch (rad). */
    private static final double ERROR = 2.5;

    @ParameterizedTest
    @CsvSource({"30, 0.4", "40, 0.45", "60, 0.4"})
    void solvedLanesAreThoseOfTheExactSearch(int n, double sigma) {
        Random random = new Random(n + 5);
        SeededArcs arcs = new SeededArcs(n, random);
        LaneSearch lanes = arcs.lanes();
        StructuredGains gains = arcs.gains(1.0, sigma);
        StructuredSearch exact = new StructuredSearch(n, 4, 2);
        FirstLeaf leaf = new FirstLeaf(n);
        double[][] phases = new double[LaneSearch.LANES][];
        int solved = 0;
        int moved = 0;
        for (int block = 0; block < BLOCKS; block++) {
            for (int lane = 0; lane < LaneSearch.LANES; lane++) {
                phases[lane] = arcs.phases(sigma);
                int epoch = random.nextInt(n);
                phases[lane][epoch] = Math.IEEEremainder(phases[lane][epoch] + ERROR, 2.0 * Math.PI);
                arcs.load(lanes, lane, phases[lane], 1.0, sigma);
            }
            lanes.solve(LaneSearch.LANES);
            for (int lane = 0; lane < LaneSearch.LANES; lane++) {
                if (lanes.isSolved(lane)) {
                    solved++;
                    exact.search(gains, phases[lane], 2, SearchOptions.exact(n));
                    assertEqualLane(exact, lanes, lane, phases[lane], n);
                    moved += isLongerThan(exact.norm(0), leaf, gains, phases[lane]) ? 1 : 0;
                }
            }
        }
        assertTrue(solved > BLOCKS * LaneSearch.LANES / 2, "only " + solved + " lanes were solved");
        assertTrue(moved > 2, "only " + moved + " lanes had another best vector than the first leaf");
    }

    private static void assertEqualLane(StructuredSearch exact, LaneSearch lanes, int lane, double[] phases, int n) {
        assertEquals(exact.norm(0), lanes.norm(lane), 1.0e-9 * exact.norm(0), "norm of lane " + lane);
        assertEquals(exact.norm(1), lanes.secondNorm(lane), 1.0e-9 * exact.norm(1), "second norm of lane " + lane);
        double[] vector = new double[n];
        exact.copyAmbiguities(0, vector);
        for (int i = 0; i < n; i++) {
            assertEquals(phases[i] / (2.0 * Math.PI) + vector[i], lanes.unwrapped(lane, i), 1.0e-9, "lane " + lane + ", epoch " + i);
        }
    }

    private static boolean isLongerThan(double norm, FirstLeaf leaf, StructuredGains gains, double[] phases) {
        double[] ordered = new double[phases.length];
        for (int t = 0; t < ordered.length; t++) {
            ordered[t] = phases[gains.epoch(t)] / (2.0 * Math.PI);
        }
        leaf.compute(gains, ordered);
        return leaf.norm() > norm * (1.0 + 1.0e-9);
    }
}
