package org.insardask.ils;

import java.util.Arrays;

/**
 * Depth-first search of a structured problem of at most four parameters as {@link TreeSearch}, which takes a block of branches of one
 * depth at a time, so that the loops over them have no dependencies and a node costs a third. Of branches only the estimates are kept,
 * not the integers: the nearest integers at the estimate of a leaf are a vector that is as good or better, since the norm is the least
 * over the parameters. For one thread; a search allocates nothing.
 */
final class BlockSearch {

    private static final int K = 4;
    /** Sums that are smaller by this part than that of the best vector are those of better ones, whatever the rounding errors. */
    private static final double SURELY_BETTER = 1.0 - 1.0e-11;
    /** The number of branches that are taken further at a time. */
    private static final int BLOCK = 128;
    /** Branches that wait, at most; there are more only where a node has very many children. */
    private static final int CAPACITY = 1 << 14;
    /** The largest number of children of a block. */
    private static final int MAX_CHILDREN = 8 * BLOCK;

    private final double[][] state = new double[K][CAPACITY];
    private final double[] total = new double[CAPACITY];
    /** The waiting branches of a depth: where their part of the arrays starts, the next one, and the depth; the deepest are the last. */
    private final int[] bases;
    private final int[] nexts;
    private final int[] depths;
    private final double[] innovation = new double[BLOCK];
    private final double[] distance = new double[BLOCK];
    private final double[] sum = new double[BLOCK];
    private final int[] parent = new int[MAX_CHILDREN + BLOCK];
    private final double[] childInnovation = new double[MAX_CHILDREN + BLOCK];
    private final double[] childSum = new double[MAX_CHILDREN + BLOCK];
    private final double[] vector;
    private final double[] estimate = new double[K];
    private StructuredGains gains;
    private double[] phase;
    private double[] limits;
    /** Takes better vectors; null where none is expected. */
    private CandidateList candidates;
    private int segments;
    private int top;
    private long nodes;
    private boolean usedUp;

    BlockSearch(int capacity) {
        bases = new int[capacity + 1];
        nexts = new int[capacity + 1];
        depths = new int[capacity + 1];
        vector = new double[capacity];
    }

    /**
     * Tells whether no vector has sums below limits.
     *
     * @param newGains computed, of at most four parameters; not modified
     * @param newPhase in the order of the gains (cycles); not modified
     * @param newLimits of the sums by number of epochs; not modified
     * @param maxNodes the largest number of nodes
     * @return true where no vector has all its sums below the limits; false where one has, or where that is not known
     */
    boolean isEmpty(StructuredGains newGains, double[] newPhase, double[] newLimits, long maxNodes) {
        limits = newLimits;
        candidates = null;
        return run(newGains, newPhase, maxNodes);
    }

    /**
     * Searches all vectors better than a candidate.
     *
     * @param newGains computed, of at most four parameters; not modified
     * @param newPhase in the order of the gains (cycles); not modified
     * @param newCandidates of which the best one is to be improved
     * @param scratch place for limits, by number of epochs
     * @param maxNodes the largest number of nodes
     * @return whether it came to its end, and the best candidate is the best vector
     */
    boolean improve(StructuredGains newGains, double[] newPhase, CandidateList newCandidates, double[] scratch, long maxNodes) {
        limits = scratch;
        candidates = newCandidates;
        Arrays.fill(limits, candidates.norm(0) * SURELY_BETTER);
        return run(newGains, newPhase, maxNodes);
    }

    private boolean run(StructuredGains newGains, double[] newPhase, long maxNodes) {
        gains = newGains;
        phase = newPhase;
        nodes = 0L;
        usedUp = false;
        start();
        while (segments > 0) {
            if (nodes >= maxNodes) {
                usedUp = true;
                return false;
            }
            int t = depths[segments - 1];
            int from = nexts[segments - 1];
            int count = Math.min(BLOCK, top - from);
            predict(t, phase[t], from, count);
            int children = collectChildren(from, count, gains.weights()[t], limits[t + 1]);
            nodes += count + children;
            if (children >= MAX_CHILDREN || top + children > CAPACITY) {
                return false;
            }
            boolean leaves = children > 0 && t + 1 == gains.size();
            if (leaves && candidates == null) {
                return false;
            }
            if (leaves) {
                takeLeaf(t, from, children);
            }
            replace(t, from, count, leaves ? 0 : children);
        }
        return true;
    }

    /** Starts with the prior. */
    private void start() {
        for (double[] values : state) {
            values[0] = 0.0;
        }
        total[0] = 0.0;
        bases[0] = 0;
        nexts[0] = 0;
        depths[0] = 0;
        segments = 1;
        top = 1;
    }

