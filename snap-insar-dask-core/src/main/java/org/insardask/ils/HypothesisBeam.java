package org.insardask.ils;

import java.util.Arrays;

/**
 * Takes the epochs of a structured problem one after another for a number of integer vectors side by side, and keeps those that the
 * phases so far make likely. It finds good first candidates in about n times width steps, whatever the noise.
 *
 * <p>Under the model the probability of an integer vector a, given the phases so far, is exp(-S(a)/2) over the sum of exp(-S(a')/2) of
 * all vectors a', S being the sum of squared innovations. A vector whose sum exceeds the smallest by T therefore has at most the
 * probability exp(-T/2), and is dropped. The same holds for those for which there is no room; a bound of their probability is summed up.
 *
 * <p>Arrays are laid out vector by vector for each parameter, so that loops over vectors have no dependencies. For one thread; a search
 * allocates nothing.
 *
 * <p>Sources: the M-algorithm and the T-algorithm, Anderson and Mohan (1984), Sequential coding algorithms: a survey and cost analysis,
 * doi:10.1109/TCOM.1984.1096023, Simmons (1990), doi:10.1109/26.46526; the probabilities are those of Teunissen (2003), Theory of integer
 * equivariant estimation, doi:10.1007/s00190-003-0344-3.
 */
final class HypothesisBeam {

    /** Children are sorted into this many classes where there are too many. */
    private static final int CLASSES = 64;
    /** Where there is room for fewer vectors than this the best children are looked for one by one. */
    private static final int FEW = 8;
    /** Children for each vector that can be taken. */
    private static final int CHILDREN = 4;
    private static final long INFINITE = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private final int width;
    private final int stride;
    private double[] state;
    private double[] nextState;
    private final double[] total;
    private final double[] nearest;
    private final double[] innovation;
    private final double[] nearestTotal;
    private final double[] siblingTotal;
    private final double[] siblingStep;
    private final double[] furtherTotal;
    /** The children that become vectors. */
    private final int[] taken;
    private final double[] childTotal;
    private final double[] childInnovation;
    private final double[] childInteger;
    private final int[] childParent;
    private final int[] classes;
    private final double[] few = new double[FEW];
    /** By place and vector: the integers, and the vector of the epoch before from which each comes. */
    private final double[] integers;
    private final int[] parents;
    /** Whether the vectors at a place have other numbers than at the place before. */
    private final boolean[] renumbered;
    /** The smallest sum after a number of epochs. */
    private final double[] smallest;
    private double[] rows;
    private double[] gains;
    private int n;
    private int count;
    private int children;
    private long nodes;
    private boolean rejected;
    /** Whether a vector was dropped although its sum was within the envelope. */
    private boolean droppedInside;
    private double missed;
    private double smallestDropped;
    /** The smallest sum that was dropped at the present place. */
    private double leastDropped;
    private double least;
    private double most;
    private double leastSibling;

    /**
     * Makes a beam.
     *
     * @param capacity the largest number of epochs
     * @param k the number of parameters
     * @param width the largest number of vectors
     */
    HypothesisBeam(int capacity, int k, int width) {
        this.width = width;
        this.stride = StructuredGains.strideOf(k);
        this.state = new double[stride * width];
        this.nextState = new double[stride * width];
        this.total = new double[width];
        this.nearest = new double[width];
        this.innovation = new double[width];
        this.nearestTotal = new double[width];
        this.childTotal = new double[CHILDREN * width + 1];
        this.childInnovation = new double[CHILDREN * width + 1];
        this.childInteger = new double[CHILDREN * width + 1];
        this.childParent = new int[CHILDREN * width + 1];
        this.siblingTotal = new double[width];
        this.siblingStep = new double[width];
        this.furtherTotal = new double[width];
        this.taken = new int[width + 1];
        this.classes = new int[CLASSES + 1];
        this.integers = new double[capacity * width];
        this.parents = new int[capacity * width];
        this.renumbered = new boolean[capacity];
        this.smallest = new double[capacity + 1];
    }

