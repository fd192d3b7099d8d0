package org.insardask.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.esa.snap.core.datamodel.ProductData;
import org.insardask.grouping.Group;
import org.insardask.vector.AttributeType;
import org.insardask.vector.FeatureTable.Column;

/** Attributes that Polygon-Enrichment made bands of; all pixels of a feature have the same. There are no polygons. Immutable. */
final class EnrichedAttributes implements PolygonAttributes {

    private final int features;
    private final List<Band> bands;
    private final List<Column> columns = new ArrayList<>();
    private final List<DoubleFunction<Object>> values = new ArrayList<>();

    /** The attributes of a record; of numbers that nothing is known about where it is null. */
    EnrichedAttributes(EnrichmentRecord record) {
        features = record == null ? -1 : record.features();
        bands = record == null ? List.of() : record.fieldBands();
        for (int b = 0; b < bands.size(); b++) {
            AttributeType type = type(bands.get(b));
            columns.add(new Column(record.fields().get(b), type));
            values.add(value(type, bands.get(b)));
        }
    }

    private static DoubleFunction<Object> value(AttributeType type, Band band) {
        return switch (type) {
            case INTEGER -> sample -> (long) sample;
            case FLOAT -> sample -> sample;
            case BOOLEAN -> sample -> sample != 0;
            case STRING -> texts(band.getIndexCoding());
        };
    }

    private static AttributeType type(Band band) {
        if (band.getIndexCoding() != null) {
            return AttributeType.STRING;
        }
        return switch (band.getDataType()) {
            case ProductData.TYPE_UINT8 -> AttributeType.BOOLEAN;
            case ProductData.TYPE_FLOAT32, ProductData.TYPE_FLOAT64 -> AttributeType.FLOAT;
            default -> AttributeType.INTEGER;
        };
    }

    /** The description of an index is its text as it is. */
    private static DoubleFunction<Object> texts(IndexCoding coding) {
        Map<Integer, String> texts = new HashMap<>();
        for (MetadataAttribute index : coding.getAttributes()) {
            String text = index.getDescription();
            texts.put(index.getData().getElemInt(), text == null || text.isEmpty() ? index.getName() : text);
        }
        return sample -> texts.get((int) sample);
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<Object> values(int feature, Group group, int firstBand) {
        List<Object> found = new ArrayList<>(bands.size());
        for (int b = 0; b < bands.size(); b++) {
            double sample = group == null ? Double.NaN : group.bands().get(firstBand + b).minimum();
            found.add(Double.isNaN(sample) ? null : values.get(b).apply(sample));
        }
        return found;
    }

    @Override
    public List<Band> bands() {
        return bands;
    }

    @Override
    public List<List<double[]>> polygons(int feature) {
        return List.of();
    }
}
