package org.insardask.ui.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.IndexCoding;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.datamodel.ProductData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.opengis.feature.simple.SimpleFeature;
import org.opengis.feature.type.AttributeDescriptor;

/** Points as vector data: where they are, their attributes and colours, and which of many. */
class PointLayerTest {

    private static Map<String, SimpleFeature> features(PointLayer layer) {
        Map<String, SimpleFeature> found = new TreeMap<>();
        layer.node().getFeatureCollection().forEach(feature -> found.put(feature.getID(), feature));
        return found;
    }

    private static Point place(PointLayer layer, int point) {
        return (Point) features(layer).get("point_" + point).getDefaultGeometry();
    }

    private static List<String> names(PointLayer layer) {
        return layer.node().getFeatureType().getAttributeDescriptors().stream().map(AttributeDescriptor::getLocalName).toList();
    }

    @Test
    void placesComeFromTheGeocoding() throws Exception {
        PointLayer layer = PointLayer.of(SomePoints.withDegrees(4), SomePoints.image(), "velocity", 100, Progress.NONE);
        assertEquals(4, layer.shown());
        for (int p = 0; p < 4; p++) {
            assertEquals(10 * p + 0.5, place(layer, p).getX(), 0.01, "column of point " + p);
            assertEquals(5 * p + 0.5, place(layer, p).getY(), 0.01, "row of point " + p);
        }
    }

    @Test
    void placesAreThePixelsOfTheImageFromWhichThePointsCome() throws Exception {
        Product points = SomePoints.withDegrees(3);
        SomePoints.addPixels(points, 128, 96);
        PointLayer layer = PointLayer.of(points, SomePoints.image(), null, 100, Progress.NONE);
        assertEquals(10.5, place(layer, 2).getX());
        assertEquals(20.5, place(layer, 2).getY());
    }

    @Test
    void pixelsOfAnImageOfAnotherSizeDoNotCount() throws Exception {
        Product points = SomePoints.withDegrees(3);
        SomePoints.addPixels(points, 1280, 960);
        PointLayer layer = PointLayer.of(points, SomePoints.image(), null, 100, Progress.NONE);
        assertEquals(20.5, place(layer, 2).getX(), 0.01, "by latitude and longitude");
    }

    @Test
    void attributesAreTheBandsWithoutDateAndCoordinates() throws Exception {
        Product points = SomePoints.withDegrees(3);
        SomePoints.addPixels(points, 128, 96);
        SomePoints.add(points, "height", 1.5, Double.NaN, 3);
        SomePoints.add(points, "dis_unw_19Mar2023", 1, 2, 3);
        SomePoints.add(points, "i_ifg_VV_31Mar2023_19Mar2023", 1, 2, 3).setUnit("real");
        points.addBand("twice", "2 * velocity");
        Band use = points.addBand("use", ProductData.TYPE_INT32);
        IndexCoding coding = new IndexCoding("use");
        coding.addIndex("house", 0, "House with garden");
        coding.addIndex("dike", 1, "");
        points.getIndexCodingGroup().add(coding);
        use.setSampleCoding(coding);
        use.setNoDataValue(-1);
        use.setNoDataValueUsed(true);
        use.setRasterData(ProductData.createInstance(new int[] {0, 1, -1}));
        PointLayer layer = PointLayer.of(points, SomePoints.image(), "velocity", 100, Progress.NONE);
        assertEquals(List.of("geometry", "style_css", "velocity", "point_id", "height", "use"), names(layer));
        SimpleFeature first = features(layer).get("point_0");
        assertEquals(List.of(-1.0, 100, 1.5, "House with garden"), first.getAttributes().subList(2, 6));
        SimpleFeature second = features(layer).get("point_1");
        assertNull(second.getAttribute("height"), "no data");
        assertEquals("dike", second.getAttribute("use"), "the name where there is no description");
        assertNull(features(layer).get("point_2").getAttribute("use"));
    }

    @Test
    void bandsThatAreCalledAsWhatSnapAddsGetOtherNames() throws Exception {
        Product points = SomePoints.withDegrees(2);
        SomePoints.add(points, "geometry", 3.0, 4.0);
        SomePoints.add(points, "style_css", 5.0, 6.0);
        PointLayer layer = PointLayer.of(points, SomePoints.image(), "geometry", 10, Progress.NONE);
        SimpleFeature feature = layer.node().getFeatureCollection().features().next();
        assertEquals(3.0, feature.getAttribute("geometry_1"));
        assertEquals(5.0, feature.getAttribute("style_css_1"));
        assertTrue(feature.getDefaultGeometry() instanceof Point, "geometry: " + feature.getDefaultGeometry());
    }

