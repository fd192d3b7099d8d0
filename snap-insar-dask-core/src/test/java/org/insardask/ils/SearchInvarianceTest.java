package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole cycles in the phases and the order of the epochs change nothing, with pruning and two candidates too. */
class SearchInvarianceTest {

    private static final int ARCS = 60;
    private static final double TWO_PI = 2.0 * Math.PI;
    private static final double[] PRIOR = {0.3, 10.0, 20.0, 0.5};
    private static final double[] SIGMAS = {0.3, 0.5, 0.8};
    private static final SearchOptions PRUNED = new SearchOptions(1_000_000L, 1.0e-6, true, 0.5, 40);

    private final Random random = new Random(23L);

    /** A search, and its result by epoch of its own model. */
    private static final class Run {

        private final StructuredGains gains;
        private final StructuredSearch search;
        private final double[] best;
        private IlsStatus status;

        Run(double[] design, double sigma, int[] order) {
            int n = design.length / 4;
            StructuredModel model = new StructuredModel(n, 4);
            model.setDesign(design, PRIOR);
            model.setSigma(sigma);
            gains = new StructuredGains(n, 4);
            gains.compute(model, order == null ? EpochOrder.bySmallestVariance(model) : order, n);
            gains.computeSuccessRate();
            search = new StructuredSearch(n, 4, 2);
            best = new double[n];
        }

        void solve(double[] phase) {
            status = search.search(gains, phase, 2, PRUNED);
            search.copyAmbiguities(0, best);
        }
    }

    private double[] design(int n) {
        double[] b = new double[n * 4];
        double metresToPhase = -4.0 * Math.PI / 0.0555;
        for (int i = 0; i < n; i++) {
            double years = 12.0 * (i - n / 2) / 365.25;
            b[i * 4] = 1.0;
            b[i * 4 + 1] = metresToPhase * years / 1000.0;
            b[i * 4 + 2] = metresToPhase * 1.2e-4 * random.nextGaussian();
            b[i * 4 + 3] = metresToPhase * (10.0 * Math.sin(TWO_PI * years) + 3.0 * random.nextGaussian()) / 1000.0;
        }
        return b;
    }

    private double[] arc(double[] design, double sigma) {
        double[] b = new double[4];
        for (int c = 0; c < 4; c++) {
            b[c] = PRIOR[c] * random.nextGaussian();
        }
        double[] phase = new double[design.length / 4];
        for (int i = 0; i < phase.length; i++) {
            double sum = sigma * random.nextGaussian();
            for (int c = 0; c < 4; c++) {
                sum += design[i * 4 + c] * b[c];
            }
            phase[i] = Math.IEEEremainder(sum, TWO_PI);
        }
        return phase;
    }

    private int[] shuffled(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static void assertSameNorms(Run expected, Run actual) {
        for (int candidate = 0; candidate < 2; candidate++) {
            double norm = expected.search.norm(candidate);
            assertEquals(norm, actual.search.norm(candidate), 1.0e-9 * norm, "norm of candidate " + candidate);
        }
    }

    @Test
    void wholeCyclesChangeNothing() {
        for (int n : new int[] {12, 40}) {
            double[] design = design(n);
            for (double sigma : SIGMAS) {
                Run plain = new Run(design, sigma, null);
                Run moved = new Run(design, sigma, null);
                int solved = 0;
                for (int trial = 0; trial < ARCS; trial++) {
                    double[] phase = arc(design, sigma);
                    double[] cycles = random.ints(n, -9, 10).asDoubleStream().toArray();
                    double[] movedPhase = phase.clone();
                    for (int i = 0; i < n; i++) {
                        movedPhase[i] += TWO_PI * cycles[i];
                    }
                    plain.solve(phase);
                    moved.solve(movedPhase);
                    assertEquals(plain.status, moved.status);
                    if (plain.status == IlsStatus.SOLVED) {
                        solved++;
                        for (int i = 0; i < n; i++) {
                            assertEquals(plain.best[i], moved.best[i] + cycles[i], "epoch " + i);
                        }
                        assertSameNorms(plain, moved);
                    }
                }
                assertTrue(solved > ARCS / 2, solved + " of " + ARCS + " solved");
            }
        }
    }

    @Test
    void permutedEpochsChangeNothing() {
        for (int n : new int[] {12, 40}) {
            double[] design = design(n);
            int[] order = shuffled(n);
            double[] permuted = new double[4 * n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(design, 4 * order[i], permuted, 4 * i, 4);
            }
            for (double sigma : SIGMAS) {
                Run plain = new Run(design, sigma, null);
                Run other = new Run(permuted, sigma, null);
                int solved = 0;
                for (int trial = 0; trial < ARCS; trial++) {
                    double[] phase = arc(design, sigma);
                    double[] permutedPhase = new double[n];
                    plain.solve(phase);
                    double[] expected = new double[n];
                    for (int i = 0; i < n; i++) {
                        permutedPhase[i] = phase[order[i]];
                        expected[i] = plain.best[order[i]];
                    }
                    other.solve(permutedPhase);
                    if (plain.status == IlsStatus.SOLVED && other.status == IlsStatus.SOLVED) {
                        solved++;
                        assertArrayEquals(expected, other.best);
                        assertSameNorms(plain, other);
                    }
                }
                assertTrue(solved > ARCS / 2, solved + " of " + ARCS + " solved");
            }
        }
    }

    /** The order of the epochs inside the search decides its length and its success rate, not its result. */
    @Test
    void anyOrderOfTheSearchHasTheSameResult() {
        int n = 12;
        double[] design = design(n);
        for (double sigma : SIGMAS) {
            Run plain = new Run(design, sigma, null);
            Run other = new Run(design, sigma, shuffled(n));
            int solved = 0;
            for (int trial = 0; trial < ARCS; trial++) {
                double[] phase = arc(design, sigma);
                plain.solve(phase);
                other.solve(phase);
                if (plain.status == IlsStatus.SOLVED && other.status == IlsStatus.SOLVED) {
                    solved++;
                    assertArrayEquals(plain.best, other.best);
                    assertSameNorms(plain, other);
                }
            }
            assertTrue(solved > ARCS / 2, solved + " of " + ARCS + " solved");
        }
    }
}
