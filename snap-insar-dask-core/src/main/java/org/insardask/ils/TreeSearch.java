package org.insardask.ils;

/**
 * Depth-first search of a structured problem: nearest integer first, then alternating outwards (Schnorr-Euchner), in the order of the
 * gains. A node costs O(k). For one thread; a search allocates nothing.
 *
 * <p>Source: Schnorr and Euchner (1994), doi:10.1007/BF01581144.
 */
final class TreeSearch {

    private final int stride;
    private final double[] state;
    private final double[] integer;
    private final double[] innovation;
    private final double[] step;
    private final double[] distance;
    /** The phase less its prediction without the innovation of the epoch before, so that little waits for that. */
    private final double[] ahead;
    private final NearBranches neighbours = new NearBranches();
    private StructuredGains gains;
    private double[] phase;
    private CandidateList candidates;
    private long nodes;
    private double smallestPruned;

    TreeSearch(int capacity, int k) {
        this.stride = StructuredGains.strideOf(k);
        this.state = new double[(capacity + 1) * stride];
        this.integer = new double[capacity];
        this.innovation = new double[capacity];
        this.step = new double[capacity];
        this.distance = new double[capacity + 1];
        this.ahead = new double[capacity];
    }

    /**
     * Sets the problem.
     *
     * @param newGains computed; not modified
     * @param newPhase in the order of the gains (cycles); not modified
     * @param newCandidates takes the vectors found, and gives the bound
     */
    void start(StructuredGains newGains, double[] newPhase, CandidateList newCandidates) {
        gains = newGains;
        phase = newPhase;
        candidates = newCandidates;
        nodes = 0L;
    }

    /** Returns the number of nodes since the start. */
    long nodes() {
        return nodes;
    }

    /** Returns the smallest sum of a branch that the last run cut although it was below the bound. */
    double smallestPruned() {
        return smallestPruned;
    }

    /** Sets the list that takes the vectors found from now on, and gives the bound. */
    void offerTo(CandidateList newCandidates) {
        candidates = newCandidates;
    }

    /** Returns the sums by number of epochs of the vector that was followed last. */
    double[] distances() {
        return distance;
    }

    /** Returns the estimates of the parameters by number of epochs of the vector that was followed last. */
    double[] states() {
        return state;
    }

    /** Goes down to the leaf of a vector. */
    void follow(double[] vector, int offset) {
        double[] weights = gains.weights();
        double x = enterRoot();
        int last = gains.size() - 1;
        for (int t = 0; t <= last; t++) {
            double v = x + vector[offset + t];
            integer[t] = vector[offset + t];
            innovation[t] = v;
            step[t] = v > 0.0 ? -1.0 : 1.0;
            distance[t + 1] = distance[t] + v * v * weights[t];
            x = descend(t, v, last);
        }
    }

    /**
     * Searches the whole tree.
     *
     * @param quantiles least sums of the squares still to come, by their number
     * @param limits largest sums by number of epochs
     * @param maxNodes the largest number of nodes since the start
     * @param bestOnly whether only vectors better than the best candidate are searched, else those that enter the list
     * @return false where the node limit ended it
     */
    boolean run(double[] quantiles, double[] limits, long maxNodes, boolean bestOnly) {
        smallestPruned = Double.POSITIVE_INFINITY;
        enter(0, enterRoot());
        return run(0, quantiles, limits, maxNodes, bestOnly);
    }

