package org.esa.snap.core.datamodel;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;

/** A raster with a size of its own, whose samples can be in memory. */
public abstract class AbstractBand extends RasterDataNode {

    private final int rasterWidth;
    private final int rasterHeight;

    public AbstractBand(String name, int dataType, int rasterWidth, int rasterHeight) {
        super(name, dataType, (long) rasterWidth * rasterHeight);
        this.rasterWidth = rasterWidth;
        this.rasterHeight = rasterHeight;
    }

    @Override
    public int getRasterWidth() {
        return rasterWidth;
    }

    @Override
    public int getRasterHeight() {
        return rasterHeight;
    }

    /** Makes sure that there are samples in memory; new ones are zero. */
    public void ensureRasterData() {
        if (!hasRasterData()) {
            setRasterData(createCompatibleRasterData());
        }
    }

    /** Reads all samples into memory where they are not there yet. */
    @Override
    public void loadRasterData(ProgressMonitor pm) throws IOException {
        if (!hasRasterData()) {
            readRasterDataFully(pm);
        }
    }

    @Override
    public void unloadRasterData() {
        if (hasRasterData()) {
            setRasterData(null);
        }
    }

    @Override
    public int getPixelInt(int x, int y) {
        ProductData raster = requireRasterData();
        int index = indexOf(x, y);
        return isScalingApplied() ? (int) Math.round(scale(raster.getElemDoubleAt(index))) : raster.getElemIntAt(index);
    }

    @Override
    public float getPixelFloat(int x, int y) {
        ProductData raster = requireRasterData();
        int index = indexOf(x, y);
        return isScalingApplied() ? (float) scale(raster.getElemDoubleAt(index)) : raster.getElemFloatAt(index);
    }

    @Override
    public double getPixelDouble(int x, int y) {
        ProductData raster = requireRasterData();
        int index = indexOf(x, y);
        return isScalingApplied() ? scale(raster.getElemDoubleAt(index)) : raster.getElemDoubleAt(index);
    }

    @Override
    public void setPixelInt(int x, int y, int pixelValue) {
        Samples.fromInt(this, pixelValue, requireRasterData(), indexOf(x, y));
        setModified(true);
    }

    @Override
    public void setPixelFloat(int x, int y, float pixelValue) {
        Samples.fromFloat(this, pixelValue, requireRasterData(), indexOf(x, y));
        setModified(true);
    }

    @Override
    public void setPixelDouble(int x, int y, double pixelValue) {
        Samples.fromDouble(this, pixelValue, requireRasterData(), indexOf(x, y));
        setModified(true);
    }

    @Override
    public int[] getPixels(int x, int y, int w, int h, int[] pixels, ProgressMonitor pm) {
        int[] values = ensureMinLengthArray(pixels, w * h);
        ProductData raster = requireRasterData();
        checkWindow(x, y, w, h);
        for (int row = 0; row < h; row++) {
            Samples.toInts(this, raster, (y + row) * rasterWidth + x, values, row * w, w);
        }
        return values;
    }

    @Override
    public float[] getPixels(int x, int y, int w, int h, float[] pixels, ProgressMonitor pm) {
        float[] values = ensureMinLengthArray(pixels, w * h);
        ProductData raster = requireRasterData();
        checkWindow(x, y, w, h);
        for (int row = 0; row < h; row++) {
            Samples.toFloats(this, raster, (y + row) * rasterWidth + x, values, row * w, w);
        }
        return values;
    }

    @Override
    public double[] getPixels(int x, int y, int w, int h, double[] pixels, ProgressMonitor pm) {
        double[] values = ensureMinLengthArray(pixels, w * h);
        ProductData raster = requireRasterData();
        checkWindow(x, y, w, h);
        for (int row = 0; row < h; row++) {
            Samples.toDoubles(this, raster, (y + row) * rasterWidth + x, values, row * w, w);
        }
        return values;
    }

