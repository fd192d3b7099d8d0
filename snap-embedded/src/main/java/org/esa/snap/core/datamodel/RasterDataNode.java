package org.esa.snap.core.datamodel;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.insardask.embedded.access.EngineAccess;
import org.insardask.embedded.access.RasterAccess;

/**
 * A raster: samples with scaling, unit, no-data value and geo-coding.
 *
 * <p>The raw samples come from the raster data in memory where there are any, else from the raster that this one was
 * copied from, else from the product's reader. Source images do not exist here. The {@code read...} methods are safe for
 * many threads at once; setting anything is for the one thread that builds the product.
 */
public abstract class RasterDataNode extends DataNode {

    public static final String PROPERTY_NAME_IMAGE_INFO = "imageInfo";
    public static final String PROPERTY_NAME_LOG_10_SCALED = "log10Scaled";
    public static final String PROPERTY_NAME_SCALING_FACTOR = "scalingFactor";
    public static final String PROPERTY_NAME_SCALING_OFFSET = "scalingOffset";
    public static final String PROPERTY_NAME_NO_DATA_VALUE = "noDataValue";
    public static final String PROPERTY_NAME_NO_DATA_VALUE_USED = "noDataValueUsed";
    public static final String PROPERTY_NAME_VALID_PIXEL_EXPRESSION = "validPixelExpression";
    public static final String NO_DATA_TEXT = "NaN";
    public static final String INVALID_POS_TEXT = "Invalid pos.";
    public static final String IO_ERROR_TEXT = "I/O error";

    static {
        EngineAccess.registerRaster(new Access());
    }

    private double scalingFactor = 1.0;
    private double scalingOffset;
    private boolean log10Scaled;
    private ProductData noData;
    private boolean noDataValueUsed;
    private String validPixelExpression;
    private GeoCoding geoCoding;
    private RasterDataNode sampleSource;
    private ImageInfo imageInfo;

    /** @throws IllegalArgumentException where the type is none of int8 to uint32, float32, float64 */
    protected RasterDataNode(String name, int dataType, long numElems) {
        super(name, dataType, numElems);
        if (!ProductData.isIntType(dataType) && !ProductData.isFloatingPointType(dataType)) {
            throw new IllegalArgumentException("dataType is invalid");
        }
    }

    public abstract int getRasterWidth();

    public abstract int getRasterHeight();

    public Dimension getRasterSize() {
        return new Dimension(getRasterWidth(), getRasterHeight());
    }

    /** Whether this raster has a geo-coding of its own. */
    public boolean hasGeoCoding() {
        return geoCoding != null;
    }

    /** The geo-coding of this raster, else that of the product's scene, or null. */
    public GeoCoding getGeoCoding() {
        if (geoCoding != null) {
            return geoCoding;
        }
        Product product = getProduct();
        return product == null ? null : product.getSceneGeoCoding();
    }

    /** Sets the geo-coding; it becomes the scene's too where that has none and the same size. */
    public void setGeoCoding(GeoCoding geoCoding) {
        if (Objects.equals(this.geoCoding, geoCoding)) {
            return;
        }
        this.geoCoding = geoCoding;
        Product product = getProduct();
        if (geoCoding != null && product != null && product.getSceneGeoCoding() == null
                && product.getSceneRasterSize().equals(getRasterSize())) {
            product.setSceneGeoCoding(geoCoding);
        }
    }

    @Override
    public boolean isFloatingPointType() {
        return isScalingApplied() || super.isFloatingPointType();
    }

    /** The type that holds the scaled values. */
    public int getGeophysicalDataType() {
        boolean wide = getDataType() == ProductData.TYPE_INT32 || getDataType() == ProductData.TYPE_UINT32
                || getDataType() == ProductData.TYPE_FLOAT64;
        if (isScalingApplied()) {
            return wide ? ProductData.TYPE_FLOAT64 : ProductData.TYPE_FLOAT32;
        }
        if (getDataType() == ProductData.TYPE_INT8) {
            return ProductData.TYPE_INT16;
        }
        return getDataType() == ProductData.TYPE_UINT32 ? ProductData.TYPE_FLOAT64 : getDataType();
    }

    public final double getScalingFactor() {
        return scalingFactor;
    }

