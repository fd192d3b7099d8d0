package org.insardask.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.FlagCoding;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.esa.snap.core.gpf.Tile;
import org.esa.snap.core.util.ProductUtils;
import org.insardask.polygon.PolygonLocator;
import org.insardask.stm.TextCoding;
import org.insardask.tile.TargetSamples;
import org.insardask.vector.Attribute;

/** The bands that Polygon-Enrichment adds to its target, and how tiles of them are written. After {@link #add} nothing changes. */
final class PolygonBands {
    /** How many polygons hold the point. */
    static final String POLYGON_COUNT = "polygon_count";
    /** Whether any polygon holds the point. */
    static final String POLYGON_MASK = "polygon_mask";
    /** Distance to the polygon (m). */
    static final String POLYGON_DISTANCE = "polygon_distance";
    private static final String INSIDE = "inside";

    private final Product product;
    private final String file;
    private final Map<Band, Writer> writers = new HashMap<>();
    private final List<EnrichmentRecord.Field> fields = new ArrayList<>();
    private Band numbers;

    private interface Writer {
        void write(PolygonWorkspace workspace, Tile tile);
    }

    /**
     * Creates no bands yet.
     *
     * @param file name of the polygon file, for the descriptions
     */
    PolygonBands(Product product, String file) {
        this.product = product;
        this.file = file;
    }

    /** Adds the bands of the groups. */
    void add(Set<PolygonOutput> groups, List<Attribute> attributes, int features) {
        if (groups.contains(PolygonOutput.ID)) {
            numbers = add(PolygonEnrichmentOp.POLYGON_ID, EnrichedColumn.ofFeatureNumbers(features),
                    "feature of " + file + ", counted from 0");
        }
        if (groups.contains(PolygonOutput.COUNT)) {
            Band band = add(POLYGON_COUNT, ProductData.TYPE_INT32, "features of " + file + " that hold the point");
            writers.put(band, (workspace, tile) -> TargetSamples.write(workspace.holders(), tile));
        }
        if (groups.contains(PolygonOutput.MASK)) {
            addMask();
        }
        if (groups.contains(PolygonOutput.DISTANCE)) {
            Band band = add(POLYGON_DISTANCE, ProductData.TYPE_FLOAT32, "distance to the feature of " + file + ", 0 inside");
            band.setUnit("m");
            band.setNoDataValue(Double.NaN);
            band.setNoDataValueUsed(true);
            writers.put(band, (workspace, tile) -> TargetSamples.write(workspace.distance(), tile));
        }
        for (Attribute attribute : attributes) {
            Band band = add(attribute.name(), EnrichedColumn.of(attribute), "field " + attribute.name() + " of " + file);
            fields.add(new EnrichmentRecord.Field(band, attribute.name(), attribute.type()));
        }
    }

    /** Notes the names of the bands in the record of the run. */
    void record(MetadataElement element) {
        EnrichmentRecord.writeBands(element, numbers, fields);
    }

    private Band add(String wanted, int type, String description) {
        Band band = product.addBand(FieldNames.bandName(wanted, product), type);
        band.setDescription(description);
        return band;
    }

    private Band add(String field, EnrichedColumn column, String description) {
        Band band = add(field, column.dataType(), description);
        band.setNoDataValue(column.noData());
        band.setNoDataValueUsed(true);
        if (!column.texts().isEmpty()) {
            String name = ProductUtils.getAvailableNodeName(band.getName(), product.getIndexCodingGroup());
            IndexCoding coding = TextCoding.of(name, column.texts());
            product.getIndexCodingGroup().add(coding);
            band.setSampleCoding(coding);
        }
        writers.put(band, (workspace, tile) -> column.write(workspace.feature(), tile));
        return band;
    }

    private void addMask() {
        Band band = add(POLYGON_MASK, ProductData.TYPE_UINT8, "whether a feature of " + file + " holds the point");
        FlagCoding coding = new FlagCoding(ProductUtils.getAvailableNodeName(band.getName(), product.getFlagCodingGroup()));
        coding.setDescription("Places in polygons");
        coding.addFlag(INSIDE, 1, "a polygon holds the point");
        product.getFlagCodingGroup().add(coding);
        band.setSampleCoding(coding);
        writers.put(band, (workspace, tile) -> TargetSamples.write(mask(workspace.inside()), tile));
    }

    private static byte[] mask(int[] feature) {
        byte[] mask = new byte[feature.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (feature[i] == PolygonLocator.NONE ? 0 : 1);
        }
        return mask;
    }

    /** Writes the tile of a band where it is one of these. */
    void write(Band band, PolygonWorkspace workspace, Tile tile) {
        Writer writer = writers.get(band);
        if (writer != null) {
            writer.write(workspace, tile);
        }
    }
}
