package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VirtualBand;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.esa.snap.core.gpf.OperatorSpi;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.gpf.annotations.OperatorMetadata;
import org.esa.snap.core.gpf.annotations.Parameter;
import org.esa.snap.core.gpf.annotations.SourceProduct;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.points.PointLayout;
import org.insardask.points.PointOrder;
import org.insardask.polygon.PointPredicate;
import org.insardask.stm.PointsProduct;

/**
 * Takes some points out of a product of points, in their order or in another one.
 *
 * <p>The points are chosen before the first tile, since the size of the product is their number: filter, then polygons, then distance, then
 * cells.
 */
@OperatorMetadata(
        alias = "Points-Subset",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Takes the points that lie in polygons, pass thresholds or are the best of their neighbours, and orders "
                + "them in space.")
public class PointsSubsetOp extends Operator {

    private static final String RECORD = "Points_Subset";
    private static final String[] GEOMETRY = {"incident_angle", "slant_range_time"};
    private static final long BYTES_OF_A_TILE = 16L << 20;
    private static final long BYTES_OF_A_SORTED_TILE = 64L << 20;

    @SourceProduct(alias = "source", label = "Points", description = "Product of points, such as that of Points-Extraction, or a "
            + "space-time matrix.")
    private Product sourceProduct;

    @Parameter(label = "Vector file", description = "Only points in polygons of this file count: " + ParameterTexts.POLYGON_FORMATS + ".")
    private File vectorFile;

    @Parameter(label = "Layer", description = "Layer of the vector file. Without it, the first one.")
    private String layer;

    @Parameter(label = "Polygon field", description = "Attribute by which polygons are chosen. Without it, all of them count.")
    private String polygonField;

    @Parameter(label = "Polygon value", description = "Value of the attribute.")
    private String polygonValue;

    @Parameter(label = "Coordinate reference system",
            description = "System of the polygons' coordinates, for example EPSG:28992, instead of what the vector file says.")
    private String crs;

    @Parameter(label = "Predicate", defaultValue = "CONTAINS", valueSet = {"CONTAINS", "COVERS"},
            description = "CONTAINS: a point on the boundary of a polygon is outside. COVERS: it is inside.")
    private String predicate;

    @Parameter(label = "Mask band", description = "Only points whose value of this band is in the range count.")
    private String maskBand;

    @Parameter(label = "Mask minimum", description = "Smallest value of the mask band that counts.")
    private Double maskMinimum;

    @Parameter(label = "Mask maximum", description = "Largest value of the mask band that counts.")
    private Double maskMaximum;

    @Parameter(label = "Flag band", defaultValue = "status", description = "Band of the flags.")
    private String flagBand;

    @Parameter(label = "Required flags", description = "Only points with all of these flags count, such as solved.")
    private String[] requiredFlags;

    @Parameter(label = "Excluded flags", description = "Only points with none of these flags count.")
    private String[] excludedFlags;

    @Parameter(label = "Minimum distance", unit = "m", interval = "[0.01,1000000]",
            description = "Of points that are nearer to each other than this only the better one counts.")
    private Double minimumDistance;

    @Parameter(label = "Cell size", unit = "m", interval = "[0.01,1000000]",
            description = "Only the best points of each cell of this height and width count.")
    private Double cellSize;

    @Parameter(label = "Points of a cell", interval = "[1,*)", description = "At most so many points of a cell count. Without it, one.")
    private Integer pointsPerCell;

    @Parameter(label = "Quality band", description = "Band that says how good a point is, for the minimum distance and for cells. Without "
            + "it, earlier points are better.")
    private String qualityBand;

    @Parameter(label = "Best quality", defaultValue = "AUTO", valueSet = {"AUTO", "LARGEST", "SMALLEST"},
            description = "Which values of the quality band are best. AUTO: the largest coherence and success_rate, the smallest nmad, "
                    + "nad, sigma, phase_sigma and norm_ratio.")
    private String bestQuality;

    @Parameter(label = "Order", defaultValue = "NONE", valueSet = {"NONE", "MORTON", "MORTON_PIXELS"},
            description = "NONE: that of the source. MORTON: neighbours in space become neighbours in storage. MORTON_PIXELS: the same by "
                    + "line and pixel, as reorder of stmtools.")
    private String order;

    private final Map<Band, Band> origins = new HashMap<>();
    private PickedPoints picked;

    /** Orders of points. */
    private enum Order { NONE, MORTON, MORTON_PIXELS }

    @Override
    public void initialize() {
        PointLayout layout = PointsProduct.layoutOf(sourceProduct)
                .orElseThrow(() -> new OperatorException("source '" + sourceProduct.getName() + "' is no product of points; one such as "
                        + "Points-Extraction and Points-Import make was expected"));
        Order chosenOrder = ParameterWords.one(Order.class, order, "order");
        PointThinningWords thinning = new PointThinningWords(minimumDistance, cellSize, pointsPerCell, qualityBand, bestQuality);
        PointTable.Sources sources = sources(thinning, chosenOrder);
        PointTable table = PointTable.read(this, layout, sources);
        int passed = table.count();
        if (thinning.isGiven()) {
            thinning.apply(table);
        }
        if (table.count() == 0) {
            throw new OperatorException("none of the " + layout.count() + " points of source '" + sourceProduct.getName() + "' counts"
                    + (passed > 0 ? ": " + passed + " pass the filter, but have no coordinates" : ", expected some that pass the filter "
                    + "and lie in the polygons"));
        }
        picked = new PickedPoints(layout, ordered(table, chosenOrder));
        setTargetProduct(createTarget(chosenOrder));
        record(layout.count(), passed, thinning);
        getLogger().info("Points-Subset: " + table.count() + " of " + layout.count() + " points"
                + (thinning.isGiven() ? ", " + passed + " before they were thinned out" : ""));
    }

