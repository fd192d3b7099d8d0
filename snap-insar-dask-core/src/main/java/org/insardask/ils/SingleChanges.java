package org.insardask.ils;

/**
 * The second-best vectors that differ from a good one in a single integer. With r the residuals of the float ambiguities of a vector a and
 * e those after the estimate of the parameters, the norm of a with integer i changed by z = 1 or -1 is
 *
 * <p>N(a) + 2 z e_i / d_i + (1 - h_i) / d_i,
 *
 * <p>d_i being the variance of the noise and h_i the leverage B_i P B_i^T / d_i, P the covariance of the parameters after all epochs: row i
 * of Q^-1 follows from the matrix inversion lemma. Cost n k^2. For one thread.
 */
final class SingleChanges {

    private final double[] residual;
    private int place;
    private double change;
    private double increase;

    SingleChanges(int capacity) {
        residual = new double[capacity];
    }

    /**
     * Finds the best change.
     *
     * @param gains computed
     * @param phase in the order of the gains (cycles)
     * @param integer the vector (cycles)
     * @param state estimate of the parameters from the whole vector
     * @param stateFrom its offset
     */
    void compute(StructuredGains gains, double[] phase, double[] integer, double[] state, int stateFrom) {
        computeResiduals(gains, phase, integer, state, stateFrom);
        double[] rows = gains.rows();
        double[] noise = gains.noise();
        int stride = StructuredGains.strideOf(gains.parameters());
        double best = Double.POSITIVE_INFINITY;
        double[] weights = gains.weights();
        for (int t = 0; t < gains.size(); t++) {
            double e = residual[t];
            double d = noise[t];
            // the covariance only shrinks after this epoch: h is at most what it was, 1 - d / s
            double gain = 2.0 * Math.abs(e) / d;
            if (weights[t] - gain < best) {
                double sum = (1.0 - gains.root().variance(rows, t * stride) / d) / d - gain;
                if (sum < best) {
                    best = sum;
                    place = t;
                    change = e > 0.0 ? -1.0 : 1.0;
                }
            }
        }
        increase = best;
    }

    private void computeResiduals(StructuredGains gains, double[] phase, double[] integer, double[] state, int stateFrom) {
        double[] rows = gains.rows();
        int stride = StructuredGains.strideOf(gains.parameters());
        for (int t = 0; t < gains.size(); t++) {
            double e = phase[t] + integer[t];
            int row = t * stride;
            for (int c = 0; c < stride; c += 4) {
                int s = stateFrom + c;
                e -= (rows[row + c] * state[s] + rows[row + c + 1] * state[s + 1])
                        + (rows[row + c + 2] * state[s + 2] + rows[row + c + 3] * state[s + 3]);
            }
            residual[t] = e;
        }
    }

    /** Returns the place of the integer to change. */
    int place() {
        return place;
    }

    /** Returns the change, 1 or -1 (cycles). */
    double change() {
        return change;
    }

    /** Returns by how much the norm of the changed vector is larger. */
    double increase() {
        return increase;
    }

    /** Returns the residuals e in the order of the gains (cycles); not a copy. */
    double[] residuals() {
        return residual;
    }
}
