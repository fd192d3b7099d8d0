package org.insardask.arc;

/**
 * Arcs to be solved one after another, in flat arrays laid out epoch by epoch: element (epoch, arc) stands at epoch * stride + arc.
 * The arrays are those of the caller and are not copied. For one thread at a time.
 */
public final class ArcBatch {

    private final int epochs;
    private final int stride;
    private final float[] phase;
    private final float[] heightToPhase;
    private final double[] sharedHeightToPhase;
    private final double[] sigma;

    private ArcBatch(int epochs, int stride, float[] phase, float[] heightToPhase, double[] sharedHeightToPhase, double[] sigma) {
        if (phase.length < epochs * stride || sigma.length < stride
                || (heightToPhase != null && heightToPhase.length < epochs * stride)) {
            throw new IllegalArgumentException("The arrays of a batch of " + stride + " arcs and " + epochs + " epochs are too short");
        }
        this.epochs = epochs;
        this.stride = stride;
        this.phase = phase;
        this.heightToPhase = heightToPhase;
        this.sharedHeightToPhase = sharedHeightToPhase;
        this.sigma = sigma;
    }

    /**
     * Makes a batch of arcs with their own geometry.
     *
     * @param epochs n
     * @param stride the number of arcs
     * @param phase n x stride wrapped double differences (rad), NaN where missing
     * @param heightToPhase n x stride (m/m)
     * @param sigma stride phase standard deviations of the arcs (rad)
     */
    public static ArcBatch ofOwnGeometry(int epochs, int stride, float[] phase, float[] heightToPhase, double[] sigma) {
        return new ArcBatch(epochs, stride, phase, heightToPhase, null, sigma);
    }

    /**
     * Makes a batch of arcs that share one geometry.
     *
     * @param heightToPhase n elements (m/m); null where no term depends on it
     */
    public static ArcBatch ofSharedGeometry(int epochs, int stride, float[] phase, double[] heightToPhase, double[] sigma) {
        return new ArcBatch(epochs, stride, phase, null, heightToPhase == null ? new double[epochs] : heightToPhase, sigma);
    }

    double sigma(int arc) {
        return sigma[arc];
    }

    /** The phases of all arcs; the first of an epoch stands at its {@link #offset}. Not a copy. */
    float[] phase() {
        return phase;
    }

    /** The height to phase of all arcs, laid out as the phases; null where they share it. Not a copy. */
    float[] heightToPhase() {
        return heightToPhase;
    }

    /** The height to phase of an epoch that all arcs share. */
    double sharedHeightToPhase(int epoch) {
        return sharedHeightToPhase[epoch];
    }

    /** Where the first arc of an epoch stands. */
    int offset(int epoch) {
        return epoch * stride;
    }

    /** Copies the series of one arc. */
    void read(int arc, double[] phaseOut, double[] heightOut) {
        for (int i = 0; i < epochs; i++) {
            phaseOut[i] = phase[i * stride + arc];
        }
        if (heightToPhase == null) {
            System.arraycopy(sharedHeightToPhase, 0, heightOut, 0, epochs);
        } else {
            for (int i = 0; i < epochs; i++) {
                heightOut[i] = heightToPhase[i * stride + arc];
            }
        }
    }
}
