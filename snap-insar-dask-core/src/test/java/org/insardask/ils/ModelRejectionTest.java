package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Arcs that obey the model are never rejected, neither for the width of the look nor for a small node limit; noise is, at little cost. */
class ModelRejectionTest {

    private static final double[] PRIOR = {0.3, 10.0, 20.0, 0.5, 2.0, 5.0, 5.0};
    private static final double METRES_TO_PHASE = -4.0 * Math.PI / 0.0555;
    private static final long MAX_NODES = 1_000_000L;
    private static final double EPS = 1.0e-6;

    /** Seeded arcs of the first k terms: offset, velocity, height, thermal, quadratic, seasonal. */
    private static final class Family {

        private final int n;
        private final int k;
        private final int days;
        private final double sigma;
        private final Random random = new Random(31L);
        private final double[] design;
        private final double[] prior;
        private final StructuredGains gains;

        Family(int n, int k, double sigma, double priorScale) {
            this(n, k, 12, sigma, priorScale);
        }

        Family(int n, int k, int days, double sigma, double priorScale) {
            this.n = n;
            this.k = k;
            this.days = days;
            this.sigma = sigma;
            this.design = new double[n * k];
            for (int i = 0; i < n; i++) {
                System.arraycopy(row(i), 0, design, i * k, k);
            }
            this.prior = Arrays.stream(PRIOR, 0, k).map(p -> p * priorScale).toArray();
            StructuredModel model = new StructuredModel(n, k);
            model.setDesign(design, prior);
            model.setSigma(sigma);
            this.gains = new StructuredGains(n, k);
            gains.compute(model, EpochOrder.bySmallestVariance(model), n);
            gains.computeSuccessRate();
        }

        private double[] row(int i) {
            double years = days * (double) (i - n / 2) / 365.25;
            double season = 2.0 * Math.PI * years;
            double[] row = {1000.0, years, 0.12 * random.nextGaussian(),
                10.0 * Math.sin(season) + 3.0 * random.nextGaussian(), years * years,
                Math.sin(season), Math.cos(season) - 1.0};
            double[] phase = Arrays.stream(row).map(x -> x * METRES_TO_PHASE / 1000.0).toArray();
            phase[0] = 1.0;
            return phase;
        }

        double[] arc() {
            double[] parameters = Arrays.stream(prior).map(p -> p * random.nextGaussian()).toArray();
            double[] phase = new double[n];
            for (int i = 0; i < n; i++) {
                double sum = sigma * random.nextGaussian();
                for (int c = 0; c < k; c++) {
                    sum += design[i * k + c] * parameters[c];
                }
                phase[i] = Math.IEEEremainder(sum, 2.0 * Math.PI);
            }
            return phase;
        }

        double[] noise() {
            return random.doubles(n, -Math.PI, Math.PI).toArray();
        }

        @Override
        public String toString() {
            return n + " epochs of " + days + " days, " + k + " parameters, sigma " + sigma;
        }
    }

    @Test
    void theWidthOfTheLookRejectsNoArcOfTheModel() {
        Family[] families = {new Family(100, 5, 35, 0.8, 3.0), new Family(60, 6, 35, 0.8, 4.0), new Family(60, 7, 35, 0.4, 4.0),
            new Family(60, 7, 12, 0.8, 4.0), new Family(100, 7, 12, 0.4, 4.0)};
        SearchOptions options = new SearchOptions(MAX_NODES, EPS, false, 100);
        for (Family family : families) {
            StructuredSearch search = new StructuredSearch(family.n, family.k, 1);
            int limited = 0;
            for (int trial = 0; trial < 200; trial++) {
                IlsStatus status = search.search(family.gains, family.arc(), 1, options);
                assertTrue(status.isSolved() || status == IlsStatus.NODE_LIMIT, family + " trial " + trial + ": " + status);
                limited += status == IlsStatus.NODE_LIMIT ? 1 : 0;
            }
            assertTrue(limited <= 2, family + ": " + limited + " of 200 ended by the node limit");
        }
    }

    @Test
    void aDoubtfulArcHasTheSolutionOfTheExactSearch() {
        Family family = new Family(60, 7, 35, 0.4, 4.0);
        StructuredSearch search = new StructuredSearch(family.n, family.k, 2);
        SearchOptions pruned = new SearchOptions(MAX_NODES, EPS, false, family.n);
        SearchOptions exact = new SearchOptions(MAX_NODES, 0.0, false, family.n);
        int compared = 0;
        for (int trial = 0; trial < 60; trial++) {
            double[] phase = family.arc();
            assertTrue(search.search(family.gains, phase, 1, pruned).isSolved(), "trial " + trial);
            double norm = search.norm(0);
            if (search.search(family.gains, phase, 1, exact) == IlsStatus.SOLVED) {
                assertEquals(search.norm(0), norm, 1.0e-9 * norm, "trial " + trial);
                compared++;
            }
        }
        assertTrue(compared >= 30, compared + " of 60 compared");
    }

