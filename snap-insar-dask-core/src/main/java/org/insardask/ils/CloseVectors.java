package org.insardask.ils;

import java.util.Arrays;
import java.util.List;

/**
 * The integer vectors z, beside changes of one integer, that are short for one geometry, so that a + z can be second to a best vector
 * a. Found by an exact search, once for all arcs of about this geometry. Immutable, to be shared by threads.
 *
 * <p>The length is N(z) = d z^T Q^-1 z, that is the least of |z - R u|^2 + d |u|^2 over the parameters u (cycles^2), d being the
 * variance of the noise. All vectors of N up to a radius are here, but for two kinds:
 *
 * <ul>
 * <li>those that no residuals e can bring below the best change of one integer. Where each of these raises the norm by at least tau /
 * d, |e_i| of epoch i is at most (1 - h_i - tau) / 2, h_i being its leverage. With M = sum |z_i| the norm of a + z is then higher than
 * that of a by at least (N(z) - M + tau M) / d, which is tau / d or more where tau is at least (M - N(z)) / (M - 1);
 * <li>those that differ from a shorter one of the list in one integer: the arc looks at such changes of the vectors in the list itself.
 * </ul>
 *
 * <p>Other geometries: with rows R' = R S + E, S diagonal with elements from -1 to 1, and noise d' of at least d, take the parameters
 * u at which N'(z) is found: N(z) is at most (sqrt(N'(z)) + |E| |u|)^2, and d |u|^2 at most N'(z) and at most |z|^2 - N'(z).
 */
final class CloseVectors {

    /** The largest |E| / sqrt(d) of arcs that use the list. */
    static final double MAX_DEVIATION = 0.08;

    private final double[] radii;
    private final double[] leastIncreases;
    private final double noise;
    private final double[] rows;
    private final double[] columnSquares;
    private final int[] starts;
    private final int[] places;
    private final double[] changes;
    private final double[] squares;
    private final double[] leastLengths;
    private final double[] increases;
    private final boolean[] hasNeighbours;
    private final double[] leastSingles;

    /**
     * Makes a list.
     *
     * @param radii growing N (cycles^2) up to which the list is complete
     * @param leastIncreases the tau (cycles^2) as above with which it is; they do not fall
     * @param gains of the geometry; not modified
     * @param vectors without those that can be left out, sorted by their largest tau from the largest
     */
    CloseVectors(double[] radii, double[] leastIncreases, StructuredGains gains, List<CloseVector> vectors) {
        this.radii = radii.clone();
        this.leastIncreases = leastIncreases.clone();
        this.noise = gains.noise()[0];
        int stride = StructuredGains.strideOf(gains.parameters());
        this.rows = Arrays.copyOf(gains.rows(), gains.size() * stride);
        this.columnSquares = new double[stride];
        for (int i = 0; i < rows.length; i++) {
            columnSquares[i % stride] += rows[i] * rows[i];
        }
        int count = vectors.size();
        this.hasNeighbours = new boolean[count];
        this.leastLengths = new double[count];
        this.squares = new double[count];
        this.increases = new double[count];
        this.starts = new int[count + 1];
        for (int v = 0; v < count; v++) {
            CloseVector vector = vectors.get(v);
            hasNeighbours[v] = vector.hasNeighbours();
            leastLengths[v] = vector.leastLength();
            squares[v] = vector.squares();
            increases[v] = vector.largestIncrease();
            starts[v + 1] = starts[v] + vector.support();
        }
        this.places = new int[starts[count]];
        this.changes = new double[places.length];
        for (int v = 0; v < count; v++) {
            vectors.get(v).copyTo(places, changes, starts[v]);
        }
        this.leastSingles = new double[gains.size()];
        for (int t = 0; t < leastSingles.length; t++) {
            leastSingles[t] = CloseVector.leastLength(Math.max(0.0, 1.0 - gains.leverage(t)), 1.0);
        }
    }

    /** Returns a list of a search that did not come to its end, of no use. */
    static CloseVectors none(StructuredGains gains) {
        return new CloseVectors(new double[] {0.0}, new double[] {Double.POSITIVE_INFINITY}, gains, List.of());
    }

    /** Returns the number of vectors. */
    int count() {
        return increases.length;
    }

    /** Returns the product of a vector and one in the order of the list. */
    double product(int vector, double[] values) {
        double sum = 0.0;
        for (int i = starts[vector]; i < starts[vector + 1]; i++) {
            sum += changes[i] * values[places[i]];
        }
        return sum;
    }

