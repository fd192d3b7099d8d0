package org.insardask.embedded.gpf;

import java.awt.Rectangle;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.RasterDataNode;
import org.esa.snap.core.gpf.Tile;

/**
 * A tile on a block of raw samples, of which it may be a part. Geophysical values are scaled and rounded as SNAP's tiles do it. Whoever has
 * asked for a tile, or was given one to fill, may close it to say that neither it nor its buffer will be used again; nobody has to.
 */
final class EngineTile implements Tile, AutoCloseable {

    private final RasterDataNode node;
    private final Rectangle rect;
    private final boolean target;
    private final ProductData buffer;
    private final int offset;
    private final int stride;
    private final boolean scaled;
    private final boolean floating;
    /** Takes back the block, where that is the tile's own. */
    private BlockPool owner;
    private boolean closed;

    private EngineTile(RasterDataNode node, Rectangle rect, boolean target, ProductData buffer, Rectangle bufferRect) {
        this.node = node;
        this.rect = rect;
        this.target = target;
        this.buffer = buffer;
        stride = bufferRect.width;
        offset = (rect.y - bufferRect.y) * stride + rect.x - bufferRect.x;
        scaled = node.isScalingApplied();
        floating = ProductData.isFloatingPointType(buffer.getType());
    }

    /** A tile to fill, on exactly its samples. */
    static EngineTile target(RasterDataNode node, Rectangle rect, ProductData samples) {
        return new EngineTile(node, new Rectangle(rect), true, samples, rect);
    }

    /** A tile to read, on the samples of a rectangle that contains it. */
    static EngineTile source(RasterDataNode node, Rectangle rect, ProductData samples, Rectangle samplesRect) {
        return new EngineTile(node, new Rectangle(rect), false, samples, samplesRect);
    }

    /** A tile to read, on a block of exactly its samples that came from a pool. */
    static EngineTile pooled(RasterDataNode node, Rectangle rect, ProductData samples, BlockPool pool) {
        EngineTile tile = source(node, rect, samples, rect);
        tile.owner = pool;
        return tile;
    }

    @Override
    public void close() {
        if (owner != null) {
            owner.give(buffer);
            owner = null;
        }
        closed = true;
    }

