package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.util.Arrays;
import java.util.List;
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
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.vector.FieldList;
import org.insardask.vector.PolygonLayer;
import org.insardask.vector.VectorFileException;
import org.insardask.vector.VectorFiles;
import org.insardask.vector.VectorRequest;

/**
 * Statistics of bands for each polygon, as GeoPackage or CSV.
 *
 * <p>A sink, as SNAP's Write is one: its own tiles are pulled, with them those of the bands, from several threads and together with those
 * of other sinks; the file is written when the last one has come. Samples are collected by polygon and put in order, so that neither
 * tiling nor threads change the file. Memory: the polygons and their attributes, and {@value #MOST_MEMORY} bytes or an eighth of the heap
 * for samples, beyond which they go to a temporary file in the folder of the output.
 */
@OperatorMetadata(
        alias = "Polygon-Statistics",
        label = "Polygon Statistics",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Writes for each polygon (building, parcel, dike) how many pixels it has and the mean, median, standard deviation, "
                + "minimum and maximum of bands such as velocity, as GeoPackage or CSV.",
        autoWriteDisabled = true)
public class PolygonStatisticsOp extends Operator {

    private static final List<String> USUAL_BANDS = List.of("velocity", "height", "thermal");
    private static final String ALL_ANEW = "none";
    private static final String PROGRESS_BAND = "counted";
    private static final long MOST_MEMORY = 256L << 20;

    @SourceProduct(alias = "source", label = "Source",
            description = "Product of Polygon-Enrichment, or with vectorFile any product, such as that of Arc-Unwrapping.")
    private Product sourceProduct;

    @Parameter(label = "Output file", notNull = true,
            description = "The file to write: GeoPackage (.gpkg) or comma-separated values (.csv). Its folder is made where it is missing.")
    private File outputFile;

    @Parameter(label = "Bands",
            description = "Bands whose statistics are wanted. Without them velocity, height and thermal, those that exist.")
    private String[] bands;

    @Parameter(label = "Vector file",
            description = "The polygons: " + ParameterTexts.POLYGON_FORMATS + ". Without it, only the numbers and attributes that "
                    + "Polygon-Enrichment gave to the pixels are known.")
    private File vectorFile;

    @Parameter(label = "Layer", description = "Layer of the vector file. Without it, the first one.")
    private String layer;

    @Parameter(label = "Fields", description = "Attributes of the polygons to be written, separated by commas. Without them, all.")
    private String fields;

    @Parameter(label = "Polygon number band", defaultValue = PolygonEnrichmentOp.POLYGON_ID,
            description = "Band with the number of each pixel's polygon, from 0, as Polygon-Enrichment writes it. Where the source has no "
                    + "such band, or with 'none', pixels are matched to the polygons of the vector file.")
    private String polygonIdBand;

    @Parameter(label = "Predicate", defaultValue = "CONTAINS", valueSet = {"CONTAINS", "COVERS"},
            description = "Where pixels are matched. CONTAINS: a pixel whose centre is on the boundary of a polygon is outside. "
                    + "COVERS: it is inside.")
    private String predicate;

    @Parameter(label = "Overlap", defaultValue = "LAST", valueSet = {"LAST", "FIRST", "SMALLEST"},
            description = "Where pixels are matched, which polygon wins where several hold a pixel: the last or first one in file order, "
                    + "or the smallest one. A pixel counts for one polygon.")
    private String overlap;

    @Parameter(label = "Longitude band", description = "Band of longitudes in degrees (WGS 84), instead of the geocoding.")
    private String longitudeBand;

    @Parameter(label = "Latitude band", description = "Band of latitudes in degrees (WGS 84), instead of the geocoding.")
    private String latitudeBand;

    @Parameter(label = "Coordinate reference system",
            description = "System of the polygons' coordinates, for example EPSG:28992, instead of what the vector file says.")
    private String crs;

    @Parameter(label = "Encoding",
            description = "Encoding of a Shapefile's texts, for example windows-1252, instead of what its .cpg or .dbf says.")
    private String encoding;

    @Parameter(label = "Mask band", description = "Take only pixels where this band, such as temporal_coherence, is in the range given.")
    private String maskBand;

