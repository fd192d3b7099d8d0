package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded random problems: structured search, classical search and brute force give the same candidates. */
class SolverAgreementTest {

    private static final double NORM_TOLERANCE = 1.0e-9;
    private static final int MAX_EPOCHS = 12;
    private static final SearchOptions EXACT = SearchOptions.exact(MAX_EPOCHS);
    private static final SearchOptions PROVEN = new SearchOptions(Long.MAX_VALUE, 1.0e-3, true, MAX_EPOCHS);

    /** A random problem of n epochs and k parameters. */
    private static final class Problem {

        private final int n;
        private final int k;
        private final StructuredModel model;
        private final double[] phases;
        private final double[] aHat;
        private final double[] q;

        Problem(Random random, int n, double noise) {
            this.n = n;
            this.k = 1 + random.nextInt(4);
            this.model = new StructuredModel(n, k);
            double[] design = random.doubles((long) n * k, -2.0, 2.0).toArray();
            double[] prior = random.doubles(k, 0.1, 2.0).toArray();
            model.setDesign(design, prior);
            this.phases = new double[n];
            double[] b = new double[k];
            for (int c = 0; c < k; c++) {
                b[c] = prior[c] * random.nextGaussian();
            }
            for (int i = 0; i < n; i++) {
                double sigma = noise * (0.5 + random.nextDouble());
                model.setSigma(i, sigma);
                double phase = sigma * random.nextGaussian();
                for (int c = 0; c < k; c++) {
                    phase += design[i * k + c] * b[c];
                }
                phases[i] = Math.IEEEremainder(phase, 2.0 * Math.PI);
            }
            this.aHat = new double[n];
            for (int i = 0; i < n; i++) {
                aHat[i] = -phases[i] / (2.0 * Math.PI);
            }
            this.q = new double[n * n];
            model.covariance(identity(n), n, q);
        }
    }

    private static int[] identity(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    private static boolean compareSolvers(Problem problem, int wanted) {
        AmbiguitySolution expected = IntegerLeastSquares.solve(problem.q, problem.aHat, wanted);
        StructuredGains gains = new StructuredGains(problem.n, problem.k);
        assertEquals(IlsStatus.SOLVED, gains.compute(problem.model, EpochOrder.bySmallestVariance(problem.model), problem.n));
        StructuredSearch search = new StructuredSearch(problem.n, problem.k, wanted);
        for (SearchOptions options : new SearchOptions[] {EXACT, PROVEN}) {
            IlsStatus status = search.search(gains, problem.phases, wanted, options);
            if (options == PROVEN && status == IlsStatus.MODEL_REJECTED) {
                // the noise really is unlikely in some of so many problems
                return true;
            }
            assertEquals(IlsStatus.SOLVED, status);
            assertEquals(wanted, search.candidates());
            double[] a = new double[problem.n];
            for (int c = 0; c < (options == EXACT ? wanted : 1); c++) {
                assertEquals(expected.norm(c), search.norm(c), NORM_TOLERANCE * Math.max(1.0, expected.norm(c)));
                search.copyAmbiguities(c, a);
                for (int i = 0; i < problem.n; i++) {
                    assertEquals(expected.value(c, i), a[i], "candidate " + c + " epoch " + i);
                }
            }
        }
        return false;
    }

    @Test
    void structuredEqualsClassical() {
        Random random = new Random(20260101L);
        int rejected = 0;
        for (int trial = 0; trial < 20000; trial++) {
            Problem problem = new Problem(random, 1 + random.nextInt(MAX_EPOCHS), 0.2 + random.nextDouble());
            rejected += compareSolvers(problem, 1 + random.nextInt(3)) ? 1 : 0;
        }
        assertTrue(rejected < 200, rejected + " problems were rejected with a probability of 1e-3 an epoch");
    }

    @Test
    void bothEqualBruteForce() {
        Random random = new Random(42L);
        for (int trial = 0; trial < 100_000; trial++) {
            Problem problem = new Problem(random, 1 + random.nextInt(5), 0.2 + random.nextDouble());
            compareSolvers(problem, 1 + trial % 2);
            AmbiguitySolution best = IntegerLeastSquares.solve(problem.q, problem.aHat, 1);
            double[] inverse = invert(problem.q, problem.n);
            double[] a = new double[problem.n];
            best.copyValues(0, a);
            assertEquals(norm(inverse, problem, a), best.norm(0), 1.0e-8 * Math.max(1.0, best.norm(0)));
            assertTrue(smallestNorm(inverse, problem) >= best.norm(0) * (1.0 - 1.0e-9), "a better vector exists");
        }
    }

    /** The smallest norm of all vectors of integers up to 3, of five integers up to 2. */
    private static double smallestNorm(double[] inverse, Problem problem) {
        return smallestNorm(inverse, problem, new double[problem.n], 0, 0.0);
    }

    /** The same, where the residuals of the first ambiguities are given, and what they alone add to the norm. */
    private static double smallestNorm(double[] inverse, Problem problem, double[] residual, int i, double sum) {
        if (i == problem.n) {
            return sum;
        }
        double cross = 0.0;
        for (int j = 0; j < i; j++) {
            cross += inverse[i * problem.n + j] * residual[j];
        }
        int reach = problem.n < 5 ? 3 : 2;
        double smallest = Double.POSITIVE_INFINITY;
        for (int a = -reach; a <= reach; a++) {
            double r = problem.aHat[i] - a;
            residual[i] = r;
            double next = sum + r * (inverse[i * problem.n + i] * r + 2.0 * cross);
            smallest = Math.min(smallest, smallestNorm(inverse, problem, residual, i + 1, next));
        }
        return smallest;
    }

    private static double norm(double[] inverse, Problem problem, double[] a) {
        double sum = 0.0;
        for (int i = 0; i < problem.n; i++) {
            for (int j = 0; j < problem.n; j++) {
                sum += (problem.aHat[i] - a[i]) * inverse[i * problem.n + j] * (problem.aHat[j] - a[j]);
            }
        }
        return sum;
    }

    /** Gauss-Jordan; positive definite, so no pivoting. */
    private static double[] invert(double[] q, int n) {
        double[] work = q.clone();
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            inverse[i * n + i] = 1.0;
        }
        for (int i = 0; i < n; i++) {
            double pivot = work[i * n + i];
            for (int c = 0; c < n; c++) {
                work[i * n + c] /= pivot;
                inverse[i * n + c] /= pivot;
            }
            for (int r = 0; r < n; r++) {
                double factor = work[r * n + i];
                for (int c = 0; r != i && c < n; c++) {
                    work[r * n + c] -= factor * work[i * n + c];
                    inverse[r * n + c] -= factor * inverse[i * n + c];
                }
            }
        }
        return inverse;
    }

