package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Polygons of very many vertices and very many rings are read from every format, soon. */
class BigFilesTest {
    private static final int VERTICES = 1_000_000;
    private static final int HOLES = 20_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @TempDir
    private Path folder;

    static List<String> formats() {
        return SampleLayer.FORMATS;
    }

    private static SampleLayer layer(Polygon polygon) {
        MultiPolygon geometry = FACTORY.createMultiPolygon(new Polygon[] {polygon});
        return new SampleLayer(4326, List.of(geometry), List.of("a"), List.of(new Object[][] {{7}}));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aMillionVertices(String format) throws Exception {
        Coordinate[] ring = new Coordinate[VERTICES];
        for (int v = 0; v < VERTICES; v++) {
            double angle = -2 * Math.PI * v / (VERTICES - 1);
            double radius = 1 + 0.1 * (v % 2);
            ring[v] = new Coordinate(Math.round(1e6 * radius * Math.cos(angle)) / 1e6, Math.round(1e6 * radius * Math.sin(angle)) / 1e6);
        }
        ring[VERTICES - 1] = ring[0].copy();
        Path file = layer(FACTORY.createPolygon(ring)).write(folder, "circle", format);
        PolygonLayer read = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> VectorFiles.read(VectorRequest.of(file, "a")));
        assertEquals(0, LayerChecks.locate(read, 0.5, 0.5));
        assertEquals(-1, LayerChecks.locate(read, 0.8, 0.8));
    }

    /** In a Shapefile the shell of each ring has to be found. */
    @Test
    void manyHolesOfAShapefile() throws Exception {
        LinearRing[] holes = new LinearRing[HOLES];
        for (int h = 0; h < HOLES; h++) {
            double x = 0.001 + (h % 200) * 0.004;
            int row = h / 200;
            double y = 0.001 + row * 0.004;
            holes[h] = FACTORY.createLinearRing(new Coordinate[] {new Coordinate(x, y), new Coordinate(x, y + 0.002),
                new Coordinate(x + 0.002, y), new Coordinate(x, y)});
        }
        LinearRing shell = FACTORY.createLinearRing(new Coordinate[] {new Coordinate(0, 0), new Coordinate(1, 0), new Coordinate(1, 1),
            new Coordinate(0, 1), new Coordinate(0, 0)});
        Path file = layer(FACTORY.createPolygon(shell, holes)).write(folder, "holes", "shp");
        PolygonLayer read = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> VectorFiles.read(VectorRequest.of(file, "a")));
        assertEquals(1, read.polygons().polygonCount());
        assertEquals(0, LayerChecks.locate(read, 0.9, 0.9));
        assertEquals(-1, LayerChecks.locate(read, 0.0015, 0.0015));
    }
}
