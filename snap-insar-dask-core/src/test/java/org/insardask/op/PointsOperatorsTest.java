package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators on points give what they give on the pixels of the points. */
class PointsOperatorsTest {

    private static final PointsCase CASE = new PointsCase(93, 61, 12, 0.8);

    @TempDir
    private Path folder;
    private Path polygons;

    @BeforeEach
    void writePolygons() throws IOException {
        assertTrue(CASE.points().length > 4096);
        polygons = Files.writeString(folder.resolve("areas.geojson"), "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("a", 4.82, 52.35, 4.86, 52.39) + "," + feature("b", 4.85, 52.31, 4.89, 52.36) + "]}");
    }

    private static String feature(String name, double west, double south, double east, double north) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
                + west + "," + south + "],[" + east + "," + south + "],[" + east + "," + north + "],[" + west + "," + north + "],["
                + west + "," + south + "]]]}}";
    }

    @Test
    void polygonEnrichment() throws IOException {
        Product pixels = PointProducts.enrich(CASE.stack(), polygons, "name");
        Product points = PointProducts.enrich(CASE.extract(), polygons, "name");
        double[] expected = CASE.atPoints(PointProducts.doubles(pixels, "polygon_id"), -1);
        assertArrayEquals(expected, PointProducts.doubles(points, "polygon_id"));
        assertTrue(Arrays.stream(expected).filter(id -> id >= 0).count() > 500);
    }

    @Test
    void arcUnwrappingAndReReference() throws IOException {
        int reference = 100;
        Object[] onPixels = {"terms", new String[] {"offset", "velocity", "height"}, "referenceX", CASE.points()[reference] % 93,
            "referenceY", CASE.points()[reference] / 93};
        Object[] onPoints = {"terms", new String[] {"offset", "velocity", "height"}, "referenceX", reference, "referenceY", 0};
        Product pixels = PointsCase.run("Arc-Unwrapping", CASE.stack(), onPixels);
        Product points = PointsCase.run("Arc-Unwrapping", CASE.extract(), onPoints);
        for (String band : List.of("velocity", "height", "temporal_coherence",
                "dis_unw_" + ArcProducts.snap(CASE.scene.dates[3]))) {
            assertArrayEquals(CASE.atPoints(PointProducts.doubles(pixels, band), Double.NaN), PointProducts.doubles(points, band), band);
        }
        Product movedPixels = PointsCase.run("Re-Reference", pixels, "referenceX", CASE.points()[4200] % 93, "referenceY",
                CASE.points()[4200] / 93);
        Product movedPoints = PointsCase.run("Re-Reference", points, "referenceX", 104, "referenceY", 1);
        assertArrayEquals(CASE.atPoints(PointProducts.doubles(movedPixels, "velocity"), Double.NaN),
                PointProducts.doubles(movedPoints, "velocity"));
        Product inPolygon = PointsCase.run("Re-Reference", points, "vectorFile", polygons.toFile(), "polygonField", "name", "polygonValue",
                "a");
        double shift = PointProducts.doubles(points, "velocity")[7] - PointProducts.doubles(inPolygon, "velocity")[7];
        assertTrue(Math.abs(shift) > 0.01 && Math.abs(shift) < 10.0, "" + shift);
    }

    /** Baselines of the metadata need range and incidence angle, which are tie points. */
    @Test
    void heightsFromBaselines() throws IOException {
        Object[] parameters = {"terms", new String[] {"offset", "velocity", "height"}, "heightToPhase", "BASELINES", "referenceX", 0,
            "referenceY", 0};
        Object[] onPixels = parameters.clone();
        onPixels[5] = CASE.points()[0] % 93;
        onPixels[7] = CASE.points()[0] / 93;
        double[] expected = CASE.atPoints(PointProducts.doubles(PointsCase.run("Arc-Unwrapping", CASE.stack(), onPixels), "height"),
                Double.NaN);
        double[] found = PointProducts.doubles(PointsCase.run("Arc-Unwrapping", CASE.extract(), parameters), "height");
        assertArrayEquals(expected, found, 1e-4);
    }

    @Test
    void polygonStatistics() throws IOException {
        Path ofPixels = folder.resolve("pixels.csv");
        Path ofPoints = folder.resolve("points.csv");
        Product points = CASE.extract();
        Product masked = PointsCase.run("Polygon-Statistics", CASE.stack(), "bands", new String[] {"number"}, "vectorFile",
                polygons.toFile(), "outputFile", ofPixels.toFile(), "maskBand", "ps", "maskMinimum", 1.0);
        PointProducts.ints(masked, masked.getBandAt(0).getName());
        masked.dispose();
        Product all = PointsCase.run("Polygon-Statistics", points, "bands", new String[] {"number"}, "vectorFile", polygons.toFile(),
                "outputFile", ofPoints.toFile());
        PointProducts.ints(all, all.getBandAt(0).getName());
        all.dispose();
        List<String> expected = Files.readAllLines(ofPixels);
        List<String> found = Files.readAllLines(ofPoints);
        assertEquals(3, found.size());
        for (int row = 1; row < 3; row++) {
            assertEquals(afterPixels(expected.get(row)), afterPixels(found.get(row)));
        }
    }

    /** All but the number of pixels in the polygon, which counts those outside of the mask too. */
    private static List<String> afterPixels(String line) {
        List<String> values = Arrays.asList(line.split(",", -1));
        return values.subList(values.size() - 6, values.size());
    }
}
