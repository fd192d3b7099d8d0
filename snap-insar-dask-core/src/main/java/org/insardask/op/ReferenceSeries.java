package org.insardask.op;

/** The reference of all arcs. Immutable: its arrays are not modified after construction. */
final class ReferenceSeries {

    private final int x;
    private final int y;
    private final double sigma;
    private final boolean belowThreshold;
    private final double[] real;
    private final double[] imaginary;
    private final double[] heightToPhase;

    ReferenceSeries(int x, int y, double sigma, boolean belowThreshold, double[] real, double[] imaginary, double[] heightToPhase) {
        this.x = x;
        this.y = y;
        this.sigma = sigma;
        this.belowThreshold = belowThreshold;
        this.real = real;
        this.imaginary = imaginary;
        this.heightToPhase = heightToPhase;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /** Phase standard deviation of the pixel (rad). */
    double sigma() {
        return sigma;
    }

    /** Whether its quality is worse than the threshold. */
    boolean belowThreshold() {
        return belowThreshold;
    }

    double real(int epoch) {
        return real[epoch];
    }

    double imaginary(int epoch) {
        return imaginary[epoch];
    }

    /** Factors by epoch (m/m); null where height is not estimated. Not to be modified. */
    double[] heightToPhase() {
        return heightToPhase;
    }

    int validEpochs() {
        int count = 0;
        for (int e = 0; e < real.length; e++) {
            boolean height = heightToPhase == null || Double.isFinite(heightToPhase[e]);
            if (height && real[e] * real[e] + imaginary[e] * imaginary[e] > 0.0) {
                count++;
            }
        }
        return count;
    }
}
