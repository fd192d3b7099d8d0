package org.esa.snap.core.datamodel;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductSubsetDef;

/**
 * A coarse grid of values that are interpolated for every pixel. The tie point of column i, row j lies at pixel position
 * {@code (offsetX + i * subSamplingX, offsetY + j * subSamplingY)}, the centre of the first pixel being (0.5, 0.5). Samples
 * are read-only. Reading is safe for many threads at once.
 */
public class TiePointGrid extends RasterDataNode {

    /** The discontinuity is found from the values. */
    public static final int DISCONT_AUTO = -1;
    /** The values are no angles, or do not jump. */
    public static final int DISCONT_NONE = 0;
    /** Angles from -180 to 180 degrees. */
    public static final int DISCONT_AT_180 = 180;
    /** Angles from 0 to 360 degrees. */
    public static final int DISCONT_AT_360 = 360;

    private final int gridWidth;
    private final int gridHeight;
    private final double offsetX;
    private final double offsetY;
    private final double subSamplingX;
    private final double subSamplingY;
    private int discontinuity = DISCONT_NONE;
    private volatile TieInterpolator interpolator;

    /** A grid whose tie points are read when they are needed. At least two nodes each way. */
    public TiePointGrid(String name, int gridWidth, int gridHeight, double offsetX, double offsetY, double subSamplingX,
                        double subSamplingY) {
        super(name, ProductData.TYPE_FLOAT32, (long) gridWidth * gridHeight);
        require(gridWidth >= 2, "gridWidth >= 2");
        require(gridHeight >= 2, "gridHeight >= 2");
        require(subSamplingX > 0.0, "subSamplingX > 0.0");
        require(subSamplingY > 0.0, "subSamplingY > 0.0");
        this.gridWidth = gridWidth;
        this.gridHeight = gridHeight;
        this.offsetX = offsetX;
        this.offsetY = offsetY;
        this.subSamplingX = subSamplingX;
        this.subSamplingY = subSamplingY;
    }

    public TiePointGrid(String name, int gridWidth, int gridHeight, double offsetX, double offsetY, double subSamplingX,
                        double subSamplingY, float[] tiePoints) {
        this(name, gridWidth, gridHeight, offsetX, offsetY, subSamplingX, subSamplingY, tiePoints, DISCONT_NONE);
    }

    /** @param containsAngles whether the discontinuity is to be found from the values */
    public TiePointGrid(String name, int gridWidth, int gridHeight, double offsetX, double offsetY, double subSamplingX,
                        double subSamplingY, float[] tiePoints, boolean containsAngles) {
        this(name, gridWidth, gridHeight, offsetX, offsetY, subSamplingX, subSamplingY, tiePoints,
                containsAngles ? getDiscontinuity(tiePoints) : DISCONT_NONE);
    }

    /**
     * A grid of these tie points, row by row; the array is used, not copied.
     *
     * @throws IllegalArgumentException where their number is not width times height, or the discontinuity is unknown
     */
    public TiePointGrid(String name, int gridWidth, int gridHeight, double offsetX, double offsetY, double subSamplingX,
                        double subSamplingY, float[] tiePoints, int discontinuity) {
        this(name, gridWidth, gridHeight, offsetX, offsetY, subSamplingX, subSamplingY);
        require(tiePoints.length == gridWidth * gridHeight, "tiePoints.length == gridWidth * gridHeight");
        this.discontinuity = checkDiscontinuity(discontinuity);
        setData(ProductData.createInstance(tiePoints));
    }

    public int getGridWidth() {
        return gridWidth;
    }

    public int getGridHeight() {
        return gridHeight;
    }

    public double getOffsetX() {
        return offsetX;
    }

    public double getOffsetY() {
        return offsetY;
    }

    public double getSubSamplingX() {
        return subSamplingX;
    }

    public double getSubSamplingY() {
        return subSamplingY;
    }

    /** The tie points, row by row; the array itself. */
    public float[] getTiePoints() {
        return (float[]) getGridData().getElems();
    }

    /** The tie points, read by the product's reader where they are not in memory. */
    public ProductData getGridData() {
        ProductData data = getData();
        return data != null ? data : readGridData();
    }

