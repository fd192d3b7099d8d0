package org.insardask.op;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.esa.snap.core.gpf.OperatorException;
import org.insardask.vector.Mutator;
import org.insardask.vector.VectorFileException;
import org.insardask.vector.VectorFiles;
import org.insardask.vector.VectorRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged temperature files and GeoPackages: each is read, or refused with one of our own errors that names it. Longer by hand:
 * {@code -Dinsardask.fuzz.seconds=600 -Dinsardask.fuzz.seed=1}.
 */
class FileFuzzTest {
    private static final Path TOWN = Path.of("../test-products/town");
    private static final double SECONDS = Double.parseDouble(System.getProperty("insardask.fuzz.seconds", "0.7"));
    private static final long SEED = Long.getLong("insardask.fuzz.seed", 20240615);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /** What is tried with a damaged file. */
    @FunctionalInterface
    private interface Attempt {
        void read(Path file) throws Exception;
    }

    private void fuzz(String name, Attempt attempt) throws IOException {
        byte[] original = Files.readAllBytes(TOWN.resolve(name));
        Path file = folder.resolve(name);
        Random seeds = new Random(SEED);
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        while (System.nanoTime() < end) {
            long seed = seeds.nextLong();
            Files.write(file, new Mutator(seed).mutate(original));
            assertTimeoutPreemptively(LONGEST, () -> attempt(attempt, seed, file), () -> "hangs with seed " + seed + ": " + file);
        }
    }

    private static void attempt(Attempt attempt, long seed, Path file) {
        try {
            attempt.read(file);
        } catch (VectorFileException | OperatorException e) {
            assertFalse(e.getMessage() == null || !e.getMessage().contains(file.getFileName().toString()),
                    () -> "does not name the file with seed " + seed + ": " + e.getMessage());
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            fail("seed " + seed + ": " + file + " ends in " + e, e);
        }
    }

    @Test
    void temperatures() throws IOException {
        fuzz("town_temperatures.csv", file -> TemperatureFile.read(file.toFile()));
    }

    @Test
    void geoPackages() throws IOException {
        fuzz("town_buildings.gpkg", file -> VectorFiles.read(VectorRequest.of(file, "name", "year")));
    }
}
