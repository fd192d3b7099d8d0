package org.insardask.ui.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The palettes in SNAP's folder. */
class PaletteInstallerTest {

    @Test
    void palettesAreInstalledAndThoseOfTheUserStay(@TempDir Path folder) throws IOException {
        Path palettes = folder.resolve("auxdata/color_palettes");
        Files.createDirectories(palettes);
        Path own = palettes.resolve(PaletteFile.SIGMA.fileName());
        Files.writeString(own, "mine");
        new PaletteInstaller(palettes).install();
        assertEquals("mine", Files.readString(own));
        try (Stream<Path> files = Files.list(palettes)) {
            assertEquals(List.of("insar_dask_motion.cpd", "insar_dask_quality.cpd", "insar_dask_sigma.cpd"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void allPalettesCanBeRead() throws IOException {
        for (PaletteFile palette : PaletteFile.values()) {
            var points = palette.stretched(2.0, 4.0).getPoints();
            assertEquals(2.0, points[0].getSample());
            assertEquals(4.0, points[points.length - 1].getSample(), 1e-12);
            for (int i = 1; i < points.length; i++) {
                assertTrue(points[i].getSample() > points[i - 1].getSample(), palette + " ascends");
            }
        }
    }

    @Test
    void snapRunsInstallerAndService() throws IOException {
        String started = "/META-INF/namedservices/Modules/Start/java.lang.Runnable";
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PaletteFile.class.getResourceAsStream(started), StandardCharsets.UTF_8))) {
            List<String> names = in.lines().toList();
            assertTrue(names.contains(PaletteInstaller.class.getName()) && names.contains(ColourService.class.getName()), names.toString());
        }
    }
}
