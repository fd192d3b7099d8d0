package org.insardask.ils;

import java.util.Arrays;

/**
 * The best vector of a lane of a {@link LaneSearch} and its second norm, from {@link CloseVectors}. From the first leaf it goes on to
 * better vectors, changes of one integer or of the list, as long as there are any. Where the first leaf is not known to be the best, the
 * last one has to be proven by the list, and to stay within the envelope. For one thread.
 */
final class LaneSecond {

    private static final int K = 4;
    /** The largest number of better vectors. */
    private static final int MOST_STEPS = 4;

    private final CloseVectorPlan plan;
    private final CloseSecond rule;
    private final int n;
    private final int column;
    private final int[] order;
    private final double[] envelope;
    private final double[] rows;
    private final double[] residual;
    private final double[] vector;
    private final PriorRoot root = new PriorRoot(K);
    private final double[] state = new double[K];
    private final double[] increases = new double[LaneSearch.LANES];
    private double noise;
    private double norm;
    private boolean moved;
    private int place;
    private double single;

    /**
     * Prepares decisions.
     *
     * @param column the parameter whose column differs from arc to arc, -1 where there is none
     * @param sharedRows rows by epoch of the model (cycles)
     * @param envelope upper quantiles of partial sums by number of epochs
     */
    LaneSecond(CloseVectorPlan plan, int column, double[] sharedRows, double[] envelope) {
        this.plan = plan;
        this.rule = new CloseSecond(plan, K);
        this.n = plan.size();
        this.column = column;
        this.order = plan.order();
        this.envelope = envelope;
        this.rows = new double[n * K];
        for (int t = 0; t < n; t++) {
            System.arraycopy(sharedRows, order[t] * K, rows, t * K, K);
        }
        this.residual = new double[n];
        this.vector = new double[n];
    }

    /**
     * Decides for a lane, and changes its vector where there is a better one.
     *
     * @return false where the tree has to be searched; the lane is not changed then
     */
    boolean decide(LaneSearch search, int lane) {
        noise = search.noise(lane);
        CloseVectors list = plan.list(noise);
        double factor = list == null ? 0.0 : list.factor(search.deviation(lane)) / noise;
        if (!(factor > 0.0)) {
            return false;
        }
        load(search, lane);
        if (!settle(list)) {
            return false;
        }
        double radius = list.radius(single) * factor;
        if (!plan.reaches(radius, norm, rule.increase()) || !isBest(search, lane, radius)) {
            return false;
        }
        increases[lane] = rule.increase();
        if (moved) {
            search.move(lane, vector, norm);
        }
        return true;
    }

    private void load(LaneSearch search, int lane) {
        search.copyResiduals(lane, residual);
        if (column >= 0) {
            search.copyColumn(lane, rows);
        }
        search.copyRoot(lane, root);
        rule.setArc(rows, residual, root, noise);
        norm = search.norm(lane);
        single = search.increase(lane);
        moved = false;
    }

    /** Goes on to better vectors until there is none; false where that is not certain. */
    private boolean settle(CloseVectors list) {
        for (int step = 0; step <= MOST_STEPS; step++) {
            if (moved || single < 0.0) {
                findSingle(list);
            }
            if (single < 0.0) {
                moveSingle();
            } else if (!(single >= list.leastIncrease())) {
                return false;
            } else if (rule.evaluate(list, single)) {
                return true;
            } else if (rule.isBetterThanBest()) {
                move();
            } else {
                return false;
            }
        }
        return false;
    }

    /** Finds the change of one integer with the least increase of the norm. The leverage is looked at where it could matter. */
    private void findSingle(CloseVectors list) {
        single = Double.POSITIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            double gain = 2.0 * Math.abs(residual[t]);
            if (list.leastSingle(t) - gain < single) {
                takeSingle(t, gain);
            }
        }
    }

    private void takeSingle(int t, double gain) {
        double increase = rule.singleLength(t) - gain;
        if (increase < single) {
            single = increase;
            place = t;
        }
    }

    private void moveSingle() {
        start();
        double change = residual[place] > 0.0 ? -1.0 : 1.0;
        rule.take(place, change, state);
        vector[place] += change;
        norm += single / noise;
    }

    private void move() {
        start();
        rule.addTo(vector);
        norm += rule.increase();
        rule.take(state);
    }

    private void start() {
        if (!moved) {
            moved = true;
            Arrays.fill(vector, 0.0);
            Arrays.fill(state, 0.0);
        }
    }

    private boolean isBest(LaneSearch search, int lane, double radius) {
        if (!moved && search.isFirstLeafGood(lane)) {
            return search.isLeafProven(lane) || CloseSecond.isProven(radius, norm);
        }
        return CloseSecond.isProven(radius, norm) && isInEnvelope(search, lane);
    }

    /**
     * Returns whether the vector surely stays within the envelope: the sum after some epochs is the least for them over the parameters,
     * and not more than that with the final estimate.
     */
    private boolean isInEnvelope(LaneSearch search, int lane) {
        double factor = StructuredSearch.toleranceFactor(noise);
        double sum = 0.0;
        for (int c = 0; c < K; c++) {
            double b = search.state(c, lane) + (moved ? state[c] : 0.0);
            sum += b * b;
        }
        for (int t = 0; t < n; t++) {
            sum += residual[t] * residual[t] / noise;
            if (!(sum < envelope[t + 1] * factor)) {
                return false;
            }
        }
        return true;
    }

    /** Returns by how much the norm of the second-best vector of a lane that was decided is larger. */
    double increase(int lane) {
        return increases[lane];
    }
}
