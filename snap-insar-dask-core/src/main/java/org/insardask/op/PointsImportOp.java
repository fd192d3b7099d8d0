package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.insardask.stm.StmFiles;
import org.insardask.stm.StmProduct;
import org.insardask.stm.StmSettings;
import org.insardask.tile.TargetSamples;

/** Reads a space-time matrix as the product readers do, with what the file does not say as parameters. */
@OperatorMetadata(
        alias = "Points-Import",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Reads a space-time matrix (CSV of stmtools, Zarr of xarray, DePSI, stmtools) as a product of points, with "
                + "parameters for what the file does not say.")
public class PointsImportOp extends Operator {

    @TargetProduct
    private Product targetProduct;

    @Parameter(label = "File", notNull = true, description = "CSV file, or Zarr folder (.zarr).")
    private File file;

    @Parameter(label = "Wavelength", unit = "m", interval = "(0,10)",
            description = "Radar wavelength; with it displacements become images that can be unwrapped.")
    private Double wavelength;

    @Parameter(label = "Mother", description = "Day of the mother (ISO date, such as 2016-03-27). Without it, the first epoch.")
    private String mother;

    @Parameter(label = "Unit of height to phase", valueSet = {"", "rad/m", "m/m"}, defaultValue = "",
            description = "Unit of the height-to-phase factors. Without it what the file says, else rad/m for CSV and m/m for Zarr.")
    private String heightToPhaseUnit;

    @Parameter(label = "Unit of displacements", valueSet = {"", "m", "mm"}, defaultValue = "",
            description = "Unit of the displacements. Without it what the file says, else m.")
    private String displacementUnit;

    @Parameter(label = "Complex numbers", valueSet = {"", "IMAGES", "INTERFEROGRAMS"}, defaultValue = "",
            description = "What the complex numbers of a Zarr folder are. Without it images, but interferograms where they are called "
                    + "sd_complex or ifg.")
    private String complex;

    @Parameter(label = "Dates", description = "Days of the epochs (ISO dates, separated by commas), where the file does not say.")
    private String dates;

    private StmProduct matrix;

    @Override
    public void initialize() {
        if (file == null || file.getPath().isBlank()) {
            throw new OperatorException("file is not given; a CSV file or a Zarr folder (.zarr) was expected");
        }
        Map<String, String> given = new HashMap<>();
        given.put(StmSettings.WAVELENGTH, wavelength == null ? null : wavelength.toString());
        given.put(StmSettings.MOTHER, mother);
        given.put(StmSettings.HEIGHT_TO_PHASE_UNIT, heightToPhaseUnit);
        given.put(StmSettings.DISPLACEMENT_UNIT, displacementUnit);
        given.put(StmSettings.COMPLEX, complex);
        given.put(StmSettings.DATES, dates);
        try {
            matrix = StmFiles.open(file.toPath(), StmSettings.of(given));
        } catch (IOException e) {
            throw new OperatorException(e.getMessage(), e);
        }
        targetProduct = matrix.product();
        report();
    }

    private void report() {
        MetadataElement record = targetProduct.getMetadataRoot().getElement(StmProduct.RECORD);
        for (int n = 1; record.containsAttribute("note_" + n); n++) {
            getLogger().warning("Points-Import: " + file + ": " + record.getAttributeString("note_" + n));
        }
    }

    @Override
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
        checkForCancellation();
        Rectangle rectangle = targetTile.getRectangle();
        ProductData samples = ProductData.createInstance(ProductData.TYPE_FLOAT64, rectangle.width * rectangle.height);
        try {
            matrix.read(targetBand, rectangle.x, rectangle.y, 1, 1, rectangle.width, rectangle.height, samples);
        } catch (IOException e) {
            throw new OperatorException(e.getMessage(), e);
        }
        TargetSamples.write((double[]) samples.getElems(), targetTile);
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(PointsImportOp.class);
        }
    }
}