    @Test
    void coloursFollowTheValues() throws Exception {
        Product points = SomePoints.withDegrees(4);
        SomePoints.add(points, "thermal", -2, 0, 2, Double.NaN);
        PointLayer layer = PointLayer.of(points, SomePoints.image(), "thermal", 100, Progress.NONE);
        assertEquals(-2.0, layer.colours().minimum());
        assertEquals(2.0, layer.colours().maximum());
        List<String> styles = new ArrayList<>();
        features(layer).values().forEach(feature -> styles.add((String) feature.getAttribute("style_css")));
        assertTrue(styles.get(0).matches("fill:#[0-9a-f]{6}; .*symbol:circle"), styles.get(0));
        assertNotEquals(styles.get(0), styles.get(1));
        assertNotEquals(styles.get(0), styles.get(2));
        assertEquals(PointStyles.NO_VALUE, styles.get(3));
        assertEquals("4 of the 4 points of points in the image, coloured by thermal from -2 to 2", layer.summary());
        assertEquals("points_thermal", layer.node().getName());
    }

    @Test
    void ofManyTheMostCoherentAreShown() throws Exception {
        Product points = SomePoints.withDegrees(5);
        SomePoints.add(points, "temporal_coherence", 0.2, 0.9, Double.NaN, 0.5, 0.7);
        PointLayer layer = PointLayer.of(points, SomePoints.image(), null, 3, Progress.NONE);
        assertEquals(List.of("point_1", "point_3", "point_4"), List.copyOf(features(layer).keySet()));
        assertEquals("3 of the 5 points of points in the image, the best by temporal_coherence", layer.summary());
        assertNull(layer.colours());
    }

    @Test
    void ofManyThoseOfTheSmallestDispersionAreShown() throws Exception {
        Product points = SomePoints.withDegrees(4);
        SomePoints.add(points, "nmad", 0.2, 0.1, Double.NaN, 0.05);
        PointLayer layer = PointLayer.of(points, SomePoints.image(), null, 2, Progress.NONE);
        assertEquals(List.of("point_1", "point_3"), List.copyOf(features(layer).keySet()));
    }

    @Test
    void withoutAQualityTheyAreSpreadEvenly() throws Exception {
        PointLayer layer = PointLayer.of(SomePoints.withDegrees(6), SomePoints.image(), null, 3, Progress.NONE);
        assertEquals(List.of("point_0", "point_2", "point_4"), List.copyOf(features(layer).keySet()));
        assertTrue(layer.summary().endsWith("evenly spread"), layer.summary());
    }

    @Test
    void pointsOutsideOfTheImageAreCounted() throws Exception {
        Product points = SomePoints.withDegrees(4);
        points.getBand("lat").getRasterData().setElemDoubleAt(3, 10.0);
        points.getBand("lat").getRasterData().setElemDoubleAt(2, Double.NaN);
        PointLayer layer = PointLayer.of(points, SomePoints.image(), null, 100, Progress.NONE);
        assertEquals(2, layer.inside());
        assertEquals("2 of the 2 points of points in the image; 2 points lie outside of it or have no place", layer.summary());
    }

    @Test
    void aLayerOfTheSameNameIsReplaced() throws Exception {
        Product points = SomePoints.withDegrees(3);
        Product image = SomePoints.image();
        PointLayer.of(points, image, "velocity", 100, Progress.NONE).addTo(image);
        PointLayer second = PointLayer.of(points, image, "velocity", 2, Progress.NONE);
        second.addTo(image);
        PointLayer.of(points, image, null, 2, Progress.NONE).addTo(image);
        assertEquals(List.of("points_velocity", "points_points"), List.of(image.getVectorDataGroup().getNodeNames()));
        assertEquals(second.node(), image.getVectorDataGroup().get("points_velocity"));
        assertFalse(second.node().getDefaultStyleCss().isEmpty());
    }

    @Test
    void rowsOfPointsAreReadInTheirOrder() throws Exception {
        int count = 5000;
        Product points = SomePoints.withDegrees(count);
        assertEquals(4096, points.getSceneRasterWidth());
        double[] samples = PointColumn.samples(points.getBand("velocity"));
        assertEquals(count, samples.length);
        assertEquals(4095 - 1.0, samples[4095]);
        assertEquals(4999 - 1.0, samples[4999]);
    }
}
