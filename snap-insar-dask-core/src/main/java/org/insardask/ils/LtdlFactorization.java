package org.insardask.ils;

/**
 * Factorisation Q = L^T D L of a symmetric positive definite matrix, L unit lower triangular, D diagonal.
 * D(i) is the variance of component i when components i+1..n-1 are known.
 *
 * <p>Source: de Jonge and Tiberius (1996), The LAMBDA method for integer ambiguity estimation: implementation aspects, section 3.
 * Cost n^3/3. Stateless, safe for threads.
 */
public final class LtdlFactorization {

    /** A conditional variance below this fraction of the variance is rounding noise. */
    private static final double SINGULAR = 4.0 * Math.ulp(1.0);

    private LtdlFactorization() {
    }

    /**
     * Factors a matrix.
     *
     * @param q n x n, row-major; only the lower triangle is read
     * @param n the order
     * @param l n x n, output: column i of L stands at l[i*n + i .. i*n + n-1], the rest of that stretch is 0
     * @param d n, output: the diagonal of D
     * @return SOLVED or NOT_POSITIVE_DEFINITE; then l and d are of no use
     */
    public static IlsStatus factor(double[] q, int n, double[] l, double[] d) {
        copyLowerTriangleToColumns(q, n, l);
        for (int i = n - 1; i >= 0; i--) {
            double pivot = l[i * n + i];
            // written so that NaN fails
            if (!(pivot > SINGULAR * q[i * n + i]) || pivot == Double.POSITIVE_INFINITY) {
                return IlsStatus.NOT_POSITIVE_DEFINITE;
            }
            // the elements of D before i are still free
            eliminate(l, n, i, pivot, d);
            d[i] = pivot;
        }
        return IlsStatus.SOLVED;
    }

    /**
     * Factors a matrix whose components are reordered on the way: the one of the smallest conditional variance becomes the last of those
     * left, as symmetric pivoting of Chang, Yang and Zhou (2005), doi:10.1007/s00190-005-0004-x, section 3.3.
     *
     * @param q n x n, row-major; only the lower triangle is read
     * @param n the order
     * @param l n x n, output, as that of {@link #factor}
     * @param d n, output: the diagonal of D
     * @param components n, output: the component of q at each place
     * @return SOLVED or NOT_POSITIVE_DEFINITE; then the outputs are of no use
     */
    static IlsStatus factorPivoted(double[] q, int n, double[] l, double[] d, int[] components) {
        copyLowerTriangleToColumns(q, n, l);
        for (int i = 0; i < n; i++) {
            components[i] = i;
        }
        for (int i = n - 1; i >= 0; i--) {
            int best = i;
            for (int j = i - 1; j >= 0; j--) {
                best = l[j * n + j] < l[best * n + best] ? j : best;
            }
            if (best < i) {
                exchange(l, n, best, i);
                int kept = components[i];
                components[i] = components[best];
                components[best] = kept;
            }
            double pivot = l[i * n + i];
            double variance = q[components[i] * n + components[i]];
            // written so that NaN fails
            if (!(pivot > SINGULAR * variance) || pivot == Double.POSITIVE_INFINITY) {
                return IlsStatus.NOT_POSITIVE_DEFINITE;
            }
            eliminate(l, n, i, pivot, d);
            d[i] = pivot;
        }
        return IlsStatus.SOLVED;
    }

    /** Exchanges components j and i, j before i, of the block that is left, and of the rows of L that are done. */
    private static void exchange(double[] l, int n, int j, int i) {
        for (int column = 0; column < j; column++) {
            exchangeElements(l, column * n + j, column * n + i);
        }
        for (int between = j + 1; between < i; between++) {
            exchangeElements(l, j * n + between, between * n + i);
        }
        exchangeElements(l, j * n + j, i * n + i);
        for (int row = i + 1; row < n; row++) {
            exchangeElements(l, j * n + row, i * n + row);
        }
    }

    private static void exchangeElements(double[] l, int first, int second) {
        double kept = l[first];
        l[first] = l[second];
        l[second] = kept;
    }

    private static void copyLowerTriangleToColumns(double[] q, int n, double[] l) {
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < column; row++) {
                l[column * n + row] = 0.0;
            }
            for (int row = column; row < n; row++) {
                l[column * n + row] = q[row * n + column];
            }
        }
    }

    /**
     * Removes row i from the leading block, and scales it to unit diagonal. Both factors of a product are divided by the root of the
     * pivot, which keeps the block symmetric to the last bit.
     *
     * @param row scratch memory of i elements, for row i in one piece
     */
    private static void eliminate(double[] l, int n, int i, double pivot, double[] row) {
        double root = Math.sqrt(pivot);
        for (int column = 0; column < i; column++) {
            row[column] = l[column * n + i] / root;
        }
        for (int column = 0; column < i; column++) {
            subtractMultiple(l, column * n, row, column, i);
        }
        double diagonal = pivot / root;
        for (int column = 0; column < i; column++) {
            l[column * n + i] = row[column] / diagonal;
        }
        l[i * n + i] = 1.0;
    }

    private static void subtractMultiple(double[] l, int target, double[] row, int column, int to) {
        double factor = row[column];
        for (int k = column; k < to; k++) {
            l[target + k] -= factor * row[k];
        }
    }
}