    private PointTable.Sources sources(PointThinningWords thinning, Order chosenOrder) {
        PixelPlaces places = PixelPlaces.of(sourceProduct, null, null);
        PixelFilter filter = new PixelFilter(sourceProduct, new PixelFilter.Choice(maskBand, maskMinimum, maskMaximum, flagBand,
                ParameterTexts.list(requiredFlags), ParameterTexts.list(excludedFlags)));
        ReferenceWords words = new ReferenceWords(null, vectorFile, layer, polygonField, polygonValue, null, null, crs);
        words.requireNoPolygonWords();
        PolygonPixels polygons = words.hasPolygons() ? words.readPolygons(sourceProduct,
                ParameterWords.one(PointPredicate.class, predicate, "predicate"), getLogger()) : null;
        boolean byPixels = chosenOrder == Order.MORTON_PIXELS;
        SampleBand lines = byPixels ? SampleBand.ofValues(ProductBands.require(sourceProduct, "order", PointsProduct.LINE)) : null;
        SampleBand columns = byPixels ? SampleBand.ofValues(ProductBands.require(sourceProduct, "order", PointsProduct.PIXEL)) : null;
        return new PointTable.Sources(places, filter, polygons, lines, columns, thinning.band(sourceProduct));
    }

    private static int[] ordered(PointTable table, Order order) {
        if (order == Order.NONE) {
            return table.numbers();
        }
        int[] places = order == Order.MORTON
                ? PointOrder.morton(table.column(PointTable.LONGITUDE), table.column(PointTable.LATITUDE))
                : PointOrder.morton(table.integers(PointTable.LINE), table.integers(PointTable.PIXEL));
        return Arrays.stream(places).map(place -> table.numbers()[place]).toArray();
    }

    private Product createTarget(Order chosenOrder) {
        PointLayout layout = picked.layout();
        Product target = PointsProduct.create(sourceProduct.getName(), layout);
        target.setDescription(sourceProduct.getDescription());
        ProductUtils.copyMetadata(sourceProduct, target);
        ProductUtils.copyTimeInformation(sourceProduct, target);
        ProductUtils.copyFlagCodings(sourceProduct, target);
        ProductUtils.copyIndexCodings(sourceProduct, target);
        for (Band band : sourceProduct.getBands()) {
            if (band instanceof VirtualBand virtual) {
                ProductUtils.copyVirtualBand(target, virtual, band.getName(), true);
            } else if (band.getRasterWidth() == sourceProduct.getSceneRasterWidth()
                    && band.getRasterHeight() == sourceProduct.getSceneRasterHeight()) {
                origins.put(PointBands.addCopy(target, band), band);
            }
        }
        PointGrids.add(sourceProduct, target, picked, layout, GEOMETRY);
        markPoints(target, layout);
        long bytes = chosenOrder == Order.NONE ? BYTES_OF_A_TILE : BYTES_OF_A_SORTED_TILE;
        long rows = bytes / (8L * layout.width() * target.getNumBands());
        target.setPreferredTileSize(new Dimension(layout.width(), (int) Math.max(1L, Math.min(rows, layout.height()))));
        return target;
    }

    /** Says how many points there are; what else was said of them stays. */
    private void markPoints(Product target, PointLayout layout) {
        MetadataElement before = sourceProduct.getMetadataRoot().getElement(PointsProduct.RECORD);
        MetadataElement element = PointsProduct.mark(target, layout);
        for (MetadataAttribute attribute : before.getAttributes()) {
            if (!element.containsAttribute(attribute.getName())) {
                element.addAttribute(attribute.createDeepClone());
            }
        }
    }

    private void record(int of, int passed, PointThinningWords thinning) {
        MetadataElement element = Records.add(getTargetProduct().getMetadataRoot(), RECORD);
        element.setAttributeString("source", sourceProduct.getName());
        element.setAttributeInt("points_of_source", of);
        element.setAttributeInt("points_after_filter", passed);
        element.setAttributeInt("points", picked.count());
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("vectorFile", vectorFile == null ? null : vectorFile.getName());
        given.put("layer", ParameterTexts.textOrNull(layer));
        given.put("polygonField", ParameterTexts.textOrNull(polygonField));
        given.put("polygonValue", ParameterTexts.textOrNull(polygonValue));
        given.put("predicate", vectorFile == null ? null : predicate);
        given.put("maskBand", ParameterTexts.textOrNull(maskBand));
        given.put("maskMinimum", maskMinimum);
        given.put("maskMaximum", maskMaximum);
        given.put("requiredFlags", ParameterTexts.list(requiredFlags).isEmpty() ? null : String.join(",", requiredFlags));
        given.put("excludedFlags", ParameterTexts.list(excludedFlags).isEmpty() ? null : String.join(",", excludedFlags));
        given.put("order", order);
        given.forEach((name, value) -> {
            if (value != null) {
                element.setAttributeString(name, value.toString());
            }
        });
        thinning.record(element);
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle targetRectangle, ProgressMonitor pm) {
        picked.copy(this, origins, targetTiles, targetRectangle, this::checkForCancellation);
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(PointsSubsetOp.class);
        }
    }
}
