package org.insardask.ils;

/** Sequential conditioning in the decorrelated space, from the last component to the first. */
final class ConditionalResiduals {

    private final double[] residual;

    ConditionalResiduals(int capacity) {
        residual = new double[capacity];
    }

    /** Returns the estimate of component i given the integers of the later ones, whose residuals were set. */
    double conditional(Decorrelation decorrelation, double[] zHat, int i) {
        int n = decorrelation.size();
        double[] columns = decorrelation.columns();
        double conditional = zHat[i];
        for (int j = n - 1; j > i; j--) {
            conditional -= residual[j] * columns[i * n + j];
        }
        return conditional;
    }

    void set(int i, double value) {
        residual[i] = value;
    }

    /** Returns the squared norm of the residuals of all components. */
    double norm(Decorrelation decorrelation) {
        double[] d = decorrelation.diagonal();
        double sum = 0.0;
        for (int i = decorrelation.size() - 1; i >= 0; i--) {
            sum += residual[i] * residual[i] / d[i];
        }
        return sum;
    }
}
