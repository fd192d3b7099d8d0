package org.insardask.op;

/**
 * The pixel with most valid epochs, of these the one of smallest sigma, of these the first in row order: the same in whatever order pixels
 * are offered. For one thread.
 */
final class BestPixel {

    private int x = -1;
    private int y = -1;
    private int validEpochs;
    private double sigma = Double.POSITIVE_INFINITY;

    /**
     * Takes a pixel where it is better than the one so far; one without a valid epoch or without a sigma of 0 or more is passed over.
     *
     * @param newSigma standard deviation of its phase (rad)
     * @return false where it is passed over
     */
    boolean offer(int newX, int newY, int newValidEpochs, double newSigma) {
        boolean candidate = newValidEpochs > 0 && newSigma >= 0.0 && newSigma < Double.POSITIVE_INFINITY;
        if (candidate && isBetter(newX, newY, newValidEpochs, newSigma)) {
            x = newX;
            y = newY;
            validEpochs = newValidEpochs;
            sigma = newSigma;
        }
        return candidate;
    }

    /** Takes the best of other pixels where it is better than the one so far. */
    void offer(BestPixel other) {
        if (other.isFound()) {
            offer(other.x, other.y, other.validEpochs, other.sigma);
        }
    }

    private boolean isBetter(int newX, int newY, int newValidEpochs, double newSigma) {
        if (newValidEpochs != validEpochs) {
            return newValidEpochs > validEpochs;
        }
        if (newSigma != sigma) {
            return newSigma < sigma;
        }
        return newY < y || (newY == y && newX < x);
    }

    boolean isFound() {
        return x >= 0;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }
}
