package org.esa.snap.core.gpf.common;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.TiePointGrid;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.insardask.embedded.operators.RegionSubset;

/** Cuts a rectangle of pixels, and if wanted some of the bands, out of a product. */
@OperatorMetadata(alias = "Subset", category = "Raster", version = "1.3",
        description = "Create a spatial and/or spectral subset of a data product.")
public class SubsetOp extends Operator {

    @SourceProduct(alias = "source", description = "The source product to create the subset from.")
    private Product sourceProduct;

    @Parameter(alias = "sourceBands", label = "Source Bands", rasterDataNodeType = Band.class,
            description = "The list of source bands. If not given, all bands are taken.")
    private String[] bandNames;

    @Parameter(alias = "tiePointGrids", label = "Tie-Point Grids", rasterDataNodeType = TiePointGrid.class,
            description = "The list of tie-point grid names. If not given, all grids are taken.")
    private String[] tiePointGridNames;

    @Parameter(description = "The subset region in pixel coordinates.\nUse the following format: {x},{y},{width},{height}\n"
            + "If not given, the entire scene is used.")
    private Rectangle region;

    @Parameter(defaultValue = "1", interval = "[1,*)", description = "The pixel sub-sampling step in X (horizontal image direction)")
    private int subSamplingX = 1;

    @Parameter(defaultValue = "1", interval = "[1,*)", description = "The pixel sub-sampling step in Y (vertical image direction)")
    private int subSamplingY = 1;

    @Parameter(defaultValue = "true", description = "Whether to copy the metadata of the source product.")
    private boolean copyMetadata = true;

    private RegionSubset subset;

    /** For the registry. */
    public SubsetOp() {
    }

    /** The wanted tie-point grids, or null for all. */
    public String[] getTiePointGridNames() {
        return tiePointGridNames == null ? null : tiePointGridNames.clone();
    }

    /** Sets the wanted tie-point grids; null for all. */
    public void setTiePointGridNames(String[] tiePointGridNames) {
        this.tiePointGridNames = tiePointGridNames == null ? null : tiePointGridNames.clone();
    }

    /** The wanted bands, or null for all. */
    public String[] getBandNames() {
        return bandNames == null ? null : bandNames.clone();
    }

    /** Sets the wanted bands; null for all. */
    public void setBandNames(String[] bandNames) {
        this.bandNames = bandNames == null ? null : bandNames.clone();
    }

    /** Sets whether metadata are copied. */
    public void setCopyMetadata(boolean copyMetadata) {
        this.copyMetadata = copyMetadata;
    }

    /** The wanted pixels, or null for all. */
    public Rectangle getRegion() {
        return region == null ? null : new Rectangle(region);
    }

    /** Sets the wanted pixels; null for all. */
    public void setRegion(Rectangle region) {
        this.region = region == null ? null : new Rectangle(region);
    }

    /** Sets that every so manyth column is taken. */
    public void setSubSamplingX(int subSamplingX) {
        this.subSamplingX = subSamplingX;
    }

    /** Sets that every so manyth row is taken. */
    public void setSubSamplingY(int subSamplingY) {
        this.subSamplingY = subSamplingY;
    }

    @Override
    public void initialize() throws OperatorException {
        subset = new RegionSubset(sourceProduct, region, subSamplingX, subSamplingY);
        setTargetProduct(subset.createProduct(bandNames, tiePointGridNames, copyMetadata));
    }

    @Override
    public void computeTile(Band band, Tile targetTile, ProgressMonitor pm) throws OperatorException {
        Band source = sourceProduct.getBand(band.getName());
        Tile sourceTile = getSourceTile(source, subset.toSource(targetTile.getRectangle()));
        subset.pick(sourceTile, targetTile);
    }

    /** Makes the operator known. */
    public static class Spi extends OperatorSpi {

        /** For the registry. */
        public Spi() {
            super(SubsetOp.class);
        }
    }
}
