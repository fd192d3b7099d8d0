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
    /** Two sums of the same vector differ by less than this part. */
    private static final double SAME = 1.0e-9;
    /** The number of branches that are taken further at a time. */
    private static final int BLOCK = 128;
    /** Branches that wait, at most; there are more only where a node has very many children. */
    private static final int CAPACITY = 1 << 15;
    /** So many places of branches that are done may lie idle between those that wait. */
    private static final int IDLE = 256;
    /** The largest number of children of a block. */
    private static final int MAX_CHILDREN = 8 * BLOCK;

    private final double[][] state = new double[K][CAPACITY];
    private final double[] total = new double[CAPACITY];
    /** The waiting branches of a depth: where their part of the arrays starts, the next one, and the depth; the deepest are the last. */
    private final int[] bases;
    private final int[] nexts;
    private final int[] depths;
    private final double[] innovation = new double[BLOCK];
    private final double[] sum = new double[BLOCK];
    private final int[] parent = new int[MAX_CHILDREN + BLOCK];
    private final double[] childInnovation = new double[MAX_CHILDREN + BLOCK];
    private final double[] childSum = new double[MAX_CHILDREN + BLOCK];
    private final double[] vector;
    private final double[] estimate = new double[K];
    private StructuredGains gains;
    private double[] phase;
    private double[] limits;
    private double[] parts;
    /** Takes better vectors; null where none is expected. */
    private CandidateList candidates;
    /** The norm of the vector that is expected where no better ones are; NaN where there is none. */
    private double known;
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
        known = Double.NaN;
        return run(newGains, newPhase, maxNodes);
    }

    /**
     * Tells whether no vector has sums below limits but a known one.
     *
     * @param newGains computed, of at most four parameters; not modified
     * @param newPhase in the order of the gains (cycles); not modified
     * @param newLimits of the sums by number of epochs; the last one becomes a little smaller, for rounding errors
     * @param norm of the known vector
     * @param maxNodes the largest number of nodes
     * @return true where no other vector has all its sums below the limits; false where one has, or where that is not known
     */
    boolean isAlone(StructuredGains newGains, double[] newPhase, double[] newLimits, double norm, long maxNodes) {
        limits = newLimits;
        candidates = null;
        known = norm;
        limits[newGains.size()] *= SURELY_BETTER;
        return run(newGains, newPhase, maxNodes);
    }

    /**
     * Searches vectors better than a candidate.
     *
     * @param newGains computed, of at most four parameters; not modified
     * @param newPhase in the order of the gains (cycles); not modified
     * @param newCandidates of which the best one is to be improved
     * @param newParts largest parts of the norm of a better vector by number of epochs, 1 to search all; not modified
     * @param scratch place for limits, by number of epochs
     * @param maxNodes the largest number of nodes
     * @return whether it came to its end, and the best candidate is the best vector of those parts
     */
    boolean improve(StructuredGains newGains, double[] newPhase, CandidateList newCandidates, double[] newParts, double[] scratch,
            long maxNodes) {
        limits = scratch;
        parts = newParts;
        candidates = newCandidates;
        setLimits(newGains.size(), candidates.norm(0));
        return run(newGains, newPhase, maxNodes);
    }

    private void setLimits(int n, double norm) {
        for (int t = 0; t <= n; t++) {
            limits[t] = norm * SURELY_BETTER * parts[t];
        }
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
            if (segments == 1 && top - nexts[0] == 1) {
                followAlone();
            }
            int t = depths[segments - 1];
            int from = nexts[segments - 1];
            int count = Math.min(BLOCK, top - from);
            predict(t, phase[t], gains.weights()[t], from, count);
            int children = collectChildren(from, count, gains.weights()[t], limits[t + 1]);
            nodes += count + children;
            if (children >= MAX_CHILDREN || top + children > CAPACITY) {
                return false;
            }
            boolean leaves = children > 0 && t + 1 == gains.size();
            if (leaves && !takeLeaves(t, from, children)) {
                return false;
            }
            replace(t, from, count, leaves ? 0 : children);
        }
        return true;
    }

    /** Takes the only branch further while it has one child, and there are epochs. */
    private void followAlone() {
        double[] rows = gains.rows();
        double[] gain = gains.gains();
        double[] weights = gains.weights();
        int b = nexts[0];
        int last = gains.size() - 1;
        int t = depths[0];
        double b0 = state[0][b];
        double b1 = state[1][b];
        double b2 = state[2][b];
        double b3 = state[3][b];
        double own = total[b];
        while (t < last) {
            int c = t * K;
            double x = phase[t] - ((rows[c] * b0 + rows[c + 1] * b1) + (rows[c + 2] * b2 + rows[c + 3] * b3));
            double v = x - Math.rint(x);
            double other = 1.0 - Math.abs(v);
            double next = own + v * v * weights[t];
            if (!(next < limits[t + 1] && own + other * other * weights[t] >= limits[t + 1])) {
                break;
            }
            own = next;
            b0 += gain[c] * v;
            b1 += gain[c + 1] * v;
            b2 += gain[c + 2] * v;
            b3 += gain[c + 3] * v;
            t++;
        }
        nodes += 2L * (t - depths[0]);
        state[0][b] = b0;
        state[1][b] = b1;
        state[2][b] = b2;
        state[3][b] = b3;
        total[b] = own;
        depths[0] = t;
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

    /** Returns whether to go on. */
    private boolean takeLeaves(int t, int from, int children) {
        if (candidates == null) {
            // the known vector is there once
            boolean expected = children == 1 && Math.abs(childSum[0] - known) <= SAME * known;
            known = Double.NaN;
            return expected;
        }
        takeLeaf(t, from, children);
        return true;
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
        setLimits(n, Math.min(norm, childSum[best]));
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

    /** The phases of place t less their predictions, and without whole cycles, and the sums with the nearest integers. */
    private void predict(int t, double own, double weight, int from, int count) {
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
            double v = x - Math.rint(x);
            innovation[i] = v;
            sum[i] = total[b] + v * v * weight;
        }
    }

    /** Lists the children below a limit, those with the nearest integers first, then outwards; returns their number. */
    private int collectChildren(int from, int count, double weight, double limit) {
        int first = 0;
        int children = takeNearest(count, limit);
        // the distances from the integers are |v|, 1 - |v|, 1 + |v|, 2 - |v| ...: only where one is taken the next one can be
        for (int pass = 1; children > first && children < MAX_CHILDREN; pass++) {
            int end = children;
            int whole = (pass + 1) / 2;
            children = takeFurther(first, end, from, whole, pass % 2 == 0 ? 1.0 : -1.0, weight, limit);
            first = end;
        }
        return children;
    }

    /** Takes those below the limit, without branches, which would be guessed wrong too often. */
    private int takeNearest(int count, double limit) {
        int children = 0;
        for (int i = 0; i < count; i++) {
            parent[children] = i;
            childSum[children] = sum[i];
            childInnovation[children] = innovation[i];
            children += HypothesisBeam.isBelow(sum[i], limit);
        }
        return children;
    }

    /** The same for the next integers of the branches whose children have places first to end - 1. */
    private int takeFurther(int first, int end, int from, double whole, double sign, double weight, double limit) {
        int children = end;
        for (int i = first; i < end && children < MAX_CHILDREN; i++) {
            int branch = parent[i];
            double v = innovation[branch];
            double next = whole + sign * Math.abs(v);
            double nextSum = total[from + branch] + next * next * weight;
            parent[children] = branch;
            childSum[children] = nextSum;
            childInnovation[children] = Math.copySign(next, sign * v);
            children += HypothesisBeam.isBelow(nextSum, limit);
        }
        return children;
    }

    /**
     * The children are the next to be taken further. Where no branch of their parents waits any more, they are the ones to give the place
     * of these back, and move there where much of it lies idle.
     */
    private void replace(int t, int from, int count, int children) {
        int last = segments - 1;
        boolean done = from + count == top;
        int base = done ? bases[last] : top;
        int to = top - base > IDLE ? base : top;
        computeStates(t, from, children);
        if (to < top) {
            for (double[] values : state) {
                System.arraycopy(values, top, values, to, children);
            }
        }
        System.arraycopy(childSum, 0, total, to, children);
        nexts[last] = from + count;
        segments -= done ? 1 : 0;
        if (children > 0) {
            bases[segments] = base;
            nexts[segments] = to;
            depths[segments] = t + 1;
            segments++;
            top = to + children;
        } else {
            top = base;
        }
    }

    /** The estimates of the children are written behind all that waits. */
    private void computeStates(int t, int from, int children) {
        for (int c = 0; c < K; c++) {
            double[] values = state[c];
            double gain = gains.gains()[t * K + c];
            for (int j = 0; j < children; j++) {
                values[top + j] = values[from + parent[j]] + gain * childInnovation[j];
            }
        }
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
