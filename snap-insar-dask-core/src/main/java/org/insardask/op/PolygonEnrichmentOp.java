package org.insardask.op;

import com.bc.ceres.core.ProgressMonitor;
import java.awt.Rectangle;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
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
import org.esa.snap.core.gpf.annotations.TargetProduct;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;
import org.insardask.vector.PolygonLayer;
import org.insardask.vector.VectorFileException;
import org.insardask.vector.VectorRequest;

/**
 * Gives every pixel the attributes of the polygon that holds its centre, or of the nearest one.
 *
 * <p>The polygons are read and indexed once, before tiles are computed; tiles only read them. Where tie points or a map say where the scene
 * lies, attributes are read for the polygons near it alone. Samples of the source play no part: a pixel
 * without data gets its polygon too.
 */
@OperatorMetadata(
        alias = "Polygon-Enrichment",
        category = "Radar/Interferometric/PSI",
        version = "0.1",
        authors = "insardask",
        copyright = "GPL-3.0-or-later",
        description = "Adds the attributes of polygons (buildings, parcels, dikes) to the pixels or points that lie in them.")
public class PolygonEnrichmentOp extends Operator {
    /** Band with the number of the polygon's feature. */
    static final String POLYGON_ID = "polygon_id";
    private static final double MAX_DISTANCE = 100_000;

    @SourceProduct(alias = "source", label = "Source",
            description = "Product with a geocoding, or with bands of longitude and latitude (then longitudeBand and latitudeBand).")
    private Product sourceProduct;

    @TargetProduct
    private Product targetProduct;

    @Parameter(label = "Vector file", notNull = true,
            description = "Polygons: " + ParameterTexts.POLYGON_FORMATS + ".")
    private File vectorFile;

    @Parameter(label = "Layer", description = "Layer of the vector file. Without it, the first one.")
    private String layer;

    @Parameter(label = "Fields", description = "Names of the attributes, separated by commas; each becomes a band.")
    private String fields;

    @Parameter(label = "Predicate", defaultValue = "CONTAINS", valueSet = {"CONTAINS", "COVERS"},
            description = "CONTAINS: a point on the boundary of a polygon is outside. COVERS: it is inside.")
    private String predicate;

    @Parameter(label = "Overlap", defaultValue = "LAST", valueSet = {"LAST", "FIRST", "SMALLEST"},
            description = "Which polygon wins where several hold a point: the last or the first one in file order, or the smallest one.")
    private String overlap;

    @Parameter(label = "Maximum distance", unit = "m", interval = "(0,100000]",
            description = "A point outside of all polygons gets the nearest one within this distance; band polygon_distance says how far "
                    + "it is. Without it, only polygons that hold the point count.")
    private Double maxDistance;

    @Parameter(label = "Outputs", defaultValue = "FIELDS,ID", valueSet = {"FIELDS", "ID", "COUNT", "MASK", "DISTANCE"},
            description = "Target bands. FIELDS: the attributes. ID: polygon_id. COUNT: polygon_count, how many polygons hold the point. "
                    + "MASK: polygon_mask, flag inside. DISTANCE: polygon_distance, which is there wherever maxDistance is given.")
    private String[] outputs;

    @Parameter(label = "Longitude band", description = "Band of longitudes in degrees (WGS 84), instead of the geocoding.")
    private String longitudeBand;

    @Parameter(label = "Latitude band", description = "Band of latitudes in degrees (WGS 84), instead of the geocoding.")
    private String latitudeBand;

    @Parameter(label = "Copy source bands", defaultValue = "true", description = "Put the bands of the source into the target as well.")
    private boolean copySourceBands;

    @Parameter(label = "Coordinate reference system",
            description = "System of the polygons' coordinates, for example EPSG:28992, instead of what the vector file says.")
    private String crs;

    @Parameter(label = "Encoding",
            description = "Encoding of a Shapefile's texts, for example windows-1252, instead of what its .cpg or .dbf says.")
    private String encoding;

    private PixelPlaces places;
    private PolygonBands bands;
    private Supplier<PolygonWorkspace> newWorkspace;
    private final Queue<PolygonWorkspace> idleWorkspaces = new ConcurrentLinkedQueue<>();
    private HitReport hits;

    @Override
    public void initialize() {
        Set<PolygonOutput> groups = groups();
        VectorRequest request = request(groups);
        PointPredicate chosenPredicate = ParameterWords.one(PointPredicate.class, predicate, "predicate");
        OverlapRule chosenOverlap = ParameterWords.one(OverlapRule.class, overlap, "overlap");
        places = PixelPlaces.of(sourceProduct, longitudeBand, latitudeBand);
        NearbyPolygons nearby = read(request);
        PolygonIndex index = new PolygonIndex(nearby.polygons(), chosenOverlap);
        newWorkspace = () -> new PolygonWorkspace(places, index.newLocator(chosenPredicate), groups.contains(PolygonOutput.COUNT),
                maxDistance == null ? null : index.newDistance(maxDistance));
        targetProduct = EnrichedProduct.of(sourceProduct, copySourceBands);
        bands = new PolygonBands(targetProduct, vectorFile.getName());
        bands.add(groups, nearby.layer().attributes(), index.featureCount());
        hits = new HitReport();
        record(nearby.layer());
    }

