package org.insardask.ils;

import java.util.Arrays;

/**
 * Integer decorrelation of a covariance matrix: a unimodular Z such that Z^T Q Z = L^T D L has small off-diagonal elements and
 * a flat D. It depends on the covariance alone: compute it once, use it for every float vector of that covariance.
 *
 * <p>Integer Gauss transformations, column by column from the last but one to the first, and swaps of neighbours where
 * D(i) + L(i+1,i)^2 D(i+1) &lt; D(i+1), until no swap is left. Z and its inverse are kept as integers; entries that pass 2^53 are
 * reported as overflow, since a double could not hold them.
 *
 * <p>An instance can be computed again and again without allocation. It may be read by many threads as long as none computes.
 *
 * <p>Sources: Teunissen (1995), doi:10.1007/BF00863419; de Jonge and Tiberius (1996), section 4; Verhagen and Li (2012), LAMBDA 3.0.
 */
public final class Decorrelation {

    /** The largest integer up to which every integer is a double. */
    static final double MAX_INTEGER = 9007199254740992.0;

    /** A swap for the search must make a variance smaller by this factor. */
    private static final double ENOUGH = 0.999;

    private final int capacity;
    private final double[] l;
    private final double[] d;
    private final long[] z;
    private final long[] inverseTransposed;
    /** Bounds of the absolute elements of the columns of both, at least as large as the largest. */
    private final double[] zBound;
    private final double[] inverseBound;
    private final double[] lColumn;
    private final long[] zColumn;
    private final long[] inverseColumn;
    private final int[] components;
    private int n;
    private IlsStatus status = IlsStatus.NOT_POSITIVE_DEFINITE;
    private double successRate;

