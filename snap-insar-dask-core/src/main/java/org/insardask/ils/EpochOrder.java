package org.insardask.ils;

/**
 * The order in which the structured solver takes the epochs: at each step the one with the smallest predicted variance s, so that the
 * integers of most epochs are nearly certain when their turn comes. Any order gives the same least-squares solution; this one makes the
 * search short, and can be shared by arcs of similar geometry. Cost n^2 k. Stateless, safe for threads.
 */
public final class EpochOrder {

    private EpochOrder() {
    }

    /**
     * Orders all epochs of a model.
     *
     * @param model not modified
     * @return the epochs in the order to take them; equal variances keep the order of the epochs
     */
    public static int[] bySmallestVariance(StructuredModel model) {
        int n = model.epochs();
        int k = model.parameters();
        double[] predicted = new double[n];
        for (int i = 0; i < n; i++) {
            predicted[i] = model.variance()[i] + dot(model.rows(), i * k, model.rows(), i * k, k);
        }
        int[] order = new int[n];
        boolean[] taken = new boolean[n];
        PriorRoot root = new PriorRoot(k);
        root.reset();
        double[] gain = new double[k];
        for (int t = 0; t < n; t++) {
            int best = smallest(predicted, taken);
            order[t] = best;
            taken[best] = true;
            double s = root.update(model.rows(), best * k, model.variance()[best], gain, 0);
            for (int i = 0; i < n; i++) {
                double covariance = dot(model.rows(), i * k, gain, 0, k);
                predicted[i] -= covariance * covariance * s;
            }
        }
        return order;
    }

    private static int smallest(double[] predicted, boolean[] taken) {
        int best = -1;
        for (int i = 0; i < predicted.length; i++) {
            if (!taken[i] && (best < 0 || predicted[i] < predicted[best])) {
                best = i;
            }
        }
        return best;
    }

    private static double dot(double[] a, int aOffset, double[] b, int bOffset, int k) {
        double sum = 0.0;
        for (int c = 0; c < k; c++) {
            sum += a[aOffset + c] * b[bOffset + c];
        }
        return sum;
    }
}
