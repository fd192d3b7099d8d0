package org.insardask.ils;

/**
 * Integer least squares where the covariance is diagonal plus rank k: the norm is a sum of squared innovations of a filter that takes
 * the epochs one after another, so that a node of the search costs O(k), and no n x n matrix is needed. Depth first, nearest integer
 * first, then alternating outwards (Schnorr-Euchner), for the m best candidates.
 *
 * <p>With a miss probability above 0 a branch is also cut where its sum plus the lower chi-square quantile of the squares still to
 * come reaches the bound. Where a search that could be wrong only for this reason has nodes left, it can go on to prove its best
 * candidate; the status speaks of the best candidate alone.
 *
 * <p>An instance belongs to one thread; a search allocates nothing.
 *
 * <p>Sources: the chain rule of Gaussian densities (Kalman filter of a static state) for the norm; Schnorr and Euchner (1994),
 * doi:10.1007/BF01581144.
 */
public final class StructuredSearch {

    private static final double INVERSE_TWO_PI = 1.0 / (2.0 * Math.PI);
    /** Nodes for each epoch that the look for first candidates may take. */
    private static final long DIVE_NODES = 200L;
    /** Relative difference of norms above which one is surely the smaller. */
    private static final double PROOF_MARGIN = 1.0e-9;

    private final int k;
    private final int stride;
    private final CandidateList candidates;
    private final double[] phase;
    private final double[] state;
    private final double[] integer;
    private final double[] innovation;
    private final double[] step;
    private final double[] distance;
    private final double[] noQuantiles;
    private StructuredGains gains;
    private long nodes;
    private double smallestPruned;

    /**
     * Makes a search for one thread.
     *
     * @param capacity the largest number of epochs
     * @param k the number of parameters
     * @param maxCandidates the largest number of candidates
     */
    public StructuredSearch(int capacity, int k, int maxCandidates) {
        this.k = k;
        this.stride = StructuredGains.strideOf(k);
        this.candidates = new CandidateList(maxCandidates, capacity);
        this.phase = new double[capacity];
        this.state = new double[(capacity + 1) * stride];
        this.integer = new double[capacity];
        this.innovation = new double[capacity];
        this.step = new double[capacity];
        this.distance = new double[capacity + 1];
        this.noQuantiles = new double[capacity + 1];
    }

    /**
     * Searches the best candidates.
     *
     * @param newGains computed for the epochs to use; not modified, may be shared by threads
     * @param phases wrapped phases by epoch of the model (rad); not modified; epochs that the gains leave out are not read
     * @param wanted the number of candidates m
     * @param options pruning, proof and node limit
     * @return SOLVED, NOT_PROVEN or NODE_LIMIT
     */
    public IlsStatus search(StructuredGains newGains, double[] phases, int wanted, SearchOptions options) {
        gains = newGains;
        int n = gains.size();
        if (n > phase.length || gains.parameters() != k) {
            throw new IllegalArgumentException("The gains have " + n + " epochs and " + gains.parameters()
                    + " parameters, expected at most " + phase.length + " and " + k);
        }
        for (int t = 0; t < n; t++) {
            phase[t] = phases[gains.epoch(t)] * INVERSE_TWO_PI;
        }
        candidates.clear(wanted);
        nodes = 0L;
        smallestPruned = Double.POSITIVE_INFINITY;
        double[] quantiles = options.quantiles(n);
        if (wanted == 1 && stride == 4 && options.maxNodes() >= 2L * n && firstLeafIsBest(n)) {
            return IlsStatus.SOLVED;
        }
        dive(options.envelope(), Math.min(DIVE_NODES * n, options.maxNodes() / 2));
        if (!run(quantiles, options.maxNodes(), false)) {
            return IlsStatus.NODE_LIMIT;
        }
        if (smallestPruned >= candidates.norm(0)) {
            return IlsStatus.SOLVED;
        }
        return options.prove() && run(noQuantiles, options.maxNodes(), true) ? IlsStatus.SOLVED : IlsStatus.NOT_PROVEN;
    }

    /** Returns the number of nodes that the last search visited. */
    public long nodes() {
        return nodes;
    }

    /** Returns the number of candidates that the last search found. */
    public int candidates() {
        return candidates.count();
    }

    /** Returns the squared norm of a candidate, candidates sorted by it. */
    public double norm(int candidate) {
        return candidates.norm(candidate);
    }

    /**
     * Copies the ambiguities of a candidate to their epochs; epochs that the gains leave out are not written.
     *
     * @param candidate from 0
     * @param target by epoch of the model, output (cycles): unwrapped phase = phase + 2 pi a
     */
    public void copyAmbiguities(int candidate, double[] target) {
        double[] vectors = candidates.vectors();
        int offset = candidates.offset(candidate);
        int n = gains.size();
        for (int t = 0; t < n; t++) {
            target[gains.epoch(t)] = vectors[offset + t];
        }
    }

