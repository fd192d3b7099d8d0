package org.insardask.ils;

/**
 * Decides from {@link CloseVectors} which vector is second to the best vector a of an arc: the best change of one integer, or a vector
 * of the list.
 *
 * <p>A second-best vector that is no change of one integer of a is better than all its own changes of one integer, as each of them that
 * is better would be between it and a. So is every vector of the list that is taken. Of the vectors z of which the list leaves out changes
 * of one integer, those of both a + z and a - z are looked at, since the better change may belong to the worse of these two. With residuals
 * e and leverages h_i a change of integer i raises the norm by (1 - h_i - 2 |e_i|) / d. Increases within are in cycles^2, times d. For
 * one thread.
 */
final class CloseSecond {

    /** A vector has to be better than a by this (cycles^2), so that rounding errors are no reason to go on from it. */
    private static final double CLEARLY = 1.0e-9;

    private final CloseVectorPlan plan;
    private final int stride;
    private final double[] direction;
    private final double[] shift;
    private final double[] moved;
    private CloseVectors list;
    private double[] rows;
    private double[] residual;
    private PriorRoot root;
    private double noise;
    private int chosen;
    private double sign;
    private double increase;
    private boolean bestProven;

    CloseSecond(CloseVectorPlan plan, int k) {
        this.plan = plan;
        this.stride = StructuredGains.strideOf(k);
        this.direction = new double[stride];
        this.shift = new double[stride];
        this.moved = new double[plan.size()];
    }

    /**
     * Decides for an arc of a {@link StructuredSearch}.
     *
     * @param gains of the arc, in the order of the plan
     * @param best norm of the best vector
     * @param single the changes of one integer of it
     * @param vector the best vector, in the order of the gains; where the answer is true it becomes the second-best one
     * @return false where the tree has to be searched; the vector is then not changed
     */
    boolean decide(StructuredGains gains, double best, SingleChanges single, double[] vector) {
        double variance = gains.noise()[0];
        if (gains.size() != plan.size() || !gains.isOfEqualNoise()) {
            return false;
        }
        CloseVectors vectors = plan.list(variance);
        double least = single.increase() * variance;
        if (vectors == null || !(least >= vectors.leastIncrease())) {
            return false;
        }
        setArc(gains.rows(), single.residuals(), gains.root(), variance);
        double radius = vectors.radius(least) * vectors.factor(gains) / variance;
        if (!evaluate(vectors, least) || !plan.reaches(radius, best, increase())) {
            return false;
        }
        bestProven = isProven(radius, best);
        if (!addTo(vector)) {
            vector[single.place()] += single.change();
        }
        return true;
    }

    /**
     * Returns whether no vector at all is better than a, all of a list having been compared that is complete up to some squared norm. A
     * further one of squared norm nu has a norm of at least (sqrt(nu) - sqrt(T))^2, T being that of a, and it is above T where nu is above
     * 4 T.
     */
    static boolean isProven(double radius, double norm) {
        return Proof.isAbove(radius, 4.0 * norm);
    }

    /** Returns whether the best vector of the arc decided last is proven to be the best. */
    boolean isBestProven() {
        return bestProven;
    }

    /**
     * Takes an arc; nothing is copied.
     *
     * @param newRows a row for each epoch of the plan, filled up to the stride, in the order of the list (cycles)
     * @param residuals after the estimate of the parameters, in the same order (cycles)
     * @param newRoot of the covariance of the parameters after all epochs
     * @param newNoise variance (cycles^2)
     */
    void setArc(double[] newRows, double[] residuals, PriorRoot newRoot, double newNoise) {
        rows = newRows;
        residual = residuals;
        root = newRoot;
        noise = newNoise;
    }

    /**
     * Finds the best of a list.
     *
     * @param single the least increase by a change of one integer, not below that of the list
     * @return false where a vector that was left out may be better, or where one of the list is better than a itself
     */
    boolean evaluate(CloseVectors newList, double single) {
        list = newList;
        chosen = -1;
        increase = single;
        int count = list.count();
        for (int v = 0; v < count && list.increase(v) > single; v++) {
            if (!compare(v)) {
                return false;
            }
        }
        return true;
    }

