package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;

/** What tests look at in a layer. */
final class LayerChecks {

    private LayerChecks() {
    }

    /** Returns the feature that holds a point, or -1. */
    static int locate(PolygonLayer layer, double x, double y) {
        int[] feature = new int[1];
        new PolygonIndex(layer.polygons(), OverlapRule.LAST).newLocator(PointPredicate.CONTAINS)
                .locate(new double[] {x}, new double[] {y}, 1, feature);
        return feature[0];
    }

    /** Returns the values of an attribute, null for none. */
    static List<Object> values(Attribute attribute) {
        List<Object> values = new ArrayList<>();
        for (int f = 0; f < attribute.size(); f++) {
            values.add(attribute.isNull(f) ? null : switch (attribute.type()) {
                case STRING -> attribute.text(f);
                case FLOAT -> attribute.number(f);
                case INTEGER, BOOLEAN -> attribute.integer(f);
            });
        }
        return values;
    }

    static void check(PolygonLayer layer, int field, AttributeType type, Object... values) {
        assertEquals(type, layer.attributes().get(field).type());
        assertEquals(Arrays.asList(values), values(layer.attributes().get(field)));
    }
}
