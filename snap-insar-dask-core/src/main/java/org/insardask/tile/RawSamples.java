package org.insardask.tile;

import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Tile;

/**
 * The raw samples of a tile as they lie in its buffer, whatever their type.
 */
abstract class RawSamples {

    /** The buffer of a tile. */
    static RawSamples of(Tile tile) {
        int type = tile.getRasterDataNode().getDataType();
        if (tile.getDataBufferFloat() != null) {
            return new Floats(tile.getDataBufferFloat());
        }
        if (tile.getDataBufferDouble() != null) {
            return new Doubles(tile.getDataBufferDouble());
        }
        if (tile.getDataBufferInt() != null) {
            return new Ints(tile.getDataBufferInt(), type == ProductData.TYPE_UINT32);
        }
        if (tile.getDataBufferShort() != null) {
            return new Shorts(tile.getDataBufferShort(), type == ProductData.TYPE_UINT16);
        }
        if (tile.getDataBufferByte() != null) {
            return new Bytes(tile.getDataBufferByte(), type == ProductData.TYPE_UINT8);
        }
        throw new IllegalArgumentException("band '" + tile.getRasterDataNode().getName() + "' has samples of type "
                + ProductData.getTypeString(type) + ", expected 8, 16 or 32 bit integers or floating point");
    }

    abstract double get(int index);

    void copy(int index, float[] out, int to, int count) {
        for (int k = 0; k < count; k++) {
            out[to + k] = (float) get(index + k);
        }
    }

    void copy(int index, double[] out, int to, int count) {
        for (int k = 0; k < count; k++) {
            out[to + k] = get(index + k);
        }
    }

    private static final class Floats extends RawSamples {
        private final float[] buffer;

        Floats(float[] buffer) {
            this.buffer = buffer;
        }

        @Override
        double get(int index) {
            return buffer[index];
        }

        @Override
        void copy(int index, float[] out, int to, int count) {
            System.arraycopy(buffer, index, out, to, count);
        }
    }

    private static final class Doubles extends RawSamples {
        private final double[] buffer;

        Doubles(double[] buffer) {
            this.buffer = buffer;
        }

        @Override
        double get(int index) {
            return buffer[index];
        }

        @Override
        void copy(int index, double[] out, int to, int count) {
            System.arraycopy(buffer, index, out, to, count);
        }
    }

    private static final class Ints extends RawSamples {
        private final int[] buffer;
        private final boolean unsigned;

        Ints(int[] buffer, boolean unsigned) {
            this.buffer = buffer;
            this.unsigned = unsigned;
        }

        @Override
        double get(int index) {
            return unsigned ? Integer.toUnsignedLong(buffer[index]) : buffer[index];
        }
    }

    private static final class Shorts extends RawSamples {
        private final short[] buffer;
        private final boolean unsigned;

        Shorts(short[] buffer, boolean unsigned) {
            this.buffer = buffer;
            this.unsigned = unsigned;
        }

        @Override
        double get(int index) {
            return unsigned ? Short.toUnsignedInt(buffer[index]) : buffer[index];
        }
    }

    private static final class Bytes extends RawSamples {
        private final byte[] buffer;
        private final boolean unsigned;

        Bytes(byte[] buffer, boolean unsigned) {
            this.buffer = buffer;
            this.unsigned = unsigned;
        }

        @Override
        double get(int index) {
            return unsigned ? Byte.toUnsignedInt(buffer[index]) : buffer[index];
        }
    }
}
