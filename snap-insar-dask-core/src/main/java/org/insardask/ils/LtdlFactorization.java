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
