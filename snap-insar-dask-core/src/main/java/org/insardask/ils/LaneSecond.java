package org.insardask.ils;

/** The decision of {@link CloseSecond} for a lane of a {@link LaneSearch}, where it also proves the best vector. For one thread. */
final class LaneSecond {

    private static final int K = 4;

    private final CloseVectorPlan plan;
    private final int column;
    private final double[] rows;
    private final int[] order;
    private final double[] direction = new double[K];
    private final double[] shift = new double[K];
    private final double[] moved = new double[K];
    private final double[] root = new double[K * K];
    private final double[] increases = new double[LaneSearch.LANES];

    LaneSecond(CloseVectorPlan plan, int column, double[] rows) {
        this.plan = plan;
        this.column = column;
        this.rows = rows;
        this.order = plan.order();
    }

    /** Decides; false where the tree has to be searched. */
    boolean decide(LaneSearch search, int lane) {
        double noise = search.noise(lane);
        CloseVectors list = plan.list(noise);
        double least = search.increase(lane);
        if (list == null || !(least >= list.leastIncrease())) {
            return false;
        }
        double radius = list.radius(search.deviation(lane)) / noise;
        double norm = search.norm(lane);
        if (!(search.isLeafProven(lane) || Proof.isAbove(radius, 4.0 * norm)) || !evaluate(list, search, lane)) {
            return false;
        }
        return plan.reaches(radius, norm, increases[lane]);
    }

    private boolean evaluate(CloseVectors list, LaneSearch search, int lane) {
        double noise = search.noise(lane);
        double least = search.increase(lane);
        double best = least;
        for (int i = 0; i < K * K; i++) {
            root[i] = search.root(i, lane);
        }
        for (int v = 0; v < list.count() && list.increase(v) > least; v++) {
            double along = 0.0;
            double squares = 0.0;
            for (int i = list.start(v); i < list.start(v + 1); i++) {
                double z = list.change(i);
                along += z * search.residual(order[list.place(i)], lane);
                squares += z * z;
            }
            if (list.leastLength(v) - 2.0 * Math.abs(along) > best && !list.hasNeighbours(v)) {
                continue;
            }
            computeDirection(list, v, search, lane);
            double length = squares - variance() / noise;
            double sum = length - 2.0 * Math.abs(along);
            if (!(sum > 0.0) || doChangesCount(list, v, length, along, best, search, lane)) {
                return false;
            }
            best = Math.min(best, sum);
        }
        increases[lane] = best / noise;
        return true;
    }

    private double element(int epoch, int c, LaneSearch search, int lane) {
        return c == column ? search.own(epoch, lane) : rows[epoch * K + c];
    }

    private void computeDirection(CloseVectors list, int v, LaneSearch search, int lane) {
        for (int c = 0; c < K; c++) {
            double sum = 0.0;
            for (int i = list.start(v); i < list.start(v + 1); i++) {
                sum += list.change(i) * element(order[list.place(i)], c, search, lane);
            }
            direction[c] = sum;
        }
    }

    /** The squared projection of the direction; the projection becomes the shift. */
    private double variance() {
        double sum = 0.0;
        for (int c = 0; c < K; c++) {
            double projected = 0.0;
            for (int r = 0; r < K; r++) {
                projected += root[r * K + c] * direction[r];
            }
            shift[c] = projected;
            sum += projected * projected;
        }
        return sum;
    }

    /** As in {@link CloseSecond}: returns whether a change of one integer of a + z or a - z may be better than what is known. */
    private boolean doChangesCount(CloseVectors list, int v, double length, double along, double best, LaneSearch search, int lane) {
        double sum = length - 2.0 * Math.abs(along);
        double room = sum - Math.min(sum, best);
        double reach = 2.0 * Math.sqrt(length);
        double way = along > 0.0 ? -1.0 : 1.0;
        boolean neighbours = list.hasNeighbours(v);
        if ((sum < best || neighbours) && room < reach && changesReach(list, v, way, room, search, lane)) {
            return true;
        }
        double opposite = room + 4.0 * Math.abs(along);
        return neighbours && opposite < reach && changesReach(list, v, -way, opposite, search, lane);
    }

    /** Returns whether a change of one integer of a + way z lowers its norm by more than some room (cycles^2). */
    private boolean changesReach(CloseVectors list, int v, double way, double room, LaneSearch search, int lane) {
        double noise = search.noise(lane);
        for (int r = 0; r < K; r++) {
            double sum = 0.0;
            for (int c = 0; c < K; c++) {
                sum += root[r * K + c] * shift[c];
            }
            moved[r] = way * sum / noise;
        }
        int next = list.start(v);
        int end = list.start(v + 1);
        for (int t = 0; t < search.size(); t++) {
            int epoch = order[t];
            double e = search.residual(epoch, lane);
            if (next < end && list.place(next) == t) {
                e += way * list.change(next++);
            }
            for (int c = 0; c < K; c++) {
                e -= element(epoch, c, search, lane) * moved[c];
            }
            if (2.0 * Math.abs(e) - room > 1.0 - leverage(epoch, search, lane)) {
                return true;
            }
        }
        return false;
    }

    private double leverage(int epoch, LaneSearch search, int lane) {
        double sum = 0.0;
        for (int c = 0; c < K; c++) {
            double projected = 0.0;
            for (int r = 0; r < K; r++) {
                projected += root[r * K + c] * element(epoch, r, search, lane);
            }
            sum += projected * projected;
        }
        return sum / search.noise(lane);
    }

    /** Returns by how much the norm of the second-best vector of a lane that was decided is larger. */
    double increase(int lane) {
        return increases[lane];
    }
}
