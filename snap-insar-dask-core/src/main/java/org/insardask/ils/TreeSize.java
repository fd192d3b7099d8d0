package org.insardask.ils;

/**
 * How many branches the tree of a structured problem has below a bound. The vectors of t epochs whose sum of squared innovations v^2 / s
 * is below a bound N fill an ellipsoid of volume pi^(t/2) / Gamma(t/2 + 1) sqrt(N^t s_1 ... s_t), and there are about as many as its
 * volume says. No state, safe for any thread.
 *
 * <p>Source: Fincke and Pohst (1985), doi:10.1090/S0025-5718-1985-0777278-8, for the volume; as the number of branches, Gama, Nguyen and
 * Regev (2010), Lattice enumeration using extreme pruning, doi:10.1007/978-3-642-13190-5_13.
 */
final class TreeSize {

    private TreeSize() {
    }

    /**
     * Returns the expected number of branches.
     *
     * @param gains computed
     * @param bound the largest sum
     */
    static double branches(StructuredGains gains, double bound) {
        double[] variances = gains.variances();
        double before = 1.0;
        double volume = 2.0 * Math.sqrt(bound * variances[0]);
        double sum = volume;
        for (int t = 2; t <= gains.size(); t++) {
            // the volume of a ball grows by 2 pi / t from t - 2 to t dimensions
            double next = before * (2.0 * Math.PI / t) * bound * Math.sqrt(variances[t - 2] * variances[t - 1]);
            before = volume;
            volume = next;
            sum += volume;
        }
        return sum;
    }

    /**
     * Writes the largest likely parts of a vector's norm that its first t epochs have, t from 0 to n. Where residuals have no preferred
     * direction, that part has a beta distribution of t / 2 and (n - t) / 2.
     *
     * @param probability of larger parts, at each t
     * @param parts output, n + 1 elements
     */
    static void fillLikelyParts(double probability, int n, double[] parts) {
        double u = NormalDistribution.lowerQuantile(probability);
        for (int t = 1; t < n; t++) {
            parts[t] = likelyPart(t, n - t, u * u);
        }
        parts[0] = 1.0;
        parts[n] = 1.0;
    }

    /** By Paulson (1942), doi:10.1214/aoms/1177731608: cube roots of the ratio of two chi-squares are nearly normal. */
    private static double likelyPart(int t, int rest, double square) {
        double first = 2.0 / (9.0 * t);
        double second = 2.0 / (9.0 * rest);
        double a = (1.0 - second) * (1.0 - second) - square * second;
        double b = (1.0 - first) * (1.0 - second);
        double c = (1.0 - first) * (1.0 - first) - square * first;
        if (!(a > 0.0)) {
            return 1.0;
        }
        double root = (b + Math.sqrt(Math.max(0.0, b * b - a * c))) / a;
        double ratio = t * root * root * root / rest;
        return ratio / (1.0 + ratio);
    }
}
