package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.op.UnwrappedProduct.RelativeBand;
import org.insardask.stack.StackException;
import org.insardask.tile.TargetSamples;

/**
 * Gives an unwrapped product another reference without unwrapping it again: the parameters and displacements at the reference, or their
 * means over several pixels, are subtracted from those of all pixels.
 */
@OperatorMetadata(
        alias = "Re-Reference",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Gives velocity, height, thermal expansion and displacements of a product of Arc-Unwrapping another reference: "
                + "a pixel, the mean of pixels or of polygons, or the mean of all pixels of good quality.")
public class ReReferenceOp extends Operator {

    @SourceProduct(alias = "source", label = "Unwrapped product", description = "Product of Arc-Unwrapping, or of this operator.")
    private Product sourceProduct;

    @TargetProduct
    private Product targetProduct;

    @Parameter(label = "Reference column", description = "Column of the reference pixel, from 0.")
    private Integer referenceX;

    @Parameter(label = "Reference row", description = "Row of the reference pixel, from 0.")
    private Integer referenceY;

    @Parameter(label = "Reference latitude", unit = "deg", interval = "[-90,90]",
            description = "Latitude of the reference (WGS84), instead of column and row.")
    private Double referenceLat;

    @Parameter(label = "Reference longitude", unit = "deg", interval = "[-180,360]",
            description = "Longitude of the reference (WGS84), instead of column and row.")
    private Double referenceLon;

    @Parameter(label = "Pixels",
            description = "Several pixels whose mean is the reference: columns and rows "
            + "from 0, such as 110,86 20,30.")
    private String pixels;

    @Parameter(label = "Vector file",
            description = "Polygons whose pixels' mean is the reference: "
            + ParameterTexts.POLYGON_FORMATS + ".")
    private File vectorFile;

    @Parameter(label = "Layer", description = "Layer of the vector file. Without it, the first one.")
    private String layer;

    @Parameter(label = "Polygon field", description = "Attribute by which polygons are chosen. Without it, all are taken.")
    private String polygonField;

    @Parameter(label = "Polygon value", description = "Value of the polygon field; every polygon that has it is taken.")
    private String polygonValue;

    @Parameter(label = "Longitude band", description = "Band of longitudes in degrees (WGS 84), instead of the geocoding, for polygons.")
    private String longitudeBand;

    @Parameter(label = "Latitude band", description = "Band of latitudes in degrees (WGS 84), instead of the geocoding, for polygons.")
    private String latitudeBand;

    @Parameter(label = "Coordinate reference system",
            description = "System of the polygons' coordinates, for example EPSG:28992, instead of what the vector file says.")
    private String crs;

    @Parameter(label = "Quality band", defaultValue = "temporal_coherence", description = "Band that the minimum quality is asked of.")
    private String qualityBand;

    @Parameter(label = "Minimum quality", description = "The mean of all pixels whose quality band is at least this is the reference; "
            + "with a vector file, of those in its polygons.")
    private Double minimumQuality;

    @Parameter(label = "Plan file", description = ParameterTexts.PLAN_FILE)
    private File planFile;

    private UnwrappedProduct unwrapped;
    private ReferencePixels reference;
    private double halfWavelength;
    private Map<Band, RelativeBand> targets;
    private ReReferenceRecord record;
    /** What is to be subtracted from each band: read once, before the first tile. */
    private final Once<Map<Band, Double>> atReference = new Once<>(this::readReference);

