package org.insardask.ils;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the {@link CloseVectors} of a geometry: an exact depth-first search of the integer vectors of N up to a radius, in the order of the
 * gains. Of z and -z one is found. For one use.
 */
final class CloseVectorSearch {

    /** The largest number of nodes; a geometry that needs more has no list. */
    private static final int MAX_NODES = 12_000_000;
    /** After so many nodes a search with more vectors within the radius, times epochs, is given up: it would hardly end. */
    private static final int FEW_NODES = 1_000_000;
    private static final long MAX_TAKEN = 5_000_000L;
    /** The largest number of vectors in memory, and how many stay where there are more. */
    private static final int MAX_FOUND = 3000;
    private static final int STAYING = 1500;
    /** The largest number of changed integers in the list. */
    private static final int MAX_CHANGES = 3000;
    /** Vectors that only count beside a smaller increase (cycles^2) are not looked for. */
    private static final double LEAST_INCREASE = 0.05;
    /** Sum of squares of a usual arc, in numbers of epochs, for which the radius is made. */
    private static final double USUAL_SQUARES = 1.1;
    /** The same for arcs whose sigma is too small, and the radius (cycles^2) for their sake: nearly all pairs of changes are longer. */
    private static final double LARGE_SQUARES = 4.0;
    private static final double MOST_LARGE = 1.65;
    /** The same for the proof that the best vector is the best, and the largest radius (cycles^2) to search for its sake. */
    private static final double PROVEN_SQUARES = 1.6;
    private static final double MOST_PROVING = 2.3;
    /** With more epochs than this only a radius below that of most pairs of changes is searched for the sake of the proof. */
    private static final int MANY_EPOCHS = 128;
    private static final double MOST_PROVING_MANY = 1.7;
    /** Vectors whose residuals are below this (cycles) stay better than their changes of one integer in nearly all arcs. */
    private static final double BOTTOM = 0.25;
    /** Factor of the radius for geometries that differ a little. */
    private static final double MARGIN = 1.05;
    /** Share of arcs of which no residual is so large that the radius would do. */
    private static final double QUIET_SHARE = 0.01;

    private static final Comparator<CloseVector> BY_INCREASE = Comparator.comparingDouble(CloseVector::largestIncrease).reversed();

    private final StructuredGains gains;
    private final int n;
    private final int stride;
    private final double noise;
    private final double cosine;
    private final double tolerance;
    private final double[] integer;
    private final double[] state;
    private final List<CloseVector> found = new ArrayList<>();
    /** The radius with which the best vector of an arc is proven to be the best. */
    private final double leastRadius;
    private final double startRadius;
    private double radius;
    private double least = LEAST_INCREASE;
    private int nodes;
    private long taken;

    /**
     * Prepares a search.
     *
     * @param gains of the geometry, of equal noise at all epochs; not modified
     * @param cosine see {@link CloseVectorPlan#cosine}
     * @param proving whether the radius is to prove the best vectors of arcs too
     */
    CloseVectorSearch(StructuredGains gains, double cosine, boolean proving) {
        this.gains = gains;
        this.n = gains.size();
        this.stride = StructuredGains.strideOf(gains.parameters());
        this.noise = gains.noise()[0];
        this.cosine = cosine;
        double deviation = 1.0 + CloseVectors.MAX_DEVIATION;
        this.tolerance = deviation * deviation;
        this.integer = new double[n];
        this.state = new double[(n + 1) * stride];
        double most = n <= MANY_EPOCHS ? MOST_PROVING : MOST_PROVING_MANY;
        this.leastRadius = proving ? Math.min(4.0 * PROVEN_SQUARES * n * noise, most) : 0.0;
        this.radius = radiusFor(1.0 - 2.0 * largestResidual(QUIET_SHARE) * Math.sqrt(noise));
        this.startRadius = radius;
    }

    /** A residual (in standard deviations) that a share of arcs of so many epochs never exceeds. */
    private double largestResidual(double share) {
        double tail = 0.5 * -Math.expm1(Math.log(share) / n);
        return -NormalDistribution.lowerQuantile(tail);
    }

    /** The radius beyond which nothing is better than an increase (cycles^2) in a usual arc. */
    private double radiusFor(double increase) {
        double large = Math.min(MOST_LARGE, radiusFor(increase, LARGE_SQUARES));
        return MARGIN * Math.max(leastRadius, Math.max(large, radiusFor(increase, USUAL_SQUARES)));
    }

    private double radiusFor(double increase, double squares) {
        double half = cosine * Math.sqrt(squares * n * noise);
        double root = half + Math.sqrt(half * half + Math.max(0.0, increase));
        return root * root;
    }

