package org.insardask.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs are put where the menu entries and the Graph Builder look for them. */
class GraphInstallerTest {

    @TempDir
    private Path folder;

    @Test
    void copiesEveryGraphToBothFolders() throws IOException {
        new GraphInstaller(folder).install();
        for (String name : GraphInstaller.NAMES) {
            String expected = resource(name);
            assertEquals(expected, Files.readString(folder.resolve("internal/insardask").resolve(name)));
            assertEquals(expected, Files.readString(folder.resolve("Radar/PSI Graphs").resolve(name)));
        }
    }

    @Test
    void aNewerModuleBringsNewerGraphs() throws IOException {
        Path graph = Files.createDirectories(folder.resolve("internal/insardask")).resolve("psi-chain.xml");
        Files.writeString(graph, "of last year");
        new GraphInstaller(folder).install();
        assertEquals(resource("psi-chain.xml"), Files.readString(graph));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsAnErrorThatDoesNotStopSnap() throws IOException {
        Path file = Files.writeString(folder.resolve("graphs"), "not a folder");
        GraphInstaller installer = new GraphInstaller(file);
        IOException error = assertThrows(IOException.class, installer::install);
        assertTrue(error.getMessage().contains("graphs"), error.getMessage());
    }

    @Test
    void snapRunsItAtStart() throws IOException {
        try (InputStream in = GraphInstaller.class.getResourceAsStream("/META-INF/namedservices/Modules/Start/java.lang.Runnable")) {
            String names = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(names.lines().toList().contains(GraphInstaller.class.getName()), names);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = GraphInstaller.class.getResourceAsStream("graphs/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
