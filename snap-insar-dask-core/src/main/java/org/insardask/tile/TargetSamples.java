package org.insardask.tile;

import org.esa.snap.core.gpf.Tile;

/**
 * Writes samples into tiles of a target band. Arrays hold width x height samples from index 0 on, row by row without gaps, and may be
 * longer. Samples go straight into the tile's buffer where that has their type, else through the tile's bulk methods.
 */
public final class TargetSamples {

    private TargetSamples() {
    }

    /** The buffer of a float tile, to be written into. */
    public static FloatView view(Tile tile) {
        float[] buffer = tile.getDataBufferFloat();
        if (buffer == null || tile.getRasterDataNode().isScalingApplied()) {
            throw new IllegalArgumentException("band '" + tile.getRasterDataNode().getName() + "' is not of type float32 without scaling");
        }
        return new FloatView(buffer, tile.getScanlineOffset(), tile.getScanlineStride());
    }

    /** Writes floats. */
    public static void write(float[] samples, Tile tile) {
        float[] buffer = tile.getDataBufferFloat();
        if (direct(tile, samples.length, buffer)) {
            copyRows(samples, buffer, tile);
        } else {
            tile.setSamples(samples);
        }
    }

    /** Writes doubles, rounded where the tile holds floats; there is {@link #oneNaN one NaN}. */
    public static void write(double[] samples, Tile tile) {
        int count = tile.getWidth() * tile.getHeight();
        if (direct(tile, samples.length, tile.getDataBufferDouble())) {
            double[] written = new double[count];
            for (int k = 0; k < count; k++) {
                written[k] = oneNaN(samples[k]);
            }
            copyRows(written, tile.getDataBufferDouble(), tile);
        } else if (direct(tile, samples.length, tile.getDataBufferFloat())) {
            float[] written = new float[count];
            for (int k = 0; k < count; k++) {
                written[k] = (float) oneNaN(samples[k]);
            }
            copyRows(written, tile.getDataBufferFloat(), tile);
        } else {
            tile.setSamples(samples);
        }
    }

    /**
     * The NaN that is written for a NaN. The bits of a calculated one depend on how the virtual machine has compiled the calculation, and
     * the bytes of a product must not.
     */
    static double oneNaN(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    /** Writes 32 bit integers. */
    public static void write(int[] samples, Tile tile) {
        if (direct(tile, samples.length, tile.getDataBufferInt())) {
            copyRows(samples, tile.getDataBufferInt(), tile);
        } else {
            tile.setSamples(samples);
        }
    }

    /** Writes 16 bit integers. */
    public static void write(short[] samples, Tile tile) {
        if (direct(tile, samples.length, tile.getDataBufferShort())) {
            copyRows(samples, tile.getDataBufferShort(), tile);
        } else {
            tile.setSamples(samples);
        }
    }

    /** Writes 8 bit integers. */
    public static void write(byte[] samples, Tile tile) {
        if (direct(tile, samples.length, tile.getDataBufferByte())) {
            copyRows(samples, tile.getDataBufferByte(), tile);
        } else {
            tile.setSamples(samples);
        }
    }

    private static boolean direct(Tile tile, int length, Object buffer) {
        if (length < tile.getWidth() * tile.getHeight()) {
            throw new IllegalArgumentException("array of " + length + " for a tile of " + tile.getWidth() + " x " + tile.getHeight());
        }
        return buffer != null && !tile.getRasterDataNode().isScalingApplied();
    }

    /** Both arrays are of the same primitive type. */
    private static void copyRows(Object samples, Object buffer, Tile tile) {
        int width = tile.getWidth();
        for (int row = 0; row < tile.getHeight(); row++) {
            System.arraycopy(samples, row * width, buffer, tile.getScanlineOffset() + row * tile.getScanlineStride(), width);
        }
    }
}
