package org.insardask.ils;

import java.util.Arrays;

/**
 * An exact search of the integer vectors whose sum over the filter, N / d, is below a limit; of z and -z one is found. It goes through
 * blocks of branches of the same place, the deepest block first, so that the branches of a block do not wait for one another. Where all
 * but zeros to the end would be too long, what these add is known without going there. For one use.
 */
final class CloseVectorTree {

    /** What takes the vectors. */
    interface Sink {

        /** Returns whether a vector of some sum over the filter and some sum of absolute values is wanted. */
        boolean counts(double sum, double changes);

        /**
         * Takes a vector that is wanted.
         *
         * @param vector in the order of the gains
         * @return the limit to go on with
         */
        double take(double[] vector, double sum, double changes);

        /** Returns whether to give up after so many branches. */
        boolean isTooLong(long branches);
    }

    private static final int FOUR = 4;
    /** The number of branches of a block, but for those of the last branch before. */
    private static final int BLOCK = 128;
    /** Where a branch may have more children than this, as with priors that say next to nothing, the arrays would be too large. */
    private static final double MOST_CHILDREN = 2000.0;
    /** An innovation (cycles) after which zeros are likely to follow, and the number of places after which they are looked for anyway. */
    private static final double UNUSUAL = 0.6;
    private static final int REGULAR = 16;

    private final int n;
    private final int stride;
    private final int width;
    private final double[] rows;
    private final double[] gain;
    private final double[] weights;
    private final ZeroRest rest;
    private final Sink sink;
    private final int[] counts;
    private final int[] done;
    /** Of branch b before place t, at t * width + b. */
    private final double[] sums;
    private final double[] changes;
    private final double[] integers;
    private final int[] parents;
    private final double[] innovations;
    /** The same times the stride. */
    private final double[] states;
    private final double[] vector;
    private double limit;
    private long branches;

    /**
     * Prepares a search.
     *
     * @param gains of the geometry; not modified
     * @param limit of the sum over the filter, for which the tree is not {@link #isTooWide too wide}
     */
    CloseVectorTree(StructuredGains gains, double limit, Sink sink) {
        this.n = gains.size();
        this.stride = StructuredGains.strideOf(gains.parameters());
        this.rows = gains.rows();
        this.gain = gains.gains();
        this.weights = gains.weights();
        this.rest = new ZeroRest(gains);
        this.sink = sink;
        this.limit = limit;
        this.width = BLOCK + (int) mostChildren(gains, limit) + 2;
        this.counts = new int[n + 1];
        this.done = new int[n + 1];
        this.sums = new double[(n + 1) * width];
        this.changes = new double[(n + 1) * width];
        this.integers = new double[(n + 1) * width];
        this.parents = new int[(n + 1) * width];
        this.innovations = new double[width];
        this.states = new double[(n + 1) * width * stride];
        this.vector = new double[n];
    }

