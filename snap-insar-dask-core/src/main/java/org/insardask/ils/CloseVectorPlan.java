package org.insardask.ils;

import java.util.Arrays;

/**
 * The {@link CloseVectors} of a geometry for steps of the noise, each found when it is first asked for. What is found does not depend
 * on who asks first. To be shared by threads.
 *
 * <p>It lets {@link StructuredSearch} take the second-best vector from the changes of one integer and from these lists, where the
 * probability that another is better is small. The float residuals of the best vector a, brought to unit variance, have no preferred
 * direction, whatever their size. So for a vector z of squared norm nu = z^T Q^-1 z, found without them, the norm of a + z is T + nu +
 * 2 sqrt(T nu) x, T being that of a, x the cosine between them, and P(x &lt; -c) is at most (1 - c^2)^((n - 1) / 2) / 2. With c such
 * that this is a thousandth of the miss probability, no vector with nu - 2 c sqrt(T nu) above the increase of the best one found
 * counts: those that are left to be wrong about are the few of nu next above.
 */
public final class CloseVectorPlan {

    private static final double TWO_PI = 2.0 * Math.PI;
    /** Smallest and largest sigma (rad) with a list; and the number of steps to twice the sigma. */
    private static final double LEAST_SIGMA = 0.02;
    private static final double MOST_SIGMA = 2.0;
    private static final int STEPS = 8;
    /** The number of steps that share a search. */
    private static final int SHARING = 4;
    /** The share of the miss probability that a single vector may have. */
    private static final double SHARE = 1.0e-3;

    /** The list of one step, null until it is found. */
    private static final class Slot {
        private volatile CloseVectors list;
    }

    private final StructuredModel geometry;
    private final double[] design;
    private final double[] priorSigma;
    private final double[] columnSquares;
    private final int[] order;
    private final double[] sigmas;
    private final double cosine;
    private final Slot[] lists;
    /** By the first of their steps, each guarded by the lock of that step's list. */
    private final Search[] searches;
    /** Whether a thread is at one of the steps of a search, by the first of them; guarded by this. */
    private final boolean[] claimed;

    /**
     * Makes a plan.
     *
     * @param design B of the typical geometry, n x k, row-major (rad per unit of the parameter); not modified
     * @param priorSigma k prior standard deviations (units of the parameters); larger by the factor by which the columns of arcs may be
     * @param order all epochs, in the order in which the gains of all arcs take them
     * @param missProbability above 0
     */
    public CloseVectorPlan(double[] design, double[] priorSigma, int[] order, double missProbability) {
        if (!(missProbability > 0.0 && missProbability < 1.0)) {
            throw new IllegalArgumentException("The miss probability is " + missProbability + ", expected above 0 and below 1");
        }
        int n = order.length;
        this.design = design.clone();
        this.priorSigma = priorSigma.clone();
        this.geometry = new StructuredModel(n, priorSigma.length);
        this.geometry.setDesign(design, priorSigma);
        this.order = order.clone();
        this.columnSquares = new double[priorSigma.length];
        for (int i = 0; i < n * priorSigma.length; i++) {
            columnSquares[i % priorSigma.length] += geometry.rows()[i] * geometry.rows()[i];
        }
        int count = 1 + (int) Math.round(STEPS * Math.log(MOST_SIGMA / LEAST_SIGMA) / Math.log(2.0));
        this.sigmas = new double[count];
        for (int i = 0; i < count; i++) {
            sigmas[i] = LEAST_SIGMA * Math.pow(2.0, (double) i / STEPS);
        }
        this.cosine = n < 2 ? 1.0 : Math.sqrt(-Math.expm1(2.0 / (n - 1) * Math.log(SHARE * missProbability)));
        this.lists = new Slot[count];
        this.searches = new Search[count];
        this.claimed = new boolean[count];
        for (int i = 0; i < count; i++) {
            lists[i] = new Slot();
        }
    }