    /** Whether somebody has said that it will not be used again. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public RasterDataNode getRasterDataNode() {
        return node;
    }

    @Override
    public boolean isTarget() {
        return target;
    }

    @Override
    public float toGeoPhysical(float rawSample) {
        return (float) node.scale(rawSample);
    }

    @Override
    public double toGeoPhysical(double rawSample) {
        return node.scale(rawSample);
    }

    @Override
    public float toRaw(float sample) {
        return (float) node.scaleInverse(sample);
    }

    @Override
    public double toRaw(double sample) {
        return node.scaleInverse(sample);
    }

    @Override
    public Rectangle getRectangle() {
        return new Rectangle(rect);
    }

    @Override
    public int getMinX() {
        return rect.x;
    }

    @Override
    public int getMaxX() {
        return rect.x + rect.width - 1;
    }

    @Override
    public int getMinY() {
        return rect.y;
    }

    @Override
    public int getMaxY() {
        return rect.y + rect.height - 1;
    }

    @Override
    public int getWidth() {
        return rect.width;
    }

    @Override
    public int getHeight() {
        return rect.height;
    }

    @Override
    public int getDataBufferIndex(int x, int y) {
        return offset + (y - rect.y) * stride + x - rect.x;
    }

    @Override
    public ProductData getDataBuffer() {
        return buffer;
    }

    @Override
    public byte[] getDataBufferByte() {
        return buffer.getElems() instanceof byte[] samples ? samples : null;
    }

    @Override
    public short[] getDataBufferShort() {
        return buffer.getElems() instanceof short[] samples ? samples : null;
    }

    @Override
    public int[] getDataBufferInt() {
        return buffer.getElems() instanceof int[] samples ? samples : null;
    }

    @Override
    public float[] getDataBufferFloat() {
        return buffer.getElems() instanceof float[] samples ? samples : null;
    }

    @Override
    public double[] getDataBufferDouble() {
        return buffer.getElems() instanceof double[] samples ? samples : null;
    }

    @Override
    public int getScanlineOffset() {
        return offset;
    }

    @Override
    public int getScanlineStride() {
        return stride;
    }

    private int area() {
        return rect.width * rect.height;
    }

    @Override
    public ProductData getRawSamples() {
        if (buffer.getNumElems() == area()) {
            return buffer;
        }
        ProductData samples = ProductData.createInstance(buffer.getType(), area());
        for (int row = 0; row < rect.height; row++) {
            System.arraycopy(buffer.getElems(), offset + row * stride, samples.getElems(), row * rect.width, rect.width);
        }
        return samples;
    }

    @Override
    public void setRawSamples(ProductData rawSamples) {
        requireTarget();
        if (rawSamples.getType() != buffer.getType() || rawSamples.getNumElems() != area()) {
            throw new IllegalArgumentException(String.format("The raw samples of band '%s' must be %d of type %s, not %d of type %s.",
                    node.getName(), area(), buffer.getTypeString(), rawSamples.getNumElems(), rawSamples.getTypeString()));
        }
        if (rawSamples.getElems() != buffer.getElems()) {
            System.arraycopy(rawSamples.getElems(), 0, buffer.getElems(), 0, area());
        }
    }

    private void requireTarget() {
        if (!target) {
            throw new IllegalStateException("The source tile of '" + node.getName() + "' cannot be written to.");
        }
    }

    @Override
    public byte[] getSamplesByte() {
        byte[] samples = new byte[area()];
        int i = 0;
        for (int y = getMinY(); y <= getMaxY(); y++) {
            for (int x = getMinX(); x <= getMaxX(); x++) {
                samples[i++] = isSampleValid(x, y) ? (byte) getSampleInt(x, y) : 0;
            }
        }
        return samples;
    }

    @Override
    public short[] getSamplesShort() {
        short[] samples = new short[area()];
        int i = 0;
        for (int y = getMinY(); y <= getMaxY(); y++) {
            for (int x = getMinX(); x <= getMaxX(); x++) {
                samples[i++] = isSampleValid(x, y) ? (short) getSampleInt(x, y) : 0;
            }
        }
        return samples;
    }

    @Override
    public int[] getSamplesInt() {
        int[] samples = new int[area()];
        int i = 0;
        for (int y = getMinY(); y <= getMaxY(); y++) {
            for (int x = getMinX(); x <= getMaxX(); x++) {
                samples[i++] = isSampleValid(x, y) ? getSampleInt(x, y) : 0;
            }
        }
        return samples;
    }

    @Override
    public float[] getSamplesFloat() {
        if (isPlain() && getDataBufferFloat() != null) {
            return (float[]) getRawSamples().getElems();
        }
        float[] samples = new float[area()];
        int i = 0;
        for (int y = getMinY(); y <= getMaxY(); y++) {
            for (int x = getMinX(); x <= getMaxX(); x++) {
                samples[i++] = isSampleValid(x, y) ? getSampleFloat(x, y) : Float.NaN;
            }
        }
        return samples;
    }

    @Override
    public double[] getSamplesDouble() {
        if (isPlain() && getDataBufferDouble() != null) {
            return (double[]) getRawSamples().getElems();
        }
        double[] samples = new double[area()];
        int i = 0;
        for (int y = getMinY(); y <= getMaxY(); y++) {
            for (int x = getMinX(); x <= getMaxX(); x++) {
                samples[i++] = isSampleValid(x, y) ? getSampleDouble(x, y) : Double.NaN;
            }
        }
        return samples;
    }

    /** Whether raw and geophysical samples are the same and all are valid. */
    private boolean isPlain() {
        return !scaled && !node.isValidMaskUsed();
    }

    @Override
    public void setSamples(byte[] samples) {
        for (int i = 0; i < area(); i++) {
            setSample(rect.x + i % rect.width, rect.y + i / rect.width, samples[i]);
        }
    }

    @Override
    public void setSamples(short[] samples) {
        for (int i = 0; i < area(); i++) {
            setSample(rect.x + i % rect.width, rect.y + i / rect.width, samples[i]);
        }
    }

