package org.insardask.ils;

/** A vector that {@link CloseVectorSearch} found; only the integers that are not 0 are kept. */
final class CloseVector {

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
     * @param bottom whether all vectors that differ in one integer are clearly longer
     */
    CloseVector(double[] vector, double length, boolean bottom) {
        int count = 0;
        for (double z : vector) {
            count += z == 0.0 ? 0 : 1;
        }
        this.places = new int[count];
        this.changes = new double[count];
        double absolute = 0.0;
        double squareSum = 0.0;
        int next = 0;
        for (int t = 0; t < vector.length; t++) {
            if (vector[t] != 0.0) {
                places[next] = t;
                changes[next++] = vector[t];
                absolute += Math.abs(vector[t]);
                squareSum += vector[t] * vector[t];
            }
        }
        this.length = length;
        this.bottom = bottom;
        this.sum = absolute;
        this.squares = squareSum;
        this.leastLength = leastLength(length, squares);
        this.largestIncrease = increaseLimit(leastLength, sum);
    }

    /** The tau of {@link CloseVectors} from which on a vector of some least N and sum of absolute values does not count. */
    static double increaseLimit(double leastLength, double sum) {
        return (sum - leastLength) / (sum - 1.0);
    }

    /** The least N for the other geometries, given N for this one: by bisection of the bound of N. */
    static double leastLength(double length, double squares) {
        double most = CloseVectors.MAX_DEVIATION;
        double low = length / ((1.0 + most) * (1.0 + most));
        double high = length;
        while (high - low > 1.0e-12 * length) {
            double middle = 0.5 * (low + high);
            double root = Math.sqrt(middle) + most * Math.sqrt(Math.max(0.0, squares - middle));
            if (root * root < length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
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
