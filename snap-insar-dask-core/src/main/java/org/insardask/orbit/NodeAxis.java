package org.insardask.orbit;

/**
 * Equidistant nodes along one axis of an image, from its first pixel to its last, and the weights of the four around a pixel for cubic
 * interpolation (Lagrange's polynomial through them). At both ends the outermost four are used, so that nothing outside of the image
 * is asked for. Immutable.
 */
final class NodeAxis {

    /** Nodes that enter a value. */
    static final int STENCIL = 4;

    private final int count;
    private final double spacing;

    /**
     * Nodes of an axis.
     *
     * @param size        pixels
     * @param mostSpacing largest distance of nodes, pixels
     */
    NodeAxis(int size, double mostSpacing) {
        count = Math.max(STENCIL, (int) Math.ceil((size - 1) / mostSpacing) + 1);
        // An axis shorter than the nodes need is made longer, by less than three pixels.
        spacing = Math.max(1.0, (double) (size - 1) / (count - 1));
    }

    int count() {
        return count;
    }

    /** Place of a node, pixels. */
    double place(int node) {
        return node * spacing;
    }

    /** First of the four nodes of a pixel. */
    int first(int pixel) {
        return Math.max(0, Math.min(count - STENCIL, (int) (pixel / spacing) - 1));
    }

    /** Writes the weights of the four nodes of a pixel. */
    void weights(int pixel, double[] out, int offset) {
        double t = pixel / spacing - first(pixel);
        out[offset] = -(t - 1) * (t - 2) * (t - 3) / 6;
        out[offset + 1] = t * (t - 2) * (t - 3) / 2;
        out[offset + 2] = -t * (t - 1) * (t - 3) / 2;
        out[offset + 3] = t * (t - 1) * (t - 2) / 6;
    }
}
