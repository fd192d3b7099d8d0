package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact search of short integer vectors against all vectors of a cube. */
class CloseVectorTreeTest {

    private static final int MOST = 3;

    /** Keeps what it is given, up to a number of branches. */
    private static final class Keeper implements CloseVectorTree.Sink {

        private final Map<String, Double> sums = new HashMap<>();
        private final double limit;
        private final long mostBranches;
        private long branches;

        Keeper(double limit, long mostBranches) {
            this.limit = limit;
            this.mostBranches = mostBranches;
        }

        @Override
        public boolean counts(double sum, double changes) {
            return true;
        }

        @Override
        public double take(double[] vector, double sum, double changes) {
            assertEquals(Arrays.stream(vector).map(Math::abs).sum(), changes, "sum of absolute values");
            assertEquals(null, sums.put(Arrays.toString(vector), sum), "a vector was found twice");
            return limit;
        }

        @Override
        public boolean isTooLong(long number) {
            branches = number;
            return number > mostBranches;
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 2", "6, 4", "6, 5"})
    void findsAllVectorsBelowTheLimit(int n, int k) {
        Random random = new Random(10L * n + k);
        for (int trial = 0; trial < 10; trial++) {
            StructuredGains gains = gains(n, k, random);
            double limit = 1.5 / gains.noise()[0];
            Keeper keeper = new Keeper(limit, Long.MAX_VALUE);
            assertTrue(new CloseVectorTree(gains, limit, keeper).search(), "the search did not end");
            Map<String, Double> expected = new HashMap<>();
            collect(gains, new double[n], 0, limit, expected);
            // a vector with larger integers than those of the cube would not be among the expected ones
            keeper.sums.keySet().removeIf(v -> v.matches(".*([4-9]|\\d\\d)[.].*"));
            assertTrue(expected.keySet().equals(keeper.sums.keySet()), keeper.sums.size() + " vectors of trial " + trial + ", expected "
                    + expected.size());
            expected.forEach((vector, sum) -> assertEquals(sum, keeper.sums.get(vector), 1.0e-9 * sum, vector));
        }
    }

    @Test
    void endsAfterTooManyBranches() {
        StructuredGains gains = gains(6, 4, new Random(1));
        Keeper keeper = new Keeper(40.0 / gains.noise()[0], 1000L);
        assertFalse(new CloseVectorTree(gains, 40.0 / gains.noise()[0], keeper).search());
        assertTrue(keeper.branches > 1000L && keeper.branches < 2000L, keeper.branches + " branches");
    }

    @Test
    void priorsThatSayNothingHaveNoListAndNeedNoMemory() {
        int n = 100;
        double[] design = new Random(2).doubles(4L * n, -1.0, 1.0).toArray();
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        double[] prior = {1.0e9, 1.0e9, 1.0e9, 1.0e9};
        CloseVectors list = new CloseVectorPlan(design, prior, order, 1.0e-6).list(0.01);
        assertEquals(0, list.count());
        assertEquals(0.0, list.radius(1.0));
    }

    @Test
    void expectedBranchesAreAboutThoseOfASearch() {
        SeededArcs arcs = new SeededArcs(60, new Random(60));
        StructuredGains gains = arcs.gains(1.0, 0.3);
        double limit = 2.2 / gains.noise()[0];
        Keeper keeper = new Keeper(limit, Long.MAX_VALUE);
        new CloseVectorTree(gains, limit, keeper).search();
        double ratio = keeper.branches / CloseVectorTree.expectedBranches(gains, limit);
        assertTrue(ratio > 0.3 && ratio < 3.0, keeper.branches + " branches, " + ratio + " times those expected");
    }

    private static StructuredGains gains(int n, int k, Random random) {
        StructuredModel model = new StructuredModel(n, k);
        double[] design = new double[n * k];
        for (int i = 0; i < design.length; i++) {
            design[i] = 4.0 * random.nextGaussian();
        }
        double[] prior = new double[k];
        Arrays.fill(prior, 1.0);
        model.setDesign(design, prior);
        model.setSigma(1.0 + random.nextDouble());
        StructuredGains gains = new StructuredGains(n, k);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        gains.compute(model, order, n);
        return gains;
    }

    /** All vectors of the cube whose first integer that is not 0 is positive. */
    private static void collect(StructuredGains gains, double[] vector, int t, double limit, Map<String, Double> target) {
        if (t == vector.length) {
            double sum = sum(gains, vector);
            if (sum < limit && Arrays.stream(vector).filter(z -> z != 0.0).findFirst().orElse(0.0) > 0.0) {
                target.put(Arrays.toString(vector), sum);
            }
            return;
        }
        for (int z = -MOST; z <= MOST; z++) {
            vector[t] = z;
            collect(gains, vector, t + 1, limit, target);
        }
        vector[t] = 0.0;
    }

    private static double sum(StructuredGains gains, double[] vector) {
        int stride = StructuredGains.strideOf(gains.parameters());
        double[] state = new double[stride];
        double sum = 0.0;
        for (int t = 0; t < vector.length; t++) {
            double v = vector[t];
            for (int c = 0; c < stride; c++) {
                v -= gains.rows()[t * stride + c] * state[c];
            }
            sum += v * v * gains.weights()[t];
            for (int c = 0; c < stride; c++) {
                state[c] += gains.gains()[t * stride + c] * v;
            }
        }
        return sum;
    }
}
