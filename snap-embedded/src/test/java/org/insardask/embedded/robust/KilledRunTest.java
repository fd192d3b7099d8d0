package org.insardask.embedded.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.bc.ceres.core.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.gpf.TestProducts;
import org.insardask.embedded.io.StagedOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs are killed at random moments and resumed. After each kill a reader finds the old product as it was, or the new one, never a mixture
 * and never nothing where there was something; a run that gets through ends with the bytes of one that was never interrupted.
 */
class KilledRunTest {

    /** In all; more by hand: {@code -Dinsardask.kills=1000}. */
    private static final int KILLS = Integer.getInteger("insardask.kills", 50);
    private static final String LAST_TILE = "100 %";
    /** Kept from being collected, so that its level stays. */
    private static final Logger LOG = Logger.getLogger("org.insardask.embedded.io.StagingFolders");

    @TempDir
    static Path folder;

    private static Path source;
    /** Long enough for two chunks of ZNAP along its columns. */
    private static Path longSource;

    @BeforeAll
    static void writeSource() {
        source = folder.resolve("in.dim");
        GPF.writeProduct(TestProducts.ramp(70, 83, 2), source.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        longSource = folder.resolve("long.dim");
        GPF.writeProduct(TestProducts.ramp(70, 700, 2), longSource.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
        LOG.setLevel(Level.WARNING);
    }

    @AfterAll
    static void restoreLog() {
        LOG.setLevel(null);
    }

    private static String[] arguments(Path target, int factor, String... more) {
        boolean chunked = target.toString().endsWith(".znap");
        String[] fixed = {"TestSlow", "-Ssource=" + (chunked ? longSource : source), "-Ptile=" + (chunked ? 64 : 16),
                "-t", target.toString(), "-Pfactor=" + factor};
        String[] all = new String[fixed.length + more.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return all;
    }

    private static Map<String, String> complete(Path target, int factor, String... more) throws IOException {
        Files.createDirectories(target.getParent());
        try (JavaProcess run = JavaProcess.start(arguments(target, factor, more))) {
            run.go();
            assertEquals(0, run.awaitEnd(), run::said);
        }
        return Folders.contents(target.getParent());
    }

    @ParameterizedTest
    @CsvSource({"a.dim, 0.4, -Da=b", "a.znap, 0.4, -Da=b", "z.znap, 0.2, -Dznap.compressor.id=zlib"})
    void killedAnywhere(String name, double share, String property) throws Exception {
        Path place = folder.resolve(name + "-place");
        Path target = place.resolve(name);
        final Map<String, String> expected = complete(folder.resolve(name + "-reference").resolve(name), 2, property);
        final Map<String, String> old = complete(folder.resolve(name + "-old").resolve(name), 3, property);
        assertNotEquals(expected, old);
        Files.createDirectories(place);
        Pace pace;
        try (JavaProcess run = JavaProcess.start(arguments(folder.resolve(name + "-pace").resolve(name), 2, property))) {
            pace = Pace.measure(run);
        }
        Random random = new Random(KILLS);
        Deque<JavaProcess> waiting = new ArrayDeque<>();
        int kills = 0;
        try {
            Map<String, String> there = Map.of();
            Map<String, String> visible = Map.of();
            while (kills < share * KILLS) {
                if (Folders.names(place).isEmpty() && random.nextInt(4) > 0) {
                    Folders.copyInto(folder.resolve(name + "-old"), place);
                    there = old;
                    visible = old;
                }
                while (waiting.size() < 2) {
                    waiting.add(JavaProcess.start(arguments(target, 2, property, "-q", Integer.toString(1 + random.nextInt(2)),
                            random.nextInt(8) > 0 ? "--resume" : "-e")));
                }
                try (JavaProcess run = waiting.poll()) {
                    int status = pace.killSomewhere(run, random);
                    assertTrue(status == 0 || status == 137, run::said);
                    kills += status == 137 ? 1 : 0;
                    there = check(place, target, status, List.of(visible, there), expected);
                    visible = Folders.contents(place);
                    if (status == 0) {
                        Folders.clear(place);
                        there = Map.of();
                        visible = Map.of();
                    }
                }
            }
        } finally {
            waiting.forEach(JavaProcess::close);
        }
        assertEquals(expected, complete(target, 2, property, "--resume"));
        assertTrue(Folders.staging(place).isEmpty(), () -> "left: " + place);
    }

    /** How long a run takes to its last tile, and from there to its end (ns). */
    private record Pace(long tiles, long end) {

        static Pace measure(JavaProcess run) throws IOException {
            long start = System.nanoTime();
            run.go();
            run.awaitLine(LAST_TILE);
            long last = System.nanoTime();
            assertEquals(0, run.awaitEnd(), run::said);
            return new Pace(last - start, System.nanoTime() - last);
        }

        /** Half of the kills come somewhere in the run, the others while the product gets its name. */
        int killSomewhere(JavaProcess run, Random random) throws Exception {
            boolean late = random.nextBoolean();
            long delay = (long) (random.nextDouble() * (late ? 2 * end : 1.2 * tiles));
            run.go();
            if (late) {
                run.awaitLine(LAST_TILE);
            }
            TimeUnit.NANOSECONDS.sleep(delay);
            return run.kill();
        }
    }

    /**
     * Returns the product that a reader finds after the run: what was there before, unchanged and complete, or the new one. A reader of a
     * copy looks for it, so that the next run still meets what the killed one left: where that is complete but not in place yet, and the
     * next run is killed before it does anything, the files in the place are still those of before.
     *
     * @param before the files that were in the place, and those that a reader found, before the run
     */
    private static Map<String, String> check(Path place, Path target, int status, List<Map<String, String>> before,
            Map<String, String> expected) throws IOException {
        final Map<String, String> found = Folders.contents(place);
        if (status == 0) {
            assertEquals(expected, found);
            assertTrue(Folders.staging(place).isEmpty(), () -> "left: " + place);
            return found;
        }
        assertTrue(Folders.staging(place).size() <= 1, () -> "several staging folders in " + place);
        if (Files.exists(target)) {
            assertTrue(before.contains(found) || found.equals(expected), () -> "a mixture: " + found + "\nbefore: " + before
                    + "\nexpected: " + expected);
        }
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Folders.clear(copy);
        Folders.copyInto(place, copy);
        StagedOutput.finishInterruptedSwap(copy.resolve(target.getFileName()));
        Map<String, String> read = Folders.contents(copy);
        Map<String, String> readBefore = before.get(1);
        assertTrue(read.equals(readBefore) || read.equals(expected), () -> "lost or changed: " + readBefore + "\nto " + read
                + "\nexpected: " + expected);
        return read;
    }

    @Test
    void whatAnInterruptedRunFinishedIsNotComputedAgain() throws Exception {
        Path target = folder.resolve("resumed/a.dim");
        Path gate = folder.resolve("gate");
        final Map<String, String> expected = complete(folder.resolve("straight/a.dim"), 2);
        try (JavaProcess run = JavaProcess.start(arguments(target, 2, "-Dtest.gate=" + gate))) {
            run.go();
            assertTrue(run.awaitLine("50 %"), run::said);
            assertEquals(137, run.kill(), run::said);
        }
        assertTrue(!Files.exists(target), "there before it is complete");
        Files.createFile(gate);
        try (JavaProcess run = JavaProcess.start(arguments(target, 2, "-Dtest.gate=" + gate, "--resume"))) {
            run.go();
            assertEquals(0, run.awaitEnd(), run::said);
            assertTrue(run.said().matches("(?s).*resumed, \\d\\d tiles of single bands are finished.*"), run::said);
        }
        assertEquals(expected, Folders.contents(target.getParent()));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void theSignalOfABatchSystem(boolean resume) throws Exception {
        Path target = folder.resolve("terminated-" + resume).resolve("a.znap");
        Path gate = folder.resolve("gate-" + resume);
        String property = "-Dtest.gate=" + gate;
        try (JavaProcess run = JavaProcess.start(resume ? arguments(target, 2, property, "--resume") : arguments(target, 2, property))) {
            run.go();
            assertTrue(run.awaitLine("30 %"), run::said);
            assertEquals(143, run.terminate(), run::said);
            assertEquals(resume, run.said().contains("a.znap' are kept: the same command with --resume goes on with them."), run::said);
        }
        assertEquals(Map.of(), Folders.contents(target.getParent()));
        assertEquals(resume ? 1 : 0, Folders.staging(target.getParent()).size());
        Files.createFile(gate);
        assertEquals(complete(folder.resolve("straight-" + resume + "/a.znap"), 2), complete(target, 2, property, "--resume"));
        assertEquals(1, Folders.names(target.getParent()).size());
    }
}