    /** Compares a vector with the best one so far; returns whether to go on. */
    private boolean compare(int v) {
        double along = list.product(v, residual);
        double gain = 2.0 * Math.abs(along);
        boolean neighbours = list.hasNeighbours(v);
        if (list.leastLength(v) - gain > increase && !neighbours) {
            return true;
        }
        list.combine(v, rows, direction);
        double length = list.squares(v) - root.variance(direction, 0) / noise;
        double way = along > 0.0 ? -1.0 : 1.0;
        double sum = length - gain;
        double room = Math.max(0.0, sum - increase);
        boolean better = sum < increase;
        if (better) {
            chosen = v;
            sign = way;
            increase = sum;
        }
        return sum > 0.0 && !((better || neighbours) && changesReach(v, way, room, length))
                && !(neighbours && changesReach(v, -way, room + 2.0 * gain, length));
    }

    /**
     * Returns whether a change of one integer of a + way z lowers its norm by more than some room. z moves a residual by the root of its
     * length at most; as no change of a itself is better, no room beyond twice that is needed.
     */
    private boolean changesReach(int v, double way, double room, double length) {
        if (room >= 2.0 * Math.sqrt(length)) {
            return false;
        }
        move(v, way);
        for (int t = 0; t < moved.length; t++) {
            double gain = 2.0 * Math.abs(moved[t]) - room;
            // the leverage is looked at where it could matter
            if (gain > list.leastSingle(t) && gain > singleLength(t)) {
                return true;
            }
        }
        return false;
    }

    /** Computes the residuals of a + way z, and by how much its estimate of the parameters differs. */
    private void move(int v, double way) {
        root.multiply(direction, way / noise, shift);
        System.arraycopy(residual, 0, moved, 0, moved.length);
        list.addTo(v, way, moved);
        subtractShift(moved);
    }

    private void subtractShift(double[] target) {
        for (int c = 0; c < stride; c += 4) {
            subtract(rows, c, stride, shift, target);
        }
    }

    /** Subtracts the products of four columns and their parameters. */
    private static void subtract(double[] rows, int c, int stride, double[] b, double[] target) {
        double b0 = b[c];
        double b1 = b[c + 1];
        double b2 = b[c + 2];
        double b3 = b[c + 3];
        int i = c;
        for (int t = 0; t < target.length; t++) {
            target[t] -= (rows[i] * b0 + rows[i + 1] * b1) + (rows[i + 2] * b2 + rows[i + 3] * b3);
            i += stride;
        }
    }

    /** Returns 1 less the leverage of an epoch. */
    double singleLength(int t) {
        return 1.0 - root.variance(rows, t * stride) / noise;
    }

    /** Returns whether the vector that was found last is better than a itself. */
    boolean isBetterThanBest() {
        return chosen >= 0 && increase < -CLEARLY;
    }

    /** Returns by how much the norm of the second-best vector, or of the better one, is larger. */
    double increase() {
        return increase / noise;
    }

    /** Adds what was found to a vector in the order of the list; false where it is the change of one integer. */
    boolean addTo(double[] vector) {
        if (chosen >= 0) {
            list.addTo(chosen, sign, vector);
        }
        return chosen >= 0;
    }

    /** Makes what was found the vector a: adds to the residuals, and to the parameters. */
    void take(double[] parameters) {
        list.combine(chosen, rows, direction);
        move(chosen, sign);
        System.arraycopy(moved, 0, residual, 0, moved.length);
        addShift(parameters);
    }

    /** Makes the change of one integer the vector a. */
    void take(int t, double change, double[] parameters) {
        System.arraycopy(rows, t * stride, direction, 0, stride);
        root.multiply(direction, change / noise, shift);
        residual[t] += change;
        subtractShift(residual);
        addShift(parameters);
    }

    private void addShift(double[] parameters) {
        for (int c = 0; c < stride; c++) {
            parameters[c] += shift[c];
        }
    }
}
