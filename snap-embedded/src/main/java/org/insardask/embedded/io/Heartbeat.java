package org.insardask.embedded.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Touches a file every few seconds, so that other hosts see that its owner is alive. Thread-safe. */
final class Heartbeat implements AutoCloseable {
    /** Seconds from touch to touch. */
    static final int PERIOD_SECONDS = 10;

    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Begins.
     *
     * @param file an existing file
     */
    Heartbeat(Path file) {
        Thread thread = new Thread(() -> beat(file), "staging-heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    private void beat(Path file) {
        try {
            while (!stopped.await(PERIOD_SECONDS, TimeUnit.SECONDS)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        } catch (IOException e) {
            stopped.countDown(); // The file is gone: the output was moved into place or given up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
