package org.insardask.ils;

import java.util.Arrays;

/**
 * Integer least squares where the covariance is diagonal plus rank k: the norm is a sum of squared innovations of a filter that takes
 * the epochs one after another, so that a node of the search costs O(k), and no n x n matrix is needed. For the m best candidates.
 *
 * <p>The first leaf is looked at first: where no branch beside it can be better, it is the solution. Else a beam of likely vectors gives
 * good candidates, and the tree is searched as far as needed, depth first.
 *
 * <p>With a miss probability eps above 0 unlikely vectors are dropped: a branch whose sum exceeds the smallest of the same epoch by
 * T = -2 ln eps (for candidates after the best at most 2 ln 1000, and the difference of the norms more); one whose sum plus the lower
 * chi-square quantile of the squares still to come reaches the bound; and one whose sum exceeds the upper chi-square quantile. Where no
 * vector is below the last of these bounds at all epochs, the phases contradict the model; this is only said where the beam dropped no
 * such vector, or the tree was searched for them to its end. That quantile is for residuals of at least 0.6 rad (standard deviation), as
 * sigma is often too small. An arc of low success rate gets few nodes, and from 24 epochs on a short look alone.
 *
 * <p>Where a search that could be wrong only for its pruning has nodes left, it can go on to prove its best candidate; the
 * status speaks of the best candidate alone. Where the size of the tree says that the nodes will not do, only its likely branches are
 * searched for a better vector.
 *
 * <p>An instance belongs to one thread; a search allocates nothing.
 *
 * <p>Source: the chain rule of Gaussian densities (Kalman filter of a static state) for the norm.
 */
public final class StructuredSearch {

    private static final double INVERSE_TWO_PI = 1.0 / (2.0 * Math.PI);
    /** The number of vectors side by side in the look for first candidates. */
    private static final int BEAM_WIDTH = 32;
    /** The number of nodes for an arc of low success rate: nearly always enough for 20 epochs, also for noise, and hardly ever for 30. */
    private static final int POOR_NODES = 1500;
    /** The number of vectors in the short look at an arc of low success rate that has too many epochs for so few nodes. */
    private static final int SHORT_BEAM_WIDTH = 4;
    /** Vectors whose sums exceed the smallest by this are dropped in a short look: they are 100 times less probable. */
    private static final double SHORT_THRESHOLD = 2.0 * Math.log(100.0);
    /** T for candidates after the best, where the best is sure: these are not the solution, and looked for at less cost. */
    private static final double FURTHER_THRESHOLD = 2.0 * Math.log(1000.0);
    /** The number of nodes of a proof in blocks of branches before the size of the tree is asked for; with fewer there are no blocks. */
    private static final long SHORT_PROOF = 5000L;
    /** The number of nodes of a proof for each branch that is expected is at least this, 2 and more as a rule. */
    private static final double LEAST_NODES = 1.5;
    /** Where a proof would not end, a better vector is missed where the part of its norm after some epochs is less probable than this. */
    private static final double LIKELY_PART = 1.0e-4;
    /** The divisor of the node limit for showing with blocks that no vector stays in the envelope. */
    private static final long ENVELOPE_SHARE = 10L;
    /** Residuals of this standard deviation (cycles; 0.6 rad) do not contradict any model, as sigma is often chosen too small. */
    private static final double TOLERATED_SIGMA = 0.6 * INVERSE_TWO_PI;

    private final int k;
    private final int stride;
    private final CandidateList candidates;
    /** The best vector that never leaves the envelope, where there is doubt about one. */
    private final CandidateList inside;
    private final double[] phase;
    private final double[] vector;
    private final double[] noQuantiles;
    private final double[] noLimits;
    private final double[] limits;
    private final double[] parts;
    private final double[] estimate;
    private final FirstLeaf firstLeaf;
    private final HypothesisBeam beam;
    /** Null where there are too many parameters. */
    private final ShortBeam shortBeam;
    private final TreeSearch tree;
    /** Null where there are too many parameters. */
    private final BlockSearch blocks;
    private final SingleChanges changes;
    /** Decides on the second-best vector, null where the tree is always searched for it. */
    private final CloseSecond second;
    private StructuredGains gains;
    private SearchOptions options;
    private long maxNodes;
    private long lookNodes;
    private long blockNodes;
    private double smallestPruned;
    private boolean secondFound;