    /** A bound of the children of a branch. */
    private static double mostChildren(StructuredGains gains, double limit) {
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < gains.size(); t++) {
            least = Math.min(least, gains.weights()[t]);
        }
        return 2.0 * Math.ceil(Math.sqrt(limit / least));
    }

    /** Returns whether branches may have so many children that there is no search. */
    static boolean isTooWide(StructuredGains gains, double limit) {
        return mostChildren(gains, limit) > MOST_CHILDREN;
    }

    /**
     * Returns about how many branches there are: at each place, as many as the volume of the ellipsoid of the limit, halved for z and -z.
     */
    static double expectedBranches(StructuredGains gains, double limit) {
        double total = 0.0;
        double logProduct = 0.0;
        double[] logUnit = {0.0, Math.log(2.0)};
        for (int t = 1; t <= gains.size(); t++) {
            logProduct += 0.5 * Math.log(gains.variance(t - 1) * limit);
            if (t > 1) {
                // the unit ball of t dimensions from that of t - 2
                logUnit[t % 2] += Math.log(2.0 * Math.PI / t);
            }
            total += 0.5 * Math.exp(logUnit[t % 2] + logProduct);
        }
        return total;
    }

    /** Searches; returns whether it came to its end. */
    boolean search() {
        counts[0] = 1;
        int t = 0;
        while (t >= 0) {
            if (done[t] == counts[t]) {
                t--;
            } else {
                if (sink.isTooLong(branches)) {
                    return false;
                }
                expand(t);
                computeStates(t);
                finish(t + 1);
                done[t + 1] = 0;
                t = counts[t + 1] > 0 ? t + 1 : t;
            }
        }
        return true;
    }

    /** Takes the integers that are near enough for the branches at a place, as many as there is room for. */
    private void expand(int t) {
        double weight = weights[t];
        int to = (t + 1) * width;
        int next = to;
        int b = t * width + done[t];
        int end = t * width + counts[t];
        while (b < end && next - to < BLOCK) {
            if (changes[b] == 0.0) {
                next = addFirst(b, next, to, weight);
            } else {
                double predicted = predict(t, b);
                double z = Math.rint(predicted);
                double v = z - predicted;
                next += add(b, next, to, z, v, weight);
                double side = v > 0.0 ? -1.0 : 1.0;
                int second = add(b, next, to, z + side, v + side, weight);
                next += second;
                if (second > 0) {
                    next = addFurther(b, next, to, z, v, side, weight);
                }
            }
            b++;
        }
        done[t] = b - t * width;
        counts[t + 1] = next - to;
        branches += next - to;
    }

    private double predict(int t, int b) {
        double sum = 0.0;
        int s = b * stride;
        for (int c = t * stride; c < (t + 1) * stride; c += FOUR) {
            sum += (rows[c] * states[s] + rows[c + 1] * states[s + 1]) + (rows[c + 2] * states[s + 2] + rows[c + 3] * states[s + 3]);
            s += FOUR;
        }
        return sum;
    }

    /** Writes a branch; it only counts, and 1 is returned, where it is near enough. */
    private int add(int parent, int next, int to, double z, double v, double weight) {
        double sum = sums[parent] + v * v * weight;
        sums[next] = sum;
        changes[next] = changes[parent] + Math.abs(z);
        integers[next] = z;
        parents[next] = parent;
        innovations[next - to] = v;
        return sum < limit ? 1 : 0;
    }

    /** The integers of a branch of zeros, of which no change is negative. */
    private int addFirst(int parent, int first, int to, double weight) {
        int next = first;
        double z = 0.0;
        while (add(parent, next, to, z, z, weight) > 0) {
            next++;
            z += 1.0;
        }
        return next;
    }

    /** The integers beyond the two nearest ones, on both sides. */
    private int addFurther(int parent, int first, int to, double z, double v, double side, double weight) {
        int next = first;
        double away = -side;
        while (add(parent, next, to, z + away, v + away, weight) > 0) {
            next++;
            away -= side;
        }
        away = 2.0 * side;
        while (add(parent, next, to, z + away, v + away, weight) > 0) {
            next++;
            away += side;
        }
        return next;
    }

    private void computeStates(int t) {
        int to = (t + 1) * width;
        for (int i = 0; i < counts[t + 1]; i++) {
            double v = innovations[i];
            int s = parents[to + i] * stride;
            int target = (to + i) * stride;
            for (int c = t * stride; c < (t + 1) * stride; c += FOUR) {
                states[target] = states[s] + gain[c] * v;
                states[target + 1] = states[s + 1] + gain[c + 1] * v;
                states[target + 2] = states[s + 2] + gain[c + 2] * v;
                states[target + 3] = states[s + 3] + gain[c + 3] * v;
                s += FOUR;
                target += FOUR;
            }
        }
    }

    /** Takes away the branches before a place of which nothing but zeros, or nothing at all, is to be looked at. */
    private void finish(int t) {
        int from = t * width;
        boolean always = t % REGULAR == 0;
        double enough = limit - rest.leastOther(t, 0.0);
        int kept = 0;
        for (int i = 0; i < counts[t]; i++) {
            boolean looked = sums[from + i] >= enough && (always || t == n || Math.abs(innovations[i]) > UNUSUAL);
            if (!(looked && isFinished(t, from + i))) {
                keep(from + i, from + kept++);
            }
        }
        counts[t] = kept;
    }

    private boolean isFinished(int t, int b) {
        if (changes[b] == 0.0) {
            return t == n;
        }
        double zeros = rest.sum(t, states, b * stride);
        if (sums[b] + rest.leastOther(t, zeros) < limit) {
            return false;
        }
        double sum = sums[b] + zeros;
        if (sum < limit && sink.counts(sum, changes[b])) {
            copyVector(t, b);
            limit = sink.take(vector, sum, changes[b]);
        }
        return true;
    }

    private void copyVector(int t, int b) {
        Arrays.fill(vector, t, n, 0.0);
        int branch = b;
        for (int i = t; i > 0; i--) {
            // no negative zeros
            vector[i - 1] = integers[branch] + 0.0;
            branch = parents[branch];
        }
    }

    private void keep(int b, int target) {
        if (b != target) {
            sums[target] = sums[b];
            changes[target] = changes[b];
            integers[target] = integers[b];
            parents[target] = parents[b];
            System.arraycopy(states, b * stride, states, target * stride, stride);
        }
    }
}