    @Override
    public void setPixels(int x, int y, int w, int h, int[] pixels) {
        ProductData raster = requireRasterData();
        checkWindow(x, y, w, h);
        for (int i = 0; i < w * h; i++) {
            Samples.fromInt(this, pixels[i], raster, (y + i / w) * rasterWidth + x + i % w);
        }
        setModified(true);
    }

    @Override
    public void setPixels(int x, int y, int w, int h, float[] pixels) {
        ProductData raster = requireRasterData();
        checkWindow(x, y, w, h);
        for (int i = 0; i < w * h; i++) {
            Samples.fromFloat(this, pixels[i], raster, (y + i / w) * rasterWidth + x + i % w);
        }
        setModified(true);
    }

    @Override
    public void setPixels(int x, int y, int w, int h, double[] pixels) {
        ProductData raster = requireRasterData();
        checkWindow(x, y, w, h);
        for (int i = 0; i < w * h; i++) {
            Samples.fromDouble(this, pixels[i], raster, (y + i / w) * rasterWidth + x + i % w);
        }
        setModified(true);
    }

    @Override
    public int[] readPixels(int x, int y, int w, int h, int[] pixels, ProgressMonitor pm) throws IOException {
        if (hasRasterData()) {
            return getPixels(x, y, w, h, pixels, pm);
        }
        int[] values = ensureMinLengthArray(pixels, w * h);
        Samples.toInts(this, readBlock(x, y, w, h, pm), 0, values, 0, w * h);
        return values;
    }

    @Override
    public float[] readPixels(int x, int y, int w, int h, float[] pixels, ProgressMonitor pm) throws IOException {
        if (hasRasterData()) {
            return getPixels(x, y, w, h, pixels, pm);
        }
        float[] values = ensureMinLengthArray(pixels, w * h);
        Samples.toFloats(this, readBlock(x, y, w, h, pm), 0, values, 0, w * h);
        return values;
    }

    @Override
    public double[] readPixels(int x, int y, int w, int h, double[] pixels, ProgressMonitor pm) throws IOException {
        if (hasRasterData()) {
            return getPixels(x, y, w, h, pixels, pm);
        }
        double[] values = ensureMinLengthArray(pixels, w * h);
        Samples.toDoubles(this, readBlock(x, y, w, h, pm), 0, values, 0, w * h);
        return values;
    }

    protected static int[] ensureMinLengthArray(int[] array, int length) {
        if (array == null) {
            return new int[length];
        }
        if (array.length < length) {
            throw new IllegalArgumentException("The length of the given array is less than " + length);
        }
        return array;
    }

    protected static float[] ensureMinLengthArray(float[] array, int length) {
        if (array == null) {
            return new float[length];
        }
        if (array.length < length) {
            throw new IllegalArgumentException("The length of the given array is less than " + length);
        }
        return array;
    }

    protected static double[] ensureMinLengthArray(double[] array, int length) {
        if (array == null) {
            return new double[length];
        }
        if (array.length < length) {
            throw new IllegalArgumentException("The length of the given array is less than " + length);
        }
        return array;
    }

    private int indexOf(int x, int y) {
        if (!isPixelWithinImageBounds(x, y)) {
            throw new IllegalArgumentException("pixel (" + x + ", " + y + ") is not within raster '" + getName() + "' of " + rasterWidth
                    + " x " + rasterHeight + " pixels");
        }
        return y * rasterWidth + x;
    }

    private ProductData readBlock(int x, int y, int w, int h, ProgressMonitor pm) throws IOException {
        ProductData block = createCompatibleRasterData(w, h);
        readRasterData(x, y, w, h, block, pm);
        return block;
    }

    private ProductData requireRasterData() {
        ProductData raster = getRasterData();
        if (raster == null) {
            throw new IllegalStateException("raster data not loaded for band '" + getName() + "'");
        }
        return raster;
    }
}
