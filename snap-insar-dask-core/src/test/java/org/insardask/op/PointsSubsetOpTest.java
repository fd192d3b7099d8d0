package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.MetadataElement;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.points.PointOrder;
import org.insardask.points.PointThinning;
import org.insardask.stm.Stm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointsSubsetOpTest {

    private static final PointsCase MANY = new PointsCase(110, 90, 3, 0.9);
    private static final PointsCase FEW = new PointsCase(31, 22, 4, 0.2);

    @TempDir
    private Path folder;

    private static Product subset(Product source, Object... parameters) {
        return PointsCase.run("Points-Subset", source, parameters);
    }

    /** All bands of the subset hold what the source holds at the points with these numbers. */
    private static void assertPoints(int[] numbers, Product source, Product found) throws IOException {
        assertEquals(numbers.length, PointsCase.count(found));
        assertArrayEquals(source.getBandNames(), found.getBandNames());
        for (Band band : found.getBands()) {
            double[] before = PointProducts.doubles(source, band.getName());
            double[] after = PointProducts.doubles(found, band.getName());
            double missing = band.isNoDataValueUsed() ? band.getNoDataValue() : 0.0;
            for (int p = 0; p < after.length; p++) {
                assertEquals(p < numbers.length ? before[numbers[p]] : missing, after[p], band.getName() + " of point " + p);
            }
        }
    }

    @Test
    void thresholds() throws IOException {
        Product source = MANY.extract();
        double[] line = PointProducts.doubles(source, "line");
        Product found = subset(source, "maskBand", "line", "maskMinimum", 7.0, "maskMaximum", 70.0);
        int[] expected = IntStream.range(0, MANY.points().length).filter(p -> line[p] >= 7 && line[p] <= 70).toArray();
        assertTrue(expected.length > 4096 && found.getSceneRasterHeight() == 2, "" + expected.length);
        assertPoints(expected, source, found);
        MetadataElement record = found.getMetadataRoot().getElement("Points");
        assertEquals("ps", record.getAttributeString("mask"));
        assertEquals(110, record.getAttributeInt("sourceWidth"));
        MetadataElement how = found.getMetadataRoot().getElement("Points_Subset");
        assertEquals("7.0", how.getAttributeString("maskMinimum"));
        assertEquals(expected.length, how.getAttributeInt("points"));
        assertEquals(MANY.points().length, how.getAttributeInt("points_of_source"));
        assertEquals(PointProducts.doubles(source, "lat")[expected[5000]], PointProducts.doubles(found, "lat")[5000]);
        assertEquals(source.getTiePointGrid("incident_angle").getPixelDouble(expected[17] + 0.5, 0.5),
                found.getTiePointGrid("incident_angle").getPixelDouble(17.5, 0.5), 1e-4);
    }

    @Test
    void mortonOrderInAnyTiling() throws IOException {
        Product source = MANY.extract();
        int[] expected = PointOrder.morton(PointProducts.doubles(source, "lon"), PointProducts.doubles(source, "lat"));
        int[] there = Arrays.copyOf(expected, MANY.points().length);
        Product found = subset(source, "order", "MORTON");
        assertPoints(there, source, found);
        Product tiled = subset(source, "order", "MORTON");
        tiled.setPreferredTileSize(333, 1);
        assertPoints(there, source, tiled);
        Product byPixels = subset(source, "order", "MORTON_PIXELS");
        int[] codes = PointOrder.morton(Arrays.copyOf(PointProducts.ints(source, "line"), there.length),
                Arrays.copyOf(PointProducts.ints(source, "pixel"), there.length));
        assertPoints(codes, source, byPixels);
    }

    @Test
    void inPolygonsAndBestOfTheirNeighbours() throws IOException {
        Path polygon = Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{"
                + "\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
                + "4.82,52.33],[4.89,52.33],[4.89,52.39],[4.82,52.39],[4.82,52.33]]]}}]}");
        Product source = MANY.extract();
        double[] lon = PointProducts.doubles(source, "lon");
        double[] lat = PointProducts.doubles(source, "lat");
        double[] quality = PointProducts.doubles(source, "number");
        int[] inside = IntStream.range(0, MANY.points().length)
                .filter(p -> lon[p] > 4.82 && lon[p] < 4.89 && lat[p] > 52.33 && lat[p] < 52.39).toArray();
        assertTrue(inside.length > 100 && inside.length < MANY.points().length, "" + inside.length);
        Product polygons = subset(source, "vectorFile", polygon.toFile(), "polygonField", "name", "polygonValue", "a");
        assertPoints(inside, source, polygons);
        PointThinning thinning = new PointThinning(at(lon, inside), at(lat, inside), at(quality, inside));
        for (Object[] how : new Object[][] {{"minimumDistance", 300.0}, {"cellSize", 500.0, "pointsPerCell", 2}}) {
            boolean[] kept = how.length == 2 ? thinning.byDistance(300) : thinning.byCell(500, 2);
            int[] expected = IntStream.range(0, inside.length).filter(k -> kept[k]).map(k -> inside[k]).toArray();
            assertTrue(expected.length > 10 && expected.length < inside.length, "" + expected.length);
            Object[] all = Arrays.copyOf(how, how.length + 6);
            System.arraycopy(new Object[] {"vectorFile", polygon.toFile(), "qualityBand", "number", "bestQuality", "SMALLEST"}, 0, all,
                    how.length, 6);
            assertPoints(expected, source, subset(source, all));
        }
    }

    private static double[] at(double[] values, int[] numbers) {
        return Arrays.stream(numbers).mapToDouble(p -> values[p]).toArray();
    }

    @Test
    void largestCoherenceIsBestByItself() throws IOException {
        Product source = FEW.extract();
        double[] coherence = new double[FEW.points().length];
        Arrays.fill(coherence, 0.5);
        coherence[17] = 0.9;
        coherence[18] = Double.NaN;
        PointProducts.addBand(source, "temporal_coherence", coherence);
        Product found = subset(source, "minimumDistance", 1e6, "qualityBand", "temporal_coherence");
        assertPoints(new int[] {17}, source, found);
        assertEquals("LARGEST", found.getMetadataRoot().getElement("Points_Subset").getAttributeString("bestQuality"));
    }

    @Test
    void writtenReadAndSubsetAgain() throws IOException {
        Product source = MANY.extract();
        PointProducts.write(subset(source, "order", "MORTON"), folder.resolve("sorted.dim"), "BEAM-DIMAP");
        Product read = ProductIO.readProduct(folder.resolve("sorted.dim").toFile());
        Product back = subset(read, "maskBand", "point_id", "maskMaximum", 0.0);
        assertPoints(new int[] {0}, source, back);
        assertEquals("MORTON", back.getMetadataRoot().getElement("Points_Subset").getAttributeString("order"));
        assertTrue(back.getMetadataRoot().containsElement("Points_Subset_1"));
        read.dispose();
    }

    @Test
    void spaceTimeMatricesAreSources() throws IOException {
        Path csv = Files.writeString(folder.resolve("few.csv"), """
                pnt_lat,pnt_lon,d_20200101,d_20200113
                52.0,5.0,0.0,0.001
                nan,nan,0.0,0.002
                52.1,5.0,0.0,0.003
                """);
        Product source = Stm.read(csv);
        Product found = subset(source, "maskBand", "d_20200113", "maskMinimum", 0.002);
        assertPoints(new int[] {1, 2}, source, found);
        assertPoints(new int[] {0, 2}, source, subset(source, "minimumDistance", 1.0));
        assertPoints(new int[] {0, 2, 1}, source, subset(source, "order", "MORTON"));
        source.dispose();
    }

    /** A subset that was exported as Zarr still has the numbers of its source when it is read again. */
    @Test
    void numbersSurviveZarr() throws IOException {
        Product found = subset(FEW.extract(), "maskBand", "point_id", "maskMinimum", 3.0);
        Path zarr = folder.resolve("some.zarr");
        PointProducts.ints(PointsCase.run("Points-Export", found, "outputFile", zarr.toFile()), "written");
        Product read = Stm.read(zarr);
        assertArrayEquals(PointProducts.ints(found, "point_id"), PointProducts.ints(read, "point_id"));
        assertEquals(3, PointProducts.ints(read, "point_id")[0]);
        assertTrue(!read.containsBand("point_id_1"), String.join(", ", read.getBandNames()));
        read.dispose();
    }

    @Test
    void errors() {
        refused("is no product of points", FEW.stack());
        Product points = FEW.extract();
        refused("maskMinimum or maskMaximum is given without maskBand", points, "maskMinimum", 1.0);
        refused("layer is given without vectorFile", points, "layer", "x");
        refused("none of the " + FEW.points().length + " points of source", points, "maskBand", "line", "maskMinimum", 1e6);
        OperatorException e = assertThrows(OperatorException.class, () -> subset(points, "minimumDistance", -1.0));
        String message = e.getMessage();
        assertTrue(message.contains("minimumDistance") || message.contains("Minimum distance"), "SNAP tells the label: " + message);
        refused("pointsPerCell is given without cellSize", points, "pointsPerCell", 3);
        refused("qualityBand is given without minimumDistance or cellSize", points, "qualityBand", "line");
        refused("it is not known which values of band 'number' are best", points, "qualityBand", "number", "minimumDistance", 1.0);
        refused("qualityBand: source 'images_points' has no band 'nothing'", points, "qualityBand", "nothing", "minimumDistance", 1.0,
                "bestQuality", "LARGEST");
    }

    private static void refused(String message, Product source, Object... parameters) {
        OperatorException e = assertThrows(OperatorException.class, () -> subset(source, parameters));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
