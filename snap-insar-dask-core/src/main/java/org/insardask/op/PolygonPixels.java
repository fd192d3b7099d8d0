package org.insardask.op;

import java.awt.Rectangle;
import java.io.File;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.polygon.OverlapRule;
import org.insardask.polygon.PointPredicate;
import org.insardask.polygon.PolygonIndex;
import org.insardask.polygon.PolygonLocator;
import org.insardask.polygon.PolygonSet;
import org.insardask.vector.Attribute;
import org.insardask.vector.PolygonLayer;
import org.insardask.vector.VectorFileException;
import org.insardask.vector.VectorFiles;
import org.insardask.vector.VectorRequest;

/** The pixels whose centres lie inside polygons of a file; on the boundary they are outside, unless it is said otherwise. */
final class PolygonPixels implements ReferencePixels {

    private final Choice choice;
    private final Product product;
    private final PixelPlaces places;
    private final PolygonLayer layer;
    private final int features;
    private final PolygonLocator locator;

    /**
     * Which polygons. Texts are null where they are not given.
     *
     * @param file the file
     * @param layer its layer, or the first one
     * @param field the attribute that the polygons are chosen by, or all of them
     * @param value the value of the attribute
     * @param crs system of the coordinates, instead of the file's own
     */
    record Choice(File file, String layer, String field, String value, String crs) {

        Choice {
            if ((field == null) != (value == null)) {
                throw new OperatorException("only " + (field == null ? "polygonValue" : "polygonField")
                        + " is given, expected polygonField and polygonValue together");
            }
        }

        private String condition() {
            return field == null ? "" : " with " + field + " = " + value;
        }
    }

    private PolygonPixels(Choice choice, Product product, PixelPlaces places, PolygonLayer layer, PointPredicate predicate) {
        this.choice = choice;
        this.product = product;
        this.places = places;
        this.layer = layer;
        IntPredicate wanted = choice.field() == null ? feature -> true : matching(layer.attributes().get(0), choice.value());
        features = (int) IntStream.range(0, layer.polygons().featureCount()).filter(wanted).count();
        PolygonSet polygons = layer.polygons().select(wanted);
        if (polygons.polygonCount() == 0) {
            throw new OperatorException(choice.file() + ": layer '" + layer.name() + "' has no polygon" + choice.condition());
        }
        locator = new PolygonIndex(polygons, OverlapRule.FIRST).newLocator(predicate);
    }

    /**
     * Reads the polygons.
     *
     * @throws OperatorException where the file cannot be used, or no polygon has the value
     */
    static PolygonPixels read(Choice choice, Product product, PixelPlaces places) {
        return read(choice, product, places, PointPredicate.CONTAINS);
    }

    /**
     * Reads the polygons.
     *
     * @param predicate whether pixels whose centres lie on a boundary belong to them
     * @throws OperatorException where the file cannot be used, or no polygon has the value
     */
    static PolygonPixels read(Choice choice, Product product, PixelPlaces places, PointPredicate predicate) {
        List<String> fields = choice.field() == null ? List.of() : List.of(choice.field());
        try {
            PolygonLayer layer = VectorFiles.read(new VectorRequest(choice.file().toPath(), choice.layer(), fields, choice.crs(), null));
            return new PolygonPixels(choice, product, places, layer, predicate);
        } catch (VectorFileException e) {
            throw new OperatorException(e.getMessage(), e);
        }
    }

    private static IntPredicate matching(Attribute attribute, String value) {
        IntPredicate equal = switch (attribute.type()) {
            case STRING -> feature -> value.equals(attribute.text(feature));
            case BOOLEAN -> equal(attribute, truth(attribute, value));
            case INTEGER -> equal(attribute, integer(attribute, value));
            case FLOAT -> equal(attribute, number(attribute, value));
        };
        return feature -> !attribute.isNull(feature) && equal.test(feature);
    }

    private static IntPredicate equal(Attribute attribute, long value) {
        return feature -> attribute.integer(feature) == value;
    }

    private static IntPredicate equal(Attribute attribute, double value) {
        return feature -> attribute.number(feature) == value;
    }

    private static long truth(Attribute attribute, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw unfit(attribute, value, "true or false", null);
        }
        return value.equalsIgnoreCase("true") ? 1 : 0;
    }

    private static long integer(Attribute attribute, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw unfit(attribute, value, "an integer", e);
        }
    }

    private static double number(Attribute attribute, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw unfit(attribute, value, "a number", e);
        }
    }

    private static OperatorException unfit(Attribute attribute, String value, String expected, Exception cause) {
        return new OperatorException("polygonValue = '" + value + "': expected " + expected + ", as field '" + attribute.name() + "' holds",
                cause);
    }

    /** Returns what a user should know of the file, one sentence each. */
    List<String> notes() {
        return layer.notes();
    }

    @Override
    public List<Rectangle> blocks(int bands) {
        return SceneBlocks.of(product, bands);
    }

    @Override
    public void mark(Operator operator, Rectangle rectangle, boolean[] marked) {
        int pixels = rectangle.width * rectangle.height;
        double[] lon = new double[pixels];
        double[] lat = new double[pixels];
        places.read(operator, rectangle, lon, lat);
        mark(lon, lat, pixels, marked);
    }

    /** Marks the places (degrees) that lie in the polygons. For one thread. */
    void mark(double[] lon, double[] lat, int count, boolean[] marked) {
        int[] feature = new int[count];
        locator.locate(lon, lat, count, feature);
        for (int p = 0; p < count; p++) {
            marked[p] = feature[p] != PolygonLocator.NONE;
        }
    }

    @Override
    public boolean isSingle() {
        return false;
    }

    @Override
    public String description() {
        return "the polygons of " + choice.file().getName() + choice.condition();
    }

    @Override
    public void record(MetadataElement element) {
        element.setAttributeString("reference_by", "polygon");
        element.setAttributeString("vector_file", choice.file().getName());
        element.setAttributeString("layer", layer.name());
        if (choice.field() != null) {
            element.setAttributeString("polygon_field", choice.field());
            element.setAttributeString("polygon_value", choice.value());
        }
        element.setAttributeInt("polygon_features", features);
    }
}
