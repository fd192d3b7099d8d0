package org.insardask.orbit;

/**
 * When and how far away a radar sees the pixels of an image in slant range: both are linear in line and pixel.
 *
 * @param firstLine    zero-Doppler time of line 0, s, from the origin of the orbit's times
 * @param lineInterval time from a line to the next, s
 * @param nearRange    slant range of pixel 0, m
 * @param rangeSpacing slant range from a pixel to the next, m
 * @param right        true where the radar looks to the right of its motion
 */
public record ImageTiming(double firstLine, double lineInterval, double nearRange, double rangeSpacing, boolean right) {

    /** Zero-Doppler time of a line, s. */
    public double time(double line) {
        return firstLine + line * lineInterval;
    }

    /** Slant range of a pixel, m. */
    public double range(double pixel) {
        return nearRange + pixel * rangeSpacing;
    }
}
