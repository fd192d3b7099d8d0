package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.esa.snap.core.datamodel.Product;
import org.esa.snap.core.gpf.GPF;
import org.esa.snap.core.gpf.Operator;
import org.esa.snap.core.gpf.OperatorException;
import org.junit.jupiter.api.Test;

class PolygonStatisticsErrorsTest extends StatisticsCase {

    private static final String BANDS = "lon, lat, velocity, height, temporal_coherence, status";

    /** Mistakes are found before any tile is computed. */
    private void refused(String message, Object... more) {
        Map<String, Object> parameters = StatisticsScene.parameters(output, polygons, more);
        OperatorException e = assertThrows(OperatorException.class,
                () -> GPF.createProduct("Polygon-Statistics", parameters, scene.product()));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void bandsThatDoNotExist() {
        refused("bands: source 'scene' has no band 'speed'; its bands are " + BANDS, "bands", new String[] {"height", "speed"});
        refused("'height' stands there twice", "bands", new String[] {"height", "height"});
        refused("maskBand: source 'scene' has no band 'coherence'", "maskBand", "coherence", "maskMinimum", 0.5);
        refused("flagBand: source 'scene' has no band 'flags'", "flagBand", "flags", "requiredFlags", new String[] {"solved"});
        refused("polygonIdBand: source 'scene' has no band 'numbers'", "polygonIdBand", "numbers");
        refused("longitudeBand = 'x': source 'scene' has no such band", "longitudeBand", "x");
    }

    @Test
    void aProductWithoutUsualBands() {
        Product product = new Product("empty", "test", 3, 3);
        product.addBand("speed", "1");
        OperatorException e = assertThrows(OperatorException.class,
                () -> GPF.createProduct("Polygon-Statistics", StatisticsScene.parameters(output, polygons), product));
        assertTrue(e.getMessage().contains("bands is not given, and source 'empty' has none of velocity, height, thermal; "
                + "its bands are speed"), e.getMessage());
    }

    @Test
    void masksAndFlagsThatMakeNoSense() {
        refused("maskBand is given without maskMinimum or maskMaximum", "maskBand", "height");
        refused("maskMinimum or maskMaximum is given without maskBand", "maskMaximum", 2.0);
        refused("maskMinimum = 2.0 is more than maskMaximum = 1.0", "maskBand", "height", "maskMinimum", 2.0, "maskMaximum", 1.0);
        refused("requiredFlags: band 'status' has no flag 'good'; its flags are solved, not_proven",
                "requiredFlags", new String[] {"good"});
        refused("excludedFlags is given, but band 'height' has no flags", "flagBand", "height", "excludedFlags", new String[] {"solved"});
    }

    @Test
    void outputsThatCannotBeWritten() throws IOException {
        refused("a name that ends in .gpkg or .csv was expected", "outputFile", folder.resolve("areas.shp").toFile());
        refused("is a folder; a file was expected", "outputFile", Files.createDirectory(folder.resolve("folder.csv")).toFile());
        Path file = Files.writeString(folder.resolve("file"), "");
        refused("cannot write to " + file, "outputFile", file.resolve("areas.csv").toFile());
        Path table = Files.copy(polygons, folder.resolve("areas.csv"));
        refused("is the vector file too", "outputFile", table.toFile(), "vectorFile", table.toFile());
    }

    @Test
    void polygonsThatAreNotThere() {
        polygons = null;
        refused("source 'scene' has no band 'polygon_id' of polygon numbers, and vectorFile is not given; run Polygon-Enrichment first, or "
                + "give vectorFile. Its bands are " + BANDS);
        refused("has no band", "polygonIdBand", "none");
        Path missing = folder.resolve("missing.gpkg");
        refused(missing + ": no such file", "vectorFile", missing.toFile(), "longitudeBand", "lon", "latitudeBand", "lat");
        refused("fields is given without vectorFile", "polygonIdBand", "height", "fields", "name");
    }

    @Test
    void vectorFilesOfAnotherKind() throws IOException {
        refused("encoding = 'utf-99' is not known", "encoding", "utf-99");
        Path enriching = Files.copy(polygons, folder.resolve("other.geojson"));
        String text = Files.readString(polygons);
        Files.writeString(enriching, text.substring(0, text.lastIndexOf(",{\"type\":\"Feature\"")) + "]}");
        Product enriched = PointProducts.enrichPoints(scene.product(), enriching, "name");
        Map<String, Object> parameters = Map.of("outputFile", output.toFile(), "vectorFile", polygons.toFile());
        OperatorException e = assertThrows(OperatorException.class, () -> StatisticsScene.run(enriched, parameters, null));
        assertTrue(e.getMessage().contains("band 'polygon_id' numbers the 5 features of other.geojson, but " + polygons + " has 6"),
                e.getMessage());
        assertEquals(List.of(), results());
    }

    /** The last tile holds a number that no polygon has. */
    @Test
    void aFailureInATileLeavesWhatWasThere() throws IOException {
        Files.createDirectories(output.getParent());
        Files.writeString(output, "before");
        Product product = scene.product();
        double[] numbers = new double[scene.velocity.length];
        Arrays.fill(numbers, 2);
        numbers[numbers.length - 1] = 6;
        PointProducts.addBand(product, "numbers", numbers);
        assertFails(product, "band 'numbers' holds 6.0, expected the numbers of polygons, which are 0 to 5");
        numbers[numbers.length - 1] = 1.5;
        assertFails(product, "band 'numbers' holds 1.5, expected the numbers of polygons");
        assertEquals(List.of("areas.gpkg"), results());
        assertArrayEquals("before".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(output));
    }

    private void assertFails(Product product, String message) {
        Map<String, Object> parameters = StatisticsScene.parameters(output, polygons, "polygonIdBand", "numbers");
        Exception e = assertThrows(Exception.class, () -> StatisticsScene.run(product, parameters, new Dimension(16, 16)));
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertTrue(cause.getMessage().contains(message), cause.getMessage());
    }

    private List<String> results() throws IOException {
        if (!Files.exists(output.getParent())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(output.getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Where no polygon has a pixel, somebody has taken the wrong file: the table is written, and the line that counts is a warning. */
    @Test
    void noPolygonWithPixels() throws IOException {
        assertEquals(List.of(Level.INFO + ": 6 polygons, 5 of them with statistics"), counts());
        assertEquals(List.of(Level.WARNING + ": 6 polygons, 0 of them with statistics"),
                counts("maskBand", "temporal_coherence", "maskMinimum", 2.0));
    }

    private List<String> counts(Object... more) throws IOException {
        LogLines log = new LogLines();
        Operator operator = GPF.getDefaultInstance().createOperator("Polygon-Statistics",
                StatisticsScene.parameters(output, polygons, more), Map.of("source", scene.product()), null);
        operator.setLogger(log.logger());
        PointProducts.doubles(operator.getTargetProduct(), "counted");
        operator.dispose();
        return log.records().stream().filter(line -> line.getMessage().contains(" polygons, "))
                .map(line -> line.getLevel() + line.getMessage().substring(line.getMessage().lastIndexOf(": "))).toList();
    }
}