    private Set<PolygonOutput> groups() {
        Set<PolygonOutput> groups = ParameterWords.set(PolygonOutput.class, outputs, "outputs");
        if (groups.contains(PolygonOutput.DISTANCE) && maxDistance == null) {
            throw new OperatorException("outputs has DISTANCE, and maxDistance is not given; a greatest distance in metres was expected");
        }
        if (maxDistance != null) {
            if (!(maxDistance > 0 && maxDistance <= MAX_DISTANCE)) {
                throw new OperatorException("maxDistance = " + maxDistance + ": metres above 0 and not above 100000 were expected");
            }
            groups.add(PolygonOutput.DISTANCE);
        }
        return groups;
    }

    private VectorRequest request(Set<PolygonOutput> groups) {
        if (vectorFile == null) {
            throw new OperatorException("vectorFile is not given; a polygon file was expected");
        }
        List<String> names = groups.contains(PolygonOutput.FIELDS) ? FieldNames.parse(fields) : List.of();
        return new VectorRequest(vectorFile.toPath(), ParameterTexts.textOrNull(layer), names, ParameterTexts.textOrNull(crs),
                ParameterTexts.encodingOrNull(encoding));
    }

    private NearbyPolygons read(VectorRequest request) {
        try {
            SceneBox box = ParameterTexts.textOrNull(longitudeBand) == null ? SceneBox.of(sourceProduct) : null;
            double margin = maxDistance == null ? 0 : maxDistance;
            NearbyPolygons polygons = NearbyPolygons.read(request, box == null ? null : box.extended(margin));
            polygons.layer().notes().forEach(note -> getLogger().warning(vectorFile + ": " + note));
            return polygons;
        } catch (VectorFileException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    /** Says in the metadata which polygons were used and how. */
    private void record(PolygonLayer polygons) {
        MetadataElement record = Records.add(targetProduct.getMetadataRoot(), EnrichmentRecord.NAME);
        record.setAttributeString(EnrichmentRecord.VECTOR_FILE, vectorFile.getName());
        record.setAttributeString("layer", polygons.name());
        record.setAttributeString("crs", polygons.crs());
        if (ParameterTexts.textOrNull(fields) != null) {
            record.setAttributeString("fields", fields);
        }
        record.setAttributeString("outputs", String.join(",", outputs));
        record.setAttributeString("predicate", predicate);
        record.setAttributeString("overlap", overlap);
        if (maxDistance != null) {
            record.setAttributeDouble("maxDistance", maxDistance);
        }
        record.setAttributeInt(EnrichmentRecord.FEATURES, polygons.polygons().featureCount());
        record.setAttributeInt("polygons", polygons.polygons().polygonCount());
        for (int i = 0; i < polygons.notes().size(); i++) {
            record.setAttributeString("note_" + (i + 1), polygons.notes().get(i));
        }
        bands.record(record);
        warnOfEarlier();
    }

    /** The bands of an earlier enrichment keep their names. */
    private void warnOfEarlier() {
        String second = POLYGON_ID + "_1";
        if (targetProduct.containsBand(POLYGON_ID) && targetProduct.containsBand(second)) {
            getLogger().warning("Polygon-Enrichment: '" + sourceProduct.getName() + "' holds an earlier enrichment, so that the new bands "
                    + "have other names, such as " + second + "; Polygon-Statistics takes " + POLYGON_ID
                    + ", where polygonIdBand does not say else");
        }
    }

    @Override
    public void computeTileStack(Map<Band, Tile> targetTiles, Rectangle targetRectangle, ProgressMonitor pm) {
        PolygonWorkspace idle = idleWorkspaces.poll();
        PolygonWorkspace workspace = idle == null ? newWorkspace.get() : idle;
        workspace.locate(this, targetRectangle);
        workspace.findNearest();
        hits.add(targetRectangle, workspace.inside(), workspace.feature());
        for (Map.Entry<Band, Tile> target : targetTiles.entrySet()) {
            checkForCancellation();
            bands.write(target.getKey(), workspace, target.getValue());
        }
        idleWorkspaces.add(workspace);
    }

    @Override
    public void dispose() {
        if (hits != null && !hits.isEmpty()) {
            getLogger().log(hits.isWithoutHits() ? Level.WARNING : Level.INFO, "Polygon-Enrichment: " + hits.text(vectorFile.getName()));
        }
        idleWorkspaces.clear();
        super.dispose();
    }

    /** Tells SNAP about the operator. */
    public static class Spi extends OperatorSpi {

        /** Called by SNAP. */
        public Spi() {
            super(PolygonEnrichmentOp.class);
        }
    }
}
