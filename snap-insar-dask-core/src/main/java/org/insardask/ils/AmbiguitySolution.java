package org.insardask.ils;

/**
 * What an {@link AmbiguityEstimator} found; filled anew by each estimation, without allocation. For one thread.
 */
public final class AmbiguitySolution {

    private final int capacity;
    private final double[] values;
    private final double[] norms;
    private int n;
    private int count;
    private int fixed;
    private long nodes;
    private double successRate;

    /**
     * Makes an empty solution.
     *
     * @param capacity the largest number of ambiguities
     * @param maxCandidates the largest number of candidates
     */
    public AmbiguitySolution(int capacity, int maxCandidates) {
        if (capacity < 1 || maxCandidates < 1) {
            throw new IllegalArgumentException("A solution of " + capacity + " ambiguities and " + maxCandidates
                    + " candidates cannot be, expected 1 or more of both");
        }
        this.capacity = capacity;
        this.values = new double[capacity * maxCandidates];
        this.norms = new double[maxCandidates];
    }

    void clear(int size) {
        if (size > capacity) {
            throw new IllegalArgumentException("The solution holds " + capacity + " ambiguities, expected " + size);
        }
        n = size;
        count = 0;
        fixed = 0;
        nodes = 0L;
        successRate = Double.NaN;
    }

    void setSummary(int newFixed, double newSuccessRate, long newNodes) {
        fixed = newFixed;
        successRate = newSuccessRate;
        nodes = newNodes;
    }

    double[] values() {
        return values;
    }

    /** Adds a candidate whose values were written at its offset. */
    void add(double norm) {
        norms[count++] = norm;
    }

    int nextOffset() {
        return count * n;
    }

    int maxCandidates() {
        return norms.length;
    }

    void setFloat(double[] aHat) {
        System.arraycopy(aHat, 0, values, 0, n);
        count = 1;
        norms[0] = Double.NaN;
        fixed = 0;
    }

    /** Returns the number of ambiguities n. */
    public int size() {
        return n;
    }

    /** Returns the number of candidates found. */
    public int candidates() {
        return count;
    }

    /**
     * Returns ambiguity i of a candidate (cycles); candidates are sorted by norm. An integer, but for partial resolution, where those
     * that were not fixed are the float values given the fixed ones.
     */
    public double value(int candidate, int i) {
        checkCandidate(candidate);
        return values[candidate * n + i];
    }

    /**
     * Copies the ambiguities of a candidate.
     *
     * @param candidate from 0
     * @param target n elements, output (cycles)
     */
    public void copyValues(int candidate, double[] target) {
        checkCandidate(candidate);
        System.arraycopy(values, candidate * n, target, 0, n);
    }

    /** Returns the squared norm (a_hat - a)^T Q^-1 (a_hat - a) of a candidate; of the fixed part alone in partial resolution. */
    public double norm(int candidate) {
        checkCandidate(candidate);
        return norms[candidate];
    }

    /** Returns how many decorrelated ambiguities were fixed. */
    public int fixedCount() {
        return fixed;
    }

    /** Returns the bootstrapped success rate of the fixed part; NaN where none was fixed. */
    public double successRate() {
        return successRate;
    }

    /** Returns the number of search nodes visited, 0 where there was no search. */
    public long nodes() {
        return nodes;
    }

    private void checkCandidate(int candidate) {
        if (candidate < 0 || candidate >= count) {
            throw new IllegalArgumentException("Candidate " + candidate + " was asked for, expected 0 to " + (count - 1));
        }
    }
}
