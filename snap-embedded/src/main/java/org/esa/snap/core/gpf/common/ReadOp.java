package org.esa.snap.core.gpf.common;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.dataio.ProductReader;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.insardask.embedded.gpf.TileShape;
import org.insardask.embedded.io.IoMessages;
import org.insardask.embedded.io.StagedOutput;

/** Reads a product from a file. */
@OperatorMetadata(alias = "Read", category = "Input-Output", version = "1.2",
        description = "Reads a data product from a given file location.")
public class ReadOp extends Operator {

    @Parameter(description = "The file from which the data product is read.", notNull = true, notEmpty = true)
    private File file;

    @Parameter(description = "An (optional) format name.")
    private String formatName;

    @TargetProduct
    private Product targetProduct;

    /** For the registry. */
    public ReadOp() {
    }

    @Override
    public void initialize() throws OperatorException {
        finishInterruptedSwap();
        if (!file.exists()) {
            throw new OperatorException("No such file: '" + file + "'.");
        }
        try {
            targetProduct = reader().readProductNodes(file, null);
        } catch (IOException e) {
            throw new OperatorException("Cannot read '" + file + "': " + IoMessages.reason(e, file.getAbsoluteFile().toPath()), e);
        }
        if (targetProduct.getFileLocation() == null) {
            targetProduct.setFileLocation(file);
        }
        TileShape.prepare(targetProduct);
    }

    /** A run that was killed while it gave a complete product its name left it beside that name. */
    private void finishInterruptedSwap() {
        if (!file.exists()) {
            try {
                StagedOutput.finishInterruptedSwap(file.toPath());
            } catch (IOException e) {
                throw new OperatorException("No such file: '" + file + "', and what an interrupted run left beside it cannot be used: "
                        + e.getMessage(), e);
            }
        }
    }

    private ProductReader reader() {
        boolean named = formatName != null && !formatName.isBlank();
        ProductReader reader = named ? ProductIO.getProductReader(formatName) : ProductIO.getProductReaderForInput(file);
        if (reader == null) {
            throw new OperatorException(named
                    ? "There is no reader for the format '" + formatName + "'."
                    : "No product reader found for '" + file + "': it is not a product of a known format.");
        }
        return reader;
    }

    @Override
    public void computeTile(Band band, Tile targetTile, ProgressMonitor pm) throws OperatorException {
        ProductData samples = targetTile.getRawSamples();
        Rectangle rect = targetTile.getRectangle();
        try {
            targetProduct.getProductReader().readBandRasterData(band, rect.x, rect.y, rect.width, rect.height, samples, pm);
        } catch (IOException e) {
            throw new OperatorException(e);
        }
        targetTile.setRawSamples(samples);
    }

    /** Makes the operator known. */
    public static class Spi extends OperatorSpi {

        /** For the registry. */
        public Spi() {
            super(ReadOp.class);
        }
    }
}
