package org.insardask.ils;

/** A vector that {@link CloseVectorSearch} found; only the integers that are not 0 are kept. */
final class CloseVector {

    private static final double ROUNDING = 1.0e-12;

    private final int[] places;
    private final double[] changes;
    private final double length;
    private final boolean bottom;
    private final double sum;
    private final double squares;
    private final double leastLength;
    private double largestIncrease;
    private boolean neighbours;

    /**
     * Keeps a vector.
     *
     * @param vector in the order of the gains
     * @param length its N (cycles^2)
     */
    static CloseVector of(double[] vector, double length) {
        int count = 0;
        for (double z : vector) {
            count += z == 0.0 ? 0 : 1;
        }
        int[] places = new int[count];
        double[] changes = new double[count];
        int next = 0;
        for (int t = 0; t < vector.length; t++) {
            if (vector[t] != 0.0) {
                places[next] = t;
                changes[next++] = vector[t];
            }
        }
        return new CloseVector(places, changes, length, false);
    }

    private CloseVector(int[] places, double[] changes, double length, boolean bottom) {
        this.places = places;
        this.changes = changes;
        this.length = length;
        this.bottom = bottom;
        double absolute = 0.0;
        double squareSum = 0.0;
        for (double z : changes) {
            absolute += Math.abs(z);
            squareSum += z * z;
        }
        this.sum = absolute;
        this.squares = squareSum;
        this.leastLength = leastLength(length, squares);
        this.largestIncrease = increaseLimit(leastLength, sum);
    }

    /**
     * Returns the same vector with the N for other gains.
     *
     * @param limit where all residuals are below, vectors that differ in one integer are clearly longer (cycles)
     */
    CloseVector of(StructuredGains gains, double limit) {
        int stride = StructuredGains.strideOf(gains.parameters());
        double[] direction = new double[stride];
        for (int i = 0; i < places.length; i++) {
            for (int c = 0; c < stride; c++) {
                direction[c] += changes[i] * gains.rows()[places[i] * stride + c];
            }
        }
        double noise = gains.noise()[0];
        double[] shift = new double[stride];
        gains.root().multiply(direction, 1.0 / noise, shift);
        boolean small = largestResidual(gains, shift) < limit;
        return new CloseVector(places, changes, squares - gains.root().variance(direction, 0) / noise, small);
    }

    private double largestResidual(StructuredGains gains, double[] shift) {
        double largest = 0.0;
        int next = 0;
        for (int t = 0; t < gains.size(); t++) {
            double residual = next < places.length && places[next] == t ? changes[next++] : 0.0;
            for (int c = 0; c < shift.length; c++) {
                residual -= gains.rows()[t * shift.length + c] * shift[c];
            }
            largest = Math.max(largest, Math.abs(residual));
        }
        return largest;
    }

    /** The tau of {@link CloseVectors} from which on a vector of some least N and sum of absolute values does not count. */
    static double increaseLimit(double leastLength, double sum) {
        return (sum - leastLength) / (sum - 1.0);
    }

    /**
     * The least N' for the other geometries, given N for this one: of the bounds of N the root of N' is at least that of N over 1 + E, and
     * that x for which the root of N is x + E sqrt(|z|^2 - x^2).
     */
    static double leastLength(double length, double squares) {
        double most = CloseVectors.MAX_DEVIATION;
        double root = Math.sqrt(length);
        double factor = 1.0 + most * most;
        double least = (root - most * Math.sqrt(Math.max(0.0, factor * squares - length))) / factor;
        double x = Math.max(least, root / (1.0 + most));
        return x * x * (1.0 - ROUNDING);
    }

    /** Returns N (cycles^2). */
    double length() {
        return length;
    }

    /** Returns the sum of the absolute values. */
    double sum() {
        return sum;
    }

    /** Returns the sum of squares. */
    double squares() {
        return squares;
    }

    double leastLength() {
        return leastLength;
    }

    double largestIncrease() {
        return largestIncrease;
    }

    boolean hasNeighbours() {
        return neighbours;
    }

    int support() {
        return places.length;
    }

    void copyTo(int[] toPlaces, double[] toChanges, int from) {
        System.arraycopy(places, 0, toPlaces, from, places.length);
        System.arraycopy(changes, 0, toChanges, from, changes.length);
    }

    /** Returns whether all vectors that differ in one integer are clearly longer. */
    boolean isBottom() {
        return bottom;
    }

    /** Takes note of a longer vector that differs in one integer and is left out. */
    void stand(CloseVector other) {
        neighbours = true;
        largestIncrease = Math.max(largestIncrease, other.largestIncrease);
    }

    /** Returns whether this or its opposite differs from another vector by 1 in a single integer. */
    boolean isNextTo(CloseVector other) {
        return Math.abs(sum - other.sum) == 1.0 && (distance(other, 1.0) == 1.0 || distance(other, -1.0) == 1.0);
    }

    private double distance(CloseVector other, double sign) {
        double distance = 0.0;
        int i = 0;
        int j = 0;
        while ((i < places.length || j < other.places.length) && distance <= 1.0) {
            int a = i < places.length ? places[i] : Integer.MAX_VALUE;
            int b = j < other.places.length ? other.places[j] : Integer.MAX_VALUE;
            double own = a <= b ? changes[i++] : 0.0;
            double others = b <= a ? other.changes[j++] : 0.0;
            distance += Math.abs(own - sign * others);
        }
        return distance;
    }
}
