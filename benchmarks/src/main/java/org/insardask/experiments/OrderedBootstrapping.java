package org.insardask.experiments;

import java.util.Arrays;
import org.insardask.ils.StructuredGains;

/**
 * Bootstrapping of the epochs in a given order with a filter of static state, plainly written and independent of the solver, whose first
 * leaf it is. For one thread.
 */
final class OrderedBootstrapping {

    private static final double TWO_PI = 2.0 * Math.PI;

    private final int[] order;
    private final double[] design;
    private final int k;
    private final double[][] gain;
    private final double[] state;

    /**
     * Computes the gains.
     *
     * @param gains give the order of the epochs
     * @param design n x k (rad per unit)
     * @param priorSigma k prior standard deviations
     * @param sigma of the phase (rad)
     */
    OrderedBootstrapping(StructuredGains gains, double[] design, double[] priorSigma, double sigma) {
        this.k = priorSigma.length;
        this.design = design;
        this.order = new int[gains.size()];
        this.gain = new double[order.length][k];
        this.state = new double[k];
        double[][] p = new double[k][k];
        for (int c = 0; c < k; c++) {
            p[c][c] = priorSigma[c] * priorSigma[c];
        }
        for (int t = 0; t < order.length; t++) {
            order[t] = gains.epoch(t);
            update(p, gain[t], order[t] * k, sigma);
        }
    }

    private void update(double[][] p, double[] gainOfEpoch, int row, double sigma) {
        double[] projected = new double[k];
        double variance = sigma * sigma;
        for (int c = 0; c < k; c++) {
            for (int e = 0; e < k; e++) {
                projected[c] += p[c][e] * design[row + e];
            }
            variance += design[row + c] * projected[c];
        }
        for (int c = 0; c < k; c++) {
            gainOfEpoch[c] = projected[c] / variance;
            for (int e = 0; e < k; e++) {
                p[c][e] -= gainOfEpoch[c] * projected[e];
            }
        }
    }

    /**
     * Fixes the ambiguities of one arc.
     *
     * @param phase n wrapped phases (rad)
     * @param ambiguities n, output (cycles)
     */
    void fix(double[] phase, double[] ambiguities) {
        Arrays.fill(state, 0.0);
        for (int t = 0; t < order.length; t++) {
            int epoch = order[t];
            double predicted = 0.0;
            for (int c = 0; c < k; c++) {
                predicted += design[epoch * k + c] * state[c];
            }
            double a = Math.rint((predicted - phase[epoch]) / TWO_PI);
            double innovation = phase[epoch] + TWO_PI * a - predicted;
            for (int c = 0; c < k; c++) {
                state[c] += gain[t][c] * innovation;
            }
            ambiguities[epoch] = a;
        }
    }
}
