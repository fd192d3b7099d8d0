package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Arcs that cannot be solved end early and say so; arcs that can are not affected. */
class HopelessArcTest {

    private static final int N = 100;
    private static final double[] PRIOR = {0.3, 10.0, 20.0, 0.5};
    private static final SearchOptions OPTIONS = new SearchOptions(1_000_000L, 1.0e-6, false, 0.5, N);

    private final Random random = new Random(17L);
    private final double[] design = design();
    private final StructuredModel model = new StructuredModel(N, 4);
    private final StructuredGains gains = new StructuredGains(N, 4);
    private final StructuredSearch search = new StructuredSearch(N, 4, 2);

    private double[] design() {
        double[] b = new double[N * 4];
        double metresToPhase = -4.0 * Math.PI / 0.0555;
        for (int i = 0; i < N; i++) {
            double years = 12.0 * (i - N / 2) / 365.25;
            b[i * 4] = 1.0;
            b[i * 4 + 1] = metresToPhase * years / 1000.0;
            b[i * 4 + 2] = metresToPhase * 1.2e-4 * random.nextGaussian();
            b[i * 4 + 3] = metresToPhase * (10.0 * Math.sin(2.0 * Math.PI * years) + 3.0 * random.nextGaussian()) / 1000.0;
        }
        return b;
    }

    private void prepare(double sigma) {
        model.setDesign(design, PRIOR);
        model.setSigma(sigma);
        gains.compute(model, EpochOrder.bySmallestVariance(model), N);
        gains.computeSuccessRate();
    }

    private double[] noise() {
        return random.doubles(N, -Math.PI, Math.PI).toArray();
    }

    private double[] arc(double sigma) {
        double[] b = new double[4];
        for (int c = 0; c < 4; c++) {
            b[c] = PRIOR[c] * random.nextGaussian();
        }
        double[] phase = new double[N];
        for (int i = 0; i < N; i++) {
            double sum = sigma * random.nextGaussian();
            for (int c = 0; c < 4; c++) {
                sum += design[i * 4 + c] * b[c];
            }
            phase[i] = Math.IEEEremainder(sum, 2.0 * Math.PI);
        }
        return phase;
    }

    @Test
    void noiseContradictsTheModelWhereSigmaIsModerate() {
        for (double sigma : new double[] {0.3, 0.5, 0.7, 0.9}) {
            prepare(sigma);
            long nodes = 0L;
            for (int trial = 0; trial < 200; trial++) {
                assertEquals(IlsStatus.MODEL_REJECTED, search.search(gains, noise(), 2, OPTIONS), "sigma " + sigma);
                assertEquals(2, search.candidates(), "a look has a result all the same");
                assertTrue(search.norm(0) <= search.norm(1), "candidates are sorted");
                nodes += search.nodes();
            }
            assertTrue(nodes < 200L * 10 * N, nodes + " nodes for 200 arcs of sigma " + sigma);
        }
    }

    @Test
    void lowSuccessRatesAreHopeless() {
        for (double sigma : new double[] {1.2, 1.5, 1.8}) {
            prepare(sigma);
            assertTrue(gains.successRate() < 0.5, "success rate " + gains.successRate());
            for (int trial = 0; trial < 100; trial++) {
                assertEquals(IlsStatus.HOPELESS, search.search(gains, trial % 2 == 0 ? noise() : arc(sigma), 1, OPTIONS));
                assertEquals(1, search.candidates());
                assertTrue(search.nodes() <= 4L * N, search.nodes() + " nodes");
            }
        }
    }

    @Test
    void shortSeriesAreSearchedAllTheSame() {
        for (int n : new int[] {8, 10, 15}) {
            StructuredModel shorter = new StructuredModel(n, 4);
            shorter.setDesign(Arrays.copyOf(design, n * 4), PRIOR);
            shorter.setSigma(1.8);
            StructuredGains shortGains = new StructuredGains(n, 4);
            shortGains.compute(shorter, EpochOrder.bySmallestVariance(shorter), n);
            assertTrue(shortGains.computeSuccessRate() < 0.5, "success rate " + shortGains.successRate());
            SearchOptions proving = new SearchOptions(1_000_000L, 1.0e-6, true, 0.5, N);
            int proven = 0;
            for (int trial = 0; trial < 100; trial++) {
                double[] phase = Arrays.copyOf(trial % 2 == 0 ? noise() : arc(1.8), n);
                IlsStatus status = search.search(shortGains, phase, 2, proving);
                assertTrue(status.isSolved(), n + " epochs: " + status);
                assertTrue(search.nodes() <= 1500L, search.nodes() + " nodes");
                proven += status == IlsStatus.SOLVED ? 1 : 0;
                double norm = search.norm(0);
                search.search(shortGains, phase, 2, SearchOptions.exact(N));
                assertEquals(search.norm(0), norm, 1.0e-9 * norm);
            }
            assertTrue(proven >= 50, n + " epochs: " + proven + " of 100 proven");
        }
    }

