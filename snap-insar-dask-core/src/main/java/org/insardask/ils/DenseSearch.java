package org.insardask.ils;

/**
 * Search-and-shrink for the m integer vectors of smallest (zhat - z)^T Q^-1 (zhat - z), Q = L^T D L, depth first from the last
 * component to the first, nearest integer first, then alternating outwards (Schnorr-Euchner).
 *
 * <p>The conditional estimates are sums over the components fixed before; only the terms that changed since the last visit of
 * a level are summed again. An instance belongs to one thread; a search allocates nothing.
 *
 * <p>Sources: Chang, Yang and Zhou (2005), MLAMBDA, doi:10.1007/s00190-005-0004-x; Ghasemmehdi and Agrell (2011), Faster recursions
 * in sphere decoding, doi:10.1109/TIT.2011.2143830.
 */
final class DenseSearch {

    private final double[] value;
    private final double[] residual;
    private final double[] step;
    private final double[] distance;
    private final double[] sums;
    private final int[] changedAt;
    private double[] columns;
    private double[] zHat;
    private int n;
    private long nodes;

    DenseSearch(int capacity) {
        value = new double[capacity];
        residual = new double[capacity];
        step = new double[capacity];
        distance = new double[capacity + 1];
        sums = new double[capacity * capacity];
        changedAt = new int[capacity];
    }

    /** Returns the number of nodes that the last search visited. */
    long nodes() {
        return nodes;
    }

    /**
     * Searches components first..n-1 (the last ones; all where first is 0).
     *
     * @return SOLVED or NODE_LIMIT
     */
    IlsStatus search(Decorrelation decorrelation, double[] floats, int first, long maxNodes, CandidateList candidates) {
        start(decorrelation, floats, first);
        double[] d = decorrelation.diagonal();
        double bound = candidates.bound();
        int k = n - 1;
        enter(k);
        while (true) {
            if (nodes == maxNodes) {
                return IlsStatus.NODE_LIMIT;
            }
            nodes++;
            double total = distance[k + 1] + residual[k] * residual[k] / d[k];
            if (total < bound) {
                if (k == first) {
                    candidates.offer(total, value, first, n);
                    bound = candidates.bound();
                    next(k);
                } else {
                    distance[k] = total;
                    k--;
                    enter(k);
                }
            } else {
                if (k == n - 1) {
                    return IlsStatus.SOLVED;
                }
                k++;
                next(k);
                markChanged(k, first);
            }
        }
    }

    private void start(Decorrelation decorrelation, double[] floats, int first) {
        n = decorrelation.size();
        columns = decorrelation.columns();
        zHat = floats;
        nodes = 0L;
        distance[n] = 0.0;
        for (int i = first; i < n; i++) {
            changedAt[i] = n - 1;
            sums[i * n + n - 1] = 0.0;
        }
    }

    /** Computes the conditional estimate of component k and takes the integer next to it. */
    private void enter(int k) {
        int row = k * n;
        for (int j = changedAt[k]; j > k; j--) {
            sums[row + j - 1] = sums[row + j] - residual[j] * columns[row + j];
        }
        changedAt[k] = k;
        double conditional = zHat[k] + sums[row + k];
        value[k] = Math.rint(conditional);
        residual[k] = conditional - value[k];
        step[k] = residual[k] < 0.0 ? -1.0 : 1.0;
    }

    private void next(int k) {
        value[k] += step[k];
        residual[k] -= step[k];
        step[k] = -step[k] - Math.signum(step[k]);
    }

    /** Component k has a new value: the sums of all levels below it are out of date from k on. */
    private void markChanged(int k, int first) {
        for (int i = k - 1; i >= first && changedAt[i] < k; i--) {
            changedAt[i] = k;
        }
    }
}