    @Parameter(label = "Mask minimum", description = "Smallest value of the mask band that counts.")
    private Double maskMinimum;

    @Parameter(label = "Mask maximum", description = "Largest value of the mask band that counts.")
    private Double maskMaximum;

    @Parameter(label = "Flag band", defaultValue = "status", description = "Band that the required and excluded flags belong to.")
    private String flagBand;

    @Parameter(label = "Required flags", description = "Take only pixels that have all of these flags, such as solved.")
    private String[] requiredFlags;

    @Parameter(label = "Excluded flags", description = "Leave out pixels that have any of these flags, such as not_proven,partly_fixed.")
    private String[] excludedFlags;

    @Parameter(label = "Minimum count", defaultValue = "1", interval = "[1,*)",
            description = "A band with fewer values than this in a polygon gets a count there and no other statistics.")
    private int minimumCount;

    @Parameter(label = "Keep empty polygons", defaultValue = "true", description = "Write a row for polygons without pixels too.")
    private boolean keepEmpty;

    @Parameter(label = "Geometry in CSV", defaultValue = "false",
            description = "Write the polygons into CSV as well, as well-known text in the column wkt.")
    private boolean csvGeometry;

    private List<Band> statisticsBands;
    private PixelFilter filter;
    /** The band of numbers; null where pixels are matched to the polygons. */
    private Band numbers;
    private EnrichmentRecord record;
    private VectorRequest request;
    private PixelPlaces places;
    private PointPredicate chosenPredicate;
    private OverlapRule chosenOverlap;
    /** The polygons are read once, before the first tile. */
    private Once<PolygonSamples> samples;

    @Override
    public void initialize() {
        statisticsBands = ProductBands.choose(sourceProduct, "bands", bands, USUAL_BANDS);
        filter = new PixelFilter(sourceProduct,
                new PixelFilter.Choice(maskBand, maskMinimum, maskMaximum, flagBand,
                        ParameterTexts.list(requiredFlags), ParameterTexts.list(excludedFlags)));
        chosenPredicate = ParameterWords.one(PointPredicate.class, predicate, "predicate");
        chosenOverlap = ParameterWords.one(OverlapRule.class, overlap, "overlap");
        choosePolygons();
        OutputPath.require(outputFile, vectorFile);
        setTargetProduct(createTarget());
        samples = new Once<>(this::readPolygons);
    }

    private void choosePolygons() {
        String name = ParameterTexts.textOrNull(polygonIdBand);
        boolean missing = PolygonEnrichmentOp.POLYGON_ID.equals(name) && !sourceProduct.containsBand(name);
        boolean anew = name == null || ALL_ANEW.equals(name) || missing;
        boolean hasFile = vectorFile != null && !vectorFile.getPath().isBlank();
        if (anew && !hasFile) {
            throw new OperatorException("source '" + sourceProduct.getName() + "' has no band '" + polygonIdBand + "' of polygon numbers, "
                    + "and vectorFile is not given; run Polygon-Enrichment first, or give vectorFile. Its bands are "
                    + String.join(", ", sourceProduct.getBandNames()));
        }
        if (anew) {
            places = PixelPlaces.of(sourceProduct, longitudeBand, latitudeBand);
        } else {
            numbers = ProductBands.require(sourceProduct, "polygonIdBand", name);
            record = EnrichmentRecord.of(sourceProduct, numbers);
            warnOfUnused();
            warnOfSecond();
        }
        request = hasFile ? request() : null;
        if (request == null && ParameterTexts.textOrNull(fields) != null) {
            throw new OperatorException("fields is given without vectorFile, which would hold them");
        }
    }

    /** Pixels that have their polygon's number are not matched. */
    private void warnOfUnused() {
        boolean hasPlaces = ParameterTexts.textOrNull(longitudeBand) != null || ParameterTexts.textOrNull(latitudeBand) != null;
        if (hasPlaces || chosenPredicate != PointPredicate.CONTAINS || chosenOverlap != OverlapRule.LAST) {
            getLogger().warning("Polygon-Statistics: band '" + numbers.getName() + "' says which polygon a pixel belongs to; predicate, "
                    + "overlap, longitudeBand and latitudeBand are not used. With polygonIdBand=none they are");
        }
    }

