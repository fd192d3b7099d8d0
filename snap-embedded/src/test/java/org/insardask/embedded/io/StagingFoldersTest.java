package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which staging folders are left alone, gone on with, or removed. */
class StagingFoldersTest {
    private static final String KEY = TileJournal.key(TileJournal.name("b 1"), 0, 16, 16, 8);

    @TempDir
    Path folder;

    private Path target;
    private StagingFolders folders;

    @BeforeEach
    void prepare() {
        target = folder.resolve("a.dim");
        folders = new StagingFolders(target, Duration.ofMillis(300));
    }

    private Path leave(StagingOwner owner, String fingerprint) throws IOException {
        Path staging = Files.createDirectory(folder.resolve(".a.dim.part-" + owner.text(5)));
        try (TileJournal journal = TileJournal.open(staging, fingerprint)) {
            journal.tile(KEY, -7);
        }
        return staging;
    }

    private Map<String, Integer> settle(boolean resume) throws IOException {
        return folders.settle(folders.name(1), new RunIdentity("print", resume));
    }

    private static StagingOwner elsewhere() {
        return new StagingOwner("elsewhere", "0", 4711, 0);
    }

    @Test
    void namesTellTheirOwners() {
        StagingOwner owner = StagingOwner.current();
        assertEquals(Optional.of(owner), StagingOwner.parse(owner.text(-1)));
        assertEquals(Optional.empty(), StagingOwner.parse("0f3a12345678"));
        assertEquals(ProcessHandle.current().pid(), owner.pid());
    }

    @Test
    void whatADeadProcessLeftIsRemoved() throws IOException {
        Path dead = leave(StagingOwner.current().gone(), "print");
        assertEquals(Map.of(), settle(false));
        assertFalse(Files.exists(dead));
    }

    @Test
    void aProcessNumberThatWasGivenAnewIsNotTheOldProcess() throws IOException {
        StagingOwner self = StagingOwner.current();
        Path dead = leave(new StagingOwner(self.host(), self.boot(), self.pid(), self.start() - 3_600_000), "print");
        settle(false);
        assertFalse(Files.exists(dead));
    }

    @Test
    void whatADeadProcessLeftIsGoneOnWith() throws IOException {
        Path dead = leave(StagingOwner.current().gone(), "print");
        assertEquals(Map.of(KEY, -7), settle(true));
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(TileJournal.in(folders.name(1))));
    }

    @Test
    void anotherFingerprintStartsAfresh() throws IOException {
        leave(StagingOwner.current().gone(), "other");
        assertEquals(Map.of(), settle(true));
        assertFalse(Files.exists(folders.name(1)));
    }

    @Test
    void aLivingProcessIsLeftAlone() throws IOException {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            long start = sleep.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            Path living = leave(new StagingOwner(StagingOwner.current().host(), StagingOwner.current().boot(), sleep.pid(),
                    start), "print");
            IOException e = assertThrows(IOException.class, () -> settle(false));
            assertEquals(target + ": is being written by process " + sleep.pid() + " on " + StagingOwner.current().host()
                    + " (in " + living.getFileName() + "), expected one run at a time", e.getMessage());
            assertTrue(Files.exists(TileJournal.in(living)));
        } finally {
            sleep.destroy();
        }
    }

    @Test
    void aSecondOutputOfTheSameProductIsRefused() throws IOException {
        StagedOutput first = StagedOutput.open(target);
        assertEquals(target + ": is being written already by this process, expected another name for a second output",
                assertThrows(IOException.class, () -> StagedOutput.open(target)).getMessage());
        StagedOutput other = StagedOutput.open(folder.resolve("b.dim"));
        other.discard();
        first.discard();
        StagedOutput.open(target).discard();
    }

    @Test
    void aProcessOfAnotherHostThatShowsNoLifeIsDead() throws IOException {
        Path dead = leave(elsewhere(), "print");
        assertEquals(Map.of(KEY, -7), settle(true));
        assertFalse(Files.exists(dead));
    }

    @Test
    void aProcessOfAnotherHostThatTouchesItsJournalIsAlive() throws Exception {
        folders = new StagingFolders(target, Duration.ofSeconds(20));
        Path living = leave(elsewhere(), "print");
        Thread heart = new Thread(() -> {
            try {
                Thread.sleep(100);
                Files.setLastModifiedTime(TileJournal.in(living), FileTime.from(Instant.now().plusSeconds(5)));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        heart.start();
        assertTrue(assertThrows(IOException.class, () -> settle(false)).getMessage().contains("process 4711 on elsewhere"));
        heart.join();
        assertTrue(Files.exists(living));
    }

    @Test
    void whatWasLeftBeforeTheMachineWasStartedAnewIsDead() throws IOException {
        StagingOwner self = StagingOwner.current();
        Path dead = leave(new StagingOwner(self.host(), "00000000", self.pid(), self.start()), "print");
        Files.setLastModifiedTime(TileJournal.in(dead), FileTime.from(Instant.now().plusSeconds(3600)));
        settle(false);
        assertFalse(Files.exists(dead));
    }

    @Test
    void whatAnotherUserLeftAndNobodyElseCanOpenIsNamed() throws IOException {
        StagingOwner self = StagingOwner.current();
        Path closed = Files.createDirectory(folder.resolve(".a.dim.part-"
                + new StagingOwner(self.host(), self.boot(), self.pid(), self.start() - 3_600_000).text(5)));
        Path journal = TileJournal.in(closed);
        Files.createSymbolicLink(journal, journal); // Cannot be opened, not even by root.
        assertEquals(closed + ": was left by process " + self.pid() + " of another user and cannot be opened, expected that this user "
                + "finishes or removes it", assertThrows(IOException.class, () -> settle(false)).getMessage());
    }

    @Test
    void aCommitThatWasTakenBackIsNotFinished() throws IOException {
        Path dead = leave(StagingOwner.current().gone(), "print");
        try (TileJournal journal = TileJournal.open(dead, "print")) {
            journal.commit(List.of("a\n+%.data", "a.dim"));
            assertEquals(List.of("a\n+%.data", "a.dim"), TileJournal.read(dead).parts());
            journal.undone();
        }
        assertEquals(List.of(), TileJournal.read(dead).parts());
        assertEquals(Map.of(KEY, -7), settle(true));
    }

    @Test
    void linesThatAreTornOrChangedDoNotCount() throws IOException {
        Path dead = leave(StagingOwner.current().gone(), "print");
        String text = Files.readString(TileJournal.in(dead));
        Files.writeString(TileJournal.in(dead), text + text.lines().toList().get(1).replace("16 8", "16 9") + "\ntile b2 0 0 8 8 ff");
        try (TileJournal journal = TileJournal.open(dead, "print")) {
            journal.tile("b3 0 0 8 8", 255);
        }
        TileJournal.Contents contents = TileJournal.read(dead);
        assertEquals(Map.of(KEY, -7, "b3 0 0 8 8", 255), contents.tiles());
        assertEquals("print", contents.fingerprint());
    }
}