    /** Adds a multiple of a vector to one in the order of the list. */
    void addTo(int vector, double factor, double[] target) {
        for (int i = starts[vector]; i < starts[vector + 1]; i++) {
            target[places[i]] += factor * changes[i];
        }
    }

    /** Computes the sum of rows times changes, R^T z. */
    void combine(int vector, double[] ownRows, double[] target) {
        for (int c = 0; c < target.length; c += 4) {
            combineFour(vector, ownRows, target, c);
        }
    }

    private void combineFour(int vector, double[] ownRows, double[] target, int c) {
        double x0 = 0.0;
        double x1 = 0.0;
        double x2 = 0.0;
        double x3 = 0.0;
        for (int i = starts[vector]; i < starts[vector + 1]; i++) {
            int row = places[i] * target.length + c;
            double z = changes[i];
            x0 += z * ownRows[row];
            x1 += z * ownRows[row + 1];
            x2 += z * ownRows[row + 2];
            x3 += z * ownRows[row + 3];
        }
        target[c] = x0;
        target[c + 1] = x1;
        target[c + 2] = x2;
        target[c + 3] = x3;
    }

    /** Returns the sum of squares of a vector. */
    double squares(int vector) {
        return squares[vector];
    }

    /** Returns the least N (cycles^2) of a change of one integer at a place, that is 1 less its leverage, of any arc that uses the list. */
    double leastSingle(int place) {
        return leastSingles[place];
    }

    /** Returns the least N (cycles^2) that a vector has for any arc that uses the list. */
    double leastLength(int vector) {
        return leastLengths[vector];
    }

    /** Returns the tau (cycles^2) from which on a vector, and its changes of one integer, do not count; it falls from vector to vector. */
    double increase(int vector) {
        return increases[vector];
    }

    /** Returns whether changes of one integer of a vector were left out. */
    boolean hasNeighbours(int vector) {
        return hasNeighbours[vector];
    }

    /** Returns the least increase tau by a change of one integer (cycles^2) with which the list is complete. */
    double leastIncrease() {
        return leastIncreases[0];
    }

    /** Returns the variance of the noise (cycles^2) of the list; that of the arc may be larger. */
    double noise() {
        return noise;
    }

    /** Returns the N up to which the list is complete for its own geometry, where the least increase by a change of one integer is tau. */
    double radius(double tau) {
        double radius = 0.0;
        for (int i = 0; i < radii.length && leastIncreases[i] <= tau; i++) {
            radius = radii[i];
        }
        return radius;
    }

    /**
     * Returns the factor of the radius for an arc; 0 where its geometry is too different.
     *
     * @param arc gains of the arc for all epochs, in the order of the list
     */
    double factor(StructuredGains arc) {
        double square = 0.0;
        int stride = columnSquares.length;
        double[] own = arc.rows();
        for (int c = 0; c < stride; c += 4) {
            square += deviation(own, c, stride);
        }
        return factor(Math.sqrt(square));
    }

    /** The same where |E| (cycles) is known. */
    double factor(double distance) {
        double deviation = distance / Math.sqrt(noise);
        double factor = 1.0 + deviation;
        return deviation <= MAX_DEVIATION ? 1.0 / (factor * factor) : 0.0;
    }

    /** Returns the squared deviation of four columns from multiples of those of the list; infinite where a multiple is above 1. */
    private double deviation(double[] own, int first, int stride) {
        double x0 = 0.0;
        double x1 = 0.0;
        double x2 = 0.0;
        double x3 = 0.0;
        double square = 0.0;
        for (int i = first; i < rows.length; i += stride) {
            double r0 = own[i];
            double r1 = own[i + 1];
            double r2 = own[i + 2];
            double r3 = own[i + 3];
            square += (r0 * r0 + r1 * r1) + (r2 * r2 + r3 * r3);
            x0 += r0 * rows[i];
            x1 += r1 * rows[i + 1];
            x2 += r2 * rows[i + 2];
            x3 += r3 * rows[i + 3];
        }
        double explained = explained(x0, first) + explained(x1, first + 1) + explained(x2, first + 2) + explained(x3, first + 3);
        return Math.max(0.0, square - explained);
    }

    private double explained(double product, int column) {
        double own = columnSquares[column];
        // a larger multiple than 1 would need a larger prior
        return own == 0.0 ? 0.0 : Math.abs(product) > own ? Double.NEGATIVE_INFINITY : product * product / own;
    }
}
