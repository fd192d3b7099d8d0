package org.insardask.ils;

/**
 * What follows in a search of {@link CloseVectors} where all further integers are 0: from the state s of the filter at a place they add the
 * sum s^T W s. W depends on the place alone. Immutable.
 */
final class ZeroRest {

    private final int stride;
    /** W by place, stride x stride each. */
    private final double[] sums;
    /** The root of the smallest weight from a place on. */
    private final double[] leastRoots;

    /** Prepares them for a geometry; the gains are not modified. */
    ZeroRest(StructuredGains gains) {
        int n = gains.size();
        this.stride = StructuredGains.strideOf(gains.parameters());
        int square = stride * stride;
        this.sums = new double[(n + 1) * square];
        this.leastRoots = new double[n + 1];
        leastRoots[n] = Double.POSITIVE_INFINITY;
        double[] step = new double[square];
        double[] product = new double[square];
        for (int t = n - 1; t >= 0; t--) {
            leastRoots[t] = Math.min(leastRoots[t + 1], Math.sqrt(gains.weights()[t]));
            computeStep(gains, t, step);
            multiply((t + 1) * square, step, product);
            addTransposedProduct(gains, t, step, product);
        }
    }

    /** The step of the state with integer 0, I - g R. */
    private void computeStep(StructuredGains gains, int t, double[] step) {
        for (int r = 0; r < stride; r++) {
            for (int c = 0; c < stride; c++) {
                step[r * stride + c] = (r == c ? 1.0 : 0.0) - gains.gains()[t * stride + r] * gains.rows()[t * stride + c];
            }
        }
    }

    /** The product of W at an element on and a step. */
    private void multiply(int from, double[] step, double[] target) {
        for (int r = 0; r < stride; r++) {
            for (int c = 0; c < stride; c++) {
                double sum = 0.0;
                for (int i = 0; i < stride; i++) {
                    sum += sums[from + r * stride + i] * step[i * stride + c];
                }
                target[r * stride + c] = sum;
            }
        }
    }

    /** W at a place is w R^T R, for the place itself, and A^T W A of the next place. */
    private void addTransposedProduct(StructuredGains gains, int t, double[] step, double[] product) {
        double[] rows = gains.rows();
        for (int r = 0; r < stride; r++) {
            for (int c = 0; c < stride; c++) {
                double sum = gains.weights()[t] * rows[t * stride + r] * rows[t * stride + c];
                for (int i = 0; i < stride; i++) {
                    sum += step[i * stride + r] * product[i * stride + c];
                }
                sums[(t * stride + r) * stride + c] = sum;
            }
        }
    }

    /** Returns the sum that is added from a place on. */
    double sum(int t, double[] states, int from) {
        double total = 0.0;
        int row = t * stride * stride;
        for (int r = 0; r < stride; r++) {
            double sum = 0.0;
            for (int c = 0; c < stride; c++) {
                sum += sums[row + c] * states[from + c];
            }
            total += sum * states[from + r];
            row += stride;
        }
        return Math.max(0.0, total);
    }

    /**
     * Returns a bound of what is added from a place on where not all integers are 0. With zeros up to a place the square of its prediction,
     * times its weight, is at most the sum for zeros, and an integer that is not 0 is at least 1 less the prediction away.
     *
     * @param zeros the sum for zeros
     */
    double leastOther(int t, double zeros) {
        double room = leastRoots[t] - Math.sqrt(zeros);
        return room > 0.0 ? room * room : 0.0;
    }
}