    /**
     * Searches vectors.
     *
     * @param newGains computed; not modified
     * @param phase in the order of the gains (cycles); not modified
     * @param envelope the largest likely sums by number of epochs; where no vector is below, the search goes on with the best alone
     * @param factor of the envelope
     * @param threshold T
     * @param keep the largest number of vectors to keep, at most the width
     * @param maxNodes where these are used up, the search goes on with the best vector alone
     */
    void search(StructuredGains newGains, double[] phase, double[] envelope, double factor, double threshold, int keep, long maxNodes) {
        start(newGains);
        double[] weights = newGains.weights();
        int room = keep;
        for (int t = 0; t < n; t++) {
            predict(t, phase[t], weights[t]);
            nodes += count;
            smallest[t + 1] = least;
            double limit = envelope[t + 1] * factor;
            if (room > 1) {
                room = rejects(limit) || usesUp(maxNodes, (long) (n - t) * room) ? 1 : room;
            }
            double cut = room == 1 ? Math.nextUp(least) : Math.min(limit, least + threshold);
            leastDropped = Double.POSITIVE_INFINITY;
            if (most < cut && leastSibling >= cut) {
                leastDropped = leastSibling;
                continueAll(t);
            } else {
                collectChildren(cut, weights[t]);
                takeChildren(t, children > room ? classLimit(cut, room) : cut, room);
            }
            smallestDropped = Math.min(smallestDropped, leastDropped);
            droppedInside |= !rejected && leastDropped < limit;
        }
    }

    private void start(StructuredGains newGains) {
        n = newGains.size();
        rows = newGains.rows();
        gains = newGains.gains();
        count = 1;
        total[0] = 0.0;
        for (int c = 0; c < stride; c++) {
            state[c * width] = 0.0;
        }
        nodes = 0L;
        rejected = false;
        droppedInside = false;
        missed = 0.0;
        smallestDropped = Double.POSITIVE_INFINITY;
    }

    private boolean rejects(double limit) {
        rejected = !(least < limit);
        return rejected;
    }

    /** Returns whether so many more nodes are too many. The vectors that then have no room are not told apart. */
    private boolean usesUp(long maxNodes, long more) {
        boolean tooMany = nodes + more > maxNodes;
        missed = tooMany ? Double.POSITIVE_INFINITY : missed;
        return tooMany;
    }

    /** Predicts the phase at place t for all vectors, and takes the nearest integers. */
    private void predict(int t, double phase, double weight) {
        Arrays.fill(innovation, 0, count, phase);
        for (int c = 0; c < stride; c += 4) {
            subtract(t * stride + c, c * width);
        }
        for (int h = 0; h < count; h++) {
            double x = innovation[h];
            double integer = Math.rint(x);
            double v = x - integer;
            double other = 1.0 - Math.abs(v);
            nearest[h] = integer;
            innovation[h] = v;
            nearestTotal[h] = total[h] + v * v * weight;
            siblingTotal[h] = total[h] + other * other * weight;
        }
        findExtremes();
    }

    /** Takes what four parameters predict off the phases. */
    private void subtract(int row, int offset) {
        double h0 = rows[row];
        double h1 = rows[row + 1];
        double h2 = rows[row + 2];
        double h3 = rows[row + 3];
        int second = offset + width;
        int third = second + width;
        int fourth = third + width;
        for (int h = 0; h < count; h++) {
            innovation[h] -= (h0 * state[offset + h] + h1 * state[second + h]) + (h2 * state[third + h] + h3 * state[fourth + h]);
        }
    }

    /** The sums are not negative, so that their bits have the same order, and comparing those needs no branch. */
    private void findExtremes() {
        long smallestSum = Long.MAX_VALUE;
        long largestSum = 0L;
        long smallestSibling = Long.MAX_VALUE;
        for (int h = 0; h < count; h++) {
            long sum = Double.doubleToRawLongBits(nearestTotal[h]);
            smallestSum = Math.min(smallestSum, sum);
            largestSum = Math.max(largestSum, sum);
            smallestSibling = Math.min(smallestSibling, Double.doubleToRawLongBits(siblingTotal[h]));
        }
        least = Double.longBitsToDouble(smallestSum);
        most = Double.longBitsToDouble(largestSum);
        leastSibling = Double.longBitsToDouble(smallestSibling);
    }

    /** Every vector has exactly one child, with the nearest integer. */
    private void continueAll(int t) {
        for (int c = 0; c < stride; c++) {
            double gain = gains[t * stride + c];
            int offset = c * width;
            for (int h = 0; h < count; h++) {
                state[offset + h] += gain * innovation[h];
            }
        }
        System.arraycopy(nearestTotal, 0, total, 0, count);
        System.arraycopy(nearest, 0, integers, t * width, count);
        renumbered[t] = false;
    }

