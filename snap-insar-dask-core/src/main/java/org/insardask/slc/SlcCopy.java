package org.insardask.slc;

/**
 * Copies an image with the no-data rule of {@link SlcReconstruction}: samples that are not finite become 0 + 0j.
 */
public final class SlcCopy {

    private SlcCopy() {
    }

    /**
     * Copies width x height samples.
     *
     * @throws IllegalArgumentException if a window does not hold them
     */
    public static void copy(ComplexWindow from, ComplexWindow to, int width, int height) {
        from.requireHolds("source", width, height);
        to.requireHolds("target", width, height);
        for (int row = 0; row < height; row++) {
            int fr = from.reIndex(row);
            int fi = from.imIndex(row);
            int tr = to.reIndex(row);
            int ti = to.imIndex(row);
            for (int k = 0; k < width; k++) {
                float re = from.re()[fr + k];
                float im = from.im()[fi + k];
                boolean finite = Math.abs(re) <= Float.MAX_VALUE && Math.abs(im) <= Float.MAX_VALUE;
                to.re()[tr + k] = finite ? re : 0f;
                to.im()[ti + k] = finite ? im : 0f;
            }
        }
    }
}
