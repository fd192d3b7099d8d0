package org.insardask.embedded.io;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.esa.snap.core.dataio.AbstractProductReader;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.ProductData;

/**
 * A product reader whose bands have a {@link RasterSource} each.
 *
 * <p>Samples may be read from many threads at once. The reader itself holds no file open, so that samples may also be read after
 * {@code close}; {@link #readTile} uses files that somebody else keeps open.
 */
public abstract class RasterProductReader extends AbstractProductReader {
    private final OpenFiles files = OpenFiles.oneByOne();
    private final Map<Band, RasterSource> sources = new ConcurrentHashMap<>();
    private final Map<Band, SampleType> types = new ConcurrentHashMap<>();

    /**
     * Creates a reader.
     *
     * @param plugIn what created it
     */
    protected RasterProductReader(ProductReaderPlugIn plugIn) {
        super(plugIn);
    }

    /**
     * Refuses to read a part of a product.
     *
     * @throws IOException where a region or a sub-sampling was asked for
     */
    protected final void checkNoSubset() throws IOException {
        if (getSubsetDef() != null) {
            throw new IOException(getInput() + ": subsets cannot be read directly, read the product and take the subset of it");
        }
    }

    /**
     * Says where the samples of a band come from.
     *
     * @param band a band of the product that is being read
     * @param type the type of the stored samples
     * @param source reads them
     */
    protected final void bind(Band band, SampleType type, RasterSource source) {
        types.put(band, type);
        sources.put(band, source);
    }

    /**
     * Returns how the samples of a band lie in files.
     *
     * @param band a band of the product
     * @return the layout, or null where the band has no samples in files
     */
    public final RasterLayout layout(Band band) {
        RasterSource source = sources.get(band);
        return source == null ? null : source.layout();
    }

    @Override
    protected void readBandRasterDataImpl(int sourceOffsetX, int sourceOffsetY, int sourceWidth, int sourceHeight, int sourceStepX,
            int sourceStepY, Band destBand, int destOffsetX, int destOffsetY, int destWidth, int destHeight, ProductData destBuffer,
            ProgressMonitor pm) throws IOException {
        if (sourceStepX == 1 && sourceStepY == 1) {
            readTile(destBand, sourceOffsetX, sourceOffsetY, destWidth, destHeight, destBuffer, files);
            return;
        }
        RasterSource source = source(destBand);
        SampleType type = types.get(destBand);
        boolean direct = destBuffer.getType() == type.productDataType();
        ProductData samples = direct ? destBuffer : ProductData.createInstance(type.productDataType(), destWidth * destHeight);
        readSteps(source, type, sourceOffsetX, sourceOffsetY, sourceWidth, sourceStepX, sourceStepY, destWidth, destHeight, samples);
        if (!direct) {
            SampleBuffers.copy(samples, destBuffer);
        }
    }

    /**
     * Reads a rectangle of a band.
     *
     * @param band a band of the product
     * @param x first column
     * @param y first row
     * @param w number of columns
     * @param h number of rows
     * @param block receives {@code w * h} samples, of any type
     * @param open opens files
     * @throws IOException where the band cannot be read; the message names the file
     */
    public final void readTile(Band band, int x, int y, int w, int h, ProductData block, OpenFiles open) throws IOException {
        RasterSource source = source(band);
        SampleType type = types.get(band);
        if (block.getType() == type.productDataType()) {
            source.read(x, y, w, h, block.getElems(), open);
        } else {
            ProductData samples = ProductData.createInstance(type.productDataType(), w * h);
            source.read(x, y, w, h, samples.getElems(), open);
            SampleBuffers.copy(samples, block);
        }
    }

    private RasterSource source(Band band) throws IOException {
        RasterSource source = sources.get(band);
        if (source == null) {
            throw new IOException(getInput() + ": band '" + band.getName() + "' has no data in this product");
        }
        return source;
    }

    private void readSteps(RasterSource source, SampleType type, int x, int y, int width, int stepX, int stepY, int destWidth,
            int destHeight, ProductData samples) throws IOException {
        ProductData line = ProductData.createInstance(type.productDataType(), width);
        for (int row = 0; row < destHeight; row++) {
            source.read(x, y + row * stepY, width, 1, line.getElems(), files);
            for (int column = 0; column < destWidth; column++) {
                System.arraycopy(line.getElems(), column * stepX, samples.getElems(), row * destWidth + column, 1);
            }
        }
    }
}
