package org.insardask.ils;

/**
 * The first leaf of a structured search for at most four parameters: bootstrapping in its order, with what its siblings say of it. For one
 * thread.
 *
 * <p>The prediction of an epoch is split into what was known two epochs before and the last innovation, so that only a product, two
 * differences and a rounding wait for one another.
 */
final class FirstLeaf {

    private final double[] integer;
    private final double[] state = new double[4];
    private double norm;
    private double smallestSibling;
    private double smallestGap;

    FirstLeaf(int capacity) {
        integer = new double[capacity];
    }

    /** Goes down; phases in the order of the gains (cycles). */
    void compute(StructuredGains gains, double[] phase) {
        double[] rows = gains.rows();
        double[] gain = gains.gains();
        double[] weights = gains.weights();
        double[] couplings = gains.couplings();
        int n = gains.size();
        double b0 = 0.0;
        double b1 = 0.0;
        double b2 = 0.0;
        double b3 = 0.0;
        double total = 0.0;
        double siblings = Double.POSITIVE_INFINITY;
        double gap = Double.POSITIVE_INFINITY;
        double x = phase[0];
        for (int t = 0; t < n; t++) {
            int c = 4 * t;
            // without the innovation of this epoch
            double ahead = 0.0;
            double coupling = 0.0;
            if (t < n - 1) {
                ahead = phase[t + 1] - ((rows[c + 4] * b0 + rows[c + 5] * b1) + (rows[c + 6] * b2 + rows[c + 7] * b3));
                coupling = couplings[t];
            }
            double nearest = Math.rint(x);
            double v = x - nearest;
            x = ahead - coupling * v;
            b0 += gain[c] * v;
            b1 += gain[c + 1] * v;
            b2 += gain[c + 2] * v;
            b3 += gain[c + 3] * v;
            integer[t] = 0.0 - nearest;
            double weight = weights[t];
            // (1 - |v|)^2 - v^2 = 1 - 2 |v|
            double further = (1.0 - 2.0 * Math.abs(v)) * weight;
            total += v * v * weight;
            siblings = Math.min(siblings, total + further);
            gap = Math.min(gap, further);
        }
        state[0] = b0;
        state[1] = b1;
        state[2] = b2;
        state[3] = b3;
        norm = total;
        smallestSibling = siblings;
        smallestGap = gap;
    }

    /** Returns the vector in the order of the gains (cycles); not a copy. */
    double[] integers() {
        return integer;
    }

    /** Returns the estimate of the parameters from the whole vector; not a copy. */
    double[] state() {
        return state;
    }

    double norm() {
        return norm;
    }

    /** Returns a bound of the norms of all other vectors. */
    double smallestSibling() {
        return smallestSibling;
    }

    /** Returns the smallest difference of a sibling's sum and that of the vector itself at the same epoch. */
    double smallestGap() {
        return smallestGap;
    }
}