    /** Takes the best of the leaves, or a better one. */
    private void takeLeaf(int t, int from, int children) {
        int best = 0;
        for (int j = 1; j < children; j++) {
            best = childSum[j] < childSum[best] ? j : best;
        }
        for (int c = 0; c < K; c++) {
            estimate[c] = state[c][from + parent[best]] + gains.gains()[t * K + c] * childInnovation[best];
        }
        double[] rows = gains.rows();
        int n = gains.size();
        for (int i = 0; i < n; i++) {
            int r = i * K;
            double x = phase[i] - ((rows[r] * estimate[0] + rows[r + 1] * estimate[1])
                    + (rows[r + 2] * estimate[2] + rows[r + 3] * estimate[3]));
            vector[i] = 0.0 - Math.rint(x);
        }
        double norm = norm();
        if (norm < candidates.bound()) {
            candidates.offer(norm, vector, 0, n);
        }
        Arrays.fill(limits, Math.min(norm, childSum[best]) * SURELY_BETTER);
    }

    /** The norm of the vector. */
    private double norm() {
        double[] rows = gains.rows();
        double[] gain = gains.gains();
        double result = 0.0;
        Arrays.fill(estimate, 0.0);
        for (int i = 0; i < gains.size(); i++) {
            double v = phase[i] + vector[i];
            for (int c = 0; c < K; c++) {
                v -= rows[i * K + c] * estimate[c];
            }
            for (int c = 0; c < K; c++) {
                estimate[c] += gain[i * K + c] * v;
            }
            result += v * v * gains.weights()[i];
        }
        return result;
    }

    /** The phases of place t less their predictions, and without whole cycles. */
    private void predict(int t, double own, int from, int count) {
        double[] rows = gains.rows();
        double h0 = rows[t * K];
        double h1 = rows[t * K + 1];
        double h2 = rows[t * K + 2];
        double h3 = rows[t * K + 3];
        double[] b0 = state[0];
        double[] b1 = state[1];
        double[] b2 = state[2];
        double[] b3 = state[3];
        for (int i = 0; i < count; i++) {
            int b = from + i;
            double x = own - ((h0 * b0[b] + h1 * b1[b]) + (h2 * b2[b] + h3 * b3[b]));
            innovation[i] = x - Math.rint(x);
        }
    }

    /** Lists the children below a limit, those with the nearest integers first, then outwards; returns their number. */
    private int collectChildren(int from, int count, double weight, double limit) {
        for (int i = 0; i < count; i++) {
            distance[i] = Math.abs(innovation[i]);
        }
        int children = 0;
        int before = -1;
        // the distances from the integers are |v|, 1 - |v|, 1 + |v|, 2 - |v| ...
        for (int pass = 0; children > before && children < MAX_CHILDREN; pass++) {
            before = children;
            int whole = (pass + 1) / 2;
            double sign = pass % 2 == 0 ? 1.0 : -1.0;
            computeSums(from, count, whole, sign, weight);
            children = take(count, whole, sign, limit, children);
        }
        return children;
    }

    private void computeSums(int from, int count, double whole, double sign, double weight) {
        for (int i = 0; i < count; i++) {
            double v = whole + sign * distance[i];
            sum[i] = total[from + i] + v * v * weight;
        }
    }

    /** Takes those below the limit, without branches, which would be guessed wrong too often. */
    private int take(int count, double whole, double sign, double limit, int first) {
        int children = first;
        for (int i = 0; i < count && children < MAX_CHILDREN; i++) {
            double v = innovation[i];
            parent[children] = i;
            childSum[children] = sum[i];
            childInnovation[children] = Math.copySign(whole + sign * Math.abs(v), sign * v);
            children += (int) (Double.doubleToRawLongBits(sum[i] - limit) >>> (Long.SIZE - 1));
        }
        return children;
    }

    /** The children are the next to be taken further; they replace the branches of their parents where none of these waits any more. */
    private void replace(int t, int from, int count, int children) {
        int last = segments - 1;
        boolean done = from + count == top;
        int to = done ? bases[last] : top;
        double[] gain = gains.gains();
        for (int c = 0; c < K; c++) {
            double[] values = state[c];
            double g = gain[t * K + c];
            for (int j = 0; j < children; j++) {
                values[top + j] = values[from + parent[j]] + g * childInnovation[j];
            }
            System.arraycopy(values, top, values, to, children);
        }
        System.arraycopy(childSum, 0, total, to, children);
        nexts[last] = from + count;
        segments -= done ? 1 : 0;
        if (children > 0) {
            bases[segments] = to;
            nexts[segments] = to;
            depths[segments] = t + 1;
            segments++;
        }
        top = to + children;
    }

    /** Returns the number of nodes of the last search. */
    long nodes() {
        return nodes;
    }

    /** Returns whether the last search ended for want of nodes. */
    boolean isUsedUp() {
        return usedUp;
    }
}