    private synchronized ProductData readGridData() {
        ProductData data = getData();
        ProductReader reader = getProductReader();
        if (data == null && reader == null) {
            throw new IllegalStateException("tie-point grid '" + getName() + "' has no tie points, and its product has no reader");
        }
        if (data == null) {
            data = createCompatibleRasterData(gridWidth, gridHeight);
            try {
                reader.readTiePointGridRasterData(this, 0, 0, gridWidth, gridHeight, data, ProgressMonitor.NULL);
            } catch (IOException e) {
                throw new UncheckedIOException("tie-point grid '" + getName() + "' cannot be read", e);
            }
            setData(data);
        }
        return data;
    }

    /** The width of the product, else that of the area between the tie points. */
    @Override
    public int getRasterWidth() {
        Product product = getProduct();
        return product != null ? product.getSceneRasterWidth() : (int) Math.round((gridWidth - 1) * subSamplingX + 1);
    }

    @Override
    public int getRasterHeight() {
        Product product = getProduct();
        return product != null ? product.getSceneRasterHeight() : (int) Math.round((gridHeight - 1) * subSamplingY + 1);
    }

    /** {@link #DISCONT_AT_360} where a value is over 180, else {@link #DISCONT_AT_180}. */
    public static int getDiscontinuity(float[] tiePoints) {
        for (float value : tiePoints) {
            if (value > 180.0f) {
                return DISCONT_AT_360;
            }
        }
        return DISCONT_AT_180;
    }

    public int getDiscontinuity() {
        return discontinuity;
    }

    public void setDiscontinuity(int discontinuity) {
        this.discontinuity = checkDiscontinuity(discontinuity);
        interpolator = null;
    }

    @Override
    public boolean isFloatingPointType() {
        return true;
    }

    @Override
    public int getGeophysicalDataType() {
        return ProductData.TYPE_FLOAT32;
    }

    @Override
    public void setData(ProductData data) {
        super.setData(data);
        if (discontinuity == DISCONT_AUTO && data != null) {
            discontinuity = getDiscontinuity((float[]) data.getElems());
        }
        interpolator = null;
    }

    /** The interpolated samples of the whole raster; the tie points themselves where there is one for each pixel. */
    @Override
    public ProductData getRasterData() {
        int w = getRasterWidth();
        int h = getRasterHeight();
        ProductData gridData = getGridData();
        return gridData.getNumElems() == (long) w * h ? gridData : ProductData.createInstance(getPixels(0, 0, w, h, (float[]) null));
    }

    /** Always fails. */
    @Override
    public void setRasterData(ProductData rasterData) throws UnsupportedOperationException {
        throw readOnly();
    }

    @Override
    public int getPixelInt(int x, int y) {
        return (int) Math.round(getPixelDouble(x, y));
    }

    @Override
    public float getPixelFloat(int x, int y) {
        return (float) getPixelDouble(x, y);
    }

    public final float getPixelFloat(float x, float y) {
        return (float) getPixelDouble((double) x, (double) y);
    }

    /** The value at the centre of a pixel. */
    @Override
    public double getPixelDouble(int x, int y) {
        return getPixelDouble(x + 0.5, y + 0.5);
    }

    /** The value at a pixel position; outside of the grid it is extrapolated. */
    public double getPixelDouble(double x, double y) {
        return interpolator().valueAt(x, y);
    }

    /** Always fails. */
    @Override
    public void setPixelInt(int x, int y, int pixelValue) {
        throw readOnly();
    }

    /** Always fails. */
    @Override
    public void setPixelFloat(int x, int y, float pixelValue) {
        throw readOnly();
    }

    /** Always fails. */
    @Override
    public void setPixelDouble(int x, int y, double pixelValue) {
        throw readOnly();
    }

    @Override
    public int[] getPixels(int x, int y, int w, int h, int[] pixels, ProgressMonitor pm) {
        int[] values = ensureMinLengthArray(pixels, w * h);
        TieInterpolator ties = interpolator();
        for (int i = 0; i < w * h; i++) {
            values[i] = (int) Math.round(ties.valueAt(x + i % w + 0.5, y + i / w + 0.5));
        }
        return values;
    }

    @Override
    public float[] getPixels(int x, int y, int w, int h, float[] pixels, ProgressMonitor pm) {
        float[] values = ensureMinLengthArray(pixels, w * h);
        TieInterpolator ties = interpolator();
        for (int i = 0; i < w * h; i++) {
            values[i] = (float) ties.valueAt(x + i % w + 0.5, y + i / w + 0.5);
        }
        return values;
    }

