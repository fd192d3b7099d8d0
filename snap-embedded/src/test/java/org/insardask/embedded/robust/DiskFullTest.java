package org.insardask.embedded.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.gpf.TestProducts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file system that fills up, and a limit of the size of files: a clear error, nothing half-written, the old product intact. */
class DiskFullTest {

    private static final int BLOCKS = 100;

    @TempDir
    static Path folder;

    private static Path source;

    private Path mounted;

    @BeforeAll
    static void writeSource() {
        source = folder.resolve("in.dim");
        GPF.writeProduct(TestProducts.ramp(400, 400, 2), source.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            assertEquals(0, execute("umount", mounted.toString()));
        }
    }

    private static int execute(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            return -1;
        }
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static String[] arguments(Path target, int factor, String... more) {
        List<String> all = new java.util.ArrayList<>(List.of("TestSlow", "-Ssource=" + source, "-t", target.toString(),
                "-Pfactor=" + factor, "-Pmillis=0", "-q", "2"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String fail(List<String> before, String... arguments) throws IOException {
        try (JavaProcess run = JavaProcess.start(before, arguments)) {
            run.go();
            assertEquals(1, run.awaitEnd(), run::said);
            return run.said().lines().filter(line -> line.startsWith("Error: ")).findFirst().orElse(run.said());
        }
    }

    private static void succeed(String... arguments) throws IOException {
        try (JavaProcess run = JavaProcess.start(arguments)) {
            run.go();
            assertEquals(0, run.awaitEnd(), run::said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.dim", "a.znap"})
    void aLimitOfTheSizeOfFiles(String name) throws Exception {
        Path place = Files.createDirectories(folder.resolve("limit-" + name));
        Path target = place.resolve(name);
        succeed(arguments(target, 3));
        final Map<String, String> old = Folders.contents(place);
        List<String> limit = List.of("sh", "-c", "ulimit -f " + BLOCKS + " && exec \"$@\"", "sh");
        String error = fail(limit, arguments(target, 2));
        assertTrue(error.startsWith("Error: Cannot write '" + target + "': ") && error.endsWith(": File too large"), error);
        assertEquals(old, Folders.contents(place));
        assertEquals(List.of(), Folders.staging(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.dim", "a.znap"})
    void aFileSystemThatFillsUp(String name) throws Exception {
        Path place = Files.createDirectories(folder.resolve("small-" + name));
        assumeTrue(execute("mount", "-t", "tmpfs", "-o", "size=2100k", "tmpfs", place.toString()) == 0,
                "skipped: this machine does not let the test mount a file system");
        mounted = place;
        Path target = place.resolve(name);
        succeed(arguments(target, 3));
        final Map<String, String> old = Folders.contents(place);
        String error = fail(List.of(), arguments(target, 2));
        assertTrue(error.startsWith("Error: Cannot write '" + target + "': ") && error.endsWith(": No space left on device"), error);
        assertEquals(old, Folders.contents(place));
        assertEquals(List.of(), Folders.staging(place));
    }

    @Test
    void afterRoomIsMadeTheRunIsResumed() throws Exception {
        Path place = Files.createDirectories(folder.resolve("resumed"));
        assumeTrue(execute("mount", "-t", "tmpfs", "-o", "size=2100k", "tmpfs", place.toString()) == 0,
                "skipped: this machine does not let the test mount a file system");
        mounted = place;
        Path straight = Files.createDirectories(folder.resolve("straight")).resolve("a.dim");
        succeed(arguments(straight, 2));
        Path ballast = place.resolve("ballast");
        Files.write(ballast, new byte[1_200_000]);
        fail(List.of(), arguments(place.resolve("a.dim"), 2, "--resume"));
        assertEquals(1, Folders.staging(place).size());
        Files.delete(ballast);
        succeed(arguments(place.resolve("a.dim"), 2, "--resume"));
        assertEquals(Folders.contents(straight.getParent()), Folders.contents(place));
        assertEquals(List.of("a.data", "a.dim"), Folders.names(place));
    }
}
