package org.insardask.op;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A scene, its polygons in a file, and where a table of them goes; for the tests of Polygon-Statistics. */
abstract class StatisticsCase {

    @TempDir
    Path folder;

    final StatisticsScene scene = new StatisticsScene();
    Path polygons;
    Path output;

    @BeforeEach
    void writePolygons() throws IOException {
        polygons = StatisticsScene.polygons(folder);
        output = folder.resolve("results/areas.gpkg");
    }
}