    @Override
    public double[] getPixels(int x, int y, int w, int h, double[] pixels, ProgressMonitor pm) {
        double[] values = ensureMinLengthArray(pixels, w * h);
        TieInterpolator ties = interpolator();
        for (int i = 0; i < w * h; i++) {
            values[i] = ties.valueAt(x + i % w + 0.5, y + i / w + 0.5);
        }
        return values;
    }

    /** Always fails. */
    @Override
    public void setPixels(int x, int y, int w, int h, int[] pixels) {
        throw readOnly();
    }

    /** Always fails. */
    @Override
    public void setPixels(int x, int y, int w, int h, float[] pixels) {
        throw readOnly();
    }

    /** Always fails. */
    @Override
    public void setPixels(int x, int y, int w, int h, double[] pixels) {
        throw readOnly();
    }

    @Override
    public int[] readPixels(int x, int y, int w, int h, int[] pixels, ProgressMonitor pm) throws IOException {
        return getPixels(x, y, w, h, pixels, pm);
    }

    @Override
    public float[] readPixels(int x, int y, int w, int h, float[] pixels, ProgressMonitor pm) throws IOException {
        return getPixels(x, y, w, h, pixels, pm);
    }

    @Override
    public double[] readPixels(int x, int y, int w, int h, double[] pixels, ProgressMonitor pm) throws IOException {
        return getPixels(x, y, w, h, pixels, pm);
    }

    /** Interpolates a window. */
    @Override
    public void readRasterData(int offsetX, int offsetY, int width, int height, ProductData rasterData, ProgressMonitor pm)
            throws IOException {
        double[] values = getPixels(offsetX, offsetY, width, height, (double[]) null, pm);
        for (int i = 0; i < values.length; i++) {
            rasterData.setElemDoubleAt(i, values[i]);
        }
    }

    /** Reads the tie points. */
    @Override
    public void readRasterDataFully(ProgressMonitor pm) throws IOException {
        getGridData();
    }

    /** Always fails. */
    @Override
    public void writeRasterData(int offsetX, int offsetY, int width, int height, ProductData rasterData, ProgressMonitor pm)
            throws IOException {
        throw readOnly();
    }

    /** Always fails. */
    @Override
    public void writeRasterDataFully(ProgressMonitor pm) throws IOException {
        throw readOnly();
    }

    /** A copy with tie points of its own, name, unit and description. */
    public TiePointGrid cloneTiePointGrid() {
        TiePointGrid clone = new TiePointGrid(getName(), gridWidth, gridHeight, offsetX, offsetY, subSamplingX, subSamplingY,
                getTiePoints().clone(), discontinuity);
        clone.setUnit(getUnit());
        clone.setDescription(getDescription());
        return clone;
    }

    /** The part of a grid that a region of the product needs, at the region's sub-sampling. */
    public static TiePointGrid createSubset(TiePointGrid sourceTiePointGrid, ProductSubsetDef subsetDef) {
        return subsetDef == null ? sourceTiePointGrid.cloneTiePointGrid() : new TieSubset(sourceTiePointGrid, subsetDef).create();
    }

    protected static int[] ensureMinLengthArray(int[] array, int length) {
        return AbstractBand.ensureMinLengthArray(array, length);
    }

    protected static float[] ensureMinLengthArray(float[] array, int length) {
        return AbstractBand.ensureMinLengthArray(array, length);
    }

    protected static double[] ensureMinLengthArray(double[] array, int length) {
        return AbstractBand.ensureMinLengthArray(array, length);
    }

    private TieInterpolator interpolator() {
        TieInterpolator current = interpolator;
        if (current == null) {
            current = new TieInterpolator(this, getTiePoints());
            interpolator = current;
        }
        return current;
    }

    private static int checkDiscontinuity(int discontinuity) {
        boolean known = discontinuity == DISCONT_AUTO || discontinuity == DISCONT_NONE || discontinuity == DISCONT_AT_180
                || discontinuity == DISCONT_AT_360;
        require(known, "discontinuity");
        return discontinuity;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("tie-point grid: " + what + " expected");
        }
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("pixels are read-only in tie-point grids");
    }
}