    /**
     * Searches all but the vector that was followed, which must be the first leaf of the tree.
     *
     * @param quantiles least sums of the squares still to come, by their number
     * @param limits largest sums by number of epochs
     * @param threshold how much the rest of a branch may be better than that of the leaf; infinite for the exact search
     * @param maxNodes the largest number of nodes since the start
     * @param bestOnly whether only vectors better than the leaf are searched, else those that enter the list
     * @return false where the node limit ended it
     */
    boolean runBeside(double[] quantiles, double[] limits, double threshold, long maxNodes, boolean bestOnly) {
        double[] weights = gains.weights();
        int last = gains.size() - 1;
        double leaf = distance[last + 1];
        smallestPruned = Double.POSITIVE_INFINITY;
        neighbours.reset();
        for (int t = last; t >= 0; t--) {
            double gap = (1.0 - 2.0 * Math.abs(innovation[t])) * weights[t];
            double sibling = distance[t + 1] + gap;
            double bound = bestOnly ? candidates.norm(0) : candidates.bound();
            double spread = bound - leaf + threshold;
            nodes++;
            if (sibling + quantiles[last - t] < bound && gap < spread && !neighbours.areClosed(gains, t, gap, spread)) {
                next(t);
                if (!run(t, quantiles, limits, maxNodes, bestOnly)) {
                    return false;
                }
            } else {
                smallestPruned = Math.min(smallestPruned, sibling);
            }
            neighbours.add(gains, t, gap);
        }
        return true;
    }

    /** Searches from the present integer at a place on until all later ones at this place are done. */
    private boolean run(int root, double[] quantiles, double[] limits, long maxNodes, boolean bestOnly) {
        double[] weights = gains.weights();
        int last = gains.size() - 1;
        double bound = bestOnly ? candidates.norm(0) : candidates.bound();
        int t = root;
        while (true) {
            if (nodes >= maxNodes) {
                return false;
            }
            nodes++;
            double v = innovation[t];
            double total = distance[t] + v * v * weights[t];
            if (total + quantiles[last - t] < bound && total < limits[t + 1]) {
                if (t == last) {
                    candidates.offer(total, integer, 0, last + 1);
                    bound = bestOnly ? candidates.norm(0) : candidates.bound();
                    next(t);
                } else {
                    distance[t + 1] = total;
                    double x = descend(t, v, last);
                    t++;
                    enter(t, x);
                }
            } else {
                if (total < smallestPruned && total < bound) {
                    smallestPruned = total;
                }
                if (t == root) {
                    return true;
                }
                t--;
                next(t);
            }
        }
    }

    /** Returns the first phase, whose prediction is 0, and looks ahead to the second. */
    private double enterRoot() {
        if (gains.size() > 1) {
            lookAhead(1, 0);
        }
        return phase[0];
    }

    /** Predicts the phase at place t from the estimate before another place. */
    private void lookAhead(int t, int from) {
        double[] rows = gains.rows();
        int row = t * stride;
        int s = from * stride;
        double x = phase[t];
        for (int c = 0; c < stride; c += 4) {
            x -= (rows[row + c] * state[s + c] + rows[row + c + 1] * state[s + c + 1])
                    + (rows[row + c + 2] * state[s + c + 2] + rows[row + c + 3] * state[s + c + 3]);
        }
        ahead[t] = x;
    }

    /** Takes the integer at place t that brings the innovation next to zero. */
    private void enter(int t, double x) {
        double nearest = Math.rint(x);
        double v = x - nearest;
        integer[t] = 0.0 - nearest;
        innovation[t] = v;
        step[t] = v > 0.0 ? -1.0 : 1.0;
    }

    private void next(int t) {
        double s = step[t];
        integer[t] += s;
        innovation[t] += s;
        step[t] = s > 0.0 ? -s - 1.0 : -s + 1.0;
    }

    /** Takes the innovation of place t into the estimate; returns the phase at the next place less its prediction. */
    private double descend(int t, double v, int last) {
        double[] gain = gains.gains();
        int offset = t * stride;
        for (int c = offset; c < offset + stride; c += 4) {
            int to = c + stride;
            state[to] = state[c] + gain[c] * v;
            state[to + 1] = state[c + 1] + gain[c + 1] * v;
            state[to + 2] = state[c + 2] + gain[c + 2] * v;
            state[to + 3] = state[c + 3] + gain[c + 3] * v;
        }
        if (t == last) {
            return 0.0;
        }
        double x = ahead[t + 1] - gains.couplings()[t] * v;
        if (t + 1 < last) {
            lookAhead(t + 2, t + 1);
        }
        return x;
    }
}
