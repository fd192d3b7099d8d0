package org.insardask.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationSettingsTest {
    @TempDir
    private Path folder;

    private SimulationSettings read(String text) throws IOException {
        return SimulationSettings.read(Files.writeString(folder.resolve("s.properties"), text));
    }

    @Test
    void whatIsNotNamedIsAsInTheTown() throws IOException {
        assertEquals(SimulationSettings.town().resized(64, 32, 30), read("width=64\nheight=32\n"));
    }

    @Test
    void unknownNameIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read("wdth=64\n"));
        assertTrue(e.getMessage().endsWith("names unknown settings: [wdth]"), e.getMessage());
    }

    @Test
    void tooSmallIsRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read("width=4\n"));
        assertEquals("width and height must be 16 or more, but are 4 x 96", e.getMessage());
    }
}
