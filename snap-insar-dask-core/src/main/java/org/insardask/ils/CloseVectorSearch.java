package org.insardask.ils;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the {@link CloseVectors} of a geometry for some steps of the noise: N grows with the noise, so that one exact search of the integer
 * vectors of N up to a radius, with the smallest noise, does for all of them. For one thread.
 */
final class CloseVectorSearch implements CloseVectorTree.Sink {

    /** The largest number of branches; a geometry that needs more has no list. */
    private static final long MAX_BRANCHES = 6_000_000L;
    /** After so many branches a search with more vectors within the radius, times epochs, is given up: it would hardly end. */
    private static final long FEW_BRANCHES = 500_000L;
    private static final long MAX_TAKEN = 5_000_000L;
    /** The estimated number of branches up to which the radius is made larger for the proof, and up to which steps share a search. */
    private static final double CHEAP_BRANCHES = 2.0e6;
    private static final double RADIUS_STEP = 0.98;
    /** Vectors that only count beside a smaller increase (cycles^2) are not looked for. */
    private static final double LEAST_INCREASE = 0.05;
    /** Sum of squares of a usual arc, in numbers of epochs, for which the radius is made. */
    private static final double USUAL_SQUARES = 1.1;
    /** The same for arcs whose sigma is too small, and the radius (cycles^2) for their sake: nearly all pairs of changes are longer. */
    private static final double LARGE_SQUARES = 4.0;
    private static final double MOST_LARGE = 1.65;
    /** The largest radius (cycles^2) to search for the proof that the best vector is the best. */
    private static final double MOST_PROVING = 2.15;
    /** With more epochs than this only a radius below that of most pairs of changes is searched for the sake of the proof. */
    private static final int MANY_EPOCHS = 128;
    private static final double MOST_PROVING_MANY = 1.7;
    /** Vectors whose residuals are below this (cycles) stay better than their changes of one integer in nearly all arcs. */
    private static final double BOTTOM = 0.25;
    /** Factor of the radius for geometries that differ a little. */
    private static final double MARGIN = 1.05;
    /** Share of arcs of which no residual is so large that the radius would do. */
    private static final double QUIET_SHARE = 0.01;

    private final StructuredGains gains;
    private final int n;
    private final double noise;
    private final double mostNoise;
    private final double cosine;
    private final double tolerance;
    /** All vectors up to a radius for which there is room. */
    private final List<CloseVector> near = new ArrayList<>();
    private final CloseVectorShell[] shells;
    private double nearRadius;
    private final boolean far;
    private final double usualRadius;
    /** The radius with which the best vector of an arc is proven to be the best. */
    private final double provingRadius;
    private final double expected;
    private double radius;
    private long taken;

    /**
     * Prepares a search.
     *
     * @param gains of the geometry for the smallest noise, equal at all epochs; not modified
     * @param mostNoise the largest variance (cycles^2)
     * @param cosine see {@link CloseVectorPlan#cosine}
     * @param far whether the radius is to do for proofs too, and for arcs whose sigma is too small
     */
    CloseVectorSearch(StructuredGains gains, double mostNoise, double cosine, boolean far) {
        this.gains = gains;
        this.n = gains.size();
        this.noise = gains.noise()[0];
        this.mostNoise = mostNoise;
        this.cosine = cosine;
        this.far = far;
        double deviation = 1.0 + CloseVectors.MAX_DEVIATION;
        this.tolerance = deviation * deviation;
        double increase = 1.0 - 2.0 * largestResidual(QUIET_SHARE) * Math.sqrt(noise);
        this.usualRadius = MARGIN * radiusFor(increase, USUAL_SQUARES);
        this.provingRadius = far ? provingRadius() : 0.0;
        this.radius = radiusFor(increase);
        this.expected = CloseVectorTree.expectedBranches(gains, radius / noise);
        this.nearRadius = Math.min(radius, MARGIN * MOST_LARGE);
        double middle = Math.min(radius, Math.max(usualRadius, nearRadius));
        this.shells = new CloseVectorShell[] {new CloseVectorShell(middle, LEAST_INCREASE), new CloseVectorShell(radius, LEAST_INCREASE)};
    }

    /** A residual (in standard deviations) that a share of arcs of so many epochs never exceeds. */
    private double largestResidual(double share) {
        double tail = 0.5 * -Math.expm1(Math.log(share) / n);
        return -NormalDistribution.lowerQuantile(tail);
    }

    /** Returns the radius for proofs, smaller where it would take long. */
    private double provingRadius() {
        double most = n <= MANY_EPOCHS ? MOST_PROVING : MOST_PROVING_MANY;
        double proving = MARGIN * Math.min(4.0 * LARGE_SQUARES * n * mostNoise, most);
        while (proving > usualRadius && CloseVectorTree.expectedBranches(gains, proving / noise) > CHEAP_BRANCHES) {
            proving *= RADIUS_STEP;
        }
        return proving;
    }

    /** The radius beyond which nothing is better than an increase (cycles^2) in a usual arc. */
    private double radiusFor(double increase) {
        double large = far ? Math.min(MOST_LARGE, radiusFor(increase, LARGE_SQUARES)) : 0.0;
        return Math.max(provingRadius, MARGIN * Math.max(large, radiusFor(increase, USUAL_SQUARES)));
    }

