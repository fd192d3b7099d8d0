package org.insardask.tile;

/**
 * Samples of a tile in a flat array: the sample of row r and column c, both counted from the tile's upper left corner, is
 * {@code data()[offset() + r * stride() + c]}.
 */
public final class FloatView {

    private final float[] data;
    private final int offset;
    private final int stride;

    FloatView(float[] data, int offset, int stride) {
        this.data = data;
        this.offset = offset;
        this.stride = stride;
    }

    /** Writes a sample, rounded to a float; there is {@link TargetSamples#oneNaN one NaN}. */
    public void put(int row, int column, double value) {
        data[offset + row * stride + column] = (float) TargetSamples.oneNaN(value);
    }

    /** The array itself, not a copy. */
    public float[] data() {
        return data;
    }

    /** Index of the first sample. */
    public int offset() {
        return offset;
    }

    /** Step from one row to the next. */
    public int stride() {
        return stride;
    }
}
