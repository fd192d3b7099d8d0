package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insardask.vector.SampleLayer;
import org.insardask.vector.VectorSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** The same polygons in another file format give the same bytes, but for the name of the file. */
class PolygonEnrichmentFormatsTest {
    /** Of the product's header, and of the nodes of the graph that SNAP writes down. */
    private static final Pattern TIMES =
            Pattern.compile("[0-9]{2}-[A-Z]{3}-[0-9]{4} [0-9:.]*|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]*Z|\\$[0-9A-F]{6,}");

    @TempDir
    private Path folder;

    private static SampleLayer polygons() {
        Random random = new Random(3);
        List<Geometry> geometries = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double x = random.nextInt(1000) / 64.0;
            double y = random.nextInt(1000) / 64.0;
            double[] hole = {x + 0.25, y + 0.25};
            geometries.add(VectorSamples.wkt("POLYGON ((" + x + " " + y + ", " + (x + 1) + " " + y + ", " + (x + 1) + " " + (y + 1) + ", "
                    + x + " " + y + "), (" + hole[0] + " " + (hole[1] - 0.125) + ", " + (hole[0] + 0.25) + " " + hole[1] + ", "
                    + hole[0] + " " + hole[1] + ", " + hole[0] + " " + (hole[1] - 0.125) + "))"));
            Double height = random.nextInt(9) == 0 ? null : random.nextInt(4000) / 16.0;
            rows.add(new Object[] {i, height, i % 11 == 5 ? null : "kind \u00e9 " + i % 7});
        }
        rows.set(0, new Object[] {0, 2.5, "first"});
        return new SampleLayer(4326, geometries, List.of("number", "height", "kind"), rows);
    }

    /** The files of a product by name, the name of the polygon file and times in headers taken out. */
    private static Map<String, byte[]> files(Path product, String format) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(product)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (file.toString().endsWith(".dim") || file.toString().endsWith(".hdr")) {
                    String text = new String(bytes, StandardCharsets.ISO_8859_1)
                            .replace("in_" + format, "in").replace("out_" + format, "out").replace("areas." + format, "areas");
                    bytes = TIMES.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
                }
                files.put(product.relativize(file).toString(), bytes);
            }
        }
        return files;
    }

    @Test
    void theSameBytes() throws IOException, SQLException {
        SampleLayer polygons = polygons();
        Random random = new Random(4);
        double[] lon = random.doubles(20_000, -1, 17).toArray();
        double[] lat = random.doubles(20_000, -1, 17).toArray();
        Map<String, byte[]> expected = null;
        for (String format : SampleLayer.FORMATS) {
            Path input = Files.createDirectory(folder.resolve("in_" + format));
            Path output = Files.createDirectory(folder.resolve("out_" + format));
            Path file = polygons.write(input, "areas", format);
            PointProducts.write(PointProducts.enrichPoints(PointProducts.of(lon, lat), file, "number,height,kind"),
                    output.resolve("enriched.dim"), "BEAM-DIMAP");
            Map<String, byte[]> written = files(output, format);
            expected = expected == null ? written : expected;
            assertEquals(expected.keySet(), written.keySet(), format);
            for (Map.Entry<String, byte[]> entry : written.entrySet()) {
                if (entry.getKey().endsWith(".dim")) {
                    assertEquals(new String(expected.get(entry.getKey()), StandardCharsets.ISO_8859_1),
                            new String(entry.getValue(), StandardCharsets.ISO_8859_1), format);
                }
                assertArrayEquals(expected.get(entry.getKey()), entry.getValue(), format + " " + entry.getKey());
            }
        }
        assertEquals(6, expected.keySet().stream().filter(name -> name.endsWith(".img")).count(), expected.keySet().toString());
    }
}
