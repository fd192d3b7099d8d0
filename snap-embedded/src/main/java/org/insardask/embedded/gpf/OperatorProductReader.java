package org.insardask.embedded.gpf;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.IOException;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.dataio.ProductSubsetDef;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/** Lets everybody read the target product of an operator like any other product: its tiles are computed when samples are read. */
final class OperatorProductReader implements ProductReader {

    private final OperatorContext context;

    OperatorProductReader(OperatorContext context) {
        this.context = context;
    }

    OperatorContext context() {
        return context;
    }

    @Override
    public void readBandRasterData(Band destBand, int destOffsetX, int destOffsetY, int destWidth, int destHeight,
                                   ProductData destBuffer, ProgressMonitor pm) throws IOException {
        TileSource tiles = context.computedTiles(destBand);
        if (tiles == null) {
            throw new IOException("Operator '" + context.getId() + "' does not compute the band '" + destBand.getName() + "'.");
        }
        Rectangle rect = new Rectangle(destOffsetX, destOffsetY, destWidth, destHeight);
        context.samples().readInto(tiles, rect, destBuffer);
    }

    @Override
    public ProductReaderPlugIn getReaderPlugIn() {
        return null;
    }

    @Override
    public Object getInput() {
        return context.getOperator();
    }

    @Override
    public ProductSubsetDef getSubsetDef() {
        return null;
    }

    @Override
    public Product readProductNodes(Object input, ProductSubsetDef subsetDef) {
        throw new UnsupportedOperationException("The product of an operator is made by the operator.");
    }

    /** Null: an operator sets the geo-coding itself, or there is none. */
    @Override
    public GeoCoding readGeoCoding(Product product) {
        return null;
    }

    @Override
    public void close() {
        context.dispose();
    }
}
