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
 * <p>Samples may be read from many threads at once; there is no lock. No file is held open, so that samples may also be read after
 * {@code close}.
 */
public abstract class RasterProductReader extends AbstractProductReader {
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
        RasterSource source = sources.get(destBand);
        if (source == null) {
            throw new IOException(getInput() + ": band '" + destBand.getName() + "' has no data in this product");
        }
        SampleType type = types.get(destBand);
        boolean direct = destBuffer.getType() == type.productDataType();
        ProductData samples = direct ? destBuffer : ProductData.createInstance(type.productDataType(), destWidth * destHeight);
        if (sourceStepX == 1 && sourceStepY == 1) {
            source.read(sourceOffsetX, sourceOffsetY, destWidth, destHeight, samples.getElems());
        } else {
            readSteps(source, type, sourceOffsetX, sourceOffsetY, sourceWidth, sourceStepX, sourceStepY, destWidth, destHeight, samples);
        }
        if (!direct) {
            SampleBuffers.copy(samples, destBuffer);
        }
    }

    private static void readSteps(RasterSource source, SampleType type, int x, int y, int width, int stepX, int stepY, int destWidth,
            int destHeight, ProductData samples) throws IOException {
        ProductData line = ProductData.createInstance(type.productDataType(), width);
        for (int row = 0; row < destHeight; row++) {
            source.read(x, y + row * stepY, width, 1, line.getElems());
            for (int column = 0; column < destWidth; column++) {
                System.arraycopy(line.getElems(), column * stepX, samples.getElems(), row * destWidth + column, 1);
            }
        }
    }
}
