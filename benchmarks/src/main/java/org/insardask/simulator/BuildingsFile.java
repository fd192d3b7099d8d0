package org.insardask.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.insardask.vector.AttributeType;
import org.insardask.vector.FeatureFile;
import org.insardask.vector.FeatureTable;
import org.insardask.vector.FeatureTable.Column;

/** Writes buildings to a GeoPackage: one layer of multi-polygons in EPSG:4326. Equal buildings give equal bytes. Stateless. */
final class BuildingsFile {
    private static final FeatureTable TABLE = new FeatureTable("buildings", "Buildings of a made-up town", true, List.of(
            new Column("id", AttributeType.INTEGER), new Column("name", AttributeType.STRING), new Column("type", AttributeType.STRING),
            new Column("roof_height", AttributeType.FLOAT), new Column("year", AttributeType.INTEGER)));

    private BuildingsFile() {
    }

    /**
     * Writes a file anew.
     *
     * @throws IOException if the file cannot be written
     */
    static void write(List<Building> buildings, Path file) throws IOException {
        FeatureFile.write(file, TABLE, sink -> {
            for (Building b : buildings) {
                sink.write(b.parts(), List.of(b.id(), b.name(), b.type(), b.height(), b.year()));
            }
        });
    }
}
