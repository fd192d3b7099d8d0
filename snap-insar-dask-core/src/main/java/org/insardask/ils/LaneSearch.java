package org.insardask.ils;

import java.util.Arrays;

/**
 * Integer least squares with two candidates for many arcs of four parameters side by side (lanes), where at most one column of the
 * design differs from arc to arc. From the first leaf it goes on to better vectors; it takes the arcs of which the last one is good
 * enough for a {@link StructuredSearch} or proven to be the best, and whose second-best follows from a {@link CloseVectorPlan}, and leaves
 * the others to that search. All epochs are used. A lane's results do not depend on the others. For one thread; nothing is allocated
 * after construction, but for the lists of the plan.
 */
public final class LaneSearch {

    /** The largest number of arcs side by side. */
    public static final int LANES = 128;

    /** The distance from an epoch to the next in arrays by epoch and lane: no power of two, so that a lane is spread over the cache. */
    public static final int STRIDE = LANES + 8;

    private static final double TWO_PI = 2.0 * Math.PI;
    private static final double INVERSE_TWO_PI = 1.0 / TWO_PI;
    private static final int K = 4;

    private final int n;
    private final int column;
    private final int[] order;
    /** The place of each parameter in the filter, whose last one is that of the own column. */
    private final int[] places;
    /** The other three columns, n x 3, in the order of the filter (cycles per prior standard deviation). */
    private final double[] shared;
    private final CloseVectorPlan plan;
    private final SearchOptions options;
    private final double[] phase;
    private final double[] own;
    private final double columnFactor;
    private final double[] noise;
    private final double[] residual;
    private final double[] leverage;
    private final double[] increase;
    private final double[] ownSquare;
    private final double[] product;
    private final double[] successRate;
    private final boolean[] solved;
    private final LaneFilter filter;
    private final LaneSecond second;

