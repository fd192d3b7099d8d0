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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.esa.snap.core.gpf.GPF;
import org.insardask.embedded.gpf.TestProducts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs are killed at random moments and resumed. After each kill there is the old product, or the new one, or nothing that reads, never a
 * mixture; a run that gets through ends with the bytes of one that was never interrupted.
 */
class KilledRunTest {

    /** In all; more by hand: {@code -Dinsardask.kills=1000}. */
    private static final int KILLS = Integer.getInteger("insardask.kills", 50);
    private static final String LAST_TILE = "100 %";

    @TempDir
    static Path folder;

    private static Path source;

    @BeforeAll
    static void writeSource() {
        source = folder.resolve("in.dim");
        GPF.writeProduct(TestProducts.ramp(70, 83, 2), source.toFile(), "BEAM-DIMAP", false, ProgressMonitor.NULL);
    }

    private static String[] arguments(Path target, int factor, String... more) {
        String[] fixed = {"TestSlow", "-Ssource=" + source, "-t", target.toString(), "-Pfactor=" + factor, "-q", "2"};
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
            while (kills < share * KILLS) {
                if (!Files.exists(target) && Folders.staging(place).isEmpty()) {
                    Folders.copyInto(folder.resolve(name + "-old"), place);
                }
                while (waiting.size() < 2) {
                    boolean resume = random.nextInt(8) > 0;
                    waiting.add(JavaProcess.start(resume ? arguments(target, 2, property, "--resume") : arguments(target, 2, property)));
                }
                try (JavaProcess run = waiting.poll()) {
                    int status = pace.killSomewhere(run, random);
                    assertTrue(status == 0 || status == 137, run::said);
                    kills += status == 137 ? 1 : 0;
                    check(place, target, status, old, expected);
                    if (status == 0) {
                        Folders.clear(place);
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

    private static void check(Path place, Path target, int status, Map<String, String> old, Map<String, String> expected)
            throws IOException {
        Map<String, String> found = Folders.contents(place);
        if (status == 0) {
            assertEquals(expected, found);
            assertTrue(Folders.staging(place).isEmpty(), () -> "left: " + place);
        } else if (Files.exists(target)) {
            assertTrue(found.equals(old) || found.equals(expected), () -> "a mixture: " + found.keySet());
        }
        assertTrue(Folders.staging(place).size() <= 1, () -> "several staging folders in " + place);
    }

    @Test
    void whatAnInterruptedRunFinishedIsNotComputedAgain() throws Exception {
        Path target = folder.resolve("resumed/a.dim");
        final Map<String, String> expected = complete(folder.resolve("straight/a.dim"), 2, "-Pmillis=40");
        try (JavaProcess run = JavaProcess.start(arguments(target, 2, "-Pmillis=40"))) {
            run.go();
            assertTrue(run.awaitLine("50 %"), run::said);
            run.kill();
        }
        assertTrue(!Files.exists(target), "there before it is complete");
        try (JavaProcess run = JavaProcess.start(arguments(target, 2, "-Pmillis=40", "--resume"))) {
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
        String[] arguments = resume ? arguments(target, 2, "-Pmillis=40", "--resume") : arguments(target, 2, "-Pmillis=40");
        try (JavaProcess run = JavaProcess.start(arguments)) {
            run.go();
            assertTrue(run.awaitLine("30 %"), run::said);
            assertEquals(143, run.terminate(), run::said);
            assertEquals(resume, run.said().contains("a.znap' are kept: the same command with --resume goes on with them."), run::said);
        }
        assertEquals(Map.of(), Folders.contents(target.getParent()));
        assertEquals(resume ? 1 : 0, Folders.staging(target.getParent()).size());
        assertEquals(complete(folder.resolve("straight-" + resume + "/a.znap"), 2, "-Pmillis=40"),
                complete(target, 2, "-Pmillis=40", "--resume"));
        assertEquals(1, Folders.names(target.getParent()).size());
    }
}