    @Test
    void addingIntegersToTheFloatsShiftsTheSolution() {
        Random random = new Random(7L);
        for (int trial = 0; trial < 500; trial++) {
            Problem problem = new Problem(random, 2 + random.nextInt(8), 0.5);
            AmbiguitySolution before = IntegerLeastSquares.solve(problem.q, problem.aHat, 2);
            double[] shifted = problem.aHat.clone();
            int[] shift = new int[problem.n];
            for (int i = 0; i < problem.n; i++) {
                shift[i] = random.nextInt(2001) - 1000;
                shifted[i] += shift[i];
            }
            AmbiguitySolution after = IntegerLeastSquares.solve(problem.q, shifted, 2);
            for (int i = 0; i < problem.n; i++) {
                assertEquals(before.value(0, i) + shift[i], after.value(0, i));
            }
            assertEquals(before.norm(0), after.norm(0), 1.0e-8 * Math.max(1.0, before.norm(0)));
        }
    }

    @Test
    void anyOrderOfEpochsGivesTheSameSolution() {
        Random random = new Random(8L);
        for (int trial = 0; trial < 500; trial++) {
            Problem problem = new Problem(random, 2 + random.nextInt(8), 0.5);
            StructuredGains gains = new StructuredGains(problem.n, problem.k);
            StructuredSearch search = new StructuredSearch(problem.n, problem.k, 1);
            double[] first = new double[problem.n];
            double[] second = new double[problem.n];
            gains.compute(problem.model, EpochOrder.bySmallestVariance(problem.model), problem.n);
            search.search(gains, problem.phases, 1, SearchOptions.exact(problem.n));
            search.copyAmbiguities(0, first);
            gains.compute(problem.model, identity(problem.n), problem.n);
            search.search(gains, problem.phases, 1, SearchOptions.exact(problem.n));
            search.copyAmbiguities(0, second);
            for (int i = 0; i < problem.n; i++) {
                assertEquals(first[i], second[i]);
            }
        }
    }
}
