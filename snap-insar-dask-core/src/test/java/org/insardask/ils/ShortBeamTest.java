package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short look keeps the vectors of the wide beam with room for four. */
class ShortBeamTest {

    private static final int WIDTH = 32;
    private static final double THRESHOLD = 2.0 * Math.log(100.0);

    private final Random random = new Random(5L);

    private void compare(StructuredGains gains, double[] cycles, double threshold) {
        int n = cycles.length;
        double[] noLimits = new double[n + 1];
        Arrays.fill(noLimits, Double.POSITIVE_INFINITY);
        HypothesisBeam wide = new HypothesisBeam(n, 4, WIDTH);
        wide.search(gains, cycles, noLimits, 1.0, threshold, ShortBeam.ROOM, Long.MAX_VALUE);
        CandidateList expected = new CandidateList(ShortBeam.ROOM, n);
        expected.clear(ShortBeam.ROOM);
        wide.offerTo(expected, new double[n]);

        ShortBeam narrow = new ShortBeam(n);
        narrow.search(gains, cycles, threshold);
        CandidateList found = new CandidateList(ShortBeam.ROOM, n);
        found.clear(ShortBeam.ROOM);
        double[] best = new double[n];
        double[] estimate = new double[4];
        narrow.offerTo(found, best, estimate);

        assertEquals(wide.nodes(), narrow.nodes(), "nodes");
        assertEquals(wide.smallestDropped(), narrow.smallestDropped(), "smallest sum that was dropped");
        assertEquals(expected.count(), found.count(), "vectors");
        for (int i = 0; i < expected.count(); i++) {
            assertEquals(expected.norm(i), found.norm(i), "norm " + i);
            assertArrayEquals(vector(expected, i, n), vector(found, i, n), "vector " + i);
        }
        TreeSearch tree = new TreeSearch(n, 4);
        tree.start(gains, cycles, found);
        tree.follow(vector(found, 0, n), 0);
        assertArrayEquals(Arrays.copyOfRange(tree.states(), 4 * n, 4 * n + 4), estimate, 1.0e-9, "parameters of the best vector");
    }

    private static double[] vector(CandidateList list, int candidate, int n) {
        return Arrays.copyOfRange(list.vectors(), list.offset(candidate), list.offset(candidate) + n);
    }

    @ParameterizedTest
    @CsvSource({"4, 3.0", "24, 1.5", "60, 1.2", "100, 1.1", "100, 2.5", "40, 10", "30, 100"})
    void vectorsAreThoseOfTheWideBeam(int n, double sigma) {
        SeededArcs arcs = new SeededArcs(n, random);
        StructuredGains gains = arcs.gains(1.0, sigma);
        for (int arc = 0; arc < 100; arc++) {
            compare(gains, random.doubles(n, -0.5, 0.5).toArray(), THRESHOLD);
        }
    }

    @Test
    void phasesOfZeroAndOfHalfCyclesHaveTwoIntegersAsNear() {
        StructuredGains gains = new SeededArcs(30, random).gains(1.0, 1.5);
        compare(gains, new double[30], THRESHOLD);
        double[] half = new double[30];
        Arrays.fill(half, 0.5);
        compare(gains, half, THRESHOLD);
        compare(gains, half, 100.0);
    }

    /** Priors as wide as these leave each of the four vectors more children than there is room for in all. */
    @Test
    void vectorsOfVeryManyChildrenEach() {
        int n = 30;
        double[] design = random.doubles(4L * n, -1.0, 1.0).toArray();
        StructuredModel model = new StructuredModel(n, 4);
        model.setDesign(design, new double[] {1000.0, 1000.0, 1000.0, 1000.0});
        model.setSigma(1.5);
        StructuredGains gains = new StructuredGains(n, 4);
        gains.compute(model, EpochOrder.bySmallestVariance(model), n);
        ShortBeam beam = new ShortBeam(n);
        CandidateList found = new CandidateList(ShortBeam.ROOM, n);
        for (int arc = 0; arc < 100; arc++) {
            beam.search(gains, random.doubles(n, -0.5, 0.5).toArray(), THRESHOLD);
            found.clear(ShortBeam.ROOM);
            beam.offerTo(found, new double[n], new double[4]);
            assertTrue(found.count() > 0 && found.norm(0) < Double.POSITIVE_INFINITY, "a vector");
        }
    }

    @Test
    void onlyTheBestVectorsAreOffered() {
        StructuredGains gains = new SeededArcs(60, random).gains(1.0, 1.3);
        ShortBeam beam = new ShortBeam(60);
        beam.search(gains, random.doubles(60, -0.5, 0.5).toArray(), THRESHOLD);
        CandidateList two = new CandidateList(2, 60);
        two.clear(2);
        beam.offerTo(two, new double[60], new double[4]);
        assertTrue(two.isFull() && two.norm(0) <= two.norm(1), "two vectors, the best one first");
    }
}
