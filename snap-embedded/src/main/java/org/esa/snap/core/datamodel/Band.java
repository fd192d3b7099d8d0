package org.esa.snap.core.datamodel;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.io.IOException;
import java.util.Objects;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductWriter;

/** A band: a raster of a product, with its place in a spectrum and, for integer samples, names for them. */
public class Band extends AbstractBand {

    public static final String PROPERTY_NAME_SAMPLE_CODING = "sampleCoding";
    public static final String PROPERTY_NAME_SOLAR_FLUX = "solarFlux";
    public static final String PROPERTY_NAME_SPECTRAL_BAND_INDEX = "spectralBandIndex";
    public static final String PROPERTY_NAME_SPECTRAL_BANDWIDTH = "spectralBandwidth";
    public static final String PROPERTY_NAME_SPECTRAL_WAVELENGTH = "spectralWavelength";

    private static final int LINES_PER_BLOCK = 256;

    private SampleCoding sampleCoding;
    private int spectralBandIndex = -1;
    private float spectralWavelength;
    private float spectralBandwidth;
    private float solarFlux;

    /** A band of {@code width * height} pixels. */
    public Band(String name, int dataType, int width, int height) {
        super(name, dataType, width, height);
    }

    public FlagCoding getFlagCoding() {
        return sampleCoding instanceof FlagCoding coding ? coding : null;
    }

    public boolean isFlagBand() {
        return getFlagCoding() != null;
    }

    public IndexCoding getIndexCoding() {
        return sampleCoding instanceof IndexCoding coding ? coding : null;
    }

    public boolean isIndexBand() {
        return getIndexCoding() != null;
    }

    public SampleCoding getSampleCoding() {
        return sampleCoding;
    }

    /**
     * Sets the names of the samples. The coding is to be in one of the product's coding groups.
     *
     * @throws IllegalArgumentException where the samples are no integers
     */
    public void setSampleCoding(SampleCoding sampleCoding) {
        if (sampleCoding != null && !hasIntPixels()) {
            throw new IllegalArgumentException("band '" + getName() + "' does not contain integer pixels");
        }
        if (!Objects.equals(this.sampleCoding, sampleCoding)) {
            this.sampleCoding = sampleCoding;
            setModified(true);
        }
    }

    public int getSpectralBandIndex() {
        return spectralBandIndex;
    }

    public void setSpectralBandIndex(int spectralBandIndex) {
        if (this.spectralBandIndex != spectralBandIndex) {
            this.spectralBandIndex = spectralBandIndex;
            setModified(true);
        }
    }

    public float getSpectralWavelength() {
        return spectralWavelength;
    }

    public void setSpectralWavelength(float spectralWavelength) {
        if (this.spectralWavelength != spectralWavelength) {
            this.spectralWavelength = spectralWavelength;
            setModified(true);
        }
    }

    public float getSpectralBandwidth() {
        return spectralBandwidth;
    }

    public void setSpectralBandwidth(float spectralBandwidth) {
        if (this.spectralBandwidth != spectralBandwidth) {
            this.spectralBandwidth = spectralBandwidth;
            setModified(true);
        }
    }

    public float getSolarFlux() {
        return solarFlux;
    }

    public void setSolarFlux(float solarFlux) {
        if (this.solarFlux != solarFlux) {
            this.solarFlux = solarFlux;
            setModified(true);
        }
    }

    /**
     * Reads raw samples of a window. Safe for many threads at once.
     *
     * @throws IllegalArgumentException where the window leaves the raster or the block does not fit it
     * @throws IllegalStateException where there is nothing to read from
     */
    @Override
    public void readRasterData(int offsetX, int offsetY, int width, int height, ProductData rasterData, ProgressMonitor pm)
            throws IOException {
        checkWindow(offsetX, offsetY, width, height);
        checkCompatibleRasterData(rasterData, width, height);
        ProductData raster = getRasterData();
        RasterDataNode source = getSampleSource();
        if (raster != null) {
            Samples.copyWindow(raster, getRasterWidth(), offsetX, offsetY, width, height, rasterData);
        } else if (source != null) {
            source.readRasterData(offsetX, offsetY, width, height, rasterData, pm);
        } else {
            readStored(offsetX, offsetY, width, height, rasterData, pm);
        }
    }

    /** Reads samples that are neither in memory nor another raster's. */
    void readStored(int x, int y, int w, int h, ProductData block, ProgressMonitor pm) throws IOException {
        ProductReader reader = getProductReader();
        if (reader == null) {
            throw new IllegalStateException("band '" + getName() + "' has no samples: its raster data are not set and its product "
                    + "has no reader");
        }
        reader.readBandRasterData(this, x, y, w, h, block, pm);
    }

    /** Whether samples come straight from the product's reader. */
    public boolean isProductReaderDirectlyUsable() {
        return getProductReader() != null && getSampleSource() == null && !hasRasterData();
    }

    @Override
    public void readRasterDataFully(ProgressMonitor pm) throws IOException {
        ProductData raster = createCompatibleRasterData();
        readRasterData(0, 0, getRasterWidth(), getRasterHeight(), raster, pm);
        setRasterData(raster);
    }

    /** @throws IllegalStateException where the product has no writer */
    @Override
    public void writeRasterData(int offsetX, int offsetY, int width, int height, ProductData rasterData, ProgressMonitor pm)
            throws IOException {
        ProductWriter writer = getProductWriter();
        if (writer == null) {
            throw new IllegalStateException("band '" + getName() + "' cannot be written: its product has no writer");
        }
        writer.writeBandRasterData(this, offsetX, offsetY, width, height, requireNonNull(rasterData, "rasterData"), pm);
    }

    @Override
    public void writeRasterDataFully(ProgressMonitor pm) throws IOException {
        int lines = Math.min(LINES_PER_BLOCK, blockHeight());
        pm.beginTask("Writing band '" + getName() + "'", getRasterHeight());
        try {
            for (int y = 0; y < getRasterHeight() && !pm.isCanceled(); y += lines) {
                int h = Math.min(lines, getRasterHeight() - y);
                ProductData block = createCompatibleRasterData(getRasterWidth(), h);
                readRasterData(0, y, getRasterWidth(), h, block, ProgressMonitor.NULL);
                writeRasterData(0, y, getRasterWidth(), h, block, ProgressMonitor.NULL);
                pm.worked(h);
            }
        } finally {
            pm.done();
        }
    }

    private int blockHeight() {
        Product product = getProduct();
        Dimension tile = product == null ? null : product.getPreferredTileSize();
        return tile == null ? LINES_PER_BLOCK : Math.max(1, tile.height);
    }

    @Override
    public String toString() {
        return getClass().getName() + "[" + getName() + "," + ProductData.getTypeString(getDataType()) + "," + getRasterWidth() + ","
                + getRasterHeight() + "," + spectralBandIndex + "," + spectralWavelength + "," + spectralBandwidth + "," + solarFlux
                + "]";
    }

    @Override
    public void dispose() {
        sampleCoding = null;
        super.dispose();
    }
}
