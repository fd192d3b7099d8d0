package org.insardask.ils;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The vectors of {@link CloseVectorSearch} between two radii that count beside the largest increases, as many as there is room for. */
final class CloseVectorShell {

    static final Comparator<CloseVector> BY_INCREASE = Comparator.comparingDouble(CloseVector::largestIncrease).reversed();

    /** The largest number of vectors in memory, and how many stay where there are more. */
    static final int MAX_FOUND = 3000;
    static final int STAYING = 1500;
    /** The largest number of changed integers in the list. */
    static final int MAX_CHANGES = 3000;

    private final double radius;
    private final List<CloseVector> found = new ArrayList<>();
    private double least;

    /**
     * Makes an empty shell.
     *
     * @param radius the largest N (cycles^2)
     * @param least vectors that only count beside a smaller increase (cycles^2) are not taken
     */
    CloseVectorShell(double radius, double least) {
        this.radius = radius;
        this.least = least;
    }

    /** Returns the largest N. */
    double radius() {
        return radius;
    }

    /** Returns the least increase for which the vectors are complete. */
    double least() {
        return least;
    }

    /** Takes a vector, if it counts beside the least increase. */
    boolean take(CloseVector vector) {
        boolean counts = vector.largestIncrease() > least;
        if (counts) {
            found.add(vector);
        }
        if (found.size() == MAX_FOUND) {
            found.sort(BY_INCREASE);
            least = found.get(STAYING).largestIncrease();
            found.subList(STAYING, MAX_FOUND).clear();
        }
        return counts;
    }

    /** Returns the vectors; not a copy. */
    List<CloseVector> found() {
        return found;
    }

    /** Leaves out those for which the list has no room. */
    void shorten() {
        found.sort(BY_INCREASE);
        int changes = 0;
        int count = 0;
        while (count < found.size() && changes + found.get(count).support() <= MAX_CHANGES) {
            changes += found.get(count++).support();
        }
        if (count < found.size()) {
            least = Math.max(least, found.get(count).largestIncrease());
            found.subList(count, found.size()).clear();
        }
    }
}