    /** Lists the children whose sums are below a limit, those with the nearest integers first. */
    private void collectChildren(double cut, double weight) {
        collectNearest(cut);
        for (int h = 0; h < count; h++) {
            double v = innovation[h];
            double step = v > 0.0 ? 1.0 : -1.0;
            double further = (v - step) + 2.0 * step;
            siblingStep[h] = step;
            furtherTotal[h] = total[h] + further * further * weight;
        }
        long next = Long.MAX_VALUE;
        for (int h = 0; h < count; h++) {
            next = Math.min(next, Double.doubleToRawLongBits(furtherTotal[h]));
        }
        double smallestFurther = Double.longBitsToDouble(next);
        if (smallestFurther < cut || children + count > childTotal.length) {
            collectAllSiblings(cut, weight);
        } else {
            leastDropped = Math.min(leastDropped, smallestFurther);
            collectSiblings(cut);
        }
    }

    /** Here and below children are written, and only counted where they stay: branches would be guessed wrong too often. */
    private void collectNearest(double cut) {
        int found = 0;
        long dropped = Double.doubleToRawLongBits(leastDropped);
        for (int h = 0; h < count; h++) {
            double sum = nearestTotal[h];
            setChild(found, h, sum, innovation[h], nearest[h]);
            int stays = isBelow(sum, cut);
            dropped = Math.min(dropped, bitsUnless(stays, sum));
            found += stays;
        }
        leastDropped = Double.longBitsToDouble(dropped);
        children = found;
    }

    /** Where every vector has at most one further child. */
    private void collectSiblings(double cut) {
        int found = children;
        long dropped = Double.doubleToRawLongBits(leastDropped);
        for (int h = 0; h < count; h++) {
            double sum = siblingTotal[h];
            double step = siblingStep[h];
            setChild(found, h, sum, innovation[h] - step, nearest[h] + step);
            int stays = isBelow(sum, cut);
            dropped = Math.min(dropped, bitsUnless(stays, sum));
            found += stays;
        }
        leastDropped = Double.longBitsToDouble(dropped);
        children = found;
    }

    private void collectAllSiblings(double cut, double weight) {
        for (int h = 0; h < count; h++) {
            double v = innovation[h];
            double step = v > 0.0 ? -1.0 : 1.0;
            double integer = nearest[h] - step;
            v += step;
            double sum = total[h] + v * v * weight;
            while (sum < cut && children < CHILDREN * width) {
                setChild(children, h, sum, v, integer);
                children++;
                step = step > 0.0 ? -step - 1.0 : -step + 1.0;
                integer -= step;
                v += step;
                sum = total[h] + v * v * weight;
            }
            leastDropped = Math.min(leastDropped, sum);
            if (sum < cut) {
                // there are at most so many integers whose sums are below the cut, and this is the nearest that is left
                missed += (2.0 * Math.sqrt((cut - total[h]) / weight) + 1.0) * Math.exp(0.5 * (least - sum));
            }
        }
    }

    private void setChild(int child, int parent, double sum, double v, double integer) {
        childTotal[child] = sum;
        childInnovation[child] = v;
        childInteger[child] = integer;
        childParent[child] = parent;
    }

    /** Returns 1 where a sum is below another one, else 0. */
    static int isBelow(double sum, double other) {
        return (int) (Double.doubleToRawLongBits(sum - other) >>> (Long.SIZE - 1));
    }

    /** Returns the bits of a sum that does not stay, and of one that does (1) more than any number has. */
    static long bitsUnless(int stays, double sum) {
        return Double.doubleToRawLongBits(sum) | (-(long) stays & INFINITE);
    }

    /** Returns a limit of the sums below which there are at most some children, in steps of a class. */
    private double classLimit(double cut, int room) {
        double scale = CLASSES / (cut - least);
        int first = room < FEW ? (int) ((findSmallest(room) - least) * scale) : findClass(room, scale);
        return least + Math.max(first - 1, 1) / scale;
    }