    /**
     * Goes down to the first leaf for at most four parameters, and looks whether any sibling on the way could lead to a smaller norm.
     * Where none can, which is so for most arcs, the leaf is the solution, and it is taken.
     *
     * <p>The prediction of an epoch is split into what was known two epochs before and the last innovation, so that only a product, two
     * differences and a rounding wait for one another.
     */
    private boolean firstLeafIsBest(int n) {
        double[] rows = gains.rows();
        double[] gain = gains.gains();
        double[] weights = gains.weights();
        double[] couplings = gains.couplings();
        double b0 = 0.0;
        double b1 = 0.0;
        double b2 = 0.0;
        double b3 = 0.0;
        double total = 0.0;
        double siblings = Double.POSITIVE_INFINITY;
        double x = phase[0];
        for (int t = 0; t < n; t++) {
            int c = 4 * t;
            // without the innovation of this epoch
            double ahead = 0.0;
            double coupling = 0.0;
            if (t < n - 1) {
                ahead = phase[t + 1] - ((rows[c + 4] * b0 + rows[c + 5] * b1) + (rows[c + 6] * b2 + rows[c + 7] * b3));
                coupling = couplings[t];
            }
            double nearest = Math.rint(x);
            double v = x - nearest;
            x = ahead - coupling * v;
            b0 += gain[c] * v;
            b1 += gain[c + 1] * v;
            b2 += gain[c + 2] * v;
            b3 += gain[c + 3] * v;
            integer[t] = 0.0 - nearest;
            double other = 1.0 - Math.abs(v);
            siblings = Math.min(siblings, total + other * other * weights[t]);
            total += v * v * weights[t];
        }
        // a little more than needed, so that rounding cannot decide
        if (!(siblings > total * (1.0 + PROOF_MARGIN))) {
            return false;
        }
        nodes = 2L * n;
        candidates.offer(total, integer, 0, n);
        return true;
    }

    /**
     * Looks for first candidates among vectors that are likely under the model at every epoch on the way. A search that starts with a bad
     * leaf has a bound that cuts nothing, and would stay for ever in the branch of a wrong first integer. Ends with the wanted number of
     * candidates, or where no such vector is left, or at the node limit; it does not decide which vector is best.
     */
    private void dive(double[] envelope, long maxNodes) {
        double[] weights = gains.weights();
        int last = gains.size() - 1;
        int t = 0;
        enter(0);
        while (nodes < maxNodes) {
            nodes++;
            double v = innovation[t];
            double total = distance[t] + v * v * weights[t];
            if (total < envelope[t + 1]) {
                if (t == last) {
                    candidates.offer(total, integer, 0, last + 1);
                    if (candidates.isFull()) {
                        return;
                    }
                    next(t);
                } else {
                    distance[t + 1] = total;
                    descend(t, v);
                    t++;
                    enter(t);
                }
            } else if (t == 0) {
                return;
            } else {
                t--;
                next(t);
            }
        }
    }

    /** Searches the whole tree, for all candidates or only for a better best one; false where the node limit ended it. */
    private boolean run(double[] quantiles, long maxNodes, boolean bestOnly) {
        double[] weights = gains.weights();
        int last = gains.size() - 1;
        double bound = bestOnly ? candidates.norm(0) : candidates.bound();
        int t = 0;
        enter(0);
        while (true) {
            if (nodes >= maxNodes) {
                return false;
            }
            nodes++;
            double v = innovation[t];
            double total = distance[t] + v * v * weights[t];
            if (total + quantiles[last - t] < bound) {
                if (t == last) {
                    candidates.offer(total, integer, 0, last + 1);
                    bound = bestOnly ? candidates.norm(0) : candidates.bound();
                    next(t);
                } else {
                    distance[t + 1] = total;
                    descend(t, v);
                    t++;
                    enter(t);
                }
            } else {
                if (total < smallestPruned && total < bound) {
                    smallestPruned = total;
                }
                if (t == 0) {
                    return true;
                }
                t--;
                next(t);
            }
        }
    }

    /** Predicts the phase at place t and takes the integer that brings the innovation next to zero. */
    private void enter(int t) {
        double[] rows = gains.rows();
        int offset = t * stride;
        double x = phase[t];
        for (int c = offset; c < offset + stride; c += 4) {
            x -= (rows[c] * state[c] + rows[c + 1] * state[c + 1]) + (rows[c + 2] * state[c + 2] + rows[c + 3] * state[c + 3]);
        }
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

    private void descend(int t, double v) {
        double[] gain = gains.gains();
        int offset = t * stride;
        for (int c = offset; c < offset + stride; c += 4) {
            int to = c + stride;
            state[to] = state[c] + gain[c] * v;
            state[to + 1] = state[c + 1] + gain[c + 1] * v;
            state[to + 2] = state[c + 2] + gain[c + 2] * v;
            state[to + 3] = state[c + 3] + gain[c + 3] * v;
        }
    }
}
