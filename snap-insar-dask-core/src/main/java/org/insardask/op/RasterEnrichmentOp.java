package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.SourceProducts;
import org.insardask.tile.TargetSamples;

/**
 * Gives every point the values that bands of a raster have at its place, through the geocoding of the raster.
 *
 * <p>Of the raster only the parts are read in which points of a tile lie.
 */
@OperatorMetadata(
        alias = "Raster-Enrichment",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Adds the values of a raster, such as heights or temperatures, to points or pixels at the same places.")
public class RasterEnrichmentOp extends Operator {

    private static final String RECORD = "Raster_Enrichment";

    @SourceProduct(alias = "source", label = "Points", description = "Product of points, or another product with a geocoding.")
    private Product sourceProduct;

    @SourceProduct(alias = "raster", optional = true, label = "Raster", description = "Product with a geocoding. Where a graph or a "
            + "command line names only the first source, the second one is the raster.")
    private Product rasterProduct;

    @SourceProducts(label = "Raster without a name", description = "The raster, where it is given without the name raster, as by "
            + "connecting it in the Graph Builder.")
    private Product[] furtherProducts;

    @Parameter(label = "Bands", description = "Bands of the raster, separated by commas. Without it, all of them.")
    private String[] bands;

    @Parameter(label = "Prefix", defaultValue = "", description = "Beginning of the names of the new bands, such as dem_.")
    private String prefix;

    @Parameter(label = "Interpolation", defaultValue = "NEAREST", valueSet = {"NEAREST", "BILINEAR"},
            description = "NEAREST: the pixel in which a point lies. BILINEAR: between the four pixels around it; flags and classes "
                    + "are not interpolated.")
    private String interpolation;

    @Parameter(label = "Epochs", defaultValue = "ALL", valueSet = {"ALL", "SAME_DAY", "NEAREST", "LINEAR"},
            description = "Of bands with a date in their names, such as temperature_20160327: ALL: each of them. Otherwise one for each "
                    + "epoch of the source: of the same day, of the nearest one, or between the days before and after it.")
    private String epochs;

    @Parameter(label = "Longitude band", description = "Band of longitudes in degrees (WGS 84), instead of those of points or of the "
            + "geocoding.")
    private String longitudeBand;

    @Parameter(label = "Latitude band", description = "Band of latitudes in degrees (WGS 84).")
    private String latitudeBand;

    @Parameter(label = "Copy source bands", defaultValue = "true", description = "Put the bands of the source into the target as well.")
    private boolean copySourceBands;

    private RasterPositions positions;
    private RasterSampler sampler;
    private final Map<Band, Made> made = new LinkedHashMap<>();
    private final CountedTiles tiles = new CountedTiles();
    private final LongAdder points = new LongAdder();
    private final LongAdder inside = new LongAdder();

    /** Ways to interpolate. */
    private enum Interpolation { NEAREST, BILINEAR }

    /** What a band of the target is made of. */
    private record Made(RasterSampler.Layer before, RasterSampler.Layer after, double share) {
    }

    @Override
    public void initialize() {
        chooseSources();
        boolean bilinear = ParameterWords.one(Interpolation.class, interpolation, "interpolation") == Interpolation.BILINEAR;
        List<Band> chosen = chosenBands();
        RasterBands.Epochs wanted = ParameterWords.one(RasterBands.Epochs.class, epochs, "epochs");
        boolean linear = wanted == RasterBands.Epochs.LINEAR;
        List<RasterBands.Value> values = RasterBands.choose(chosen, wanted, ExportColumns.of(sourceProduct).dates());
        positions = new RasterPositions(PixelPlaces.of(sourceProduct, longitudeBand, latitudeBand), rasterProduct);
        sampler = new RasterSampler(rasterProduct.getSceneRasterWidth(), rasterProduct.getSceneRasterHeight());
        if (!positions.hasAny(this, sourceProduct)) {
            throw new OperatorException("no point of source '" + sourceProduct.getName() + "' lies in raster '" + rasterProduct.getName()
                    + "', expected some");
        }
        Product target = EnrichedProduct.of(sourceProduct, copySourceBands);
        target.setName(sourceProduct.getName() + "_raster");
        RasterTarget newBands = new RasterTarget(target);
        for (RasterBands.Value value : values) {
            boolean coded = value.before().getSampleCoding() != null;
            boolean between = bilinear && !coded;
            boolean kept = RasterTarget.isKept(value.before(), between || linear);
            double share = coded ? Math.rint(value.share()) : value.share();
            made.put(newBands.add((prefix == null ? "" : prefix.strip()) + value.name(), value.before(), kept), new Made(
                    new RasterSampler.Layer(value.before(), between), new RasterSampler.Layer(value.after(), between), share));
        }
        record(target);
        setTargetProduct(target);
    }

    /** The Graph Builder names its sources sourceProduct and sourceProduct.1, in the order in which they were connected. */
    private void chooseSources() {
        Product[] unnamed = FurtherProducts.withFirst(this, sourceProduct, furtherProducts);
        boolean named = rasterProduct != null;
        if (unnamed.length != (named ? 1 : 2)) {
            throw new OperatorException("found " + (unnamed.length - 1) + " products beside the source '" + unnamed[0].getName()
                    + (named ? "' and the raster '" + rasterProduct.getName() + "', expected none" : "', expected one, the raster"));
        }
        sourceProduct = unnamed[0];
        rasterProduct = named ? rasterProduct : unnamed[1];
    }

    private List<Band> chosenBands() {
        if (bands != null && bands.length > 0) {
            return ProductBands.choose(rasterProduct, "bands", bands, List.of());
        }
        List<Band> all = Arrays.stream(rasterProduct.getBands())
                .filter(band -> band.getRasterSize().equals(rasterProduct.getSceneRasterSize())).toList();
        if (all.isEmpty()) {
            throw new OperatorException("raster '" + rasterProduct.getName() + "' has no band, expected at least one");
        }
        return all;
    }

    private void record(Product target) {
        MetadataElement element = Records.add(target.getMetadataRoot(), RECORD);
        element.setAttributeString("raster", rasterProduct.getName());
        element.setAttributeString("interpolation", interpolation);
        element.setAttributeString("epochs", epochs);
        made.forEach((band, of) -> element.setAttributeString("of_" + band.getName(), of.before().band().getName()
                + (of.share() == 0 ? "" : of.share() == 1 ? "" : ", and with weight " + of.share() + " " + of.after().band().getName())));
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle targetRectangle, ProgressMonitor pm) {
        double[] x = new double[targetRectangle.width * targetRectangle.height];
        double[] y = new double[x.length];
        RasterPositions.Counts found = positions.find(this, targetRectangle, x, y);
        if (tiles.add(targetRectangle)) {
            points.add(found.points());
            inside.add(found.inside());
        }
        Map<RasterSampler.Layer, double[]> samples = new LinkedHashMap<>();
        targetTiles.keySet().stream().map(made::get).forEach(of -> {
            samples.computeIfAbsent(of.before(), layer -> new double[x.length]);
            samples.computeIfAbsent(of.after(), layer -> new double[x.length]);
        });
        sampler.sample(this, x, y, samples, this::checkForCancellation);
        for (Map.Entry<Band, Tile> entry : targetTiles.entrySet()) {
            Made of = made.get(entry.getKey());
            write(entry.getKey(), samples.get(of.before()), samples.get(of.after()), of.share(), entry.getValue());
        }
    }

    private static void write(Band band, double[] before, double[] after, double share, Tile tile) {
        double[] values = new double[before.length];
        double missing = band.isNoDataValueUsed() ? band.getNoDataValue() : 0.0;
        for (int k = 0; k < values.length; k++) {
            double value = share == 0 ? before[k] : share == 1 ? after[k] : before[k] + share * (after[k] - before[k]);
            values[k] = Double.isNaN(value) ? missing : value;
        }
        TargetSamples.write(values, tile);
    }

    @Override
    public void dispose() {
        long outside = points.sum() - inside.sum();
        if (!tiles.isEmpty()) {
            getLogger().log(outside > 0 ? Level.WARNING : Level.INFO, "Raster-Enrichment: " + inside.sum() + " of " + points.sum()
                    + " points lie in raster '" + rasterProduct.getName() + "'" + (outside > 0 ? ", the others have no data" : ""));
        }
        super.dispose();
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(RasterEnrichmentOp.class);
        }
    }
}
