package org.insardask.stm;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.esa.snap.core.dataio.AbstractProductReader;
import org.esa.snap.core.dataio.ProductReaderPlugIn;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;

/** Reads space-time matrices as products of points. Samples may be read from many threads at once. */
final class StmProductReader extends AbstractProductReader {

    private StmProduct matrix;

    StmProductReader(ProductReaderPlugIn plugIn) {
        super(plugIn);
    }

    @Override
    protected Product readProductNodesImpl() throws IOException {
        if (getSubsetDef() != null) {
            throw new IOException(getInput() + ": parts of a space-time matrix cannot be read, read it and take a subset of it");
        }
        Path path = StmFiles.path(getInput());
        matrix = StmFiles.open(path, StmSettings.of(Map.of()));
        Product product = matrix.product();
        product.setFileLocation(path.toFile());
        product.setProductReader(this);
        return product;
    }

    @Override
    protected void readBandRasterDataImpl(int sourceOffsetX, int sourceOffsetY, int sourceWidth, int sourceHeight, int sourceStepX,
            int sourceStepY, Band destBand, int destOffsetX, int destOffsetY, int destWidth, int destHeight, ProductData destBuffer,
            ProgressMonitor pm) throws IOException {
        matrix.read(destBand, sourceOffsetX, sourceOffsetY, sourceStepX, sourceStepY, destWidth, destHeight, destBuffer);
    }
}