    @Test
    void aSearchThatFewNodesDoNotEndIsHopeless() {
        int n = 23;
        StructuredModel shorter = new StructuredModel(n, 4);
        shorter.setDesign(Arrays.copyOf(design, n * 4), PRIOR);
        shorter.setSigma(1.8);
        StructuredGains shortGains = new StructuredGains(n, 4);
        shortGains.compute(shorter, EpochOrder.bySmallestVariance(shorter), n);
        int hopeless = 0;
        for (int trial = 0; trial < 200; trial++) {
            IlsStatus status = search.search(shortGains, Arrays.copyOf(noise(), n), 1, OPTIONS);
            assertTrue(search.nodes() <= 1500L, search.nodes() + " nodes");
            assertTrue(status.isSolved() || status == IlsStatus.HOPELESS, "status " + status);
            assertEquals(status == IlsStatus.HOPELESS, search.nodes() == 1500L, status + " after " + search.nodes() + " nodes");
            hopeless += status == IlsStatus.HOPELESS ? 1 : 0;
        }
        assertTrue(hopeless > 0 && hopeless < 200, hopeless + " of 200 hopeless");
    }

    @Test
    void theRateIsComputedWhereTheGainsDoNotHaveIt() {
        prepare(1.5);
        gains.compute(model, EpochOrder.bySmallestVariance(model), N);
        assertEquals(IlsStatus.HOPELESS, search.search(gains, noise(), 1, OPTIONS));
    }

    @Test
    void arcsOfTheModelAreNotLost() {
        double[] expected = new double[N];
        double[] actual = new double[N];
        SearchOptions exact = new SearchOptions(400_000L, 0.0, false, N);
        for (double sigma : new double[] {0.3, 0.5, 0.7, 0.8}) {
            prepare(sigma);
            for (int trial = 0; trial < 100; trial++) {
                double[] phase = arc(sigma);
                assertTrue(search.search(gains, phase, 1, OPTIONS).isSolved(), "sigma " + sigma);
                search.copyAmbiguities(0, actual);
                double norm = search.norm(0);
                if (search.search(gains, phase, 1, exact) == IlsStatus.SOLVED) {
                    search.copyAmbiguities(0, expected);
                    assertEquals(search.norm(0), norm, 1.0e-9 * norm);
                    for (int i = 0; i < N; i++) {
                        assertEquals(expected[i], actual[i]);
                    }
                }
            }
        }
    }

    @Test
    void pruningIsTold() {
        prepare(0.7);
        int proven = 0;
        long pruned = 0L;
        long all = 0L;
        for (int trial = 0; trial < 20; trial++) {
            double[] phase = arc(0.7);
            assertEquals(IlsStatus.NOT_PROVEN, search.search(gains, phase, 1, OPTIONS));
            pruned += search.nodes();
            proven += search.search(gains, phase, 1, new SearchOptions(1_000_000L, 1.0e-6, true, 0.5, N)) == IlsStatus.SOLVED ? 1 : 0;
            all += search.nodes();
        }
        assertTrue(pruned < all / 4, pruned + " nodes with pruning, " + all + " with proof");
        assertTrue(proven >= 18, proven + " of 20 proven");
    }

    @Test
    void sigmaMayBeHalfOfWhatItIs() {
        prepare(0.3);
        int solved = 0;
        for (int trial = 0; trial < 200; trial++) {
            solved += search.search(gains, arc(0.55), 1, OPTIONS).isSolved() ? 1 : 0;
        }
        assertTrue(solved >= 198, solved + " of 200 solved");
    }

    @Test
    void theExactSearchDoesNotGiveUp() {
        SearchOptions exact = new SearchOptions(5000L, 0.0, false, 0.9, N);
        for (double sigma : new double[] {0.4, 1.5}) {
            prepare(sigma);
            IlsStatus status = search.search(gains, noise(), 1, exact);
            assertNotEquals(IlsStatus.HOPELESS, status);
            assertNotEquals(IlsStatus.MODEL_REJECTED, status);
        }
    }

    @Test
    void theSecondCandidateIsThatOfTheExactSearch() {
        for (double sigma : new double[] {0.3, 0.4, 0.6}) {
            prepare(sigma);
            SearchOptions exact = new SearchOptions(2_000_000L, 0.0, false, N);
            for (int trial = 0; trial < 50; trial++) {
                double[] phase = arc(sigma);
                assertTrue(search.search(gains, phase, 2, OPTIONS).isSolved());
                double second = search.norm(1);
                if (search.search(gains, phase, 2, exact) == IlsStatus.SOLVED) {
                    assertEquals(search.norm(1), second, 1.0e-9 * second, "sigma " + sigma + " trial " + trial);
                }
            }
        }
    }
}
