package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A swap of an old product by a new one, stopped before each of its four moves, by a failure and by a kill. */
class PartSwapTest {
    private static final List<String> PARTS = List.of("a.data", "a.dim");

    @TempDir
    Path folder;

    private Path staging;

    @BeforeEach
    void lay() throws IOException {
        staging = folder.resolve(".a.dim.part-host-999999999-0-00000001");
        for (Path place : List.of(folder, staging)) {
            String age = place.equals(staging) ? "new" : "old";
            Files.createDirectories(place.resolve("a.data"));
            Files.writeString(place.resolve("a.data/b.img"), age);
            Files.writeString(place.resolve("a.dim"), age);
        }
    }

    private PartSwap stoppingBefore(int move) {
        int[] moves = {0};
        return new PartSwap(staging, PARTS, (from, to) -> {
            if (moves[0]++ == move) {
                throw new IOException("stopped");
            }
            FileTrees.rename(from, to);
        });
    }

    private void assertProduct(String age) throws IOException {
        assertEquals(age, Files.readString(folder.resolve("a.dim")));
        assertEquals(age, Files.readString(folder.resolve("a.data/b.img")));
    }

    private void assertNoMixture() throws IOException {
        if (Files.exists(folder.resolve("a.dim"))) {
            assertProduct(Files.readString(folder.resolve("a.dim")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aMoveThatFailsIsTakenBack(int move) throws IOException {
        PartSwap swap = stoppingBefore(move);
        assertEquals("stopped", assertThrows(IOException.class, swap::run).getMessage());
        assertNoMixture();
        swap.undo();
        assertProduct("old");
        assertEquals("new", Files.readString(staging.resolve("a.dim")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aKilledSwapIsFinishedByTheNextRun(int move) throws IOException {
        commitOfADeadProcess();
        assertThrows(IOException.class, stoppingBefore(move)::run);
        assertNoMixture();
        StagedOutput.open(folder.resolve("a.dim")).discard();
        assertProduct("new");
        assertEquals(List.of("a.data", "a.dim"), names());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aKilledSwapIsFinishedByAReader(int move) throws IOException {
        commitOfADeadProcess();
        assertThrows(IOException.class, stoppingBefore(move)::run);
        StagedOutput.finishInterruptedSwap(folder.resolve("a.dim"));
        assertProduct("new");
        assertEquals(List.of("a.data", "a.dim"), names());
    }

    @Test
    void aSwapThatSomebodyOvertookIsGivenUp() throws IOException {
        commitOfADeadProcess();
        assertThrows(IOException.class, stoppingBefore(2)::run);
        Files.createDirectories(folder.resolve("a.data"));
        Files.writeString(folder.resolve("a.data/b.img"), "newer");
        Files.writeString(folder.resolve("a.dim"), "newer");
        StagedOutput.open(folder.resolve("a.dim")).discard();
        assertProduct("newer");
        assertEquals(List.of("a.data", "a.dim"), names());
    }

    @Test
    void withoutARecordOfItsEndNothingIsSwapped() throws IOException {
        commitOfADeadProcess();
        Files.delete(TileJournal.in(staging));
        TileJournal.open(staging, "print").close();
        StagedOutput.finishInterruptedSwap(folder.resolve("a.dim"));
        assertProduct("old");
        assertTrue(Files.exists(staging));
        StagedOutput.open(folder.resolve("a.dim")).discard();
        assertProduct("old");
        assertFalse(Files.exists(staging));
    }

    /** The lock of a journal ends with its process; here it is closed. */
    private void commitOfADeadProcess() throws IOException {
        Path dead = staging.resolveSibling(".a.dim.part-" + StagingOwner.current().gone().text(1));
        Files.move(staging, dead);
        staging = dead;
        try (TileJournal journal = TileJournal.open(staging, "print")) {
            journal.commit(PARTS);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
