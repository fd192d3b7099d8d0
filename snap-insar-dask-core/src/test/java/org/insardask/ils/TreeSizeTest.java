package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The size of trees, and the likely parts of norms. */
class TreeSizeTest {

    private final Random random = new Random(9L);

    private double[] noise(int n) {
        return random.doubles(n, -0.5, 0.5).toArray();
    }

    @ParameterizedTest
    @CsvSource({"12, 1.2, 20", "30, 1.0, 60", "60, 1.0, 90"})
    void branchesOfNoiseAreAsManyAsExpected(int n, double sigma, double bound) {
        StructuredGains gains = new SeededArcs(n, random).gains(1.0, sigma);
        BlockSearch blocks = new BlockSearch(n);
        CandidateList candidates = new CandidateList(1, n);
        double[] other = new double[n];
        Arrays.fill(other, 99.0);
        double[] all = new double[n + 1];
        Arrays.fill(all, 1.0);
        double nodes = 0.0;
        int arcs = 20;
        int improved = 0;
        for (int arc = 0; arc < arcs; arc++) {
            candidates.clear(1);
            candidates.offer(bound, other, 0, n);
            assertTrue(blocks.improve(gains, noise(n), candidates, all, new double[n + 1], Long.MAX_VALUE), "end of the search");
            improved += candidates.norm(0) < bound ? 1 : 0;
            nodes += blocks.nodes();
        }
        // a block counts branches as parents and as children
        double branches = 0.5 * nodes / arcs;
        double expected = TreeSize.branches(gains, bound);
        assertTrue(improved < arcs / 2, "the bound is below the norms of most arcs");
        assertTrue(branches > 0.75 * expected && branches < 1.6 * expected, branches + " branches, expected " + expected);
    }

    @Test
    void oneEpochHasTheIntegersWithinTheBound() {
        StructuredGains gains = new SeededArcs(5, random).gains(1.0, 1.0);
        StructuredGains one = new StructuredGains(5, 4);
        StructuredModel model = new StructuredModel(5, 4);
        model.setDesign(new double[20], new double[] {1.0, 1.0, 1.0, 1.0});
        model.setSigma(2.0 * Math.PI);
        one.compute(model, new int[] {0}, 1);
        assertEquals(6.0, TreeSize.branches(one, 9.0), 1.0e-12, "integers between -3 and 3");
        assertTrue(TreeSize.branches(gains, 40.0) > TreeSize.branches(gains, 20.0), "a larger bound has more branches");
    }

    @ParameterizedTest
    @CsvSource({"8", "30", "60", "173"})
    void partsAreLargerWithTheProbabilityAsked(int n) {
        double[] parts = new double[n + 1];
        TreeSize.fillLikelyParts(0.01, n, parts);
        int[] larger = new int[n + 1];
        int draws = 20_000;
        for (int draw = 0; draw < draws; draw++) {
            double[] squares = random.doubles(n).map(x -> random.nextGaussian()).map(x -> x * x).toArray();
            double norm = Arrays.stream(squares).sum();
            double sum = 0.0;
            for (int t = 1; t <= n; t++) {
                sum += squares[t - 1];
                larger[t] += sum > parts[t] * norm ? 1 : 0;
            }
        }
        for (int t = 2; t < n; t++) {
            double rate = (double) larger[t] / draws;
            // close to the end the approximation is too careful
            assertTrue((rate > 0.004 || t > n - 4) && rate < 0.016, "part after " + t + " epochs is exceeded by " + rate);
        }
        assertEquals(1.0, parts[n], "all of the norm");
    }

    @Test
    void proofThatWouldNotEndIsNotBegun() {
        int n = 60;
        SeededArcs arcs = new SeededArcs(n, random);
        StructuredGains gains = arcs.gains(1.0, 1.0);
        StructuredSearch search = new StructuredSearch(n, 4, 2);
        SearchOptions options = new SearchOptions(200_000L, 1.0e-6, true, n);
        StructuredSearch pruned = new StructuredSearch(n, 4, 2);
        SearchOptions prunedOptions = new SearchOptions(200_000L, 1.0e-6, false, n);
        int open = 0;
        int quick = 0;
        for (int arc = 0; arc < 60; arc++) {
            double[] phases = arcs.phases(1.4);
            IlsStatus status = search.search(gains, phases, 2, options);
            if (status == IlsStatus.NOT_PROVEN) {
                open++;
                assertEquals(IlsStatus.NOT_PROVEN, pruned.search(gains, phases, 2, prunedOptions), "status without proof");
                assertTrue(search.norm(0) <= pruned.norm(0), "the likely branches have no worse vector");
                quick += search.nodes() < 150_000L ? 1 : 0;
            }
        }
        assertTrue(open > 0, "there is no arc whose proof would take long");
        assertTrue(quick > 0, "no arc of " + open + " ends before its nodes are used up");
    }
}
