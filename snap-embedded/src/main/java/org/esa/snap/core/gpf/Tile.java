package org.esa.snap.core.gpf;

import java.awt.Rectangle;
import java.util.Iterator;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.RasterDataNode;

/**
 * A rectangle of samples of a band. Raw samples are those stored; geophysical ones have the band's scaling applied.
 *
 * <p>The data buffer is the live array: the sample at x, y is at
 * {@code getScanlineOffset() + (y - getMinY()) * getScanlineStride() + x - getMinX()}. Source tiles may share their array with
 * other readers and must not be written to. A tile is meant for one thread.
 */
public interface Tile extends Iterable<Tile.Pos> {

    /** The band, grid or mask that the samples belong to. */
    RasterDataNode getRasterDataNode();

    /** Whether the tile is to be filled. */
    boolean isTarget();

    /** Raw to geophysical. */
    float toGeoPhysical(float rawSample);

    /** Raw to geophysical. */
    double toGeoPhysical(double rawSample);

    /** Geophysical to raw. */
    float toRaw(float sample);

    /** Geophysical to raw. */
    double toRaw(double sample);

    /** The rectangle, in pixels of the band. */
    Rectangle getRectangle();

    /** First column. */
    int getMinX();

    /** Last column. */
    int getMaxX();

    /** First row. */
    int getMinY();

    /** Last row. */
    int getMaxY();

    /** Number of columns. */
    int getWidth();

    /** Number of rows. */
    int getHeight();

    /** The index in the data buffer of the sample at x, y. */
    int getDataBufferIndex(int x, int y);

    /** The live raw samples; may be larger than the tile, see offset and stride. */
    ProductData getDataBuffer();

    /** The live array of 8 bit samples, or null. */
    byte[] getDataBufferByte();

    /** The live array of 16 bit samples, or null. */
    short[] getDataBufferShort();

    /** The live array of 32 bit integers, or null. */
    int[] getDataBufferInt();

    /** The live array of 32 bit floats, or null. */
    float[] getDataBufferFloat();

    /** The live array of 64 bit floats, or null. */
    double[] getDataBufferDouble();

    /** The index of the tile's first sample in the data buffer. */
    int getScanlineOffset();

    /** The distance of rows in the data buffer. */
    int getScanlineStride();

    /** The raw samples of exactly this tile, row by row; give them back to {@link #setRawSamples}. */
    ProductData getRawSamples();

    /** Sets all raw samples. */
    void setRawSamples(ProductData rawSamples);

    /** The geophysical samples, row by row. */
    byte[] getSamplesByte();

    /** The geophysical samples, row by row. */
    short[] getSamplesShort();

    /** The geophysical samples, row by row. */
    int[] getSamplesInt();

    /** The geophysical samples, row by row; NaN where the band is not valid. */
    float[] getSamplesFloat();

    /** The geophysical samples, row by row; NaN where the band is not valid. */
    double[] getSamplesDouble();

    /** Sets all geophysical samples. */
    void setSamples(byte[] samples);

    /** Sets all geophysical samples. */
    void setSamples(short[] samples);

    /** Sets all geophysical samples. */
    void setSamples(int[] samples);

    /** Sets all geophysical samples. */
    void setSamples(float[] samples);

    /** Sets all geophysical samples. */
    void setSamples(double[] samples);

    /** Whether the band is valid at x, y. */
    boolean isSampleValid(int x, int y);

    /** Whether the geophysical sample is not 0. */
    boolean getSampleBoolean(int x, int y);

    /** Sets 1 or 0. */
    void setSample(int x, int y, boolean sample);

    /** The geophysical sample. */
    int getSampleInt(int x, int y);

    /** Sets the geophysical sample. */
    void setSample(int x, int y, int sample);

    /** The geophysical sample. */
    float getSampleFloat(int x, int y);

    /** Sets the geophysical sample. */
    void setSample(int x, int y, float sample);

    /** The geophysical sample. */
    double getSampleDouble(int x, int y);

    /** Sets the geophysical sample. */
    void setSample(int x, int y, double sample);

    /** A bit of the raw sample. */
    boolean getSampleBit(int x, int y, int bitIndex);

    /** Sets a bit of the raw sample. */
    void setSample(int x, int y, int bitIndex, boolean sample);

    /** All pixel positions, row by row. */
    @Override
    Iterator<Pos> iterator();

    /** A pixel position. */
    final class Pos {

        /** Column. */
        public final int x;

        /** Row. */
        public final int y;

        /** At column x, row y. */
        public Pos(int x, int y) {
            this.x = x;
            this.y = y;
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof Pos pos && pos.x == x && pos.y == y;
        }

        @Override
        public int hashCode() {
            return 31 * y + x;
        }

        @Override
        public String toString() {
            return "Pos[x=" + x + ",y=" + y + "]";
        }
    }
}
