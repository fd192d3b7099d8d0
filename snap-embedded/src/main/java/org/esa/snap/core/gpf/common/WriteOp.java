package org.esa.snap.core.gpf.common;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductWriter;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.insardask.embedded.gpf.OperatorContext;
import org.insardask.embedded.gpf.ProductSink;
import org.insardask.embedded.gpf.SinkRun;

/**
 * Writes a product to a file. Tiles are pulled in parallel and written one after the other; memory holds a tile of all bands per
 * thread. Where writing fails or is cancelled, nothing is left.
 */
@OperatorMetadata(alias = "Write", category = "Input-Output", version = "1.3",
        description = "Writes a data product to a file.", autoWriteDisabled = true)
public class WriteOp extends Operator {

    @SourceProduct(alias = "source", description = "The source product to be written.")
    private Product sourceProduct;

    @Parameter(description = "The output file to which the data product is written.")
    private File file;

    @Parameter(defaultValue = ProductIO.DEFAULT_FORMAT_NAME, description = "The name of the output file format.")
    private String formatName;

    @Parameter(defaultValue = "true", description = "If true, all output files are deleted after a failed write operation.")
    private boolean deleteOutputOnFailure = true;

    @Parameter(defaultValue = "false",
            description = "If true, the write operation waits until an entire tile row is computed. Has no effect here: "
                    + "tiles are written as they come.")
    private boolean writeEntireTileRows;

    @Parameter(defaultValue = "false",
            description = "If true, the internal tile cache is cleared after a tile row has been written. Has no effect here: "
                    + "tiles that are written and not needed again are always dropped.")
    private boolean clearCacheAfterRowWrite;

    private boolean incremental;
    private ProductSink sink;

    /** For the registry. */
    @SuppressWarnings("this-escape") // Only sets parameter fields of this very object.
    public WriteOp() {
        setParameterDefaultValues();
    }

    /** Writes a product to a file. */
    public WriteOp(Product sourceProduct, File file, String formatName) {
        this();
        this.sourceProduct = sourceProduct;
        this.file = file;
        this.formatName = formatName;
    }

    /** The target file. */
    public File getFile() {
        return file;
    }

    /** Sets the target file. */
    public void setFile(File file) {
        this.file = file;
    }

    /** The name of the format. */
    public String getFormatName() {
        return formatName;
    }

    /** Sets whether only what changed is written, where the format can do that. */
    public void setIncremental(boolean incremental) {
        this.incremental = incremental;
    }

    /** Sets the name of the format. */
    public void setFormatName(String formatName) {
        this.formatName = formatName;
    }

    /** Whether nothing is left where writing fails. */
    public boolean isDeleteOutputOnFailure() {
        return deleteOutputOnFailure;
    }

    /** Sets whether nothing is left where writing fails. */
    public void setDeleteOutputOnFailure(boolean deleteOutputOnFailure) {
        this.deleteOutputOnFailure = deleteOutputOnFailure;
    }

    /** Has no effect here. */
    public boolean isWriteEntireTileRows() {
        return writeEntireTileRows;
    }

    /** Has no effect here. */
    public void setWriteEntireTileRows(boolean writeEntireTileRows) {
        this.writeEntireTileRows = writeEntireTileRows;
    }

    /** Has no effect here. */
    public boolean isClearCacheAfterRowWrite() {
        return clearCacheAfterRowWrite;
    }

    /** Has no effect here. */
    public void setClearCacheAfterRowWrite(boolean clearCacheAfterRowWrite) {
        this.clearCacheAfterRowWrite = clearCacheAfterRowWrite;
    }

    @Override
    public boolean canComputeTile() {
        return true;
    }

    @Override
    public boolean canComputeTileStack() {
        return true;
    }

    /** Computes and writes the whole product. */
    public void writeProduct(ProgressMonitor pm) {
        getTargetProduct();
        new SinkRun(List.of(OperatorContext.of(this))).run(pm);
    }

    @Override
    public void initialize() throws OperatorException {
        if (file == null) {
            throw new OperatorException("Operator 'Write' needs the parameter 'file'.");
        }
        ProductWriter writer = ProductIO.getProductWriter(formatName);
        if (writer == null) {
            throw new OperatorException("No data product writer for the '" + formatName + "' format available.");
        }
        writer.setIncrementalMode(incremental);
        writer.setFormatName(formatName);
        setTargetProduct(sourceProduct);
        OperatorContext context = OperatorContext.of(this);
        sink = new ProductSink(sourceProduct, file, writer, deleteOutputOnFailure, context.getEngine());
        context.setSink(sink);
    }

    @Override
    public void doExecute(ProgressMonitor pm) {
        sink.begin();
    }

    @Override
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) throws OperatorException {
        Rectangle rect = targetTile.getRectangle();
        sink.accept(targetBand, rect, targetTile.getRawSamples());
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle targetRectangle, ProgressMonitor pm)
            throws OperatorException {
        targetTiles.forEach((band, tile) -> computeTile(band, tile, pm));
    }

    @Override
    public void dispose() {
        if (sink != null) {
            sink.abort();
        }
        super.dispose();
    }

    /** Makes the operator known. */
    public static class Spi extends OperatorSpi {

        /** For the registry. */
        public Spi() {
            super(WriteOp.class);
        }
    }
}
