package org.insardask.ils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Columns with few large elements and wide priors: short vectors of several changes have many longer ones beside them, and the second-best
 * may be beside the opposite of the one that is the better change of an arc.
 */
class SparseColumnsTest {

    private static final int ARCS = 1500;
    private static final double TWO_PI = 2.0 * Math.PI;

    @ParameterizedTest
    @CsvSource({"79, 14, 0.45", "282, 14, 0.35"})
    void secondNormIsThatOfTheExactSearch(int seed, int n, double sigma) {
        Random random = new Random(seed);
        double[] design = new double[4 * n];
        double[] prior = new double[4];
        for (int c = 0; c < 4; c++) {
            prior[c] = Math.exp(random.nextGaussian());
        }
        for (int i = 0; i < n; i++) {
            design[4 * i] = 1.0;
            design[4 * i + 1] = TWO_PI * (2.0 * i / n - 1.0);
            design[4 * i + 2] = sparse(random);
            design[4 * i + 3] = sparse(random);
        }
        StructuredModel model = new StructuredModel(n, 4);
        model.setDesign(design, prior);
        model.setSigma(sigma);
        int[] order = EpochOrder.bySmallestVariance(model);
        StructuredGains gains = new StructuredGains(n, 4);
        gains.compute(model, order, n);
        SearchOptions options = new SearchOptions(1_000_000L, 1.0e-6, true, n);
        CloseVectorPlan plan = new CloseVectorPlan(design, prior, order, 1.0e-6);
        StructuredSearch search = new StructuredSearch(n, 4, 2, plan);
        StructuredSearch exact = new StructuredSearch(n, 4, 2);
        LaneSearch lanes = new LaneSearch(plan, 2, design, prior, options);
        int decided = 0;
        int solved = 0;
        for (int arc = 0; arc < ARCS; arc++) {
            double[] phases = phases(design, prior, sigma, random);
            load(lanes, phases, design, sigma);
            lanes.solve(1);
            exact.search(gains, phases, 2, SearchOptions.exact(n));
            search.search(gains, phases, 2, options);
            if (search.isSecondDecided()) {
                decided++;
                assertEquals(exact.norm(1), search.norm(1), 1.0e-7 * exact.norm(1), "second norm of arc " + arc);
            }
            if (lanes.isSolved(0)) {
                solved++;
                assertEquals(exact.norm(1), lanes.secondNorm(0), 1.0e-7 * exact.norm(1), "second norm of arc " + arc + " in a lane");
            }
        }
        assertTrue(decided > ARCS / 4 && solved > ARCS / 8, "only " + decided + " arcs and " + solved + " lanes from the list");
    }

    private static double sparse(Random random) {
        double scale = random.nextInt(4) == 0 ? 3.0 : 0.2;
        return scale * random.nextGaussian();
    }

    private static double[] phases(double[] design, double[] prior, double sigma, Random random) {
        double[] phases = new double[design.length / 4];
        for (int i = 0; i < phases.length; i++) {
            phases[i] = sigma * random.nextGaussian();
        }
        for (int c = 0; c < 4; c++) {
            double value = prior[c] * random.nextGaussian();
            for (int i = 0; i < phases.length; i++) {
                phases[i] += design[4 * i + c] * value;
            }
        }
        for (int i = 0; i < phases.length; i++) {
            phases[i] = Math.IEEEremainder(phases[i], TWO_PI);
        }
        return phases;
    }

    private static void load(LaneSearch lanes, double[] phases, double[] design, double sigma) {
        for (int i = 0; i < phases.length; i++) {
            lanes.setPhase(0, i, phases[i]);
            lanes.setColumn(0, i, design[4 * i + 2]);
        }
        lanes.setSigma(0, sigma);
    }
}
