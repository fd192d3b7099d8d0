package org.insardask.arc;

import java.util.Arrays;

/**
 * The geometry of the arc solved before: as long as it repeats, what depends on it alone is not computed again. For one thread.
 */
final class GeometryCache {

    private final double[] design;
    private final boolean[] used;
    private double sigma = Double.NaN;

    GeometryCache(ArcModel model) {
        design = new double[model.epochs() * model.parameters()];
        used = new boolean[model.epochs()];
    }

    /** Returns whether sigma, used epochs and their design are those of the call before; remembers them where they are not. */
    boolean repeats(ArcResult result, double newSigma) {
        if (newSigma == sigma && sameEpochs(result) && sameDesign(result)) {
            return true;
        }
        sigma = newSigma;
        System.arraycopy(result.used, 0, used, 0, used.length);
        System.arraycopy(result.design, 0, design, 0, design.length);
        return false;
    }

    private boolean sameEpochs(ArcResult result) {
        return Arrays.equals(used, result.used);
    }

    /** Elements of epochs that are not used may be NaN, and do not count. */
    private boolean sameDesign(ArcResult result) {
        int k = design.length / used.length;
        for (int i = 0; i < design.length; i++) {
            if (design[i] != result.design[i] && used[i / k]) {
                return false;
            }
        }
        return true;
    }
}
