package org.insardask.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.MetadataAttribute;
import org.insardask.grouping.Group;
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
        List<EnrichmentRecord.Field> fields = record == null ? List.of() : record.fields();
        bands = fields.stream().map(EnrichmentRecord.Field::band).toList();
        for (EnrichmentRecord.Field field : fields) {
            columns.add(new Column(field.name(), field.type()));
            values.add(value(field));
        }
    }

    private static DoubleFunction<Object> value(EnrichmentRecord.Field field) {
        return switch (field.type()) {
            case INTEGER -> sample -> (long) sample;
            case FLOAT -> sample -> sample;
            case BOOLEAN -> sample -> sample != 0;
            case STRING -> texts(field.band().getIndexCoding());
        };
    }

    /** The description of an index is its text as it is. Without a coding, which not every format keeps, its number is left. */
    private static DoubleFunction<Object> texts(IndexCoding coding) {
        if (coding == null) {
            return sample -> Long.toString((long) sample);
        }
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
