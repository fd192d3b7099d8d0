package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of branches find the same vectors as the tree, branch by branch. */
class BlockSearchTest {

    private static final int ARCS = 150;
    private static final double NEARLY = 1.0e-9;

    private final BlockSearch blocks = new BlockSearch(60);
    private final CandidateList candidates = new CandidateList(2, 60);
    private final double[] limits = new double[61];
    private final double[] all = new double[61];

    BlockSearchTest() {
        Arrays.fill(all, 1.0);
    }

    /** The phases of an arc in the order of its gains (cycles). */
    private static double[] inOrder(StructuredGains gains, double[] phases) {
        double[] cycles = new double[gains.size()];
        for (int t = 0; t < cycles.length; t++) {
            cycles[t] = phases[gains.epoch(t)] / (2.0 * Math.PI);
        }
        return cycles;
    }

    private void start(double norm, int n) {
        double[] other = new double[n];
        Arrays.fill(other, 99.0);
        candidates.clear(2);
        candidates.offer(norm, other, 0, n);
    }

    private boolean isEmpty(StructuredGains gains, double[] cycles, double limit) {
        Arrays.fill(limits, limit);
        return blocks.isEmpty(gains, cycles, limits, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"8, 1.4", "20, 1.1", "30, 0.9", "60, 0.7"})
    void bestVectorIsThatOfTheExactSearch(int n, double sigma) {
        SeededArcs arcs = new SeededArcs(n, new Random(n));
        StructuredGains gains = arcs.gains(1.0, sigma);
        StructuredSearch exact = new StructuredSearch(n, 4, 1);
        for (int arc = 0; arc < ARCS; arc++) {
            double[] phases = arcs.phases(sigma);
            exact.search(gains, phases, 1, SearchOptions.exact(n));
            double norm = exact.norm(0);
            double[] cycles = inOrder(gains, phases);
            start(2.0 * norm + 10.0, n);
            assertTrue(blocks.improve(gains, cycles, candidates, all, limits, Long.MAX_VALUE), "end of the search of arc " + arc);
            assertEquals(norm, candidates.norm(0), NEARLY * norm, "norm of arc " + arc);
            double[] expected = new double[n];
            exact.copyAmbiguities(0, expected);
            for (int t = 0; t < n; t++) {
                assertEquals(expected[gains.epoch(t)], candidates.vectors()[candidates.offset(0) + t], "place " + t + " of arc " + arc);
            }
            assertTrue(isEmpty(gains, cycles, norm * (1.0 - NEARLY)), "nothing is better than the best of arc " + arc);
            assertFalse(isEmpty(gains, cycles, norm * (1.0 + NEARLY)), "the best of arc " + arc + " is found");
        }
    }

    private boolean isAlone(StructuredGains gains, double[] cycles, double limit, double norm) {
        Arrays.fill(limits, limit);
        return blocks.isAlone(gains, cycles, limits, norm, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"8, 1.4", "20, 1.1", "30, 0.9", "60, 0.7"})
    void bestVectorIsAloneBelowTheSecond(int n, double sigma) {
        SeededArcs arcs = new SeededArcs(n, new Random(7L * n));
        StructuredGains gains = arcs.gains(1.0, sigma);
        StructuredSearch exact = new StructuredSearch(n, 4, 2);
        for (int arc = 0; arc < ARCS; arc++) {
            double[] phases = arcs.phases(sigma);
            exact.search(gains, phases, 2, SearchOptions.exact(n));
            double best = exact.norm(0);
            double second = exact.norm(1);
            double[] cycles = inOrder(gains, phases);
            assertTrue(isAlone(gains, cycles, second, best), "nothing is between the two best of arc " + arc);
            assertFalse(isAlone(gains, cycles, second * (1.0 + NEARLY), best), "the second-best of arc " + arc + " is found");
            assertFalse(isAlone(gains, cycles, second, 1.01 * best), "a better vector than that of arc " + arc + " is no known one");
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 0.8", "40, 0.9", "60, 0.9"})
    void vectorsInTheEnvelopeAreThoseOfTheTree(int n, double sigma) {
        Random random = new Random(11L * n);
        StructuredGains gains = new SeededArcs(n, random).gains(1.0, sigma);
        TreeSearch tree = new TreeSearch(n, 4);
        double[] envelope = LowerQuantiles.upper(1.0e-3, n);
        int empty = 0;
        for (int arc = 0; arc < ARCS; arc++) {
            double[] cycles = random.doubles(n, -0.5, 0.5).toArray();
            candidates.clear(1);
            tree.start(gains, cycles, candidates);
            tree.run(new double[n + 1], envelope, Long.MAX_VALUE, false);
            boolean none = candidates.count() == 0;
            assertEquals(none, blocks.isEmpty(gains, cycles, envelope, Long.MAX_VALUE), "arc " + arc);
            empty += none ? 1 : 0;
        }
        assertTrue(empty > ARCS / 4, "only " + empty + " arcs have no vector in the envelope");
    }

    @Test
    void nodeLimitIsTold() {
        SeededArcs arcs = new SeededArcs(60, new Random(3L));
        StructuredGains gains = arcs.gains(1.0, 1.0);
        double[] cycles = inOrder(gains, arcs.phases(1.0));
        start(150.0, 60);
        assertFalse(blocks.improve(gains, cycles, candidates, all, limits, 2000L), "2000 nodes do not do");
        assertTrue(blocks.isUsedUp(), "for want of nodes");
        assertTrue(blocks.nodes() >= 2000L && blocks.nodes() < 5000L, "nodes: " + blocks.nodes());
    }

    @Test
    void moreBranchesThanThereIsRoomForAreTold() {
        StructuredGains gains = new SeededArcs(60, new Random(4L)).gains(1.0, 0.5);
        assertFalse(isEmpty(gains, new double[60], 1.0e9), "all vectors are within the limits");
        assertFalse(blocks.isUsedUp(), "nodes are left");
    }
}