    /**
     * Makes a search for one thread.
     *
     * @param capacity the largest number of epochs
     * @param k the number of parameters
     * @param maxCandidates the largest number of candidates
     */
    public StructuredSearch(int capacity, int k, int maxCandidates) {
        this(capacity, k, maxCandidates, null);
    }

    /**
     * Makes a search for one thread that decides on the second-best of two candidates from a plan where it can, with a probability of
     * about the miss probability to be wrong, and not where the search is exact.
     *
     * @param capacity the largest number of epochs
     * @param k the number of parameters
     * @param maxCandidates the largest number of candidates
     * @param plan for the typical geometry of the arcs; null to search the tree for all candidates
     */
    public StructuredSearch(int capacity, int k, int maxCandidates, CloseVectorPlan plan) {
        this.k = k;
        this.changes = new SingleChanges(capacity);
        this.second = plan == null ? null : new CloseSecond(plan, k);
        this.stride = StructuredGains.strideOf(k);
        this.candidates = new CandidateList(maxCandidates, capacity);
        this.inside = new CandidateList(1, capacity);
        this.phase = new double[capacity];
        this.vector = new double[capacity];
        this.noQuantiles = new double[capacity + 1];
        this.noLimits = new double[capacity + 1];
        Arrays.fill(noLimits, Double.POSITIVE_INFINITY);
        this.limits = new double[capacity + 1];
        this.firstLeaf = new FirstLeaf(capacity);
        this.beam = new HypothesisBeam(capacity, k, BEAM_WIDTH);
        this.tree = new TreeSearch(capacity, k);
        this.parts = new double[capacity + 1];
        this.estimate = new double[stride];
        this.shortBeam = stride == 4 ? new ShortBeam(capacity) : null;
        this.blocks = stride == 4 ? new BlockSearch(capacity) : null;
    }

    /**
     * Searches the best candidates.
     *
     * @param newGains computed for the epochs to use; not modified, may be shared by threads
     * @param phases wrapped phases by epoch of the model (rad); not modified; epochs that the gains leave out are not read
     * @param wanted the number of candidates m
     * @param newOptions pruning, proof, node limit and when to give up
     * @return SOLVED, NOT_PROVEN, NODE_LIMIT, MODEL_REJECTED or HOPELESS
     * @throws IllegalArgumentException where sizes do not agree, or a phase that is read is NaN or infinite; there is no candidate then
     */
    public IlsStatus search(StructuredGains newGains, double[] phases, int wanted, SearchOptions newOptions) {
        gains = newGains;
        options = newOptions;
        int n = gains.size();
        if (n > phase.length || gains.parameters() != k) {
            throw new IllegalArgumentException("The gains have " + n + " epochs and " + gains.parameters()
                    + " parameters, expected at most " + phase.length + " and " + k);
        }
        options.checkEpochs(n);
        candidates.clear(wanted);
        tree.start(gains, phase, candidates);
        lookNodes = 0L;
        blockNodes = 0L;
        secondFound = false;
        readPhases(phases);
        boolean poor = isPoor();
        maxNodes = poor ? Math.min(POOR_NODES, options.maxNodes()) : options.maxNodes();
        // the look at first candidates takes at most half of the nodes
        boolean hopeless = poor && 2L * BEAM_WIDTH * n > POOR_NODES;
        boolean first = !hopeless && stride == 4 && maxNodes >= 2L * n && takeFirstLeaf();
        boolean brief = hopeless && shortBeam != null && 2L * (1L + (long) ShortBeam.ROOM * n) <= maxNodes;
        if (brief) {
            lookBriefly();
        } else if (!first) {
            look(hopeless);
        }
        if (wanted > 1) {
            offerSingleChange(first, hopeless, brief);
        }
        if (Proof.isAbove(smallestPruned, candidates.bound())) {
            return IlsStatus.SOLVED;
        }
        if (hopeless) {
            return IlsStatus.HOPELESS;
        }
        IlsStatus status = !first && beam.isRejected() ? searchEnvelope() : searchOn(first);
        return poor && status == IlsStatus.NODE_LIMIT ? IlsStatus.HOPELESS : status;
    }