    @Override
    public void setSamples(int[] samples) {
        for (int i = 0; i < area(); i++) {
            setSample(rect.x + i % rect.width, rect.y + i / rect.width, samples[i]);
        }
    }

    @Override
    public void setSamples(float[] samples) {
        for (int i = 0; i < area(); i++) {
            setSample(rect.x + i % rect.width, rect.y + i / rect.width, samples[i]);
        }
    }

    @Override
    public void setSamples(double[] samples) {
        for (int i = 0; i < area(); i++) {
            setSample(rect.x + i % rect.width, rect.y + i / rect.width, samples[i]);
        }
    }

    @Override
    public boolean isSampleValid(int x, int y) {
        if (!node.isValidMaskUsed()) {
            return true;
        }
        if (node.isNoDataValueUsed() && isNoData(getSampleDouble(x, y))) {
            return false;
        }
        String expression = node.getValidPixelExpression();
        return expression == null || expression.isBlank() || node.isPixelValid(x, y);
    }

    private boolean isNoData(double sample) {
        double noData = node.getGeophysicalNoDataValue();
        boolean equal = buffer.getType() == ProductData.TYPE_FLOAT32 ? (float) sample == (float) noData : sample == noData;
        return equal || Double.isNaN(sample);
    }

    @Override
    public boolean getSampleBoolean(int x, int y) {
        return getSampleInt(x, y) != 0;
    }

    @Override
    public void setSample(int x, int y, boolean sample) {
        setSample(x, y, sample ? 1 : 0);
    }

    @Override
    public int getSampleInt(int x, int y) {
        int raw = floating ? (int) buffer.getElemDoubleAt(getDataBufferIndex(x, y)) : buffer.getElemIntAt(getDataBufferIndex(x, y));
        return scaled ? (int) Math.floor(toGeoPhysical((double) raw) + 0.5) : raw;
    }

    @Override
    public void setSample(int x, int y, int sample) {
        requireTarget();
        int raw = scaled ? (int) Math.floor(toRaw((double) sample) + 0.5) : sample;
        buffer.setElemIntAt(getDataBufferIndex(x, y), raw);
    }

    @Override
    public float getSampleFloat(int x, int y) {
        float raw = buffer.getElemFloatAt(getDataBufferIndex(x, y));
        return scaled ? toGeoPhysical(raw) : raw;
    }

    @Override
    public void setSample(int x, int y, float sample) {
        requireTarget();
        float raw = scaled ? toRaw(sample) : sample;
        if (floating) {
            buffer.setElemFloatAt(getDataBufferIndex(x, y), raw);
        } else {
            buffer.setElemLongAt(getDataBufferIndex(x, y), (long) raw);
        }
    }

    @Override
    public double getSampleDouble(int x, int y) {
        double raw = buffer.getElemDoubleAt(getDataBufferIndex(x, y));
        return scaled ? toGeoPhysical(raw) : raw;
    }

    @Override
    public void setSample(int x, int y, double sample) {
        requireTarget();
        double raw = scaled ? toRaw(sample) : sample;
        if (floating) {
            buffer.setElemDoubleAt(getDataBufferIndex(x, y), raw);
        } else {
            buffer.setElemLongAt(getDataBufferIndex(x, y), (long) raw);
        }
    }

    @Override
    public boolean getSampleBit(int x, int y, int bitIndex) {
        return (buffer.getElemLongAt(getDataBufferIndex(x, y)) >> bitIndex & 1) != 0;
    }

    @Override
    public void setSample(int x, int y, int bitIndex, boolean sample) {
        requireTarget();
        int index = getDataBufferIndex(x, y);
        long bit = 1L << bitIndex;
        long before = buffer.getElemLongAt(index);
        buffer.setElemLongAt(index, sample ? before | bit : before & ~bit);
    }

    @Override
    public Iterator<Pos> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < area();
            }

            @Override
            public Pos next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int i = next++;
                return new Pos(rect.x + i % rect.width, rect.y + i / rect.width);
            }
        };
    }
}
