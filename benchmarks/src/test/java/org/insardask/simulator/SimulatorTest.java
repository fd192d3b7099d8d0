package org.insardask.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.esa.snap.core.dataio.ProductIO;
import org.esa.snap.core.datamodel.Band;
import org.esa.snap.core.datamodel.GeoPos;
import org.esa.snap.core.datamodel.PixelPos;
import org.esa.snap.core.datamodel.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed test products are those that their settings give, and say the same as the simulation. */
class SimulatorTest {
    @TempDir
    private static Path made;

    private static Path committed;
    private static StackSimulator simulator;

    @BeforeAll
    static void simulate() throws IOException {
        committed = Path.of(System.getProperty("insardask.root", ".."), "test-products", "town");
        SimulationSettings settings = SimulationSettings.read(committed.resolve("settings.properties"));
        Simulator.write(settings, made);
        simulator = new StackSimulator(settings);
    }

    private static List<String> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString()).filter(name -> name.endsWith(ending)).sorted()
                    .collect(Collectors.toList());
        }
    }

    @Test
    void samplesEqualTheCommittedOnes() throws IOException {
        List<String> names = files(committed, ".img");
        assertEquals(2 + 60 + 7 + 3 * 4, names.size());
        assertEquals(names, files(made, ".img"));
        for (String name : names) {
            assertArrayEquals(Files.readAllBytes(committed.resolve(name)), Files.readAllBytes(made.resolve(name)), name);
        }
    }

    @Test
    void tablesEqualTheCommittedOnes() throws IOException {
        for (String name : List.of("town_temperatures.csv", "town_epochs.csv")) {
            assertEquals(Files.readString(committed.resolve(name)), Files.readString(made.resolve(name)), name);
        }
    }

    @Test
    void committedSetIsSmall() throws IOException {
        try (Stream<Path> files = Files.walk(committed)) {
            assertTrue(files.mapToLong(file -> file.toFile().length()).sum() < 5_000_000);
        }
    }

    @Test
    void buildingsAreInTheGeoPackage() throws SQLException {
        String query = "SELECT id, name, type, roof_height, year, typeof(geom) FROM buildings ORDER BY fid";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + committed.resolve("town_buildings.gpkg"));
                Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            for (Building building : simulator.plan().buildings()) {
                assertTrue(rows.next());
                assertEquals(building.id(), rows.getInt(1));
                assertEquals(building.name(), rows.getString(2));
                assertEquals(building.type(), rows.getString(3));
                assertEquals(building.height(), rows.getDouble(4));
                assertEquals(building.year(), rows.getInt(5));
                assertEquals("blob", rows.getString(6));
            }
            assertTrue(!rows.next());
        }
    }

    @Test
    void productsAreDescribed() throws IOException {
        Product mother = ProductIO.readProduct(committed.resolve("town_mother.dim").toFile());
        Product stack = ProductIO.readProduct(committed.resolve("town_ifg.dim").toFile());
        Band real = mother.getBand("i_VV_ref_31Oct2021");
        assertEquals("real", real.getUnit());
        assertTrue(real.isNoDataValueUsed());
        assertEquals(60, stack.getNumBands());
        assertEquals("imaginary", stack.getBand("q_ifg_VV_31Oct2021_04Jan2021").getUnit());
        double baseline = stack.getMetadataRoot().getElement("Abstracted_Metadata").getElement("Baselines").getElement("Ref_31Oct2021")
                .getElement("Secondary_04Jan2021").getAttributeDouble("Perp Baseline");
        assertEquals(simulator.acquisitions().baseline(0), baseline);
        assertEquals(30, stack.getMetadataRoot().getElement("Secondary_Metadata").getNumElements());
    }

    @Test
    void geocodingIsThatOfTheSimulation() throws IOException {
        Product truth = ProductIO.readProduct(committed.resolve("town_truth.dim").toFile());
        GeoPos place = truth.getSceneGeoCoding().getGeoPos(new PixelPos(41.5, 77.5), null);
        assertEquals(simulator.radar().latitudeAt(41.5, 77.5), place.lat, 1e-9);
        assertEquals(simulator.radar().longitudeAt(41.5, 77.5), place.lon, 1e-9);
    }

    @Test
    void wrongCommandLinesAreExplained() {
        assertEquals("Usage: Simulator SETTINGS.properties FOLDER", complaint());
        assertTrue(complaint("none.properties", made.toString()).contains("none.properties"));
    }

    private static String complaint(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertEquals(1, Simulator.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        return bytes.toString(StandardCharsets.UTF_8).trim();
    }
}