    /** Returns whether the radius is the larger for the sake of the proof. */
    boolean isLargerToProve() {
        return leastRadius > 0.0 && startRadius > new CloseVectorSearch(gains, cosine, false).startRadius;
    }

    /** Searches. */
    CloseVectors find() {
        descend(0, 0.0, 0.0);
        if (isTooLong()) {
            return new CloseVectors(0.0, Double.POSITIVE_INFINITY, gains, List.of());
        }
        found.removeIf(f -> f.length() > radius);
        return listOf(reduce());
    }

    /** Goes through the integers of place t that keep the sum below the radius, the nearest first, then outwards. */
    private void descend(int t, double sum, double changes) {
        if (t == n) {
            take(sum * noise, changes);
            return;
        }
        double predicted = 0.0;
        for (int c = 0; c < stride; c++) {
            predicted += gains.rows()[t * stride + c] * state[t * stride + c];
        }
        double nearest = changes == 0.0 ? 0.0 : Math.rint(predicted);
        tryUpwards(t, sum, changes, predicted, nearest);
        if (changes > 0.0) {
            tryDownwards(t, sum, changes, predicted, nearest - 1.0);
        }
    }

    private void tryUpwards(int t, double sum, double changes, double predicted, double from) {
        double z = from;
        while (enter(t, sum, changes, predicted, z)) {
            z += 1.0;
        }
    }

    private void tryDownwards(int t, double sum, double changes, double predicted, double from) {
        double z = from;
        while (enter(t, sum, changes, predicted, z)) {
            z -= 1.0;
        }
    }

    private boolean enter(int t, double sum, double changes, double predicted, double z) {
        nodes++;
        double v = z - predicted;
        double total = sum + v * v * gains.weights()[t];
        if (!(total * noise < radius) || isTooLong()) {
            return false;
        }
        integer[t] = z;
        for (int c = t * stride; c < (t + 1) * stride; c++) {
            state[c + stride] = state[c] + gains.gains()[c] * v;
        }
        descend(t + 1, total, changes + Math.abs(z));
        return true;
    }

    private boolean isTooLong() {
        return nodes > MAX_NODES || (nodes > FEW_NODES && taken * n > MAX_TAKEN);
    }

    private void take(double length, double changes) {
        taken++;
        if (changes > 1.0 && CloseVector.increaseLimit(length / tolerance, changes) > least) {
            CloseVector vector = new CloseVector(integer, length, largestResidual() < BOTTOM);
            if (vector.largestIncrease() > least) {
                found.add(vector);
                radius = Math.min(radius, radiusFor(tolerance * length));
            }
        }
        if (found.size() == MAX_FOUND) {
            found.sort(BY_INCREASE);
            least = found.get(STAYING).largestIncrease();
            found.subList(STAYING, MAX_FOUND).clear();
        }
    }

    /** The largest residual of the present vector after the estimate of the parameters (cycles). */
    private double largestResidual() {
        double largest = 0.0;
        for (int t = 0; t < n; t++) {
            double residual = integer[t];
            for (int c = 0; c < stride; c++) {
                residual -= gains.rows()[t * stride + c] * state[n * stride + c];
            }
            largest = Math.max(largest, Math.abs(residual));
        }
        return largest;
    }

    /** Leaves out what differs in one integer from a vector that stays, and that is shorter than all that differ so from it. */
    private List<CloseVector> reduce() {
        found.sort(Comparator.comparingDouble(CloseVector::length));
        List<CloseVector> kept = new ArrayList<>();
        for (CloseVector vector : found) {
            CloseVector neighbour = vector.sum() > 2.0 ? neighbour(vector, kept) : null;
            if (neighbour == null) {
                kept.add(vector);
            } else {
                neighbour.stand(vector);
            }
        }
        return kept;
    }

    private static CloseVector neighbour(CloseVector vector, List<CloseVector> kept) {
        for (CloseVector other : kept) {
            if (other.isBottom() && vector.isNextTo(other)) {
                return other;
            }
        }
        return null;
    }

    /** Lists those that count beside the largest increases, as many as there is room for; with less increase the list is not complete. */
    private CloseVectors listOf(List<CloseVector> vectors) {
        vectors.sort(BY_INCREASE);
        int changes = 0;
        int count = 0;
        while (count < vectors.size() && changes + vectors.get(count).support() <= MAX_CHANGES) {
            changes += vectors.get(count++).support();
        }
        if (count < vectors.size()) {
            least = vectors.get(count).largestIncrease();
        }
        return new CloseVectors(radius, least, gains, vectors.subList(0, count));
    }
}
