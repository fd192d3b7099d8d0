package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several readers, and readers and a writer, find the same interrupted swap: one finishes it, and nobody loses the product. */
class ConcurrentSwapTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 200;
    private static final List<String> PARTS = List.of("a.data", "a.dim");
    /** Kept from being collected, so that its level stays. */
    private static final Logger LOG = Logger.getLogger(StagingFolders.class.getName());

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void beQuiet() {
        LOG.setLevel(Level.SEVERE);
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
        LOG.setLevel(null);
    }

    @Test
    void readersInPlaceOfAnOldProduct() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            race(round, true, false);
        }
    }

    @Test
    void readersWithoutAnOldProduct() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            race(round, false, false);
        }
    }

    @Test
    void readersAndAWriter() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            race(round, round % 2 == 0, true);
        }
    }

    private void race(int round, boolean old, boolean writer) throws Exception {
        Path place = Files.createDirectory(folder.resolve("round-" + round));
        Path target = place.resolve("a.dim");
        if (old) {
            lay(place, "old");
        }
        kill(place, round % 5);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<String>> found = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            boolean writes = writer && i == 0;
            found.add(threads.submit(() -> {
                start.await();
                if (writes) {
                    StagedOutput.open(target).discard();
                } else {
                    StagedOutput.finishInterruptedSwap(target);
                }
                return Files.readString(target) + Files.readString(place.resolve("a.data/b.img"));
            }));
        }
        for (Future<String> each : found) {
            assertEquals("newnew", each.get(), "round " + round);
        }
        try (Stream<Path> names = Files.list(place)) {
            assertEquals(PARTS, names.map(name -> name.getFileName().toString()).filter(name -> !name.endsWith(".claimed")).sorted()
                    .toList(), "round " + round);
        }
    }

    private static void lay(Path place, String age) throws IOException {
        Files.createDirectories(place.resolve("a.data"));
        Files.writeString(place.resolve("a.data/b.img"), age);
        Files.writeString(place.resolve("a.dim"), age);
    }

    /** Stops before a move; 4 is more than there are. */
    private static void kill(Path place, int move) throws IOException {
        Path staging = Files.createDirectory(place.resolve(".a.dim.part-" + StagingOwner.current().gone().text(1)));
        lay(staging, "new");
        try (TileJournal journal = TileJournal.open(staging, "print")) {
            journal.commit(PARTS);
        }
        int[] moves = {0};
        PartSwap swap = new PartSwap(staging, PARTS, (from, to) -> {
            if (moves[0]++ == move) {
                throw new IOException("stopped");
            }
            FileTrees.rename(from, to);
        });
        if (move < (Files.exists(place.resolve("a.dim")) ? 4 : 2)) {
            assertEquals("stopped", assertThrows(IOException.class, swap::run).getMessage());
        } else {
            swap.run();
        }
    }
}