    @Override
    public void initialize() {
        try {
            unwrapped = UnwrappedProduct.of(sourceProduct);
            reference = chooseReference();
            halfWavelength = requireWrappedAllowed();
            targetProduct = createTarget();
        } catch (StackException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    private ReferencePixels chooseReference() {
        ReferenceWords words = new ReferenceWords(pixels, vectorFile, layer, polygonField, polygonValue, longitudeBand, latitudeBand, crs);
        boolean position = referenceX != null || referenceY != null || referenceLat != null || referenceLon != null;
        int given = (position ? 1 : 0) + (words.hasPixels() ? 1 : 0) + (words.hasPolygons() || minimumQuality != null ? 1 : 0);
        if (given != 1) {
            throw new OperatorException((given == 0 ? "no reference is given" : "several references are given")
                    + ", expected one of referenceX and referenceY; referenceLat and referenceLon; pixels; vectorFile; minimumQuality "
                    + "(which may stand beside vectorFile)");
        }
        words.requireNoPolygonWords();
        if (position) {
            return PixelList.of(ReferenceChoice.of(referenceX, referenceY, referenceLat, referenceLon, sourceProduct), sourceProduct);
        }
        if (words.hasPixels()) {
            return words.readPixels(sourceProduct);
        }
        PolygonPixels inPolygons = words.hasPolygons() ? words.readPolygons(sourceProduct, getLogger()) : null;
        return minimumQuality == null ? inPolygons
                : new QualityPixels(sourceProduct, ReferenceWords.text(qualityBand).orElse(""), minimumQuality, inPolygons);
    }

    /** Half the wavelength (mm); not needed, and 0, where nothing is wrapped. */
    private double requireWrappedAllowed() {
        for (RelativeBand band : unwrapped.bands()) {
            if (band.hasWrappedOrigin() && !reference.isSingle()) {
                throw new OperatorException("band '" + band.band().getName() + "' is wrapped and has no mean, and the product has no "
                        + "unwrapped displacements of its epoch; expected those (outputs UNWRAPPED of Arc-Unwrapping), or a single pixel "
                        + "as reference");
            }
        }
        return unwrapped.bands().stream().anyMatch(RelativeBand::wrapped) ? unwrapped.halfWavelength() : 0.0;
    }

    private Product createTarget() {
        Product product = new Product(sourceProduct.getName() + "_reref", sourceProduct.getProductType(),
                sourceProduct.getSceneRasterWidth(), sourceProduct.getSceneRasterHeight());
        product.setDescription(sourceProduct.getDescription());
        ProductUtils.copyMetadata(sourceProduct, product);
        ProductUtils.copyTiePointGrids(sourceProduct, product);
        ProductUtils.copyTimeInformation(sourceProduct, product);
        ProductUtils.copyPreferredTileSize(sourceProduct, product);
        ProductUtils.copyFlagCodings(sourceProduct, product);
        ProductUtils.copyIndexCodings(sourceProduct, product);
        targets = addBands(product);
        ProductUtils.copyGeoCoding(sourceProduct, product);
        record = ReReferenceRecord.add(sourceProduct, product, reference);
        return product;
    }

    /** All bands of the source in their order: those that are relative to the reference are computed, the others copied. */
    private Map<Band, RelativeBand> addBands(Product product) {
        Map<Band, RelativeBand> relative = new LinkedHashMap<>();
        unwrapped.bands().forEach(band -> relative.put(band.band(), band));
        Map<Band, RelativeBand> added = new LinkedHashMap<>();
        for (Band band : sourceProduct.getBands()) {
            if (relative.containsKey(band)) {
                added.put(addBand(product, band), relative.get(band));
            } else if (band instanceof VirtualBand virtualBand) {
                ProductUtils.copyVirtualBand(product, virtualBand, band.getName());
            } else if (!product.containsBand(band.getName())) {
                ProductUtils.copyBand(band.getName(), sourceProduct, product, true);
            }
        }
        return added;
    }

    private static Band addBand(Product product, Band source) {
        boolean wide = source.getDataType() == ProductData.TYPE_FLOAT64;
        Band band = product.addBand(source.getName(), wide ? ProductData.TYPE_FLOAT64 : ProductData.TYPE_FLOAT32);
        band.setUnit(source.getUnit());
        band.setDescription(source.getDescription());
        band.setNoDataValue(Double.NaN);
        band.setNoDataValueUsed(true);
        return band;
    }

    @Override
    public void doExecute(ProgressMonitor pm) {
        atReference.get();
    }

    private Map<Band, Double> readReference() {
        List<Band> origins = unwrapped.origins();
        BandReferenceMean mean = planFile == null ? readMean(origins) : plannedMean(origins);
        record.setReference(mean, origins);
        getLogger().info("Re-Reference: " + targetProduct.getName() + ": reference is " + reference.description() + ", pixels used: "
                + mean.pixels() + ", left out for lack of data: " + mean.incompletePixels());
        if (mean.emptyBands() > 0) {
            getLogger().warning("Re-Reference: the reference has no data in " + mean.emptyBands() + " of " + origins.size()
                    + " bands, which have none in the target therefore");
        }
        Map<Band, Double> values = new LinkedHashMap<>();
        for (int b = 0; b < origins.size(); b++) {
            values.put(origins.get(b), mean.value(b));
        }
        return values;
    }

    private BandReferenceMean readMean(List<Band> origins) {
        return BandReferenceMean.read(this, reference, origins, this::checkForCancellation);
    }

    private BandReferenceMean plannedMean(List<Band> origins) {
        String about = sourceProduct.getSceneRasterWidth() + " x " + sourceProduct.getSceneRasterHeight() + ", "
                + origins.stream().map(Band::getName).toList() + ", quality " + minimumQuality + " " + qualityBand + ", " + record;
        return BandReferenceMean.of(PlanFile.get(planFile, about, () -> readMean(origins).words()), origins.size());
    }

    @Override
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
        RelativeBand source = targets.get(targetBand);
        double[] samples = new double[targetTile.getWidth() * targetTile.getHeight()];
        double subtracted = atReference.get().get(source.origin());
        SampleBand.ofValues(source.band()).read(this, targetTile.getRectangle(), samples);
        for (int p = 0; p < samples.length; p++) {
            double value = samples[p] - subtracted;
            samples[p] = Float.isFinite((float) value) ? value : Double.NaN; // Of infinite and huge samples there is no difference.
        }
        if (source.wrapped()) {
            wrap(samples, halfWavelength);
        }
        TargetSamples.write(samples, targetTile);
    }

    /** Wraps to -cycle/2 (included) to cycle/2, as Arc-Unwrapping does: phases are above -pi, and displacement has the opposite sign. */
    private static void wrap(double[] samples, double cycle) {
        for (int p = 0; p < samples.length; p++) {
            samples[p] -= cycle * Math.floor(samples[p] / cycle + 0.5);
        }
    }

    /** Registers the operator. */
    public static class Spi extends OperatorSpi {

        public Spi() {
            super(ReReferenceOp.class);
        }
    }
}
