package org.insardask.embedded.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files stay open and for how long, and what happens to those that others close or replace. */
class OpenFilesTest {
    @TempDir
    Path folder;

    private final List<FileChannel> seen = new ArrayList<>();

    @BeforeEach
    void writeFiles() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    private String read(OpenFiles files, String name) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(1);
        files.with(folder.resolve(name), channel -> {
            seen.add(channel);
            text.clear();
            channel.read(text, 0);
        });
        return new String(text.array(), StandardCharsets.US_ASCII);
    }

    @Test
    void nothingStaysOpenWhereNobodyAsksForIt() throws IOException {
        OpenFiles files = OpenFiles.forReading();
        assertEquals("a", read(files, "a"));
        assertEquals(0, files.count());
        assertFalse(seen.get(0).isOpen());
    }

    @Test
    void theSameChannelServesUntilTheLastKeeperCloses() throws IOException {
        OpenFiles files = OpenFiles.forReading();
        files.keep();
        files.keep();
        read(files, "a");
        files.close();
        read(files, "a");
        assertEquals(seen.get(0), seen.get(1));
        assertTrue(seen.get(1).isOpen());
        files.close();
        assertFalse(seen.get(1).isOpen());
        files.close();
        assertEquals("b", read(files, "b"));
        assertEquals(0, files.count());
    }

    @Test
    void theLeastRecentlyUsedIsClosedFirst() throws IOException {
        OpenFiles files = OpenFiles.forReading(2);
        files.keep();
        for (String name : List.of("a", "b", "a", "c")) {
            read(files, name);
        }
        assertEquals(2, files.count());
        assertTrue(seen.get(0).isOpen());
        assertFalse(seen.get(1).isOpen());
        files.close();
        assertFalse(seen.get(3).isOpen());
    }

    @Test
    void severalObjectsTogetherKeepNoMoreThanTheyMay() throws IOException {
        Semaphore permits = new Semaphore(2);
        OpenFiles first = OpenFiles.forReading(5, permits);
        OpenFiles second = OpenFiles.forReading(5, permits);
        first.keep();
        second.keep();
        read(first, "a");
        read(first, "b");
        assertEquals("a", read(second, "a"));
        assertEquals(0, second.count());
        assertFalse(seen.get(2).isOpen());
        read(first, "c");
        assertEquals(2, first.count());
        assertFalse(seen.get(0).isOpen());
        assertTrue(seen.get(3).isOpen());
        first.drop(folder.resolve("c"));
        read(second, "b");
        assertEquals(1, second.count());
        first.close();
        second.close();
        assertEquals(2, permits.availablePermits());
    }

    @Test
    void aFileThatIsEvictedWhileItIsUsedIsClosedAfterwards() throws IOException {
        OpenFiles files = OpenFiles.forReading(1);
        files.keep();
        files.with(folder.resolve("a"), channel -> {
            read(files, "b");
            assertTrue(channel.isOpen());
            seen.add(channel);
        });
        assertFalse(seen.get(1).isOpen());
        files.close();
    }

    @Test
    void aDroppedFileIsClosed() throws IOException {
        OpenFiles files = OpenFiles.forReading();
        files.keep();
        read(files, "a");
        files.drop(folder.resolve("a"));
        files.drop(folder.resolve("b"));
        assertFalse(seen.get(0).isOpen());
        assertEquals(0, files.count());
        files.close();
    }

    @Test
    void aChannelThatSomebodyClosedIsOpenedAgain() throws IOException {
        OpenFiles files = OpenFiles.forReading();
        files.keep();
        read(files, "a");
        seen.get(0).close();
        assertEquals("a", read(files, "a"));
        int[] uses = {0};
        files.with(folder.resolve("a"), channel -> {
            if (uses[0]++ == 0) {
                throw new IOException("stale file handle");
            }
        });
        assertEquals(2, uses[0]);
        files.close();
    }

    @Test
    void aFailureOfAFileThatWasOpenedForItIsThrown() {
        OpenFiles files = OpenFiles.forReading();
        files.keep();
        assertEquals("broken", assertThrows(IOException.class, () -> files.with(folder.resolve("a"), channel -> {
            throw new IOException("broken");
        })).getMessage());
        assertThrows(NoSuchFileException.class, () -> read(files, "absent"));
    }

    @Test
    void anInterruptedThreadFailsAndTheOthersGoOn() throws Exception {
        OpenFiles files = OpenFiles.forReading();
        files.keep();
        read(files, "a");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> interrupted = thread.submit(() -> {
            Thread.currentThread().interrupt();
            assertThrows(ClosedByInterruptException.class, () -> read(files, "a"));
        });
        interrupted.get();
        assertEquals("a", read(files, "a"));
        thread.shutdownNow();
        files.close();
    }

    @Test
    void aReplacedFileIsReadAsItWas() throws IOException {
        OpenFiles files = OpenFiles.forReading();
        files.keep();
        read(files, "a");
        Files.move(folder.resolve("b"), folder.resolve("a"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals("a", read(files, "a"));
        files.close();
        assertEquals("b", read(files, "a"));
    }

    @Test
    void theLimitOfTheSystemIsHeeded() throws IOException {
        Path limits = folder.resolve("limits");
        Files.writeString(limits, "Max processes  7 7 processes\nMax open files            256        4096       files\n");
        assertEquals(64, OpenFiles.limit(limits));
        Files.writeString(limits, "Max open files            unlimited            unlimited            files\n");
        assertEquals(1024, OpenFiles.limit(limits));
        assertEquals(128, OpenFiles.limit(folder.resolve("absent")));
    }
}