    /** Returns the sum of the child before which there are some better ones, at most FEW - 1. */
    private double findSmallest(int better) {
        for (int i = 0; i <= better; i++) {
            few[i] = Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < children; i++) {
            double sum = childTotal[i];
            if (sum < few[better]) {
                int place = better;
                while (place > 0 && sum < few[place - 1]) {
                    few[place] = few[place - 1];
                    place--;
                }
                few[place] = sum;
            }
        }
        return few[better];
    }

    /** Returns the class of that child. */
    private int findClass(int better, double scale) {
        for (int i = 0; i <= CLASSES; i++) {
            classes[i] = 0;
        }
        for (int i = 0; i < children; i++) {
            classes[(int) ((childTotal[i] - least) * scale)]++;
        }
        int place = 0;
        int below = classes[0];
        while (below <= better) {
            place++;
            below += classes[place];
        }
        return place;
    }

    /** The children below a limit, at most some, are the new vectors; the best one is always among them. */
    private void takeChildren(int t, double limit, int room) {
        int found = 0;
        long without = INFINITE;
        for (int i = 0; i < children; i++) {
            double sum = childTotal[i];
            taken[found] = i;
            int best = sum == least ? 1 : 0;
            int stays = (best & isLess(found, room)) | (isBelow(sum, limit) & isLess(found, room - 1));
            without = Math.min(without, bitsUnless(stays, sum));
            found += stays;
        }
        for (int c = 0; c < stride; c++) {
            int offset = c * width;
            double gain = gains[t * stride + c];
            for (int i = 0; i < found; i++) {
                int child = taken[i];
                nextState[offset + i] = state[offset + childParent[child]] + gain * childInnovation[child];
            }
        }
        int offset = t * width;
        for (int i = 0; i < found; i++) {
            int child = taken[i];
            nearestTotal[i] = childTotal[child];
            integers[offset + i] = childInteger[child];
            parents[offset + i] = childParent[child];
        }
        finishLevel(t, found, Double.longBitsToDouble(without));
    }

    private static int isLess(int number, int other) {
        return (number - other) >>> (Integer.SIZE - 1);
    }

    private void finishLevel(int t, int found, double leastWithoutRoom) {
        if (children > found) {
            missed += (children - found) * Math.exp(0.5 * (least - leastWithoutRoom));
            leastDropped = Math.min(leastDropped, leastWithoutRoom);
        }
        double[] swapped = state;
        state = nextState;
        nextState = swapped;
        System.arraycopy(nearestTotal, 0, total, 0, found);
        renumbered[t] = true;
        count = found;
    }

    /** Returns whether all vectors in the beam left the envelope, before the nodes were used up. */
    boolean isRejected() {
        return rejected;
    }

    /** Returns whether vectors were dropped inside the envelope, for their probability or for want of room, before all left it. */
    boolean droppedInside() {
        return droppedInside;
    }

    /** Returns a bound of the probability that the true vector had no room, infinite where the nodes were used up. */
    double missed() {
        return missed;
    }

    /** Returns a bound of the norms of all vectors that are not in the beam. */
    double smallestDropped() {
        return smallestDropped;
    }

    /** Returns the smallest sums after a number of epochs, 0 to n. */
    double[] smallest() {
        return smallest;
    }

    /** Takes the sums of a vector that was found later into the smallest ones. */
    void lowerSmallest(double[] sums) {
        for (int t = 1; t <= n; t++) {
            smallest[t] = Math.min(smallest[t], sums[t]);
        }
    }

    long nodes() {
        return nodes;
    }

    /** Offers the vectors that are left to a list, the best ones first; for once after a search. */
    void offerTo(CandidateList candidates, double[] vector) {
        for (int i = 0; i < count; i++) {
            int h = smallest(total, count);
            if (!(total[h] < candidates.bound())) {
                return;
            }
            copy(h, vector);
            candidates.offer(total[h], vector, 0, n);
            total[h] = Double.POSITIVE_INFINITY;
        }
    }

    /** Returns the place of the smallest of the first sums. */
    static int smallest(double[] sums, int count) {
        int best = 0;
        for (int h = 1; h < count; h++) {
            best = sums[h] < sums[best] ? h : best;
        }
        return best;
    }

    private void copy(int vector, double[] target) {
        int h = vector;
        for (int t = n - 1; t >= 0; t--) {
            target[t] = 0.0 - integers[t * width + h];
            h = renumbered[t] ? parents[t * width + h] : h;
        }
    }
}
