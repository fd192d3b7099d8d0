package org.insardask.ils;

import java.util.Arrays;

/**
 * The short look at an arc of low success rate: a beam of at most four vectors for at most four parameters, without envelope. It keeps
 * the vectors that a {@link HypothesisBeam} of that width keeps, in a third of the time: children are written without asking whether
 * they stay, and only counted where they do, since half of such branches would be guessed wrong. Sums are compared as bits, which have
 * the same order, as they are not negative. For one thread; a search allocates nothing.
 */
final class ShortBeam {

    /** The largest number of vectors. */
    static final int ROOM = 4;
    private static final int K = 4;
    /** Children are sorted into this many classes where there are too many, as in the wide beam. */
    private static final int CLASSES = 64;
    private static final int MAX_CHILDREN = 128;
    /** Where these are reached each vector still has its second child, or writes one that does not stay. */
    private static final int CHILD_ROOM = MAX_CHILDREN + ROOM;
    /** Less than any innovation but 0. */
    private static final double TINY = 1.0e-300;
    private static final long INFINITE = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private final double[] innovation = new double[ROOM];
    private final double[] nearest = new double[ROOM];
    private final double[] nearestTotal = new double[ROOM];
    private final double[] childTotal = new double[CHILD_ROOM];
    private final double[] childInnovation = new double[CHILD_ROOM];
    private final double[] childInteger = new double[CHILD_ROOM];
    private final int[] childParent = new int[CHILD_ROOM];
    /** By place and vector: the integers, and the vector of the epoch before from which each comes. */
    private final double[] integers;
    private final int[] parents;
    /** Vector by vector; with room for one that is written and does not stay. */
    private double[] state = new double[(ROOM + 1) * K];
    private double[] nextState = new double[(ROOM + 1) * K];
    private double[] total = new double[ROOM + 1];
    private double[] nextTotal = new double[ROOM + 1];
    private double[] gains;
    private int n;
    private int count;
    private int children;
    private long nodes;
    private double least;
    /** Bits of the smallest sum of a vector that was dropped. */
    private long dropped;

    ShortBeam(int capacity) {
        integers = new double[ROOM * capacity + 1];
        parents = new int[ROOM * capacity + 1];
    }

    /**
     * Searches vectors.
     *
     * @param newGains computed, of at most four parameters; not modified
     * @param phase in the order of the gains (cycles); not modified
     * @param threshold vectors whose sums exceed the smallest by this are dropped
     */
    void search(StructuredGains newGains, double[] phase, double threshold) {
        n = newGains.size();
        gains = newGains.gains();
        double[] rows = newGains.rows();
        double[] weights = newGains.weights();
        count = 1;
        total[0] = 0.0;
        Arrays.fill(state, 0.0);
        nodes = 0L;
        dropped = INFINITE;
        for (int t = 0; t < n; t++) {
            nodes += count;
            predict(rows, t * K, phase[t], weights[t]);
            double cut = least + threshold;
            children = collectNearest(cut);
            children = collectSiblings(children, cut, weights[t]);
            take(t, children > ROOM ? classLimit(cut) : cut);
        }
    }

    /** Predicts the phase of an epoch for all vectors, and takes the nearest integers. */
    private void predict(double[] rows, int row, double phase, double weight) {
        double h0 = rows[row];
        double h1 = rows[row + 1];
        double h2 = rows[row + 2];
        double h3 = rows[row + 3];
        long smallest = INFINITE;
        for (int h = 0; h < count; h++) {
            int s = h * K;
            double x = phase - ((h0 * state[s] + h1 * state[s + 1]) + (h2 * state[s + 2] + h3 * state[s + 3]));
            double integer = Math.rint(x);
            double v = x - integer;
            double sum = total[h] + v * v * weight;
            innovation[h] = v;
            nearest[h] = integer;
            nearestTotal[h] = sum;
            smallest = Math.min(smallest, Double.doubleToRawLongBits(sum));
        }
        least = Double.longBitsToDouble(smallest);
    }

    /** Lists the children with the nearest integers whose sums are below the cut. */
    private int collectNearest(double cut) {
        int found = 0;
        for (int h = 0; h < count; h++) {
            double sum = nearestTotal[h];
            childTotal[found] = sum;
            childInnovation[found] = innovation[h];
            childInteger[found] = nearest[h];
            childParent[found] = h;
            found += countUnless(sum, HypothesisBeam.isBelow(sum, cut));
        }
        return found;
    }

    /** Lists the children with other integers, outwards from the nearest. */
    private int collectSiblings(int first, double cut, double weight) {
        int found = first;
        for (int h = 0; h < count; h++) {
            double v = innovation[h];
            double step = side(v);
            double sibling = v - step;
            double sum = total[h] + sibling * sibling * weight;
            childTotal[found] = sum;
            childInnovation[found] = sibling;
            childInteger[found] = nearest[h] + step;
            childParent[found] = h;
            found += countUnless(sum, HypothesisBeam.isBelow(sum, cut));
            double further = sibling + 2.0 * step;
            sum = total[h] + further * further * weight;
            if (sum < cut) {
                found = collectFurther(h, found, cut, weight);
            } else {
                dropped = Math.min(dropped, Double.doubleToRawLongBits(sum));
            }
        }
        return found;
    }

