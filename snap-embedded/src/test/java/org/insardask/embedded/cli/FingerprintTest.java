package org.insardask.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.insardask.embedded.graph.Graph;
import org.insardask.embedded.graph.GraphNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a run another run. */
class FingerprintTest {

    @TempDir
    private Path folder;

    private String fingerprint(String region, String target, Map<String, String> properties) throws IOException {
        GraphNode read = new GraphNode("r", "Read", List.of(), Map.of("file", folder.resolve("a.dim").toString()), "");
        GraphNode subset = new GraphNode("s", "Subset", List.of(new GraphNode.Source("source", "r")), Map.of("region", region), "");
        GraphNode write = new GraphNode("w", "Write", List.of(new GraphNode.Source("source", "s")),
                Map.of("file", folder.resolve(target).toString()), "");
        return Fingerprint.of(new Graph(List.of(read, subset, write)), properties);
    }

    private String fingerprint() throws IOException {
        return fingerprint("0,0,1,1", "out.dim", Map.of());
    }

    @Test
    void parametersPropertiesAndSourcesCount() throws IOException {
        Files.writeString(folder.resolve("a.dim"), "header");
        Files.createDirectory(folder.resolve("a.data"));
        Files.writeString(folder.resolve("a.data/b.img"), "samples");
        final String first = fingerprint();
        assertEquals(first, fingerprint());
        assertNotEquals(first, fingerprint("0,0,1,2", "out.dim", Map.of()));
        assertNotEquals(first, fingerprint("0,0,1,1", "out.dim", Map.of("x", "y")));
        Files.setLastModifiedTime(folder.resolve("a.data/b.img"), FileTime.fromMillis(1_000_000));
        assertNotEquals(first, fingerprint());
    }

    @Test
    void whatIsWrittenDoesNotCount() throws IOException {
        Files.writeString(folder.resolve("a.dim"), "header");
        final String first = fingerprint();
        Files.writeString(folder.resolve("out.dim"), "result");
        assertEquals(first, fingerprint());
    }

    @Test
    void propertiesOfJavaCountWhereverTheyWereSet() throws IOException {
        Files.writeString(folder.resolve("a.dim"), "header");
        final String first = fingerprint();
        System.setProperty("znap.compressor.id", "zlib");
        try {
            assertNotEquals(first, fingerprint());
        } finally {
            System.clearProperty("znap.compressor.id");
        }
        assertEquals(first, fingerprint("0,0,1,1", "out.dim", Map.of("insardask.sync", "true")), "changes no byte");
    }

    @Test
    void classesInFoldersCount() throws IOException {
        Files.writeString(folder.resolve("a.dim"), "header");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        final String before = System.getProperty("java.class.path");
        System.setProperty("java.class.path", before + File.pathSeparator + classes);
        try {
            final String first = fingerprint();
            Files.writeString(classes.resolve("A.class"), "code");
            assertNotEquals(first, fingerprint());
        } finally {
            System.setProperty("java.class.path", before);
        }
    }

    @Test
    void whatLinksLeadToCounts() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectory(elsewhere.resolve("a.data"));
        Path header = Files.writeString(elsewhere.resolve("a.dim"), "header");
        Path samples = Files.writeString(elsewhere.resolve("a.data/b.img"), "samples");
        Files.createSymbolicLink(folder.resolve("a.dim"), header);
        Files.createSymbolicLink(folder.resolve("a.data"), elsewhere.resolve("a.data"));
        Files.createSymbolicLink(elsewhere.resolve("a.data/round"), elsewhere);
        final String first = fingerprint();
        Files.setLastModifiedTime(samples, FileTime.fromMillis(1_000_000));
        final String second = fingerprint();
        assertNotEquals(first, second);
        Files.setLastModifiedTime(header, FileTime.fromMillis(1_000_000));
        assertNotEquals(second, fingerprint());
    }

    @Test
    void dataFilesOfAnotherNameCount() throws IOException {
        Files.writeString(folder.resolve("a.dim"), "<Data_File><DATA_FILE_PATH href=\"original.data/b.hdr\" /></Data_File>");
        Files.createDirectory(folder.resolve("original.data"));
        Files.writeString(folder.resolve("original.data/b.img"), "samples");
        final String first = fingerprint();
        Files.setLastModifiedTime(folder.resolve("original.data/b.img"), FileTime.fromMillis(1_000_000));
        assertNotEquals(first, fingerprint());
    }
}
