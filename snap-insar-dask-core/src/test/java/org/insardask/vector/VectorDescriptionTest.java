package org.insardask.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.insardask.vector.VectorDescription.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers, fields and system of a polygon file, without reading its polygons. */
class VectorDescriptionTest {

    @TempDir
    private Path folder;

    @Test
    void geoPackage() throws VectorFileException, SQLException {
        Path file = VectorSamples.geoPackage(folder.resolve("town.gpkg"), 4326, "buildings", ", height DOUBLE, name TEXT, built INTEGER",
                "CREATE TABLE parcels (fid INTEGER PRIMARY KEY, geom BLOB, owner TEXT)",
                "INSERT INTO gpkg_contents (table_name) VALUES ('parcels')",
                "INSERT INTO gpkg_geometry_columns (table_name, column_name, srs_id) VALUES ('parcels', 'geom', -1)");
        VectorDescription first = VectorDescription.of(VectorRequest.of(file, "no such field"));
        assertEquals(List.of("buildings", "parcels"), first.layers());
        assertEquals("buildings", first.layer());
        assertEquals("EPSG:4326", first.crs());
        assertEquals(List.of(new Field("fid", AttributeType.INTEGER), new Field("height", AttributeType.FLOAT),
                new Field("name", AttributeType.STRING), new Field("built", AttributeType.INTEGER)), first.fields());
        VectorDescription second = VectorDescription.of(new VectorRequest(file, "parcels", List.of(), null, null));
        assertEquals(List.of("fid", "owner"), second.fieldNames());
        assertNull(second.crs(), "the layer names no system");
    }

    @Test
    void geoJsonGivesTheTypesThatAllValuesFit() throws IOException {
        Path file = Files.writeString(folder.resolve("town.geojson"), """
                {"type": "FeatureCollection", "name": "town", "features": [
                 {"type": "Feature", "geometry": null, "properties": {"floors": 3, "height": 9, "name": "a", "monument": true}},
                 {"type": "Feature", "geometry": null, "properties": {"floors": 5, "height": 14.5, "name": "b", "monument": false}}]}
                """);
        VectorDescription town = VectorDescription.of(VectorRequest.of(file));
        assertEquals(List.of("town"), town.layers());
        assertEquals(List.of(new Field("floors", AttributeType.INTEGER), new Field("height", AttributeType.FLOAT),
                new Field("name", AttributeType.STRING), new Field("monument", AttributeType.BOOLEAN)), town.fields());
        assertEquals("EPSG:4326", town.crs().replace("OGC:CRS84", "EPSG:4326"));
    }

    @Test
    void kmlNamesItsFolders() throws IOException {
        Path file = Files.writeString(folder.resolve("town.kml"), """
                <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>north</name><Placemark><name>a</name>
                <ExtendedData><Data name="floors"><value>3</value></Data></ExtendedData></Placemark></Folder>
                <Folder><name>south</name><Placemark><name>b</name></Placemark></Folder></Document></kml>
                """);
        VectorDescription town = VectorDescription.of(VectorRequest.of(file));
        assertEquals(List.of("town", "north", "south"), town.layers());
        assertEquals(List.of(new Field("name", AttributeType.STRING), new Field("floors", AttributeType.INTEGER)), town.fields());
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() {
        Path missing = folder.resolve("missing.gpkg");
        VectorFileException e = assertThrows(VectorFileException.class, () -> VectorDescription.of(VectorRequest.of(missing)));
        assertEquals(missing + ": no such file", e.getMessage());
    }
}
