package org.esa.snap.core.dataio;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.TiePointGrid;

/** What readers have in common: input, subset, and the way from pixels of the subset to pixels of the file. */
public abstract class AbstractProductReader implements ProductReader {

    protected Object input;

    private final ProductReaderPlugIn readerPlugIn;
    private ProductSubsetDef subsetDef;

    protected AbstractProductReader(ProductReaderPlugIn readerPlugIn) {
        this.readerPlugIn = readerPlugIn;
    }

    @Override
    public ProductReaderPlugIn getReaderPlugIn() {
        return readerPlugIn;
    }

    @Override
    public Object getInput() {
        return input;
    }

    protected void setInput(Object input) {
        this.input = input;
    }

    public boolean isMetadataIgnored() {
        return subsetDef != null && subsetDef.isIgnoreMetadata();
    }

    @Override
    public ProductSubsetDef getSubsetDef() {
        return subsetDef;
    }

    protected void setSubsetDef(ProductSubsetDef subsetDef) {
        this.subsetDef = subsetDef;
    }

    public boolean isNodeAccepted(String name) {
        return subsetDef == null || subsetDef.isNodeAccepted(name);
    }

    /** @throws IllegalArgumentException where the input is none of the plug-in's input types */
    @Override
    public Product readProductNodes(Object input, ProductSubsetDef subsetDef) throws IOException {
        if (input != null && !isInstanceOfValidInputType(input)) {
            throw new IllegalArgumentException("invalid input source: " + input);
        }
        setInput(input);
        setSubsetDef(subsetDef);
        Product product = readProductNodesImpl();
        product.setModified(false);
        if (product.getProductReader() == null) {
            product.setProductReader(this);
        }
        return product;
    }

    protected abstract Product readProductNodesImpl() throws IOException;

    @Override
    public GeoCoding readGeoCoding(Product product) throws IOException {
        return null;
    }

    /** @throws IllegalArgumentException where the block is not one of {@code destWidth * destHeight} samples */
    @Override
    public void readBandRasterData(Band destBand, int destOffsetX, int destOffsetY, int destWidth, int destHeight,
                                   ProductData destBuffer, ProgressMonitor pm) throws IOException {
        int samples = destBuffer.getNumElems();
        if (samples != destWidth * destHeight) {
            throw new IllegalArgumentException("destination buffer too " + (samples < destWidth * destHeight ? "small" : "big"));
        }
        Rectangle region = subsetDef == null ? null : subsetDef.getRegion();
        int stepX = subsetDef == null ? 1 : subsetDef.getSubSamplingX();
        int stepY = subsetDef == null ? 1 : subsetDef.getSubSamplingY();
        int sourceX = (region == null ? 0 : region.x) + stepX * destOffsetX;
        int sourceY = (region == null ? 0 : region.y) + stepY * destOffsetY;
        readBandRasterDataImpl(sourceX, sourceY, stepX * (destWidth - 1) + 1, stepY * (destHeight - 1) + 1, stepX, stepY, destBand,
                destOffsetX, destOffsetY, destWidth, destHeight, destBuffer, pm);
    }

    /** Reads every n-th sample of a window of the file, n being the two steps. Called by many threads at once. */
    protected abstract void readBandRasterDataImpl(int sourceOffsetX, int sourceOffsetY, int sourceWidth, int sourceHeight,
                                                   int sourceStepX, int sourceStepY, Band destBand, int destOffsetX,
                                                   int destOffsetY, int destWidth, int destHeight, ProductData destBuffer,
                                                   ProgressMonitor pm) throws IOException;

    @Override
    public void close() throws IOException {
        input = null;
        subsetDef = null;
    }

    protected boolean isInstanceOfValidInputType(Object input) {
        if (readerPlugIn == null) {
            return true;
        }
        for (Class<?> type : readerPlugIn.getInputTypes()) {
            if (type.isInstance(input)) {
                return true;
            }
        }
        return false;
    }

    /** Where the angles of a grid of this name jump: longitudes at 180 degrees, others nowhere. */
    protected int getGridDiscontinutity(String name) {
        return isLongitude(name) ? TiePointGrid.DISCONT_AT_180 : TiePointGrid.DISCONT_NONE;
    }

    protected TiePointGrid createTiePointGrid(String gridName, int gridWidth, int gridHeight, double offsetX, double offsetY,
                                              double subSamplingX, double subSamplingY, float[] tiePoints) {
        return buildTiePointGrid(gridName, gridWidth, gridHeight, offsetX, offsetY, subSamplingX, subSamplingY, tiePoints,
                getGridDiscontinutity(gridName));
    }

    protected static TiePointGrid buildTiePointGrid(String gridName, int gridWidth, int gridHeight, double offsetX, double offsetY,
                                                    double subSamplingX, double subSamplingY, float[] tiePoints,
                                                    int gridDiscontinutity) {
        return new TiePointGrid(gridName, gridWidth, gridHeight, offsetX, offsetY, subSamplingX, subSamplingY, tiePoints,
                gridDiscontinutity);
    }

    /** @throws IllegalArgumentException where the input is no file, path or text */
    public static Path convertInputToPath(Object input) {
        if (input instanceof Path path) {
            return path;
        }
        if (input instanceof File file) {
            return file.toPath();
        }
        if (input instanceof String text) {
            return Path.of(text);
        }
        throw new IllegalArgumentException("Unknown input '" + input + "'.");
    }

    @Override
    public String toString() {
        return getClass().getName() + "[input=" + input + "]";
    }

    private static boolean isLongitude(String name) {
        return "lon".equalsIgnoreCase(name) || "long".equalsIgnoreCase(name) || "longitude".equalsIgnoreCase(name);
    }
}