    /** A product that was enriched twice has two bands of numbers. */
    private void warnOfSecond() {
        String second = PolygonEnrichmentOp.POLYGON_ID + "_1";
        if (numbers.getName().equals(PolygonEnrichmentOp.POLYGON_ID) && sourceProduct.containsBand(second)) {
            getLogger().warning("Polygon-Statistics: '" + sourceProduct.getName() + "' was enriched twice; the polygons are those of band "
                    + numbers.getName() + ", with polygonIdBand=" + second + " they are those of the later one");
        }
    }

    private VectorRequest request() {
        VectorRequest all = new VectorRequest(vectorFile.toPath(), ParameterTexts.textOrNull(layer), List.of(),
                ParameterTexts.textOrNull(crs), ParameterTexts.encodingOrNull(encoding));
        try {
            List<String> names = FieldList.of(all);
            List<String> chosen = ParameterTexts.textOrNull(fields) == null ? names : FieldNames.parse(fields);
            return new VectorRequest(all.file(), all.layer(), chosen, all.crs(), all.encoding());
        } catch (VectorFileException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    private Product createTarget() {
        int width = sourceProduct.getSceneRasterWidth();
        int height = sourceProduct.getSceneRasterHeight();
        Product target = new Product("Polygon-Statistics", "Polygon-Statistics", width, height);
        target.setPreferredTileSize(sourceProduct.getPreferredTileSize());
        target.addBand(PROGRESS_BAND, ProductData.TYPE_UINT8).setDescription("1 where the pixels were read");
        return target;
    }

    @Override
    public void doExecute(ProgressMonitor pm) {
        samples.get();
    }

    private PolygonSamples readPolygons() {
        PolygonLayer polygons = request == null ? null : readLayer();
        PolygonAttributes attributes = polygons == null ? new EnrichedAttributes(record) : new PolygonAttributes.OfFile(polygons);
        PolygonMatch match = numbers == null ? new PolygonMatch.ByPlace(places, polygons.polygons(), chosenPredicate, chosenOverlap)
                : new PolygonMatch.ByBand(numbers, attributes.features());
        boolean geometry = polygons != null && (csvGeometry || OutputPath.isGeoPackage(outputFile));
        StatisticsTable.Rule rule = new StatisticsTable.Rule(geometry, keepEmpty, minimumCount);
        List<String> names = statisticsBands.stream().map(Band::getName).toList();
        StatisticsTable table = new StatisticsTable(OutputPath.stem(outputFile), rule, names, attributes);
        long memory = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8);
        return new PolygonSamples(this, match, filter, new PolygonSamples.Bands(statisticsBands, attributes.bands()),
                new PolygonSamples.Output(outputFile.toPath(), table, memory, this::checkForCancellation));
    }

    private PolygonLayer readLayer() {
        PolygonLayer polygons;
        try {
            polygons = VectorFiles.read(request);
        } catch (VectorFileException e) {
            throw new OperatorException(e.getMessage(), e);
        }
        polygons.notes().forEach(note -> getLogger().warning(vectorFile + ": " + note));
        if (record != null && record.features() != polygons.polygons().featureCount()) {
            throw new OperatorException("band '" + numbers.getName() + "' numbers the " + record.features() + " features of "
                    + record.vectorFile() + ", but " + vectorFile + " has " + polygons.polygons().featureCount() + "; give that file, or "
                    + "polygonIdBand=none to match the pixels anew");
        }
        return polygons;
    }

    @Override
    public void computeTile(Band targetBand, Tile targetTile, ProgressMonitor pm) {
        Rectangle rectangle = targetTile.getRectangle();
        samples.get().add(rectangle);
        byte[] done = new byte[rectangle.width * rectangle.height];
        Arrays.fill(done, (byte) 1);
        targetTile.setSamples(done);
    }

    @Override
    public void dispose() {
        if (samples != null) {
            samples.ifMade(PolygonSamples::close);
        }
        super.dispose();
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(PolygonStatisticsOp.class);
        }
    }
}
