package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.insardask.map.CellGrid;
import org.insardask.map.ColourScale;
import org.insardask.map.MapPicture;
import org.insardask.map.PngFile;
import org.insardask.map.RangeRule;
import org.insardask.tile.SourceSamples;

/**
 * Writes a picture of a band with a legend, as PNG.
 *
 * <p>A sink, as SNAP's Write is one: its own tiles are pulled, with them those of the band, from several threads and together
 * with those of other sinks; the picture is written when the last one has come. Memory depends on the size of the picture and
 * of a tile.
 */
@OperatorMetadata(
        alias = "Band-Map",
        label = "Band Map",
        category = "Radar/PSI",
        version = "0.1",
        authors = "snap-insar-dask",
        copyright = "GPL-3.0-or-later",
        description = "Writes a PNG picture of a band with a colour legend.",
        autoWriteDisabled = true)
public class BandMapOp extends Operator {
    private static final String AUTO = "AUTO";
    private static final String DIVERGING = "DIVERGING";
    private static final String SEQUENTIAL = "SEQUENTIAL";
    private static final String PROGRESS_BAND = "drawn";

    @SourceProduct(alias = "source", description = "The product that holds the band.")
    private Product sourceProduct;

    @Parameter(label = "Band", description = "Name of the band to draw.", notEmpty = true, notNull = true)
    private String band;

    @Parameter(label = "Picture file", description = "The PNG file to write; its folder is made where it is missing.", notNull = true)
    private File file;

    @Parameter(label = "Title", description = "Text above the map. Default: the name of the band.")
    private String title;

    @Parameter(
            label = "Palette", valueSet = {AUTO, DIVERGING, SEQUENTIAL}, defaultValue = AUTO, notNull = true,
            description = "DIVERGING: red to blue, symmetric around zero. SEQUENTIAL: dark to bright. "
                    + "AUTO: DIVERGING where values of both signs occur.")
    private String palette;

    @Parameter(label = "Minimum", description = "Value of the first colour. Default: from the percentiles 2 and 98.")
    private Double minimum;

    @Parameter(label = "Maximum", description = "Value of the last colour. Default: from the percentiles 2 and 98.")
    private Double maximum;

    @Parameter(label = "Mask band", description = "Draw only pixels where this band reaches the mask minimum.")
    private String maskBand;

    @Parameter(label = "Mask minimum", description = "Smallest value of the mask band that is drawn.")
    private Double maskMinimum;

    @Parameter(
            label = "Longest side", defaultValue = "1000", interval = "[64,10000]", unit = "pixels",
            description = "Length of the longer side of the map. Larger rasters are averaged, smaller ones enlarged.")
    private int longestSide;

    @Parameter(
            label = "Pixel ratio", defaultValue = "0", interval = "[0,100]",
            description = "Height of a pixel over its width on the ground. 0: from the geocoding, 1 where there is none.")
    private double pixelRatio;

    private MapDrawing drawing;

    @Override
    public void initialize() throws OperatorException {
        ProductBands.require(sourceProduct, "band", band);
        if (masked()) {
            ProductBands.require(sourceProduct, "maskBand", maskBand);
        }
        require(masked() || maskMinimum == null, "Parameter 'maskMinimum' needs 'maskBand', the band that it is a value of.");
        require(!masked() || maskMinimum != null,
                "Parameter 'maskMinimum' is missing: with 'maskBand' it tells from which value on to draw.");
        require(file.getName().toLowerCase(Locale.ROOT).endsWith(".png"), "Parameter 'file' must name a .png file, but is '" + file + "'.");
        require(minimum == null || maximum == null || minimum < maximum,
                "Parameter 'minimum' (" + minimum + ") must be smaller than 'maximum' (" + maximum + ").");
        double ratio = pixelRatio > 0 ? pixelRatio : GroundProportions.of(sourceProduct);
        int width = sourceProduct.getSceneRasterWidth();
        int height = sourceProduct.getSceneRasterHeight();
        drawing = new MapDrawing(new CellGrid(width, height, ratio, longestSide), this::write);
        Product target = new Product("Band-Map", "Band-Map", width, height);
        target.setPreferredTileSize(sourceProduct.getPreferredTileSize());
        target.addBand(PROGRESS_BAND, ProductData.TYPE_UINT8).setDescription("1 where the band was read");
        setTargetProduct(target);
    }

    @Override
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) throws OperatorException {
        Rectangle rectangle = targetTile.getRectangle();
        double[] values = samples(sourceProduct.getBand(band), rectangle);
        if (masked()) {
            double[] mask = samples(sourceProduct.getBand(maskBand), rectangle);
            for (int k = 0; k < values.length; k++) {
                values[k] = mask[k] >= maskMinimum ? values[k] : Double.NaN;
            }
        }
        byte[] done = new byte[values.length];
        Arrays.fill(done, (byte) 1);
        targetTile.setSamples(done);
        drawing.add(rectangle, values);
    }

    private void write(CellGrid cells) {
        double[] values = cells.sortedValues();
        boolean diverging = DIVERGING.equals(palette) || (AUTO.equals(palette) && RangeRule.diverges(values));
        try {
            ColourScale scale = RangeRule.choose(values, diverging, minimum, maximum);
            PngFile.write(picture(cells).draw(cells, scale), file.toPath());
        } catch (IllegalArgumentException e) {
            throw new OperatorException("The range of the map of '" + band + "' is empty: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new OperatorException("Cannot write the map '" + file + "': " + e.getMessage(), e);
        }
    }

    private MapPicture picture(CellGrid cells) {
        String unit = sourceProduct.getBand(band).getUnit();
        long all = (long) cells.rasterWidth() * cells.rasterHeight();
        String caption = band + " of " + sourceProduct.getName() + ", " + cells.samples() + " of " + all + " pixels";
        if (masked()) {
            caption += ", " + maskBand + " from " + maskMinimum;
        }
        return new MapPicture(title == null || title.isBlank() ? band : title, unit == null ? "" : unit, caption);
    }

    /** Samples in rows, NaN for no data. */
    private double[] samples(Band source, Rectangle rectangle) {
        double[] values = new double[rectangle.width * rectangle.height];
        return SourceSamples.noDataAsNaN(source).read(getSourceTile(source, rectangle), values);
    }

    private boolean masked() {
        return maskBand != null && !maskBand.isBlank();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new OperatorException(message);
        }
    }

    /** Tells SNAP of the operator. */
    public static class Spi extends OperatorSpi {
        /** Called by the service loader. */
        public Spi() {
            super(BandMapOp.class);
        }
    }
}
