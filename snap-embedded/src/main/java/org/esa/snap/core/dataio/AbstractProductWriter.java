package org.esa.snap.core.dataio;

import java.io.IOException;
import java.util.Objects;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductNode;

/** What writers have in common: product and output. */
public abstract class AbstractProductWriter implements ProductWriter {

    private final ProductWriterPlugIn writerPlugIn;
    private Product sourceProduct;
    private Object output;

    public AbstractProductWriter(ProductWriterPlugIn writerPlugIn) {
        this.writerPlugIn = Objects.requireNonNull(writerPlugIn, "writerPlugIn");
    }

    @Override
    public ProductWriterPlugIn getWriterPlugIn() {
        return writerPlugIn;
    }

    protected Product getSourceProduct() {
        return sourceProduct;
    }

    @Override
    public Object getOutput() {
        return output;
    }

    /** @throws IllegalArgumentException where the output is none of the plug-in's output types */
    @Override
    public void writeProductNodes(Product product, Object output) throws IOException {
        if (product == null || output == null || !isInstanceOfValidOutputType(output)) {
            throw new IllegalArgumentException(product == null ? "[product] is null" : "invalid output type: " + output);
        }
        this.sourceProduct = product;
        this.output = output;
        writeProductNodesImpl();
        product.setModified(false);
    }

    protected abstract void writeProductNodesImpl() throws IOException;

    protected void checkOutput() throws IllegalStateException {
        if (output == null) {
            throw new IllegalStateException("output not set");
        }
    }

    protected boolean isInstanceOfValidOutputType(Object output) {
        for (Class<?> type : writerPlugIn.getOutputTypes()) {
            if (type.isInstance(output)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean shouldWrite(ProductNode node) {
        return true;
    }

    @Override
    public boolean isIncrementalMode() {
        return false;
    }

    /** Does nothing. */
    @Override
    public void setIncrementalMode(boolean enabled) {
    }

    /** Does nothing. */
    @Override
    public void removeBand(Band band) {
    }

    /** Does nothing. */
    @Override
    public void setFormatName(String formatName) {
    }
}
