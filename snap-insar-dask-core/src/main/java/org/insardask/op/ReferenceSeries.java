package org.insardask.op;

/** The reference of all arcs: a pixel, or the mean of some. Immutable: its arrays are not modified after construction. */
final class ReferenceSeries {

    private final Place place;
    private final double sigma;
    private final boolean belowThreshold;
    private final double[] real;
    private final double[] imaginary;
    private final double[] heightToPhase;

    /**
     * Where a reference is.
     *
     * @param x column of the pixel; -1 for a mean
     * @param y row of the pixel; -1 for a mean
     * @param description for messages: "pixel (3, 4)"
     * @param pixels how many pixels were averaged
     * @param leftOut how many were left out, since they lack data or quality
     * @param likeness mean length of the averaged unit vectors, 1 where the pixels have the same phase; 1 for a pixel
     */
    record Place(int x, int y, String description, long pixels, long leftOut, double likeness) {

        static Place ofPixel(int x, int y) {
            return new Place(x, y, "pixel (" + x + ", " + y + ")", 1L, 0L, 1.0);
        }

        boolean isPixel() {
            return x >= 0;
        }
    }

    ReferenceSeries(Place place, double sigma, boolean belowThreshold, double[] real, double[] imaginary, double[] heightToPhase) {
        this.place = place;
        this.sigma = sigma;
        this.belowThreshold = belowThreshold;
        this.real = real;
        this.imaginary = imaginary;
        this.heightToPhase = heightToPhase;
    }

    Place place() {
        return place;
    }

    /** Phase standard deviation of the pixel, or of the mean (rad). */
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

    int epochs() {
        return real.length;
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
