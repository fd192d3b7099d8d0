package org.esa.snap.core.dataio;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.util.io.SnapFileFilter;

/** A format for tests: sample (x, y) of every band is 100 y + x; what is written is kept in memory. */
final class MemoryFormat implements ProductReaderPlugIn, ProductWriterPlugIn {

    static final String NAME = "TEST-MEMORY";

    final List<String> calls = new ArrayList<>();
    final List<Writer> writers = new ArrayList<>();
    final List<Reader> readers = new ArrayList<>();
    String failingBand;

    @Override
    public DecodeQualification getDecodeQualification(Object input) {
        return String.valueOf(input).endsWith(".memory") ? DecodeQualification.INTENDED : DecodeQualification.UNABLE;
    }

    @Override
    public EncodeQualification getEncodeQualification(Product product) {
        return product.getNumBands() > 0 ? EncodeQualification.FULL
                : new EncodeQualification(EncodeQualification.Preservation.UNABLE, "no bands");
    }

    @Override
    public Class<?>[] getInputTypes() {
        return new Class<?>[] {File.class, String.class};
    }

    @Override
    public Class<?>[] getOutputTypes() {
        return new Class<?>[] {File.class};
    }

    @Override
    public ProductReader createReaderInstance() {
        Reader reader = new Reader();
        readers.add(reader);
        return reader;
    }

    @Override
    public ProductWriter createWriterInstance() {
        Writer writer = new Writer();
        writers.add(writer);
        return writer;
    }

    @Override
    public String[] getFormatNames() {
        return new String[] {NAME};
    }

    @Override
    public String[] getDefaultFileExtensions() {
        return new String[] {".memory"};
    }

    @Override
    public String getDescription(Locale locale) {
        return "for tests";
    }

    @Override
    public SnapFileFilter getProductFileFilter() {
        return new SnapFileFilter(NAME, getDefaultFileExtensions(), getDescription(Locale.ENGLISH));
    }

    /** Reads 10 x 6 pixels of one band, or the subset of them. */
    final class Reader extends AbstractProductReader {

        Reader() {
            super(MemoryFormat.this);
        }

        @Override
        protected Product readProductNodesImpl() {
            Product product = new Product("memory", "t", 10, 6);
            product.addBand("ramp", ProductData.TYPE_FLOAT32);
            return product;
        }

        @Override
        protected void readBandRasterDataImpl(int sourceOffsetX, int sourceOffsetY, int sourceWidth, int sourceHeight, int sourceStepX,
                                              int sourceStepY, Band destBand, int destOffsetX, int destOffsetY, int destWidth,
                                              int destHeight, ProductData destBuffer, ProgressMonitor pm) {
            for (int i = 0; i < destWidth * destHeight; i++) {
                int x = sourceOffsetX + i % destWidth * sourceStepX;
                int y = sourceOffsetY + i / destWidth * sourceStepY;
                destBuffer.setElemIntAt(i, 100 * y + x);
            }
        }

        @Override
        public void close() throws IOException {
            calls.add("reader closed");
            super.close();
        }
    }

    /** Keeps samples by band; two writers of one product see the same calls in the same order. */
    final class Writer extends AbstractProductWriter {

        Product samples;

        Writer() {
            super(MemoryFormat.this);
        }

        @Override
        protected void writeProductNodesImpl() {
            calls.add("nodes");
            samples = new Product("samples", "t", getSourceProduct().getSceneRasterWidth(), getSourceProduct().getSceneRasterHeight());
            for (Band band : getSourceProduct().getBands()) {
                samples.addBand(band.getName(), ProductData.TYPE_FLOAT32).ensureRasterData();
            }
        }

        @Override
        public synchronized void writeBandRasterData(Band sourceBand, int sourceOffsetX, int sourceOffsetY, int sourceWidth,
                                                     int sourceHeight, ProductData sourceBuffer, ProgressMonitor pm)
                throws IOException {
            if (sourceBand.getName().equals(failingBand)) {
                throw new IOException("disk full");
            }
            float[] values = new float[sourceWidth * sourceHeight];
            for (int i = 0; i < values.length; i++) {
                values[i] = sourceBuffer.getElemFloatAt(i);
            }
            samples.getBand(sourceBand.getName()).setPixels(sourceOffsetX, sourceOffsetY, sourceWidth, sourceHeight, values);
        }

        @Override
        public void flush() {
            calls.add("flush");
        }

        @Override
        public void close() {
            calls.add("close");
        }

        @Override
        public void deleteOutput() {
            calls.add("delete");
        }
    }
}
