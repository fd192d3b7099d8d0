package org.insardask.ui.points;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.esa.snap.core.datamodel.PlainFeatureFactory;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.VectorDataNode;
import org.geotools.feature.DefaultFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.insardask.map.ColourScale;
import org.insardask.stm.PointsProduct;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.opengis.feature.simple.SimpleFeatureType;

/**
 * Points as vector data of an image, with their attributes, coloured by one of them. The image is not changed by making it.
 *
 * @param node the vector data, which no product owns yet
 * @param points how many points the product holds
 * @param inside how many of them lie in the image
 * @param colours the scale of the colours; null where the points are not coloured
 */
record PointLayer(VectorDataNode node, int points, int inside, ColourScale colours) {

    /** Points that SNAP Desktop shows without becoming slow. */
    static final int USUAL_LIMIT = 50_000;

    private static final Set<String> SNAPS_OWN = Set.of(PlainFeatureFactory.ATTRIB_NAME_GEOMETRY,
            PlainFeatureFactory.ATTRIB_NAME_STYLE_CSS);
    private static final double READ = 0.5;
    private static final int STEP = 1000;

    /**
     * Makes the layer. Takes as long as reading all bands without a date.
     *
     * @param colourBand the attribute by which points are coloured; null for none
     * @param most how many points there may be; of more the best
     * @throws IllegalArgumentException where the products do not fit, with a message for the user
     * @throws IOException where a band cannot be read
     */
    static PointLayer of(Product points, Product image, String colourBand, int most, Progress progress) throws IOException {
        if (PointsProduct.layoutOf(points).isEmpty()) {
            throw new IllegalArgumentException("'" + points.getName() + "' is no product of points");
        }
        PointPlaces places = PointPlaces.in(image, points, share -> progress.at(READ * share));
        int[] inside = places.inside(image);
        if (inside.length == 0) {
            throw new IllegalArgumentException("None of the " + places.count() + " points of '" + points.getName() + "' lies in '"
                    + image.getName() + "'");
        }
        int[] shown = BestPoints.choose(points, inside, most);
        List<PointColumn> columns = PointColumn.attributes(points);
        Object[][] rows = new Object[shown.length][2 + columns.size()];
        ColourScale colours = fill(rows, columns, shown, colourBand);
        AffineTransform toModel = Product.findImageToModelTransform(image.getSceneGeoCoding());
        GeometryFactory geometries = new GeometryFactory();
        for (int row = 0; row < shown.length; row++) {
            Coordinate place = new Coordinate();
            double[] pixel = {places.x(shown[row]), places.y(shown[row])};
            toModel.transform(pixel, 0, pixel, 0, 1);
            place.setX(pixel[0]);
            place.setY(pixel[1]);
            rows[row][0] = geometries.createPoint(place);
        }
        VectorDataNode node = new VectorDataNode(name(points, colourBand), features(type(image, columns), rows, shown, progress));
        node.setDefaultStyleCss(PointStyles.NO_VALUE);
        node.setDescription(description(points, shown.length, inside.length, colourBand, colours));
        return new PointLayer(node, places.count(), inside.length, colours);
    }

    /** Fills styles and attributes of the rows; returns the scale of the colours. */
    private static ColourScale fill(Object[][] rows, List<PointColumn> columns, int[] shown, String colourBand) throws IOException {
        ColourScale colours = null;
        for (Object[] row : rows) {
            row[1] = PointStyles.NO_VALUE;
        }
        for (int column = 0; column < columns.size(); column++) {
            double[] all = columns.get(column).samples();
            double[] samples = new double[shown.length];
            for (int row = 0; row < shown.length; row++) {
                samples[row] = all[shown[row]];
                rows[row][2 + column] = columns.get(column).value(samples[row]);
            }
            if (columns.get(column).name().equals(colourBand)) {
                PointStyles styles = PointStyles.over(samples);
                colours = styles.scale();
                for (int row = 0; row < shown.length; row++) {
                    rows[row][1] = styles.of(samples[row]);
                }
            }
        }
        if (colours == null && colourBand != null) {
            throw new IllegalArgumentException("'" + colourBand + "' is no attribute of the points, expected one of "
                    + columns.stream().map(PointColumn::name).toList());
        }
        return colours;
    }

    private static SimpleFeatureType type(Product image, List<PointColumn> columns) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("PS_points");
        builder.setCRS(image.getSceneCRS());
        builder.add(PlainFeatureFactory.ATTRIB_NAME_GEOMETRY, Point.class);
        builder.setDefaultGeometry(PlainFeatureFactory.ATTRIB_NAME_GEOMETRY);
        builder.add(PlainFeatureFactory.ATTRIB_NAME_STYLE_CSS, String.class);
        columns.forEach(column -> builder.add(freeName(column.name(), columns), column.type()));
        SimpleFeatureType type = builder.buildFeatureType();
        // So that they come back when the image is saved and opened again.
        type.getUserData().put("placemarkDescriptor", "org.esa.snap.core.datamodel.GeometryDescriptor");
        type.getUserData().put("defaultGeometry", PlainFeatureFactory.ATTRIB_NAME_GEOMETRY);
        return type;
    }

    /** The name of an attribute: that of the band, unless SNAP has another attribute of that name. */
    private static String freeName(String band, List<PointColumn> columns) {
        String name = band;
        for (int k = 1; SNAPS_OWN.contains(name) || (k > 1 && isBand(name, columns)); k++) {
            name = band + "_" + k;
        }
        return name;
    }

    private static boolean isBand(String name, List<PointColumn> columns) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private static DefaultFeatureCollection features(SimpleFeatureType type, Object[][] rows, int[] shown, Progress progress) {
        DefaultFeatureCollection features = new DefaultFeatureCollection("points", type);
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
        for (int row = 0; row < rows.length; row++) {
            builder.addAll(rows[row]);
            features.add(builder.buildFeature("point_" + shown[row]));
            if (row % STEP == 0) {
                progress.at(READ + (1.0 - READ) * row / rows.length);
            }
        }
        return features;
    }

    private static String name(Product points, String colourBand) {
        return points.getName() + (colourBand == null ? "_points" : "_" + colourBand);
    }

    private static String description(Product points, int shown, int inside, String colourBand, ColourScale colours) {
        List<String> parts = new ArrayList<>(List.of(shown + " of the " + inside + " points of " + points.getName() + " in the image"));
        if (shown < inside) {
            parts.add(BestPoints.quality(points).map(band -> "the best by " + band.getName()).orElse("evenly spread"));
        }
        if (colours != null) {
            parts.add("coloured by " + colourBand + " from " + rounded(colours.minimum()) + " to " + rounded(colours.maximum()));
        }
        return String.join(", ", parts);
    }

    /** Three digits. */
    private static String rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    /** How many points are shown. */
    int shown() {
        return node.getFeatureCollection().size();
    }

    /** What to tell the user when the layer is there. */
    String summary() {
        return node.getDescription() + (inside < points ? "; " + (points - inside) + " points lie outside of it or have no place" : "");
    }

    /** Gives the layer to an image; one of the same name goes. For the event dispatch thread. */
    void addTo(Product image) {
        VectorDataNode before = image.getVectorDataGroup().get(node.getName());
        if (before != null) {
            image.getVectorDataGroup().remove(before);
        }
        image.getVectorDataGroup().add(node);
    }
}