    /** Returns 1 for an innovation above 0, else -1. */
    private static double side(double v) {
        return Math.copySign(1.0, v - TINY);
    }

    /** Lists the children of a vector from its second sibling on. */
    private int collectFurther(int h, int first, double cut, double weight) {
        int found = first;
        double step = 2.0 * side(innovation[h]);
        double v = childInnovation[found - 1] + step;
        double integer = childInteger[found - 1] - step;
        double sum = total[h] + v * v * weight;
        while (sum < cut && found < MAX_CHILDREN) {
            childTotal[found] = sum;
            childInnovation[found] = v;
            childInteger[found] = integer;
            childParent[found] = h;
            found++;
            step = step > 0.0 ? -step - 1.0 : -step + 1.0;
            v += step;
            integer -= step;
            sum = total[h] + v * v * weight;
        }
        dropped = Math.min(dropped, Double.doubleToRawLongBits(sum));
        return found;
    }

    /** Takes a sum as dropped unless it stays, which is 1 or 0, and returns that. */
    private int countUnless(double sum, int stays) {
        dropped = Math.min(dropped, HypothesisBeam.bitsUnless(stays, sum));
        return stays;
    }

    /** Returns a limit of the sums below which there are at most four children, in steps of a class. */
    private double classLimit(double cut) {
        long a = INFINITE;
        long b = INFINITE;
        long c = INFINITE;
        long d = INFINITE;
        long fifth = INFINITE;
        for (int i = 0; i < children; i++) {
            long sum = Double.doubleToRawLongBits(childTotal[i]);
            fifth = Math.min(fifth, Math.max(d, sum));
            d = Math.min(d, Math.max(c, sum));
            c = Math.min(c, Math.max(b, sum));
            b = Math.min(b, Math.max(a, sum));
            a = Math.min(a, sum);
        }
        double scale = CLASSES / (cut - least);
        int first = (int) ((Double.longBitsToDouble(fifth) - least) * scale);
        return least + Math.max(first - 1, 1) / scale;
    }

    /** The children below a limit, at most three and the best one, are the new vectors. */
    private void take(int t, double limit) {
        int offset = t * ROOM;
        double g0 = gains[t * K];
        double g1 = gains[t * K + 1];
        double g2 = gains[t * K + 2];
        double g3 = gains[t * K + 3];
        int taken = 0;
        for (int i = 0; i < children; i++) {
            double sum = childTotal[i];
            double v = childInnovation[i];
            int from = childParent[i] * K;
            int to = taken * K;
            nextState[to] = state[from] + g0 * v;
            nextState[to + 1] = state[from + 1] + g1 * v;
            nextState[to + 2] = state[from + 2] + g2 * v;
            nextState[to + 3] = state[from + 3] + g3 * v;
            nextTotal[taken] = sum;
            integers[offset + taken] = childInteger[i];
            parents[offset + taken] = childParent[i];
            int best = sum == least ? 1 : 0;
            // as long as taken is less than 3, or less than 4
            int room = (taken - (ROOM - 1)) >>> (Integer.SIZE - 1);
            int roomForBest = (taken - ROOM) >>> (Integer.SIZE - 1);
            taken += countUnless(sum, (best & roomForBest) | (HypothesisBeam.isBelow(sum, limit) & room));
        }
        swap();
        count = taken;
    }

    private void swap() {
        double[] states = state;
        state = nextState;
        nextState = states;
        double[] totals = total;
        total = nextTotal;
        nextTotal = totals;
    }

    /** Returns a bound of the norms of all vectors that are not in the beam. */
    double smallestDropped() {
        return Double.longBitsToDouble(dropped);
    }

    long nodes() {
        return nodes;
    }

    /**
     * Offers the vectors that are left to a list, the best ones first.
     *
     * @param candidates empty
     * @param vector scratch; it is left with the best one
     * @param estimate output: the parameters of the best one, 4 elements
     */
    void offerTo(CandidateList candidates, double[] vector, double[] estimate) {
        System.arraycopy(state, HypothesisBeam.smallest(total, count) * K, estimate, 0, K);
        for (int i = 0; i < count; i++) {
            int h = HypothesisBeam.smallest(total, count);
            if (!(total[h] < candidates.bound())) {
                return;
            }
            copy(h, vector);
            candidates.offer(total[h], vector, 0, n);
            total[h] = Double.POSITIVE_INFINITY;
        }
    }

    private void copy(int vector, double[] target) {
        int h = vector;
        for (int t = n - 1; t >= 0; t--) {
            int place = t * ROOM + h;
            target[t] = 0.0 - integers[place];
            h = parents[place];
        }
    }
}