    private void readPhases(double[] phases) {
        int n = gains.size();
        for (int t = 0; t < n; t++) {
            double p = phases[gains.epoch(t)];
            if (!(Math.abs(p) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("The phase of epoch " + gains.epoch(t) + " is " + p + ", expected a finite number");
            }
            phase[t] = p * INVERSE_TWO_PI;
        }
    }

    /** Returns whether the success rate is too low to spend many nodes. */
    private boolean isPoor() {
        if (options.isExact() || options.minSuccessRate() == 0.0) {
            return false;
        }
        return gains.knownOrComputedRate() < options.minSuccessRate();
    }

    /** Takes the first leaf where it is surely the best, or where all vectors beside it are unlikely. */
    private boolean takeFirstLeaf() {
        firstLeaf.compute(gains, phase);
        double norm = firstLeaf.norm();
        boolean best = Proof.isAbove(firstLeaf.smallestSibling(), norm);
        if (!best && !(firstLeaf.smallestGap() >= options.lookThreshold() && norm < options.envelope()[gains.size()] * toleranceFactor())) {
            return false;
        }
        lookNodes = 2L * gains.size();
        candidates.offer(norm, firstLeaf.integers(), 0, gains.size());
        smallestPruned = firstLeaf.smallestSibling();
        return true;
    }

    private double toleranceFactor() {
        return toleranceFactor(gains.meanNoise());
    }

    /** Returns by how much the envelope is wider than the mean variance of the noise (cycles^2) says. */
    static double toleranceFactor(double noise) {
        return Math.max(1.0, TOLERATED_SIGMA * TOLERATED_SIGMA / noise);
    }

    /** Looks for first candidates with a beam. A search that starts with a bad leaf has a bound that cuts nothing. */
    private void look(boolean hopeless) {
        beam.search(gains, phase, hopeless ? noLimits : options.envelope(), toleranceFactor(),
                hopeless ? SHORT_THRESHOLD : options.lookThreshold(), hopeless ? SHORT_BEAM_WIDTH : BEAM_WIDTH, maxNodes / 2);
        lookNodes = beam.nodes();
        beam.offerTo(candidates, vector);
        smallestPruned = beam.smallestDropped();
    }

    /** The same for an arc that gets a short look alone. */
    private void lookBriefly() {
        shortBeam.search(gains, phase, SHORT_THRESHOLD);
        lookNodes = shortBeam.nodes();
        shortBeam.offerTo(candidates, vector, estimate);
        smallestPruned = shortBeam.smallestDropped();
    }

    /** Offers the best vector that differs from the best candidate in one integer, or the second-best one where that is known. */
    private void offerSingleChange(boolean first, boolean hopeless, boolean brief) {
        int n = gains.size();
        double best = candidates.norm(0);
        System.arraycopy(candidates.vectors(), candidates.offset(0), vector, 0, n);
        if (first) {
            changes.compute(gains, phase, vector, firstLeaf.state(), 0);
        } else if (brief) {
            changes.compute(gains, phase, vector, estimate, 0);
        } else {
            tree.follow(vector, 0);
            changes.compute(gains, phase, vector, tree.states(), n * stride);
        }
        secondFound = !hopeless && mayDecide(first) && second.decide(gains, best, changes, vector);
        double increase = changes.increase();
        if (secondFound) {
            increase = second.increase();
            // all others are further from the float vector than the best one
            smallestPruned = second.isBestProven() ? Double.POSITIVE_INFINITY : smallestPruned;
        } else {
            vector[changes.place()] += changes.change();
        }
        if (best + increase < candidates.bound()) {
            candidates.offer(best + increase, vector, 0, n);
        }
    }

    /** Returns whether the second-best of two candidates can be taken without a search. */
    private boolean mayDecide(boolean first) {
        return second != null && candidates.wanted() == 2 && !options.isExact() && isBestFound(first) && (first || !beam.isRejected());
    }

    /**
     * Decides where all vectors of the look left the envelope, as some that were dropped before may never leave it. The likely ones are
     * searched first, and all where these leave it too.
     */
    private IlsStatus searchEnvelope() {
        if (!beam.droppedInside() || isEnvelopeEmpty()) {
            return IlsStatus.MODEL_REJECTED;
        }
        inside.clear(1);
        tree.offerTo(inside);
        boolean done = searchInside(options.threshold());
        if (done && inside.count() == 0) {
            done = searchInside(Double.POSITIVE_INFINITY);
        }
        tree.offerTo(candidates);
        if (inside.count() == 0) {
            return done ? IlsStatus.MODEL_REJECTED : IlsStatus.NODE_LIMIT;
        }
        takeInside();
        return done ? searchOn(false) : IlsStatus.NODE_LIMIT;
    }

    /** Returns whether blocks show that no vector stays inside the envelope; their nodes do not count for the limit. */
    private boolean isEnvelopeEmpty() {
        if (blocks == null) {
            return false;
        }
        double factor = toleranceFactor();
        for (int t = 1; t <= gains.size(); t++) {
            limits[t] = options.envelope()[t] * factor;
        }
        boolean empty = blocks.isEmpty(gains, phase, limits, maxNodes / ENVELOPE_SHARE);
        blockNodes = blocks.nodes();
        return empty;
    }

    /** Searches the best vector inside the envelope whose sums exceed the smallest ones of the look by less than T. */
    private boolean searchInside(double threshold) {
        double factor = toleranceFactor();
        double[] smallest = beam.smallest();
        for (int t = 1; t <= gains.size(); t++) {
            limits[t] = Math.min(options.envelope()[t] * factor, smallest[t] + threshold);
        }
        return tree.run(options.quantiles(), limits, maxNodes - lookNodes, false);
    }

    private void takeInside() {
        if (inside.norm(0) < candidates.bound()) {
            candidates.offer(inside.norm(0), inside.vectors(), 0, gains.size());
        }
        tree.follow(inside.vectors(), inside.offset(0));
        beam.lowerSmallest(tree.distances());
    }

    /** Searches the tree as far as the options tell and the candidates need. */
    private IlsStatus searchOn(boolean first) {
        long nodesLeft = maxNodes - lookNodes;
        if (!isComplete(first)) {
            boolean done = (!first && areCandidatesBest(nodesLeft)) || searchFurther(first, nodesLeft);
            nodesLeft = maxNodes - lookNodes;
            if (!done) {
                return IlsStatus.NODE_LIMIT;
            }
        }
        if (smallestPruned >= candidates.norm(0)) {
            return IlsStatus.SOLVED;
        }
        if (!options.prove()) {
            return IlsStatus.NOT_PROVEN;
        }
        boolean inBlocks = blocks != null && nodesLeft - tree.nodes() > SHORT_PROOF;
        boolean proven = inBlocks ? proveInBlocks(nodesLeft) : prove(first, nodesLeft);
        return proven ? IlsStatus.SOLVED : IlsStatus.NOT_PROVEN;
    }

    /**
     * Returns whether blocks show that there is no vector but the best candidate to be better than the second one, with the limits of the
     * tree. Mostly the second candidate has been found before, and blocks tell this in a third of the time.
     */
    private boolean areCandidatesBest(long nodesLeft) {
        if (blocks == null || options.isExact() || candidates.wanted() != 2 || !candidates.isFull() || nodesLeft <= 2L * SHORT_PROOF) {
            return false;
        }
        int n = gains.size();
        double bound = candidates.bound();
        relativeLimits(false, beam.smallest());
        for (int t = 1; t <= n; t++) {
            limits[t] = Math.min(limits[t], bound - options.quantiles()[n - t]);
        }
        boolean alone = blocks.isAlone(gains, phase, limits, candidates.norm(0), SHORT_PROOF);
        if (alone) {
            lookNodes += blocks.nodes();
        } else {
            blockNodes += blocks.nodes();
        }
        return alone;
    }

    /** Searches the tree for better candidates; returns whether it came to its end. */
    private boolean searchFurther(boolean first, long nodesLeft) {
        boolean done = (first && candidates.isFull())
                ? searchBeside(options.quantiles(), true, threshold(true), nodesLeft, false)
                : tree.run(options.quantiles(), relativeLimits(false, beam.smallest()), nodesLeft, false);
        if (done) {
            // what the look left out was searched now
            smallestPruned = Math.max(smallestPruned, tree.smallestPruned());
        }
        return done;
    }

    /** Searches the whole tree for a better vector; returns whether it came to its end. */
    private boolean prove(boolean first, long nodesLeft) {
        return first ? searchBeside(noQuantiles, false, Double.POSITIVE_INFINITY, nodesLeft, true)
                : tree.run(noQuantiles, noLimits, nodesLeft, true);
    }

    /** The same in blocks of branches. */
    private boolean proveInBlocks(long nodesLeft) {
        Arrays.fill(parts, 1.0);
        if (improve(SHORT_PROOF)) {
            return true;
        }
        // what was searched so far is searched again
        long left = nodesLeft - tree.nodes();
        if (LEAST_NODES * TreeSize.branches(gains, candidates.norm(0)) > left) {
            TreeSize.fillLikelyParts(LIKELY_PART, gains.size(), parts);
            improve(left);
            return false;
        }
        return improve(left) || (!blocks.isUsedUp() && tree.run(noQuantiles, noLimits, nodesLeft, true));
    }

    /** Searches the likely parts of the tree in blocks for a better vector. */
    private boolean improve(long nodesLeft) {
        boolean done = blocks.improve(gains, phase, candidates, parts, limits, nodesLeft);
        blockNodes += blocks.nodes();
        return done;
    }

    /** Returns whether everything that the look left out is unlikely. */
    private boolean isComplete(boolean first) {
        return !options.isExact() && candidates.isFull() && (candidates.count() == 1 || secondFound) && isBestFound(first);
    }

    private boolean isBestFound(boolean first) {
        return first || beam.missed() <= gains.size() * options.missProbability();
    }

    /** Returns T, infinite for the exact search. */
    private double threshold(boolean first) {
        boolean further = !options.isExact() && candidates.count() > 1 && isBestFound(first);
        return further ? Math.min(FURTHER_THRESHOLD, options.threshold()) : options.threshold();
    }

    /** Searches all but the first leaf. */
    private boolean searchBeside(double[] quantiles, boolean limited, double threshold, long maxNodes, boolean bestOnly) {
        tree.follow(firstLeaf.integers(), 0);
        double[] limit = limited ? relativeLimits(true, tree.distances()) : noLimits;
        return tree.runBeside(quantiles, limit, threshold, maxNodes, bestOnly);
    }

    /** Returns sums that are too large beside the smallest ones after as many epochs to lead to a candidate. */
    private double[] relativeLimits(boolean first, double[] smallest) {
        if (options.isExact() || !candidates.isFull()) {
            return noLimits;
        }
        double spread = threshold(first) + candidates.bound() - candidates.norm(0);
        for (int t = 1; t <= gains.size(); t++) {
            limits[t] = smallest[t] + spread;
        }
        return limits;
    }

    /** Returns whether the last search took the second-best vector from the plan. */
    boolean isSecondDecided() {
        return secondFound;
    }

    /** Returns the number of nodes that the last search visited. */
    public long nodes() {
        return lookNodes + blockNodes + tree.nodes();
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
}
