package org.insardask.ils;

/**
 * The threshold mu of the ratio test with which at most a given share of all problems is accepted and wrong. Immutable, to be shared by
 * threads.
 *
 * <p>The idea, a threshold by number of ambiguities and failure rate of the model, is that of Verhagen and Teunissen (2013), The ratio
 * test for future GNSS ambiguity resolution, doi:10.1007/s10291-012-0299-z; other models of satellite navigation: Hou, Verhagen and Wu
 * (2016), doi:10.3390/s16070945. The table is this project's own: {@code org.insardask.experiments.RatioThresholds} (module benchmarks)
 * simulates arcs of Sentinel-1 geometry with 3 and 4 terms and three sets of priors, adjusts the noise (at most 1.5 rad) so that
 * bootstrapping in the order of the structured solver fails as often as a column says, and takes the smallest threshold over these
 * families (20,000 arcs each, so that a threshold for 0.001 rests on 20 wrong arcs).
 *
 * <p>Values between the nodes are interpolated in the logarithms of n and failure rate; n below the first and above the last row take that
 * row. Where bootstrapping fails more often than the last column nothing is accepted, where it fails less often than wanted all is.
 */
public final class FixedFailureRate {

    private static final double[] RATES = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05};
    private static final int[] SIZES = {5, 10, 20, 40, 80};
    private static final double[] FAILURES = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95};
    /** By rate, by size, by failure rate of bootstrapping. */
    private static final double[][][] THRESHOLDS = {
        {
            {0.974, 0.801, 0.580, 0.431, 0.337, 0.209, 0.143, 0.110, 0.096, 0.096, 0.096, 0.096},
            {1.000, 0.912, 0.771, 0.671, 0.592, 0.468, 0.396, 0.327, 0.288, 0.288, 0.288, 0.288},
            {1.000, 0.959, 0.864, 0.792, 0.714, 0.630, 0.593, 0.577, 0.559, 0.564, 0.569, 0.569},
            {1.000, 0.956, 0.898, 0.852, 0.809, 0.784, 0.757, 0.752, 0.741, 0.758, 0.801, 0.815},
            {1.000, 0.991, 0.954, 0.785, 0.906, 0.878, 0.864, 0.867, 0.871, 0.886, 0.900, 0.924}
        },
        {
            {1.000, 0.923, 0.733, 0.551, 0.398, 0.267, 0.188, 0.139, 0.126, 0.126, 0.126, 0.126},
            {1.000, 1.000, 0.871, 0.753, 0.641, 0.535, 0.449, 0.390, 0.346, 0.340, 0.340, 0.340},
            {1.000, 1.000, 0.925, 0.841, 0.767, 0.699, 0.656, 0.618, 0.601, 0.609, 0.610, 0.610},
            {1.000, 1.000, 0.964, 0.907, 0.860, 0.811, 0.793, 0.777, 0.776, 0.786, 0.816, 0.838},
            {1.000, 0.998, 0.980, 0.860, 0.925, 0.899, 0.884, 0.879, 0.884, 0.893, 0.908, 0.931}
        },
        {
            {1.000, 1.000, 0.977, 0.772, 0.579, 0.363, 0.260, 0.212, 0.186, 0.186, 0.186, 0.186},
            {1.000, 1.000, 1.000, 0.889, 0.767, 0.644, 0.541, 0.476, 0.430, 0.412, 0.412, 0.412},
            {1.000, 1.000, 1.000, 0.930, 0.855, 0.769, 0.711, 0.679, 0.652, 0.658, 0.671, 0.671},
            {1.000, 1.000, 1.000, 0.979, 0.927, 0.865, 0.837, 0.818, 0.815, 0.819, 0.843, 0.861},
            {1.000, 1.000, 1.000, 0.986, 0.957, 0.930, 0.909, 0.896, 0.899, 0.906, 0.920, 0.940}
        },
        {
            {1.000, 1.000, 1.000, 0.964, 0.750, 0.491, 0.354, 0.276, 0.243, 0.243, 0.243, 0.243},
            {1.000, 1.000, 1.000, 1.000, 0.889, 0.727, 0.632, 0.546, 0.489, 0.463, 0.463, 0.463},
            {1.000, 1.000, 1.000, 1.000, 0.926, 0.827, 0.768, 0.724, 0.706, 0.701, 0.713, 0.713},
            {1.000, 1.000, 1.000, 1.000, 0.968, 0.905, 0.870, 0.848, 0.842, 0.846, 0.865, 0.882},
            {1.000, 1.000, 1.000, 1.000, 0.984, 0.951, 0.931, 0.915, 0.912, 0.917, 0.928, 0.947}
        },
        {
            {1.000, 1.000, 1.000, 1.000, 0.969, 0.670, 0.472, 0.369, 0.322, 0.322, 0.322, 0.322},
            {1.000, 1.000, 1.000, 1.000, 1.000, 0.837, 0.718, 0.626, 0.563, 0.531, 0.531, 0.531},
            {1.000, 1.000, 1.000, 1.000, 1.000, 0.894, 0.827, 0.779, 0.757, 0.753, 0.759, 0.759},
            {1.000, 1.000, 1.000, 1.000, 1.000, 0.949, 0.906, 0.880, 0.874, 0.872, 0.884, 0.901},
            {1.000, 1.000, 1.000, 1.000, 1.000, 0.976, 0.952, 0.936, 0.926, 0.929, 0.938, 0.953}
        },
        {
            {1.000, 1.000, 1.000, 1.000, 1.000, 0.993, 0.721, 0.545, 0.455, 0.455, 0.455, 0.455},
            {1.000, 1.000, 1.000, 1.000, 1.000, 1.000, 0.880, 0.762, 0.676, 0.640, 0.640, 0.640},
            {1.000, 1.000, 1.000, 1.000, 1.000, 1.000, 0.926, 0.864, 0.829, 0.815, 0.815, 0.815},
            {1.000, 1.000, 1.000, 1.000, 1.000, 1.000, 0.962, 0.927, 0.909, 0.908, 0.912, 0.924},
            {1.000, 1.000, 1.000, 1.000, 1.000, 1.000, 0.983, 0.962, 0.947, 0.946, 0.951, 0.963}
        }
    };

    private final double rate;
    private final double[][] table;

    /**
     * Makes thresholds for a failure rate; between tabulated rates those of the smaller one are used.
     *
     * @param rate share of accepted and wrong problems, 0.001 to 0.05
     */
    public FixedFailureRate(double rate) {
        if (!(rate >= RATES[0] && rate <= RATES[RATES.length - 1])) {
            throw new IllegalArgumentException("The failure rate of the ratio test is " + rate + ", expected " + RATES[0] + " to "
                    + RATES[RATES.length - 1]);
        }
        this.rate = rate;
        int place = 0;
        while (place + 1 < RATES.length && RATES[place + 1] <= rate) {
            place++;
        }
        this.table = THRESHOLDS[place];
    }

    /** Returns the failure rate. */
    public double rate() {
        return rate;
    }

    /**
     * Returns mu: accept where norm(best) / norm(second) is at most this.
     *
     * @param n the number of ambiguities, 1 or more
     * @param successRate their bootstrapped success rate; NaN gives 0
     * @return 0 (accept nothing) to 1 (accept all)
     */
    public double threshold(int n, double successRate) {
        double failure = 1.0 - successRate;
        if (failure <= rate) {
            return 1.0;
        }
        int last = FAILURES.length - 1;
        if (!(failure <= FAILURES[last])) {
            return 0.0;
        }
        int column = 0;
        while (column + 2 < FAILURES.length && FAILURES[column + 1] < failure) {
            column++;
        }
        int row = 0;
        while (row + 2 < SIZES.length && SIZES[row + 1] < n) {
            row++;
        }
        double between = fraction(failure, FAILURES[column], FAILURES[column + 1]);
        double lower = mix(table[row][column], table[row][column + 1], between);
        double upper = mix(table[row + 1][column], table[row + 1][column + 1], between);
        return mix(lower, upper, fraction(n, SIZES[row], SIZES[row + 1]));
    }

    private static double fraction(double value, double low, double high) {
        return Math.min(1.0, Math.max(0.0, Math.log(value / low) / Math.log(high / low)));
    }

    private static double mix(double low, double high, double fraction) {
        return low + fraction * (high - low);
    }
}