    public final void setScalingFactor(double scalingFactor) {
        if (this.scalingFactor != scalingFactor) {
            this.scalingFactor = scalingFactor;
            setModified(true);
        }
    }

    public final double getScalingOffset() {
        return scalingOffset;
    }

    public final void setScalingOffset(double scalingOffset) {
        if (this.scalingOffset != scalingOffset) {
            this.scalingOffset = scalingOffset;
            setModified(true);
        }
    }

    public final boolean isLog10Scaled() {
        return log10Scaled;
    }

    public final void setLog10Scaled(boolean log10Scaled) {
        if (this.log10Scaled != log10Scaled) {
            this.log10Scaled = log10Scaled;
            setModified(true);
        }
    }

    /** Whether values differ from raw samples: a factor, an offset or the logarithm. */
    public final boolean isScalingApplied() {
        return scalingFactor != 1.0 || scalingOffset != 0.0 || log10Scaled;
    }

    /** The value of a raw sample: {@code factor * v + offset}, and ten to the power of that where log10-scaled. */
    public final double scale(double v) {
        double scaled = v * scalingFactor + scalingOffset;
        return log10Scaled ? Math.pow(10.0, scaled) : scaled;
    }

    /** The raw sample of a value. */
    public final double scaleInverse(double v) {
        return ((log10Scaled ? Math.log10(v) : v) - scalingOffset) / scalingFactor;
    }

    public boolean isNoDataValueSet() {
        return noData != null;
    }

    public void clearNoDataValue() {
        noData = null;
    }

    /** The colours of this raster, or null. They are not written to files. */
    public ImageInfo getImageInfo() {
        return imageInfo;
    }

    public void setImageInfo(ImageInfo imageInfo) {
        if (this.imageInfo != imageInfo) {
            this.imageInfo = imageInfo;
            setModified(true);
        }
    }

    public boolean isNoDataValueUsed() {
        return noDataValueUsed;
    }

    public void setNoDataValueUsed(boolean noDataValueUsed) {
        if (this.noDataValueUsed != noDataValueUsed) {
            this.noDataValueUsed = noDataValueUsed;
            setModified(true);
        }
    }

    /** The raw no-data value, as this raster's sample type holds it; 0 where none is set. */
    public double getNoDataValue() {
        return noData == null ? 0.0 : noData.getElemDouble();
    }

    public void setNoDataValue(double noDataValue) {
        if (noData == null || getNoDataValue() != noDataValue) {
            ProductData value = createCompatibleProductData(1);
            value.setElemDouble(noDataValue);
            noData = value;
            setModified(true);
        }
    }

    /** The no-data value, scaled. */
    public double getGeophysicalNoDataValue() {
        return noData == null && !isScalingApplied() ? 0.0 : scale(getNoDataValue());
    }

    public void setGeophysicalNoDataValue(double noDataValue) {
        setNoDataValue(scaleInverse(noDataValue));
    }

    public String getValidPixelExpression() {
        return validPixelExpression;
    }

    /** Sets the expression. It is kept and written, but not evaluated here. */
    public void setValidPixelExpression(String validPixelExpression) {
        if (!Objects.equals(this.validPixelExpression, validPixelExpression)) {
            this.validPixelExpression = validPixelExpression;
            setModified(true);
        }
    }

    /** Whether there is a no-data value in use or an expression that says which pixels are valid. */
    public boolean isValidMaskUsed() {
        return noDataValueUsed || isValidPixelExpressionSet();
    }

    /** Whether there are samples, or the tie points of a grid, in memory. */
    public boolean hasRasterData() {
        return getData() != null;
    }

    public ProductData getRasterData() {
        return getData();
    }

    /** @throws IllegalArgumentException where type or number of the samples do not fit */
    public void setRasterData(ProductData rasterData) {
        setData(rasterData);
    }

    public void loadRasterData() throws IOException {
        loadRasterData(ProgressMonitor.NULL);
    }

    public void loadRasterData(ProgressMonitor pm) throws IOException {
    }

    public void unloadRasterData() {
    }

