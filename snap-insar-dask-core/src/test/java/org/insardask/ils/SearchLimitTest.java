package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Node limits, pruning, acceptance and misuse. */
class SearchLimitTest {

    private static final int N = 40;

    private static StructuredModel noisyModel() {
        StructuredModel model = new StructuredModel(N, 2);
        double[] design = new Random(5L).doubles(2L * N, -3.0, 3.0).toArray();
        model.setDesign(design, new double[] {1.0, 1.0});
        model.setSigma(1.6);
        return model;
    }

    private static double[] uniformPhases() {
        return new Random(6L).doubles(N, -Math.PI, Math.PI).toArray();
    }

    private static int[] order() {
        return EpochOrder.bySmallestVariance(noisyModel());
    }

    @Test
    void structuredSearchTellsTheNodeLimit() {
        StructuredGains gains = new StructuredGains(N, 2);
        gains.compute(noisyModel(), order(), N);
        StructuredSearch search = new StructuredSearch(N, 2, 1);
        SearchOptions options = new SearchOptions(1000L, 0.0, false, N);
        assertEquals(IlsStatus.NODE_LIMIT, search.search(gains, uniformPhases(), 1, options));
        assertEquals(1000L, search.nodes());
        assertEquals(1, search.candidates());
        assertFalse(IlsStatus.NODE_LIMIT.isSolved());
    }

    @Test
    void classicalSearchTellsTheNodeLimit() {
        double[] q = new double[N * N];
        noisyModel().covariance(order(), N, q);
        AmbiguitySolution solution = new AmbiguitySolution(N, 1);
        IntegerLeastSquares estimator = new IntegerLeastSquares(N, 1, 1000L);
        assertEquals(IlsStatus.NODE_LIMIT, estimator.estimate(Decorrelation.of(q, N), uniformPhases(), solution));
        assertEquals(1000L, solution.nodes());
        assertEquals(1, solution.candidates());
    }

    @Test
    void pruningGivesTheSameSolution() {
        StructuredModel model = noisyModel();
        model.setSigma(1.0);
        StructuredGains gains = new StructuredGains(N, 2);
        gains.compute(model, order(), N);
        Random random = new Random(9L);
        double[] phases = new double[N];
        for (int i = 0; i < N; i++) {
            phases[i] = Math.IEEEremainder(random.nextGaussian(), 2.0 * Math.PI);
        }
        StructuredSearch search = new StructuredSearch(N, 2, 1);
        assertEquals(IlsStatus.SOLVED, search.search(gains, phases, 1, SearchOptions.exact(N)));
        double norm = search.norm(0);
        long exactNodes = search.nodes();
        assertTrue(search.search(gains, phases, 1, new SearchOptions(Long.MAX_VALUE, 1.0e-6, false, N)).isSolved());
        assertEquals(norm, search.norm(0));
        assertTrue(search.nodes() <= exactNodes, search.nodes() + " nodes with pruning, " + exactNodes + " without");
        assertEquals(IlsStatus.SOLVED, search.search(gains, phases, 1, new SearchOptions(Long.MAX_VALUE, 1.0e-6, true, N)));
        assertEquals(norm, search.norm(0));
    }

    @Test
    void aLookThatUsedUpItsNodesDecidesNothing() {
        StructuredGains gains = new StructuredGains(N, 2);
        StructuredModel model = noisyModel();
        model.setSigma(1.3);
        gains.compute(model, order(), N);
        StructuredSearch search = new StructuredSearch(N, 2, 1);
        Random random = new Random(10L);
        int limited = 0;
        for (int trial = 0; trial < 50; trial++) {
            double[] phases = new double[N];
            for (int i = 0; i < N; i++) {
                phases[i] = Math.IEEEremainder(1.3 * random.nextGaussian(), 2.0 * Math.PI);
            }
            search.search(gains, phases, 1, new SearchOptions(Long.MAX_VALUE, 1.0e-6, false, N));
            double norm = search.norm(0);
            IlsStatus status = search.search(gains, phases, 1, new SearchOptions(300L, 1.0e-6, false, N));
            if (status.isSolved()) {
                assertEquals(norm, search.norm(0), 1.0e-9 * norm, "trial " + trial);
            } else {
                assertEquals(IlsStatus.NODE_LIMIT, status);
                limited++;
            }
        }
        assertTrue(limited > 0 && limited < 50, limited + " of 50 ended by the limit");
    }

    @Test
    void ratioTestRejectsCloseCandidates() {
        double[] q = {0.04};
        AmbiguitySolution solution = new AmbiguitySolution(1, 2);
        RatioTest test = new RatioTest(1, 0.5, Long.MAX_VALUE);
        assertEquals(IlsStatus.SOLVED, test.estimate(Decorrelation.of(q, 1), new double[] {3.1}, solution));
        assertEquals(3.0, solution.value(0, 0));
        assertEquals(IlsStatus.REJECTED, test.estimate(Decorrelation.of(q, 1), new double[] {3.45}, solution));
    }

    @Test
    void noiseMustBePositive() {
        StructuredModel model = noisyModel();
        model.setSigma(3, 0.0);
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, new StructuredGains(N, 2).compute(model, order(), N));
        model.setSigma(3, Double.NaN);
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, new StructuredGains(N, 2).compute(model, order(), N));
    }

    @Test
    void misuseIsNamed() {
        assertEquals("The node limit is 0, expected 1 or more",
                assertThrows(IllegalArgumentException.class, () -> new SearchOptions(0L, 0.0, false, 3)).getMessage());
        assertEquals("The threshold of the ratio test is 0.0, expected above 0 and at most 1",
                assertThrows(IllegalArgumentException.class, () -> new RatioTest(1, 0.0, 1L)).getMessage());
        assertEquals("The minimum success rate is 1.0, expected between 0 and 1",
                assertThrows(IllegalArgumentException.class, () -> new PartialAmbiguityResolution(1, 1, 1.0, 1L)).getMessage());
        assertEquals("The number of candidates is 3, expected 1 to 2", assertThrows(IllegalArgumentException.class, () -> {
            StructuredGains gains = new StructuredGains(N, 2);
            gains.compute(noisyModel(), order(), N);
            new StructuredSearch(N, 2, 2).search(gains, uniformPhases(), 3, SearchOptions.exact(N));
        }).getMessage());
    }
}
