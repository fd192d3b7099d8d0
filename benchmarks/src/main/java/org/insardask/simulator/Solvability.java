package org.insardask.simulator;

/**
 * Whether an arc of given noise can be unwrapped: from the geometry of the stack and the default priors alone.
 *
 * <p>An arc counts as solvable where integer bootstrapping, epochs taken in the order of their predictability, finds all
 * integers with a probability of at least {@value #SUCCESS} (Teunissen 1998, doi:10.1007/s001900050199), and the velocity
 * then has a standard deviation of at most {@value #SIGMA_VELOCITY} mm/year. Immutable.
 */
final class Solvability {
    static final double SUCCESS = 0.9999;
    static final double SIGMA_VELOCITY = 0.8;
    /** Prior standard deviations: rad, mm/year, m, mm/degC. */
    private static final double[] PRIOR = {0.3, 10, 20, 0.5};
    private static final int BISECTIONS = 24;
    private static final int TERMS = PRIOR.length;

    private final Acquisitions acquisitions;

    Solvability(Acquisitions acquisitions) {
        this.acquisitions = acquisitions;
    }

    /**
     * The largest standard deviation of the double difference phase (rad) with which an arc can be unwrapped.
     *
     * @param column place in range, which the height to phase factor depends on
     */
    double largestSigma(double column) {
        double low = 0;
        double high = StrictMath.PI;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = 0.5 * (low + high);
            if (solvable(middle, column)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Judges an arc.
     *
     * @param sigma  standard deviation of the double difference phase (rad)
     * @param column place in range
     */
    boolean solvable(double sigma, double column) {
        double[] p = priorCovariance();
        boolean[] used = new boolean[acquisitions.count()];
        used[acquisitions.mother()] = true;
        double success = 1;
        for (int step = 1; step < used.length; step++) {
            double smallest = Double.POSITIVE_INFINITY;
            int best = -1;
            for (int k = 0; k < used.length; k++) {
                double s = used[k] ? Double.POSITIVE_INFINITY : variance(p, design(k, column)) + sigma * sigma;
                if (s < smallest) {
                    smallest = s;
                    best = k;
                }
            }
            used[best] = true;
            success *= centralProbability(StrictMath.PI / StrictMath.sqrt(smallest));
            update(p, design(best, column), smallest);
        }
        return success >= SUCCESS && StrictMath.sqrt(p[TERMS + 1]) <= SIGMA_VELOCITY;
    }

    /** Partial derivatives of the phase of an epoch: offset, velocity (mm/year), height (m), thermal expansion (mm/degC). */
    private double[] design(int epoch, double column) {
        double m2ph = Radar.metresToPhase();
        return new double[] {
            1,
            acquisitions.years(epoch) * m2ph / 1000,
            Radar.heightToRange(column, acquisitions.baseline(epoch)) * m2ph,
            acquisitions.warmth(epoch) * m2ph / 1000
        };
    }

    private static double[] priorCovariance() {
        double[] p = new double[TERMS * TERMS];
        for (int i = 0; i < TERMS; i++) {
            p[i * TERMS + i] = PRIOR[i] * PRIOR[i];
        }
        return p;
    }

    private static double variance(double[] p, double[] b) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j < TERMS; j++) {
                sum += b[i] * p[i * TERMS + j] * b[j];
            }
        }
        return sum;
    }

    /** P becomes P - P b b^T P / s. */
    private static void update(double[] p, double[] b, double s) {
        double[] pb = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j < TERMS; j++) {
                pb[i] += p[i * TERMS + j] * b[j];
            }
        }
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j < TERMS; j++) {
                p[i * TERMS + j] -= pb[i] * pb[j] / s;
            }
        }
    }

    /** Probability that a normal number lies within +-x: 1 - erfc(x / sqrt 2), by Abramowitz and Stegun 26.2.17. */
    private static double centralProbability(double x) {
        double t = 1 / (1 + 0.2316419 * x);
        double series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double density = StrictMath.exp(-0.5 * x * x) / StrictMath.sqrt(2 * StrictMath.PI);
        return 1 - 2 * density * series;
    }
}