    private double radiusFor(double increase, double squares) {
        double half = cosine * Math.sqrt(squares * n * mostNoise);
        double root = half + Math.sqrt(half * half + Math.max(0.0, increase));
        return root * root;
    }

    /** Returns whether the radius is larger than usual arcs need. */
    boolean reachesFar() {
        return shells[shells.length - 1].radius() > usualRadius;
    }

    /** Returns whether the search is likely to end soon. */
    boolean isCheap() {
        return expected <= CHEAP_BRANCHES;
    }

    /** Searches; returns whether it came to its end. */
    boolean search() {
        double limit = radius / noise;
        return !CloseVectorTree.isTooWide(gains, limit) && new CloseVectorTree(gains, limit, this).search();
    }

    @Override
    public boolean isTooLong(long branches) {
        return branches > MAX_BRANCHES || (branches > FEW_BRANCHES && taken * n > MAX_TAKEN);
    }

    @Override
    public boolean counts(double sum, double changes) {
        taken++;
        double length = sum * noise;
        double least = length <= nearRadius ? LEAST_INCREASE : shellOf(length).least();
        return changes > 1.0 && length < radius && CloseVector.increaseLimit(length / tolerance, changes) > least;
    }

    @Override
    public double take(double[] vector, double sum, double changes) {
        CloseVector close = CloseVector.of(vector, sum * noise);
        boolean taken = close.length() <= nearRadius ? takeNear(close) : shellOf(close.length()).take(close);
        if (taken) {
            // with the largest noise N is at most by so much larger
            radius = Math.min(radius, radiusFor(tolerance * close.length() * mostNoise / noise));
        }
        return radius / noise;
    }

    private boolean takeNear(CloseVector vector) {
        boolean wanted = vector.largestIncrease() > LEAST_INCREASE;
        if (wanted) {
            near.add(vector);
        }
        if (near.size() == CloseVectorShell.MAX_FOUND) {
            near.sort(Comparator.comparingDouble(CloseVector::length));
            nearRadius = Math.nextDown(near.get(CloseVectorShell.STAYING).length());
            near.stream().filter(f -> f.length() > nearRadius).forEach(f -> shellOf(f.length()).take(f));
            near.removeIf(f -> f.length() > nearRadius);
        }
        return wanted;
    }

    private CloseVectorShell shellOf(double length) {
        return length <= shells[0].radius() ? shells[0] : shells[1];
    }

    /** Returns the list for a noise, not below the smallest one, after a search that came to its end. */
    CloseVectors list(StructuredGains wanted) {
        List<CloseVector> kept = reduced(wanted);
        List<CloseVector> vectors = new ArrayList<>();
        double[] radii = new double[1 + shells.length];
        double[] least = new double[1 + shells.length];
        radii[0] = takeShortest(kept, vectors);
        least[0] = LEAST_INCREASE;
        int next = vectors.size();
        for (int s = 0; s < shells.length; s++) {
            radii[s + 1] = Math.max(radii[s], Math.min(radius, shells[s].radius()));
            CloseVectorShell shell = new CloseVectorShell(radii[s + 1], Math.max(least[s], shells[s].least()));
            while (next < kept.size() && kept.get(next).length() <= radii[s + 1]) {
                shell.found().add(kept.get(next++));
            }
            shell.shorten();
            vectors.addAll(shell.found());
            least[s + 1] = shell.least();
        }
        vectors.sort(CloseVectorShell.BY_INCREASE);
        return new CloseVectors(radii, least, wanted, vectors);
    }

    /** Takes the shortest vectors, as many as there is room for; returns the radius up to which these are all. */
    private double takeShortest(List<CloseVector> sorted, List<CloseVector> target) {
        int changes = 0;
        for (CloseVector vector : sorted) {
            changes += vector.support();
            if (vector.length() > nearRadius) {
                break;
            }
            if (changes > CloseVectorShell.MAX_CHANGES) {
                return Math.nextDown(vector.length());
            }
            target.add(vector);
        }
        return Math.min(nearRadius, radius);
    }

    /** Returns what was found with the N for another noise, the shortest first, without what can be left out. */
    private List<CloseVector> reduced(StructuredGains wanted) {
        List<CloseVector> found = new ArrayList<>(near);
        for (CloseVectorShell shell : shells) {
            found.addAll(shell.found());
        }
        found.replaceAll(f -> f.of(wanted, BOTTOM));
        found.sort(Comparator.comparingDouble(CloseVector::length));
        List<CloseVector> bottoms = new ArrayList<>();
        found.removeIf(f -> f.length() > radius || !stays(f, bottoms));
        return found;
    }

    /** Leaves out what differs in one integer from a vector that stays, and that is shorter than all that differ so from it. */
    private static boolean stays(CloseVector vector, List<CloseVector> bottoms) {
        CloseVector neighbour = vector.sum() > 2.0 ? neighbour(vector, bottoms) : null;
        if (neighbour != null) {
            neighbour.stand(vector);
            return false;
        }
        if (vector.isBottom()) {
            bottoms.add(vector);
        }
        return true;
    }

    private static CloseVector neighbour(CloseVector vector, List<CloseVector> bottoms) {
        for (CloseVector other : bottoms) {
            if (vector.isNextTo(other)) {
                return other;
            }
        }
        return null;
    }
}