    /**
     * Makes an instance without content.
     *
     * @param capacity the largest order that will be computed
     */
    public Decorrelation(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The capacity of a decorrelation is " + capacity + ", expected 1 or more");
        }
        this.capacity = capacity;
        this.l = new double[capacity * capacity];
        this.d = new double[capacity];
        this.z = new long[capacity * capacity];
        this.inverseTransposed = new long[capacity * capacity];
        this.zBound = new double[capacity];
        this.inverseBound = new double[capacity];
        this.lColumn = new double[capacity];
        this.zColumn = new long[capacity];
        this.inverseColumn = new long[capacity];
        this.components = new int[capacity];
    }

    /**
     * Decorrelates one matrix.
     *
     * @param q n x n covariance, row-major, only its lower triangle is read
     * @param n the order
     * @return the decorrelation; see {@link #status()}
     */
    public static Decorrelation of(double[] q, int n) {
        Decorrelation decorrelation = new Decorrelation(n);
        decorrelation.compute(q, n);
        return decorrelation;
    }

    /**
     * Decorrelates a matrix; what was computed before is lost.
     *
     * @param q n x n covariance, row-major, only its lower triangle is read
     * @param order the order n, at most the capacity
     * @return SOLVED, NOT_POSITIVE_DEFINITE or INTEGER_OVERFLOW
     */
    public IlsStatus compute(double[] q, int order) {
        check(q, order);
        for (int i = 0; i < n; i++) {
            components[i] = i;
        }
        status = LtdlFactorization.factor(q, n, l, d);
        if (status == IlsStatus.SOLVED) {
            start();
            status = reduce() ? IlsStatus.SOLVED : IlsStatus.INTEGER_OVERFLOW;
        }
        return finish();
    }

    /**
     * Reduces a matrix for the search of least squares alone, which takes less time than {@link #compute}: components are reordered while
     * the matrix is factored, and only those elements of L are made small that a swap needs. Least squares gives the same solution with
     * either; rounding, bootstrapping and partial resolution would give another one than that of LAMBDA, so they should not have it.
     * What was computed before is lost.
     *
     * <p>Sources: Chang, Yang and Zhou (2005), doi:10.1007/s00190-005-0004-x, symmetric pivoting and lazy transformations; Xie, Chang and
     * Al-Borno (2011), Partial LLL reduction, on which elements the search needs to be small.
     *
     * @param q n x n covariance, row-major, only its lower triangle is read
     * @param order the order n, at most the capacity
     * @return SOLVED, NOT_POSITIVE_DEFINITE or INTEGER_OVERFLOW
     */
    public IlsStatus computeForSearch(double[] q, int order) {
        check(q, order);
        status = LtdlFactorization.factorPivoted(q, n, l, d, components);
        if (status == IlsStatus.SOLVED) {
            start();
            status = reduceForSearch() ? IlsStatus.SOLVED : IlsStatus.INTEGER_OVERFLOW;
        }
        return finish();
    }

    private void check(double[] q, int order) {
        if (order < 1 || order > capacity) {
            throw new IllegalArgumentException("The order of the covariance is " + order + ", expected 1 to " + capacity);
        }
        if (q.length < order * order) {
            throw new IllegalArgumentException("The covariance has " + q.length + " elements, expected " + order * order);
        }
        n = order;
    }

    private void start() {
        setPermutation(z);
        setPermutation(inverseTransposed);
        Arrays.fill(zBound, 0, n, 1.0);
        Arrays.fill(inverseBound, 0, n, 1.0);
    }

    private IlsStatus finish() {
        successRate = status == IlsStatus.SOLVED ? SuccessRate.bootstrapped(d, 0, n) : Double.NaN;
        return status;
    }

    private void setPermutation(long[] matrix) {
        Arrays.fill(matrix, 0, n * n, 0L);
        for (int i = 0; i < n; i++) {
            matrix[i * n + components[i]] = 1L;
        }
    }

    /** Swaps neighbours until none makes the later variance clearly smaller; false where an integer grows too large. */
    private boolean reduceForSearch() {
        int i = n - 2;
        while (i >= 0) {
            double below = l[i * n + i + 1];
            double rest = below - Math.rint(below);
            double delta = d[i] + rest * rest * d[i + 1];
            if (delta < ENOUGH * d[i + 1]) {
                // all of the column, so that numbers stay small in long chains of swaps
                if (rest != below && !reduceColumn(i)) {
                    return false;
                }
                swap(i, l[i * n + i + 1], d[i] + l[i * n + i + 1] * l[i * n + i + 1] * d[i + 1]);
                i = Math.min(i + 1, n - 2);
            } else {
                i--;
            }
        }
        return true;
    }

    private boolean reduce() {
        int lastUnreduced = n - 2;
        int i = n - 2;
        while (i >= 0) {
            if (i <= lastUnreduced && !reduceColumn(i)) {
                return false;
            }
            double below = l[i * n + i + 1];
            double delta = d[i] + below * below * d[i + 1];
            if (delta < d[i + 1]) {
                swap(i, below, delta);
                lastUnreduced = i;
                // later neighbours passed before, and the swap did not touch them
                i = Math.min(i + 1, n - 2);
            } else {
                i--;
            }
        }
        return true;
    }

    /** Integer Gauss transformations of column i with every later column; false where an integer grows too large. */
    private boolean reduceColumn(int i) {
        int first = i + 1;
        while (first < n && Math.rint(l[i * n + first]) == 0.0) {
            first++;
        }
        if (first == n) {
            return true;
        }
        // columns i in arrays of their own, so that the loops over their elements can be vectorised
        System.arraycopy(l, i * n, lColumn, 0, n);
        System.arraycopy(z, i * n, zColumn, 0, n);
        System.arraycopy(inverseTransposed, i * n, inverseColumn, 0, n);
        boolean small = true;
        for (int j = first; j < n && small; j++) {
            double mu = Math.rint(lColumn[j]);
            if (mu != 0.0) {
                small = Math.abs(mu) <= MAX_INTEGER && reduce(i, j, mu);
            }
        }
        System.arraycopy(lColumn, 0, l, i * n, n);
        System.arraycopy(zColumn, 0, z, i * n, n);
        return small;
    }

    /** Subtracts mu times column j of L and Z from column i, and adds mu times column i of the inverse to its column j. */
    private boolean reduce(int i, int j, double mu) {
        subtractMultiple(lColumn, mu, l, j * n, j, n);
        double newZBound = zBound[i] + Math.abs(mu) * zBound[j];
        if (!(newZBound < MAX_INTEGER)) {
            newZBound = largestAfter(zColumn, 0, -mu, z, j * n);
        }
        double newInverseBound = inverseBound[j] + Math.abs(mu) * inverseBound[i];
        if (!(newInverseBound < MAX_INTEGER)) {
            newInverseBound = largestAfter(inverseTransposed, j * n, mu, inverseColumn, 0);
        }
        if (!(newZBound < MAX_INTEGER && newInverseBound < MAX_INTEGER)) {
            return false;
        }
        zBound[i] = newZBound;
        inverseBound[j] = newInverseBound;
        addMultiple(zColumn, 0, -(long) mu, z, j * n, n);
        addMultiple(inverseTransposed, j * n, (long) mu, inverseColumn, 0, n);
        return true;
    }

    private static void subtractMultiple(double[] target, double mu, double[] source, int offset, int from, int to) {
        for (int row = from; row < to; row++) {
            target[row] -= mu * source[offset + row];
        }
    }

    private double largestAfter(long[] target, int targetOffset, double factor, long[] source, int sourceOffset) {
        double largest = 0.0;
        for (int row = 0; row < n; row++) {
            largest = Math.max(largest, Math.abs(target[targetOffset + row] + factor * source[sourceOffset + row]));
        }
        return largest;
    }

    private static void addMultiple(long[] target, int targetOffset, long factor, long[] source, int sourceOffset, int count) {
        for (int row = 0; row < count; row++) {
            target[targetOffset + row] += factor * source[sourceOffset + row];
        }
    }

    /** Swaps components i and i+1 and restores the triangular shape of L. */
    private void swap(int i, double below, double delta) {
        double lambda = d[i + 1] * below / delta;
        double eta = d[i] / delta;
        d[i] = eta * d[i + 1];
        d[i + 1] = delta;
        for (int column = 0; column < i; column++) {
            double first = l[column * n + i];
            double second = l[column * n + i + 1];
            l[column * n + i] = second - below * first;
            l[column * n + i + 1] = eta * first + lambda * second;
        }
        l[i * n + i + 1] = lambda;
        for (int row = i + 2; row < n; row++) {
            double kept = l[i * n + row];
            l[i * n + row] = l[(i + 1) * n + row];
            l[(i + 1) * n + row] = kept;
        }
        swapColumns(z, zBound, i);
        swapColumns(inverseTransposed, inverseBound, i);
    }

    private void swapColumns(long[] matrix, double[] bound, int i) {
        double keptBound = bound[i];
        bound[i] = bound[i + 1];
        bound[i + 1] = keptBound;
        for (int row = 0; row < n; row++) {
            long kept = matrix[i * n + row];
            matrix[i * n + row] = matrix[(i + 1) * n + row];
            matrix[(i + 1) * n + row] = kept;
        }
    }

    /** Returns how the last computation ended. */
    public IlsStatus status() {
        return status;
    }

    /** Returns the order n. */
    public int size() {
        return n;
    }

    /**
     * Returns the success rate of bootstrapping in the decorrelated space, prod(2 Phi(1 / (2 sqrt(d_i))) - 1), a lower bound for
     * least squares.
     */
    public double successRate() {
        return successRate;
    }

    /** Returns the approximation of the success rate of least squares by the ADOP; see {@link SuccessRate#adopApproximation}. */
    public double adopSuccessRate() {
        return status == IlsStatus.SOLVED ? SuccessRate.adopApproximation(d, n) : Double.NaN;
    }

    /** Returns element (row, column) of Z; the decorrelated ambiguities are z = Z^T a. */
    public long z(int row, int column) {
        return z[column * n + row];
    }

    /** Returns element (row, column) of the inverse of Z^T; the ambiguities are a = Z^-T z. */
    public long inverseTransposed(int row, int column) {
        return inverseTransposed[column * n + row];
    }

    /** Returns element (row, column) of L, the factor of the decorrelated covariance. */
    public double l(int row, int column) {
        return row < column ? 0.0 : l[column * n + row];
    }

    /** Returns the conditional variance of the decorrelated component i when all later ones are known (cycles^2). */
    public double d(int i) {
        return d[i];
    }

    /** The columns of L one after another. */
    double[] columns() {
        return l;
    }

    double[] diagonal() {
        return d;
    }

    /** out = Z^T (a - shift). */
    void transform(double[] a, double[] shift, double[] out) {
        for (int column = 0; column < n; column++) {
            double sum = 0.0;
            for (int row = 0; row < n; row++) {
                sum += z[column * n + row] * (a[row] - shift[row]);
            }
            out[column] = sum;
        }
    }

    /**
     * out = Z^-T z + shift; exact for integers.
     *
     * @return false where an integer passes 2^53, so that out could be wrong
     */
    boolean transformBack(double[] zValues, int zOffset, double[] shift, double[] out, int outOffset) {
        for (int row = 0; row < n; row++) {
            out[outOffset + row] = shift[row];
        }
        double largest = 0.0;
        for (int column = 0; column < n; column++) {
            double value = zValues[zOffset + column];
            if (value != 0.0) {
                for (int row = 0; row < n; row++) {
                    double term = inverseTransposed[column * n + row] * value;
                    out[outOffset + row] += term;
                    largest = Math.max(largest, Math.max(Math.abs(term), Math.abs(out[outOffset + row])));
                }
            }
        }
        return largest < MAX_INTEGER;
    }
}
