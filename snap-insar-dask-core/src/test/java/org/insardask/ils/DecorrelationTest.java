package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecorrelationTest {

    /** D + B B^T with n epochs and 4 parameters of very different size. */
    private static double[] arcCovariance(Random random, int n, double noise, double scale) {
        double[] b = new double[n * 4];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 4; c++) {
                b[i * 4 + c] = scale * Math.pow(10.0, -c) * random.nextGaussian();
            }
        }
        double[] q = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = i == j ? noise * noise : 0.0;
                for (int c = 0; c < 4; c++) {
                    sum += b[i * 4 + c] * b[j * 4 + c];
                }
                q[i * n + j] = sum;
            }
        }
        return q;
    }

    private static void assertUnimodular(Decorrelation decorrelation) {
        int n = decorrelation.size();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                long sum = 0L;
                for (int row = 0; row < n; row++) {
                    sum = Math.addExact(sum, Math.multiplyExact(decorrelation.z(row, i), decorrelation.inverseTransposed(row, j)));
                }
                assertEquals(i == j ? 1L : 0L, sum, "Z^T times its inverse at " + i + " " + j);
            }
        }
    }

    private static void assertFactorsTheTransformedMatrix(Decorrelation decorrelation, double[] q, double tolerance) {
        int n = decorrelation.size();
        for (int i = n - 1; i >= 0; i--) {
            double expected = 0.0;
            double scale = 0.0;
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    double term = decorrelation.z(r, i) * q[r * n + c] * decorrelation.z(c, i);
                    expected += term;
                    scale += Math.abs(term);
                }
            }
            double actual = 0.0;
            for (int row = i; row < n; row++) {
                actual += decorrelation.l(row, i) * decorrelation.l(row, i) * decorrelation.d(row);
            }
            assertEquals(expected, actual, tolerance * scale, "variance of decorrelated component " + i);
        }
    }

    private static void assertReduced(Decorrelation decorrelation) {
        int n = decorrelation.size();
        for (int i = 0; i < n; i++) {
            for (int row = i + 1; row < n; row++) {
                assertTrue(Math.abs(decorrelation.l(row, i)) <= 0.5 + 1.0e-6, "L " + row + " " + i + " is " + decorrelation.l(row, i));
            }
        }
    }

    @Test
    void threeHundredEpochs() {
        double[] q = arcCovariance(new Random(1L), 300, 0.06, 1.0);
        Decorrelation decorrelation = Decorrelation.of(q, 300);
        assertEquals(IlsStatus.SOLVED, decorrelation.status());
        assertUnimodular(decorrelation);
        assertReduced(decorrelation);
        assertFactorsTheTransformedMatrix(decorrelation, q, 1.0e-12);
        assertTrue(decorrelation.successRate() > 0.0);
    }

    @Test
    void illConditionedMatrix() {
        double[] q = arcCovariance(new Random(2L), 60, 1.0e-4, 100.0);
        Decorrelation decorrelation = Decorrelation.of(q, 60);
        assertEquals(IlsStatus.SOLVED, decorrelation.status());
        assertUnimodular(decorrelation);
        assertReduced(decorrelation);
        assertFactorsTheTransformedMatrix(decorrelation, q, 1.0e-12);
    }

    /** Float values next to integers, with errors of a covariance that is diagonal plus rank 4 as above. */
    private static double[] floats(Random random, double[] q, int n) {
        double[] l = new double[n * n];
        double[] d = new double[n];
        assertEquals(IlsStatus.SOLVED, LtdlFactorization.factor(q, n, l, d));
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextInt(2001) - 1000;
        }
        for (int row = 0; row < n; row++) {
            double error = Math.sqrt(d[row]) * random.nextGaussian();
            for (int i = 0; i <= row; i++) {
                values[i] += l[i * n + row] * error;
            }
        }
        return values;
    }

    private static void assertBothReductionsGiveTheSame(Random random, double[] q, int n, int wanted, double tolerance) {
        Decorrelation forSearch = new Decorrelation(n);
        assertEquals(IlsStatus.SOLVED, forSearch.computeForSearch(q, n));
        assertUnimodular(forSearch);
        assertFactorsTheTransformedMatrix(forSearch, q, 1.0e-10);
        Decorrelation decorrelation = Decorrelation.of(q, n);
        IntegerLeastSquares leastSquares = new IntegerLeastSquares(n, wanted, 5_000_000L);
        AmbiguitySolution expected = new AmbiguitySolution(n, 2);
        AmbiguitySolution actual = new AmbiguitySolution(n, 2);
        for (int trial = 0; trial < 3; trial++) {
            double[] aHat = floats(random, q, n);
            assertEquals(IlsStatus.SOLVED, leastSquares.estimate(decorrelation, aHat, expected));
            assertEquals(IlsStatus.SOLVED, leastSquares.estimate(forSearch, aHat, actual));
            for (int candidate = 0; candidate < wanted; candidate++) {
                assertEquals(expected.norm(candidate), actual.norm(candidate), tolerance * expected.norm(candidate));
                for (int i = 0; i < n; i++) {
                    assertEquals(expected.value(candidate, i), actual.value(candidate, i), "ambiguity " + i);
                }
            }
        }
    }

    @Test
    void reductionForTheSearchGivesTheSameSolutions() {
        Random random = new Random(4L);
        for (int n : new int[] {1, 2, 5, 17, 60}) {
            assertBothReductionsGiveTheSame(random, arcCovariance(random, n, 0.06, 1.0), n, 2, 1.0e-9);
        }
        assertBothReductionsGiveTheSame(random, arcCovariance(random, 300, 0.04, 1.0), 300, 2, 1.0e-9);
        // a condition number of 1e12 leaves four digits of a norm
        assertBothReductionsGiveTheSame(random, arcCovariance(random, 60, 1.0e-4, 100.0), 60, 1, 1.0e-3);
        assertBothReductionsGiveTheSame(random, arcCovariance(random, 300, 1.0e-3, 100.0), 300, 1, 1.0e-3);
    }

    @Test
    void reductionForTheSearchNeedsNoOrderOfTheComponents() {
        int n = 80;
        double[] q = arcCovariance(new Random(5L), n, 0.05, 1.0);
        Decorrelation forSearch = new Decorrelation(n);
        forSearch.computeForSearch(q, n);
        Decorrelation decorrelation = Decorrelation.of(q, n);
        double product = 0.0;
        for (int i = 0; i < n; i++) {
            product += Math.log(forSearch.d(i) / decorrelation.d(i));
        }
        assertEquals(0.0, product, 1.0e-8, "the determinant stays");
        assertEquals(decorrelation.successRate(), forSearch.successRate(), 0.05, "nearly as well reduced");
    }

    @Test
    void overflowOfTheSearchIsReported() {
        double[] q = {1.0e40, 1.0e20, 1.0e20, 1.0 + 1.0e-10};
        Decorrelation forSearch = new Decorrelation(2);
        IlsStatus computed = forSearch.computeForSearch(q, 2);
        AmbiguitySolution solution = new AmbiguitySolution(2, 1);
        IlsStatus estimated = new IntegerLeastSquares(2, 1, 1000L).estimate(forSearch, new double[] {0.3, 0.4}, solution);
        assertTrue(computed == IlsStatus.INTEGER_OVERFLOW || estimated == IlsStatus.INTEGER_OVERFLOW, computed + " " + estimated);
    }

    @Test
    void instanceCanBeReusedForSmallerMatrices() {
        Random random = new Random(3L);
        Decorrelation reused = new Decorrelation(40);
        for (int n = 40; n >= 1; n -= 3) {
            double[] q = arcCovariance(random, n, 0.05, 1.0);
            assertEquals(IlsStatus.SOLVED, reused.compute(q, n));
            Decorrelation fresh = Decorrelation.of(q, n);
            for (int i = 0; i < n; i++) {
                assertEquals(fresh.d(i), reused.d(i));
            }
        }
    }

    @Test
    void overflowIsReported() {
        double[] q = {1.0e40, 1.0e20, 1.0e20, 1.0 + 1.0e-10};
        assertEquals(IlsStatus.INTEGER_OVERFLOW, Decorrelation.of(q, 2).status());
    }

    @Test
    void notPositiveDefiniteIsReported() {
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, Decorrelation.of(new double[] {1.0, 2.0, 2.0, 1.0}, 2).status());
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, Decorrelation.of(new double[] {1.0, 0.0, Double.NaN, 1.0}, 2).status());
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, Decorrelation.of(new double[] {0.0}, 1).status());
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, new Decorrelation(2).computeForSearch(new double[] {1.0, 2.0, 2.0, 1.0}, 2));
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, new Decorrelation(2).computeForSearch(new double[] {1.0, 0.0, Double.NaN, 1.0}, 2));
        assertEquals(IlsStatus.NOT_POSITIVE_DEFINITE, new Decorrelation(1).computeForSearch(new double[] {Double.NaN}, 1));
        assertEquals(0, IntegerLeastSquares.solve(new double[] {-1.0}, new double[] {0.3}, 1).candidates());
    }

    @Test
    void misuseIsNamed() {
        Decorrelation small = new Decorrelation(2);
        assertEquals("The order of the covariance is 3, expected 1 to 2",
                assertThrows(IllegalArgumentException.class, () -> small.compute(new double[9], 3)).getMessage());
        assertEquals("The covariance has 3 elements, expected 4",
                assertThrows(IllegalArgumentException.class, () -> small.compute(new double[3], 2)).getMessage());
    }
}
