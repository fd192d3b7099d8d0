package org.insardask.op;

import java.util.ArrayList;
import java.util.List;
import org.esa.snap.core.datamodel.Band;
import org.insardask.grouping.Group;
import org.insardask.polygon.FeatureRings;
import org.insardask.vector.Attribute;
import org.insardask.vector.FeatureTable.Column;
import org.insardask.vector.PolygonLayer;

/** What is known of the polygons beside their statistics. Immutable. */
interface PolygonAttributes {

    /** How many features there are, -1 where only those are known that hold pixels. */
    int features();

    /** The attributes. */
    List<Column> columns();

    /**
     * The values of a feature, null for none.
     *
     * @param group its pixels, null for none
     * @param firstBand which of the group's bands is the first of {@link #bands()}
     */
    List<Object> values(int feature, Group group, int firstBand);

    /** The bands that are to be sampled for the values. */
    List<Band> bands();

    /** The polygons of a feature. */
    List<List<double[]>> polygons(int feature);

    /** Attributes and polygons of a file. */
    record OfFile(PolygonLayer layer) implements PolygonAttributes {

        @Override
        public int features() {
            return layer.polygons().featureCount();
        }

        @Override
        public List<Column> columns() {
            return layer.attributes().stream().map(attribute -> new Column(attribute.name(), attribute.type())).toList();
        }

        @Override
        public List<Object> values(int feature, Group group, int firstBand) {
            List<Object> values = new ArrayList<>(layer.attributes().size());
            for (Attribute attribute : layer.attributes()) {
                values.add(attribute.isNull(feature) ? null : value(attribute, feature));
            }
            return values;
        }

        private static Object value(Attribute attribute, int feature) {
            return switch (attribute.type()) {
                case INTEGER -> attribute.integer(feature);
                case FLOAT -> attribute.number(feature);
                case STRING -> attribute.text(feature);
                case BOOLEAN -> attribute.integer(feature) != 0;
            };
        }

        @Override
        public List<Band> bands() {
            return List.of();
        }

        @Override
        public List<List<double[]>> polygons(int feature) {
            return FeatureRings.of(layer.polygons(), feature);
        }
    }
}