    @Test
    void smallNodeLimitsRejectNoArcOfTheModel() {
        for (double sigma : new double[] {0.4, 0.8}) {
            Family family = new Family(60, 4, sigma, 1.0);
            for (int trial = 0; trial < 40; trial++) {
                double[] phase = family.arc();
                for (int wanted = 1; wanted <= 2; wanted++) {
                    checkSmallLimits(family, phase, wanted);
                }
            }
        }
    }

    private static void checkSmallLimits(Family family, double[] phase, int wanted) {
        StructuredSearch search = new StructuredSearch(family.n, family.k, wanted);
        assertTrue(search.search(family.gains, phase, wanted, new SearchOptions(MAX_NODES, EPS, false, family.n)).isSolved());
        double norm = search.norm(0);
        for (long limit : new long[] {1L, family.n, 2L * family.n, 500L}) {
            for (boolean prove : new boolean[] {false, true}) {
                IlsStatus status = search.search(family.gains, phase, wanted, new SearchOptions(limit, EPS, prove, family.n));
                String what = family + ", limit " + limit + ", " + wanted + " candidates, prove " + prove + ": " + status;
                assertTrue(status.isSolved() || status == IlsStatus.NODE_LIMIT, what);
                assertTrue(!status.isSolved() || Math.abs(search.norm(0) - norm) <= 1.0e-9 * norm, what + " with norm " + search.norm(0));
                assertTrue(search.candidates() > 0, what);
            }
        }
    }

    @Test
    void smallNodeLimitsOfPoorArcsMayBeHopeless() {
        for (int n : new int[] {20, 60}) {
            Family family = new Family(n, 4, 1.6, 1.0);
            StructuredSearch search = new StructuredSearch(n, 4, 2);
            for (int trial = 0; trial < 50; trial++) {
                double[] phase = family.arc();
                for (long limit : new long[] {1L, n, 2L * n, 500L}) {
                    IlsStatus status = search.search(family.gains, phase, 2, new SearchOptions(limit, EPS, false, 0.999, n));
                    assertTrue(status.isSolved() || status == IlsStatus.HOPELESS, family + ", limit " + limit + ": " + status);
                }
            }
        }
    }

    @Test
    void noiseIsRejectedAtLittleCost() {
        for (double sigma : new double[] {0.3, 0.8, 0.9}) {
            Family family = new Family(100, 4, sigma, 1.0);
            StructuredSearch search = new StructuredSearch(family.n, family.k, 1);
            SearchOptions options = new SearchOptions(MAX_NODES, EPS, false, family.n);
            long nodes = 0L;
            for (int trial = 0; trial < 100; trial++) {
                assertEquals(IlsStatus.MODEL_REJECTED, search.search(family.gains, family.noise(), 1, options), family.toString());
                nodes += search.nodes();
            }
            assertTrue(nodes < 100L * 2000, nodes + " nodes for 100 arcs, " + family);
        }
    }

    @Test
    void noiseThatTheLookCannotRejectIsDecidedByTheTree() {
        Family family = new Family(60, 6, 0.8, 4.0);
        StructuredSearch search = new StructuredSearch(family.n, family.k, 2);
        EnumSet<IlsStatus> seen = EnumSet.noneOf(IlsStatus.class);
        for (int trial = 0; trial < 20; trial++) {
            double[] phase = family.noise();
            seen.add(search.search(family.gains, phase, 2, new SearchOptions(MAX_NODES, EPS, false, family.n)));
            assertTrue(search.nodes() <= MAX_NODES, search.nodes() + " nodes");
            assertEquals(IlsStatus.NODE_LIMIT, search.search(family.gains, phase, 2, new SearchOptions(2500L, EPS, false, family.n)));
            assertEquals(2, search.candidates());
        }
        assertTrue(seen.contains(IlsStatus.MODEL_REJECTED), seen.toString());
    }

    @Test
    void phasesThatAreNotFiniteAreMisuse() {
        Family family = new Family(30, 4, 0.4, 1.0);
        StructuredSearch search = new StructuredSearch(family.n, family.k, 1);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] phase = family.arc();
            assertTrue(search.search(family.gains, phase, 1, SearchOptions.exact(family.n)).isSolved());
            phase[7] = bad;
            assertEquals("The phase of epoch 7 is " + bad + ", expected a finite number", assertThrows(IllegalArgumentException.class,
                    () -> search.search(family.gains, phase, 1, SearchOptions.exact(family.n))).getMessage());
            assertEquals(0, search.candidates(), "nothing of the arc before");
            assertEquals(0L, search.nodes(), "nothing of the arc before");
        }
    }
}