    /**
     * Returns whether vectors whose squared norm is that of a radius or more are sure enough not to be second.
     *
     * @param best norm of the best vector
     * @param increase by how much the norm of the second-best one is larger
     */
    boolean reaches(double radius, double best, double increase) {
        return radius - 2.0 * cosine * Math.sqrt(radius * best) >= increase;
    }

    /** Returns the order of the epochs; not a copy. */
    int[] order() {
        return order;
    }

    /** Returns an element of a column of the typical geometry, by epoch of the model (cycles). */
    double column(int parameter, int epoch) {
        return geometry.rows()[epoch * geometry.parameters() + parameter];
    }

    /** Returns the sum of squares of a column. */
    double columnSquare(int parameter) {
        return columnSquares[parameter];
    }

    /** Returns the number of epochs. */
    int size() {
        return order.length;
    }

    /**
     * Finds the lists that some arcs will ask for, and are not there yet. Of those that other threads are finding it waits for none, and
     * goes on to the next.
     *
     * @param variances of the noise (cycles^2)
     * @param wanted whether an arc will ask
     */
    void prepare(double[] variances, boolean[] wanted, int count) {
        for (int i = 0; i < count; i++) {
            int step = wanted[i] ? step(variances[i]) : -1;
            if (step >= 0 && lists[step].list == null && claim(step - step % SHARING)) {
                try {
                    find(step);
                } finally {
                    release(step - step % SHARING);
                }
            }
        }
    }

    private synchronized boolean claim(int first) {
        boolean free = !claimed[first];
        claimed[first] = true;
        return free;
    }

    private synchronized void release(int first) {
        claimed[first] = false;
    }

    /** Returns the list for a variance of the noise (cycles^2), null where there is none. */
    CloseVectors list(double variance) {
        int step = step(variance);
        if (step < 0) {
            return null;
        }
        CloseVectors list = lists[step].list;
        return list == null ? find(step) : list;
    }

    /** Returns the step of a variance, -1 where there is none. */
    private int step(double variance) {
        double sigma = Math.sqrt(variance) * TWO_PI;
        int place = Arrays.binarySearch(sigmas, sigma);
        int step = place >= 0 ? place : -place - 2;
        return step == sigmas.length - 1 ? -1 : Math.max(step, -1);
    }

    /** Threads that want lists of different searches find them at the same time. */
    private CloseVectors find(int step) {
        int first = step - step % SHARING;
        synchronized (lists[first]) {
            if (lists[step].list == null) {
                CloseVectors list = search(first, step);
                lists[step].list = list == null ? CloseVectors.none(gains(step)) : list;
            }
            return lists[step].list;
        }
    }

    private CloseVectors search(int first, int step) {
        if (searches[first] == null) {
            searches[first] = new Search(first, Math.min(first + SHARING, sigmas.length) - 1, true);
        }
        CloseVectors list = searches[first].list(step);
        if (list == null) {
            Search far = new Search(step, step, true);
            list = far.list(step);
            if (list == null && far.search.reachesFar()) {
                list = new Search(step, step, false).list(step);
            }
        }
        return list;
    }

    private StructuredGains gains(int step) {
        StructuredModel model = new StructuredModel(order.length, priorSigma.length);
        model.setDesign(design, priorSigma);
        model.setSigma(sigmas[step]);
        StructuredGains gains = new StructuredGains(order.length, priorSigma.length);
        gains.compute(model, order, order.length);
        return gains;
    }

    /** A search for some steps; one for several steps is only made where it is cheap. */
    private final class Search {

        private final CloseVectorSearch search;
        private final boolean done;

        Search(int first, int last, boolean far) {
            double sigma = sigmas[last] / TWO_PI;
            search = new CloseVectorSearch(gains(first), sigma * sigma, cosine, far);
            done = (first == last || search.isCheap()) && search.search();
        }

        /** Returns the list of a step, null where the search did not come to its end. */
        CloseVectors list(int step) {
            return done ? search.list(gains(step)) : null;
        }
    }
}
