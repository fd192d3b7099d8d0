package org.insardask.ils;

/**
 * Decides from {@link CloseVectors} which vector is second to the best vector a of an arc: the best change of one integer, or a vector
 * of the list.
 *
 * <p>A second-best vector that is no change of one integer of a is better than all its own changes of one integer, as each of them that
 * is better would be between it and a. So is every vector of the list that is taken. Of the vectors z of which the list leaves out changes
 * of one integer, those of both a + z and a - z are looked at, since the better change may belong to the worse of these two. With residuals
 * e and leverages h_i a change of integer i raises the norm by (1 - h_i - 2 |e_i|) / d. For one thread.
 */
final class CloseSecond {

    private final CloseVectorPlan plan;
    private final double[] direction;
    private final double[] shift;
    private int chosen;
    private double sign;
    private double increase;
    private boolean bestProven;

    CloseSecond(CloseVectorPlan plan, int k) {
        this.plan = plan;
        this.direction = new double[StructuredGains.strideOf(k)];
        this.shift = new double[StructuredGains.strideOf(k)];
    }

    /**
     * Decides.
     *
     * @param gains of the arc, in the order of the plan
     * @param best norm of the best vector
     * @param single the changes of one integer of it
     * @param vector the best vector, in the order of the gains; where the answer is true it becomes the second-best one
     * @return false where the tree has to be searched; the vector is then not changed
     */
    boolean decide(StructuredGains gains, double best, SingleChanges single, double[] vector) {
        double noise = gains.noise()[0];
        if (gains.size() != plan.size() || !gains.isOfEqualNoise()) {
            return false;
        }
        CloseVectors list = plan.list(noise);
        if (list == null || single.increase() * noise < list.leastIncrease()) {
            return false;
        }
        double radius = list.radius(gains) / noise;
        if (!evaluate(list, gains, single) || !plan.reaches(radius, best, increase)) {
            return false;
        }
        bestProven = Proof.isAbove(radius, 4.0 * best);
        if (chosen < 0) {
            vector[single.place()] += single.change();
        } else {
            for (int i = list.start(chosen); i < list.start(chosen + 1); i++) {
                vector[list.place(i)] += sign * list.change(i);
            }
        }
        return true;
    }

    /** Finds the best of the list; false where one that was left out is better. */
    private boolean evaluate(CloseVectors list, StructuredGains gains, SingleChanges single) {
        chosen = -1;
        increase = single.increase();
        double[] residual = single.residuals();
        double noise = gains.noise()[0];
        double tau = single.increase() * noise;
        for (int v = 0; v < list.count() && list.increase(v) > tau; v++) {
            double along = 0.0;
            double squares = 0.0;
            for (int i = list.start(v); i < list.start(v + 1); i++) {
                double z = list.change(i);
                along += z * residual[list.place(i)];
                squares += z * z;
            }
            if (list.leastLength(v) - 2.0 * Math.abs(along) > increase * noise && !list.hasNeighbours(v)) {
                continue;
            }
            computeDirection(list, v, gains);
            double saved = gains.root().variance(direction, 0) / noise;
            double sum = (squares - saved - 2.0 * Math.abs(along)) / noise;
            double way = along > 0.0 ? -1.0 : 1.0;
            boolean better = sum < increase;
            double least = Math.min(sum, increase);
            boolean neighbours = list.hasNeighbours(v);
            double reach = 2.0 * Math.sqrt(Math.max(0.0, squares - saved));
            if (!(sum > 0.0) || ((better || neighbours) && changesReach(list, v, way, (sum - least) * noise, reach, gains, residual))) {
                return false;
            }
            if (neighbours && changesReach(list, v, -way, (sum - least) * noise + 4.0 * Math.abs(along), reach, gains, residual)) {
                return false;
            }
            if (better) {
                chosen = v;
                sign = way;
                increase = sum;
            }
        }
        return true;
    }

    /** The sum of rows times changes, R^T z. */
    private void computeDirection(CloseVectors list, int v, StructuredGains gains) {
        double[] rows = gains.rows();
        for (int c = 0; c < direction.length; c += 4) {
            double x0 = 0.0;
            double x1 = 0.0;
            double x2 = 0.0;
            double x3 = 0.0;
            for (int i = list.start(v); i < list.start(v + 1); i++) {
                int row = list.place(i) * direction.length + c;
                double z = list.change(i);
                x0 += z * rows[row];
                x1 += z * rows[row + 1];
                x2 += z * rows[row + 2];
                x3 += z * rows[row + 3];
            }
            direction[c] = x0;
            direction[c + 1] = x1;
            direction[c + 2] = x2;
            direction[c + 3] = x3;
        }
    }

    /**
     * Returns whether a change of one integer of a + way z lowers its norm by more than room / d (cycles^2).
     *
     * @param reach twice the most by which z moves a residual (cycles); as no change of a itself is better, no room beyond it is needed
     */
    private boolean changesReach(CloseVectors list, int v, double way, double room, double reach, StructuredGains gains,
            double[] residual) {
        if (room >= reach) {
            return false;
        }
        double noise = gains.noise()[0];
        gains.root().multiply(direction, way / noise, shift);
        double[] rows = gains.rows();
        int next = list.start(v);
        int end = list.start(v + 1);
        for (int t = 0; t < gains.size(); t++) {
            int row = t * shift.length;
            double e = residual[t];
            if (next < end && list.place(next) == t) {
                e += way * list.change(next++);
            }
            for (int c = 0; c < shift.length; c += 4) {
                e -= (rows[row + c] * shift[c] + rows[row + c + 1] * shift[c + 1])
                        + (rows[row + c + 2] * shift[c + 2] + rows[row + c + 3] * shift[c + 3]);
            }
            // the leverage is looked at where it could matter
            double gain = 2.0 * Math.abs(e) - room;
            if (gain > noise * gains.weights()[t] && gain > 1.0 - gains.root().variance(rows, row) / noise) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether no vector at all is better than the best one. All of the list were compared; a further one of squared norm nu
     * has a norm of at least (sqrt(nu) - sqrt(T))^2, T being that of the best, and it is above T where nu is above 4 T.
     */
    boolean isBestProven() {
        return bestProven;
    }

    /** Returns by how much the norm of the second-best vector is larger. */
    double increase() {
        return increase;
    }
}