    /**
     * Makes a search for one thread.
     *
     * @param plan for the typical geometry
     * @param column the parameter whose column differs from arc to arc, -1 where there is none
     * @param design the columns that all arcs share, n x 4, row-major (rad per unit); not modified
     * @param priorSigma 4 prior standard deviations
     * @param options limits
     */
    public LaneSearch(CloseVectorPlan plan, int column, double[] design, double[] priorSigma, SearchOptions options) {
        if (priorSigma.length != K) {
            throw new IllegalArgumentException("There are " + priorSigma.length + " parameters, expected " + K);
        }
        this.plan = plan;
        this.options = options;
        this.n = plan.size();
        this.column = column;
        this.order = plan.order();
        int last = column < 0 ? K - 1 : column;
        double[] rows = new double[n * K];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = design[i] * priorSigma[i % K] / TWO_PI;
        }
        this.places = new int[K];
        this.shared = new double[n * (K - 1)];
        for (int c = 0; c < K; c++) {
            places[c] = c == last ? K - 1 : c < last ? c : c - 1;
        }
        for (int i = 0; i < rows.length; i++) {
            int place = places[i % K];
            if (place < K - 1) {
                shared[i / K * (K - 1) + place] = rows[i];
            }
        }
        this.phase = new double[n * STRIDE];
        this.own = new double[n * STRIDE];
        for (int i = 0; column < 0 && i < n; i++) {
            Arrays.fill(own, i * STRIDE, (i + 1) * STRIDE, rows[i * K + last]);
        }
        this.columnFactor = column < 0 ? 0.0 : priorSigma[column] * INVERSE_TWO_PI;
        this.residual = new double[n * STRIDE];
        this.noise = new double[LANES];
        this.leverage = new double[LANES];
        this.increase = new double[LANES];
        this.ownSquare = new double[LANES];
        this.product = new double[LANES];
        this.successRate = new double[LANES];
        this.solved = new boolean[LANES];
        this.filter = new LaneFilter(LANES);
        this.second = new LaneSecond(plan, column, rows, options.envelope());
    }

    /**
     * Sets an epoch of a lane.
     *
     * @param lane from 0
     * @param epoch of the model
     * @param radians its wrapped phase; NaN where it is missing, and the arc is not solved
     */
    public void setPhase(int lane, int epoch, double radians) {
        phase[epoch * STRIDE + lane] = radians * INVERSE_TWO_PI;
    }

    /**
     * Sets an epoch of the first lanes.
     *
     * @param epoch of the model
     * @param radians wrapped phases; NaN where missing
     * @param from index of the phase of lane 0
     * @param count the number of lanes
     */
    public void setPhases(int epoch, float[] radians, int from, int count) {
        int offset = epoch * STRIDE;
        for (int l = 0; l < count; l++) {
            phase[offset + l] = radians[from + l] * INVERSE_TWO_PI;
        }
    }

    /**
     * Sets the elements of the own column of an epoch of the first lanes.
     *
     * @param radians rad per unit of the parameter
     * @param count the number of lanes
     */
    public void setColumns(int epoch, double[] radians, int count) {
        int offset = epoch * STRIDE;
        for (int l = 0; l < count; l++) {
            own[offset + l] = radians[l] * columnFactor;
        }
    }

    /** Sets the element of the own column of an epoch of a lane (rad per unit of the parameter). */
    public void setColumn(int lane, int epoch, double radians) {
        own[epoch * STRIDE + lane] = radians * columnFactor;
    }

    /** Sets the standard deviation of the phase noise of a lane (rad). */
    public void setSigma(int lane, double sigma) {
        noise[lane] = sigma * sigma / (TWO_PI * TWO_PI);
    }

    /** Solves the first lanes. */
    public void solve(int count) {
        filter.start();
        Arrays.fill(successRate, 1.0);
        for (int t = 0; t < n; t++) {
            int epoch = order[t];
            filter.take(shared, epoch * (K - 1), own, noise, phase, epoch * STRIDE, count);
            takeSuccess(count);
        }
        boolean any = false;
        for (int lane = 0; lane < count; lane++) {
            solved[lane] = isWorthwhile(lane);
            any |= solved[lane];
        }
        if (any) {
            plan.prepare(noise, solved, count);
            filter.takeRoots(count);
            findSingleChanges(count);
            for (int lane = 0; lane < count; lane++) {
                solved[lane] = solved[lane] && second.decide(this, lane);
            }
        }
    }

    private void takeSuccess(int count) {
        double[] variance = filter.variance();
        for (int l = 0; l < count; l++) {
            successRate[l] *= SuccessTable.of(variance[l]);
        }
    }

    /** The residuals after all epochs, and the least increase of the norm by a change of one integer, in numbers of the noise. */
    private void findSingleChanges(int count) {
        Arrays.fill(increase, Double.POSITIVE_INFINITY);
        Arrays.fill(ownSquare, 0.0);
        Arrays.fill(product, 0.0);
        for (int i = 0; i < n; i++) {
            filter.residuals(shared, i * (K - 1), own, phase, i * STRIDE, residual, i * STRIDE, count);
            filter.variances(shared, i * (K - 1), own, i * STRIDE, leverage, count);
            takeChanges(i * STRIDE, count);
            if (column >= 0) {
                compareColumn(i * STRIDE, plan.column(column, i), count);
            }
        }
    }

    private void takeChanges(int offset, int count) {
        for (int l = 0; l < count; l++) {
            double change = 1.0 - leverage[l] / noise[l] - 2.0 * Math.abs(residual[offset + l]);
            increase[l] = Math.min(increase[l], change);
        }
    }

    private void compareColumn(int offset, double typical, int count) {
        for (int l = 0; l < count; l++) {
            double value = own[offset + l];
            ownSquare[l] += value * value;
            product[l] += value * typical;
        }
    }

    /** An arc of low success rate, or without data (NaN), is not. */
    private boolean isWorthwhile(int lane) {
        return successRate[lane] >= options.minSuccessRate() && filter.norm()[lane] < Double.POSITIVE_INFINITY;
    }

    /** As in {@link StructuredSearch}: a leaf that is surely the best, or beside which all is unlikely. */
    boolean isFirstLeafGood(int lane) {
        double factor = StructuredSearch.toleranceFactor(noise[lane]);
        return isLeafProven(lane) || (filter.gap()[lane] >= options.lookThreshold() && norm(lane) < options.envelope()[n] * factor);
    }

    boolean isLeafProven(int lane) {
        return Proof.isAbove(filter.sibling()[lane], filter.norm()[lane]);
    }

    /** Returns the distance of the column of a lane from the nearest multiple, of at most 1, of that of the plan; else infinite. */
    double deviation(int lane) {
        if (column < 0) {
            return 0.0;
        }
        double typical = plan.columnSquare(column);
        boolean comparable = Math.abs(product[lane]) <= typical && typical > 0.0;
        return comparable ? Math.sqrt(Math.max(0.0, ownSquare[lane] - product[lane] * product[lane] / typical)) : Double.POSITIVE_INFINITY;
    }

    double noise(int lane) {
        return noise[lane];
    }

    /** The least increase of the norm of the first leaf of a lane by a change of one integer, in numbers of the noise. */
    double increase(int lane) {
        return increase[lane];
    }

    /** Copies the residuals of a lane in the order of the plan. */
    void copyResiduals(int lane, double[] target) {
        for (int t = 0; t < n; t++) {
            target[t] = residual[order[t] * STRIDE + lane];
        }
    }

    /** Copies the own column of a lane into rows in the order of the plan. */
    void copyColumn(int lane, double[] target) {
        for (int t = 0; t < n; t++) {
            target[t * K + column] = own[order[t] * STRIDE + lane];
        }
    }

    /** Copies the root of the covariance of the parameters of a lane. */
    void copyRoot(int lane, PriorRoot target) {
        for (int i = 0; i < K * K; i++) {
            target.set(i, filter.root(places[i / K], i % K, lane));
        }
    }

    /** The estimate of a parameter with the first leaf, in numbers of its prior standard deviation. */
    double state(int parameter, int lane) {
        return filter.state(places[parameter], lane);
    }

    /** Changes the vector of a lane by one in the order of the plan. */
    void move(int lane, double[] change, double norm) {
        for (int t = 0; t < n; t++) {
            phase[order[t] * STRIDE + lane] += change[t];
        }
        filter.norm()[lane] = norm;
    }

    /** Returns whether a lane was solved; nothing else may be asked of one that was not. */
    public boolean isSolved(int lane) {
        return solved[lane];
    }

    /** Returns the unwrapped phase of an epoch of a lane (cycles). */
    public double unwrapped(int lane, int epoch) {
        return phase[epoch * STRIDE + lane];
    }

    /** Returns the unwrapped phases of all lanes (cycles), that of an epoch and lane at epoch * {@link #STRIDE} + lane; not a copy. */
    public double[] unwrapped() {
        return phase;
    }

    /**
     * Returns the own columns of all lanes (cycles per prior standard deviation), laid out as the phases; not a copy, and of no
     * meaning where there is none.
     */
    public double[] columns() {
        return own;
    }

    /** Returns the variances of the noise by lane (cycles^2), NaN where sigma was; not a copy. */
    public double[] noise() {
        return noise;
    }

    /** Returns the squared norm of the best vector of a lane. */
    public double norm(int lane) {
        return filter.norm()[lane];
    }

    /** Returns the squared norm of the second-best vector of a lane. */
    public double secondNorm(int lane) {
        return filter.norm()[lane] + second.increase(lane);
    }

    /** Returns the success rate of bootstrapping. */
    public double successRate(int lane) {
        return successRate[lane];
    }
}