    /**
     * Whether the pixel holds data, by the no-data value.
     *
     * @throws IllegalStateException where a valid-pixel expression is set, which is not evaluated here
     */
    public boolean isPixelValid(int x, int y) {
        if (!isValidMaskUsed()) {
            return true;
        }
        try {
            return readValidMask(x, y, 1, 1, null)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isPixelValid(int pixelIndex) {
        int y = pixelIndex / getRasterWidth();
        return isPixelValid(pixelIndex - y * getRasterWidth(), y);
    }

    /** The value of a pixel, read where the raster is not in memory. */
    public int getSampleInt(int x, int y) {
        try {
            return readPixels(x, y, 1, 1, (int[]) null)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a pixel, read where the raster is not in memory. */
    public float getSampleFloat(int x, int y) {
        try {
            return readPixels(x, y, 1, 1, (float[]) null)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public abstract int getPixelInt(int x, int y);

    public abstract float getPixelFloat(int x, int y);

    public abstract double getPixelDouble(int x, int y);

    public abstract void setPixelInt(int x, int y, int pixelValue);

    public abstract void setPixelFloat(int x, int y, float pixelValue);

    public abstract void setPixelDouble(int x, int y, double pixelValue);

    public int[] getPixels(int x, int y, int w, int h, int[] pixels) {
        return getPixels(x, y, w, h, pixels, ProgressMonitor.NULL);
    }

    public abstract int[] getPixels(int x, int y, int w, int h, int[] pixels, ProgressMonitor pm);

    public float[] getPixels(int x, int y, int w, int h, float[] pixels) {
        return getPixels(x, y, w, h, pixels, ProgressMonitor.NULL);
    }

    public abstract float[] getPixels(int x, int y, int w, int h, float[] pixels, ProgressMonitor pm);

    public abstract double[] getPixels(int x, int y, int w, int h, double[] pixels, ProgressMonitor pm);

    public abstract void setPixels(int x, int y, int w, int h, int[] pixels);

    public abstract void setPixels(int x, int y, int w, int h, float[] pixels);

    public abstract void setPixels(int x, int y, int w, int h, double[] pixels);

    public int[] readPixels(int x, int y, int w, int h, int[] pixels) throws IOException {
        return readPixels(x, y, w, h, pixels, ProgressMonitor.NULL);
    }

    /** Reads values (scaled) of a window, row by row, into the array given, or into a new one where that is null. */
    public abstract int[] readPixels(int x, int y, int w, int h, int[] pixels, ProgressMonitor pm) throws IOException;

    public float[] readPixels(int x, int y, int w, int h, float[] pixels) throws IOException {
        return readPixels(x, y, w, h, pixels, ProgressMonitor.NULL);
    }

    /** Reads values (scaled) of a window, row by row, into the array given, or into a new one where that is null. */
    public abstract float[] readPixels(int x, int y, int w, int h, float[] pixels, ProgressMonitor pm) throws IOException;

    public double[] readPixels(int x, int y, int w, int h, double[] pixels) throws IOException {
        return readPixels(x, y, w, h, pixels, ProgressMonitor.NULL);
    }

    /** Reads values (scaled) of a window, row by row, into the array given, or into a new one where that is null. */
    public abstract double[] readPixels(int x, int y, int w, int h, double[] pixels, ProgressMonitor pm) throws IOException;

    /**
     * Reads which pixels of a window hold data, by the no-data value.
     *
     * @throws IllegalStateException where a valid-pixel expression is set, which is not evaluated here
     */
    public boolean[] readValidMask(int x, int y, int w, int h, boolean[] validMask) throws IOException {
        boolean[] mask = validMask == null ? new boolean[w * h] : validMask;
        if (isValidPixelExpressionSet()) {
            throw new IllegalStateException("the valid-pixel expression of '" + getName()
                    + "' is set: the embedded runtime does not evaluate expressions");
        }
        if (!noDataValueUsed) {
            Arrays.fill(mask, true);
            return mask;
        }
        ProductData raw = createCompatibleRasterData(w, h);
        readRasterData(x, y, w, h, raw);
        NoDataTest test = new NoDataTest(this);
        for (int i = 0; i < w * h; i++) {
            mask[i] = test.isValid(raw.getElemDoubleAt(i));
        }
        return mask;
    }

    public void readRasterDataFully() throws IOException {
        readRasterDataFully(ProgressMonitor.NULL);
    }

    /** Reads all samples into memory. */
    public abstract void readRasterDataFully(ProgressMonitor pm) throws IOException;

    public void readRasterData(int x, int y, int w, int h, ProductData rasterData) throws IOException {
        readRasterData(x, y, w, h, rasterData, ProgressMonitor.NULL);
    }

    /** Reads raw samples of a window, row by row, into a block of {@code w * h} samples of this raster's type. */
    public abstract void readRasterData(int x, int y, int w, int h, ProductData rasterData, ProgressMonitor pm) throws IOException;

    public void writeRasterDataFully() throws IOException {
        writeRasterDataFully(ProgressMonitor.NULL);
    }

    /** Writes all samples by the product's writer. */
    public abstract void writeRasterDataFully(ProgressMonitor pm) throws IOException;

    public void writeRasterData(int x, int y, int w, int h, ProductData rasterData) throws IOException {
        writeRasterData(x, y, w, h, rasterData, ProgressMonitor.NULL);
    }

    /** Writes raw samples of a window by the product's writer. */
    public abstract void writeRasterData(int x, int y, int w, int h, ProductData rasterData, ProgressMonitor pm) throws IOException;

    public ProductData createCompatibleRasterData() {
        return createCompatibleRasterData(getRasterWidth(), getRasterHeight());
    }

    public ProductData createCompatibleSceneRasterData() {
        return createCompatibleRasterData();
    }

    public ProductData createCompatibleRasterData(int width, int height) {
        return createCompatibleProductData(Math.multiplyExact(width, height));
    }

    public boolean isCompatibleRasterData(ProductData rasterData, int w, int h) {
        return rasterData != null && rasterData.getType() == getDataType() && rasterData.getNumElems() == (long) w * h;
    }

    /** @throws IllegalArgumentException where the block is not one of {@code w * h} samples of this raster's type */
    public void checkCompatibleRasterData(ProductData rasterData, int w, int h) {
        if (!isCompatibleRasterData(rasterData, w, h)) {
            throw new IllegalArgumentException("invalid raster data buffer for '" + getName() + "': " + w + " x " + h
                    + " samples of type " + ProductData.getTypeString(getDataType()) + " expected");
        }
    }

    public boolean hasIntPixels() {
        return ProductData.isIntType(getDataType());
    }

    public boolean isPixelWithinImageBounds(int x, int y) {
        return x >= 0 && y >= 0 && x < getRasterWidth() && y < getRasterHeight();
    }

    @Override
    public void dispose() {
        sampleSource = null;
        geoCoding = null;
        super.dispose();
    }

    final RasterDataNode getSampleSource() {
        return sampleSource;
    }

    final void setSampleSource(RasterDataNode source) {
        if (source != null) {
            checkSampleSource(source);
        }
        sampleSource = source;
    }

    final void checkWindow(int x, int y, int w, int h) {
        boolean inside = x >= 0 && y >= 0 && w > 0 && h > 0 && x + (long) w <= getRasterWidth() && y + (long) h <= getRasterHeight();
        if (!inside) {
            throw new IllegalArgumentException("window x=" + x + ", y=" + y + ", w=" + w + ", h=" + h + " is not within raster '"
                    + getName() + "' of " + getRasterWidth() + " x " + getRasterHeight() + " pixels");
        }
    }

    private void checkSampleSource(RasterDataNode source) {
        if (source.getDataType() != getDataType() || !source.getRasterSize().equals(getRasterSize())) {
            throw new IllegalArgumentException("'" + getName() + "' cannot share the samples of '" + source.getName()
                    + "': size or type differ");
        }
        for (RasterDataNode node = source; node != null; node = node.sampleSource) {
            if (node == this) {
                throw new IllegalArgumentException("'" + getName() + "' cannot share its own samples");
            }
        }
    }

    private boolean isValidPixelExpressionSet() {
        return validPixelExpression != null && !validPixelExpression.isBlank();
    }

    /** What the engine may do here. */
    private static final class Access implements RasterAccess {

        @Override
        public RasterDataNode getSampleSource(RasterDataNode node) {
            return node.getSampleSource();
        }

        @Override
        public void setSampleSource(RasterDataNode node, RasterDataNode source) {
            node.setSampleSource(source);
        }
    }
}
